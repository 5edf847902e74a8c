/** The second factor's arithmetic, by otpauth. */
import type { TotpPort } from "@multihelix/core/port/totp.ts";
import { Secret, TOTP } from "otpauth";

const period = 30;

function totpOf(secret: string, account = "account"): TOTP {
  return new TOTP({
    issuer: "MultiHelix",
    label: account,
    algorithm: "SHA1",
    digits: 6,
    period,
    secret: Secret.fromBase32(secret),
  });
}

export const totp: TotpPort = {
  secret: () => new Secret({ size: 20 }).base32,
  uri: (secret, account) => totpOf(secret, account).toString(),
  stepOf(secret, code, epochMilliseconds) {
    if (!/^\d{6}$/.test(code)) return undefined;
    const delta = totpOf(secret).validate({ token: code, timestamp: epochMilliseconds, window: 1 });
    return delta === null ? undefined : Math.floor(epochMilliseconds / 1000 / period) + delta;
  },
};
