/** What the composition root decides about the API. */
import type { PasskeyPort } from "@multihelix/core/port/passkey.ts";
import type { TotpPort } from "@multihelix/core/port/totp.ts";
import type { AnyRoute } from "./route.ts";

export interface ApiOptions {
  version: string;
  /** `https://grants.example`: the only origin whose pages may send effects. Others are refused. */
  origins: readonly string[];
  /** Cookies are Secure and `__Host-`; off only on plain-HTTP loopback. */
  secure: boolean;
  totp: TotpPort;
  /** Loaded when somebody first uses a passkey. Passkeys are made for the host name of the first of `origins`. */
  passkeys: () => Promise<PasskeyPort>;
  /** The client's address: from the socket, or from a header that the composition believes. */
  addressOf: (headers: Headers, socketAddress: string | undefined) => string;
  /** Named checks for `/api/health`. */
  health: () => Promise<Record<string, "ok" | "down">>;
  /** Routes of the composition itself (demo mode on one machine). */
  extraRoutes?: readonly AnyRoute[];
}
