/** Passkeys by @simplewebauthn/server. Large: compositions load this file only when somebody uses a passkey. */
import type { PasskeyKey, PasskeyPort } from "@multihelix/core/port/passkey.ts";
import {
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";

const timeout = 120_000;

function described({ credentialId, transports }: PasskeyKey) {
  return { id: credentialId, transports: [...transports] as AuthenticatorTransport[] };
}

function bytesOf(challenge: string): Buffer<ArrayBuffer> {
  return Buffer.from(challenge, "hex");
}

/** The library throws for everything that a browser may send wrongly: that is a refusal with its reason, not a fault. */
function refusal(error: unknown) {
  if (!(error instanceof Error)) throw error;
  return { kind: "refused", reason: error.message } as const;
}

const unverified = { kind: "refused", reason: "the signature does not hold" } as const;

export const passkeys: PasskeyPort = {
  async makingOptions(site, challenge, { handle, email, name }, known) {
    return {
      ...(await generateRegistrationOptions({
        rpName: "MultiHelix",
        rpID: site.rpId,
        userID: Buffer.from(handle),
        userName: email,
        userDisplayName: name,
        challenge: bytesOf(challenge),
        timeout,
        attestationType: "none",
        excludeCredentials: known.map(described),
        authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
      })),
    };
  },

  async made(site, challenge, answer) {
    try {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response: {
          ...answer,
          response: { ...answer.response, transports: transportsOf(answer.response.transports) },
          clientExtensionResults: {},
        },
        expectedChallenge: bytesOf(challenge).toString("base64url"),
        expectedOrigin: [...site.origins],
        expectedRPID: site.rpId,
        requireUserVerification: true,
      });
      if (!verified) return unverified;
      const { id, publicKey, counter } = registrationInfo.credential;
      return {
        kind: "proved",
        key: {
          credentialId: id,
          publicKey: Buffer.from(publicKey).toString("base64url"),
          counter,
          transports: transportsOf(answer.response.transports),
        },
      };
    } catch (error) {
      return refusal(error);
    }
  },

  async usingOptions(site, challenge, known) {
    return {
      ...(await generateAuthenticationOptions({
        rpID: site.rpId,
        challenge: bytesOf(challenge),
        timeout,
        userVerification: "required",
        allowCredentials: known.map(described),
      })),
    };
  },

  handleOf({ response: { userHandle } }) {
    return userHandle === undefined ? undefined : Buffer.from(userHandle, "base64url").toString();
  },

  async used(site, challenge, answer, key) {
    const { userHandle: _, ...response } = answer.response;
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: { ...answer, response, clientExtensionResults: {} },
        expectedChallenge: bytesOf(challenge).toString("base64url"),
        expectedOrigin: [...site.origins],
        expectedRPID: site.rpId,
        requireUserVerification: true,
        credential: {
          id: key.credentialId,
          publicKey: new Uint8Array(Buffer.from(key.publicKey, "base64url")),
          counter: key.counter,
          transports: [...key.transports] as AuthenticatorTransport[],
        },
      });
      return verified ? { kind: "proved", counter: authenticationInfo.newCounter } : unverified;
    } catch (error) {
      return refusal(error);
    }
  },
};

const transports: readonly string[] = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"];

/** What browsers name and nobody knows is left out: it would be offered back to them. */
function transportsOf(given: readonly string[] = []): AuthenticatorTransport[] {
  return given.filter((one): one is AuthenticatorTransport => transports.includes(one));
}
