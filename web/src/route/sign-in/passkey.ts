/** The only place that asks the browser for a passkey. What the person broke off becomes a refusal like any other. */
import { startAuthentication, startRegistration, WebAuthnError } from "@simplewebauthn/browser";
import { api } from "../../client.ts";
import { ApiProblem } from "../../problem.ts";
import type { Session } from "../../session.ts";

type Making = Parameters<typeof startRegistration>[0]["optionsJSON"];
type Using = Parameters<typeof startAuthentication>[0]["optionsJSON"];

/** Whether this browser knows passkeys at all. */
export function knowsPasskeys(): boolean {
  return typeof globalThis.PublicKeyCredential === "function";
}

/** @throws {ApiProblem} `passkey.broken-off` if the person or the device did not go through with it */
export async function makePasskey(label: string): Promise<Session> {
  const { options } = await api("post", "/api/session/passkeys/options", {});
  const passkey = await asked(() => startRegistration({ optionsJSON: options as unknown as Making }));
  const { id, rawId, type, response } = passkey;
  const { clientDataJSON, attestationObject, transports } = response;
  return api("post", "/api/session/passkeys", {
    body: {
      label,
      passkey: {
        id,
        rawId,
        type,
        response: { clientDataJSON, attestationObject, ...(transports === undefined ? {} : { transports }) },
      },
    },
  });
}

/** @throws {ApiProblem} `passkey.broken-off` if the person or the device did not go through with it */
export async function provePasskey(): Promise<Session> {
  const { options } = await api("post", "/api/session/passkey/options", {});
  const passkey = await asked(() => startAuthentication({ optionsJSON: options as unknown as Using }));
  const { id, rawId, type, response } = passkey;
  const { clientDataJSON, authenticatorData, signature } = response;
  return api("post", "/api/session/passkey", {
    body: { passkey: { id, rawId, type, response: { clientDataJSON, authenticatorData, signature } } },
  });
}

/** The device says who it is. @throws {ApiProblem} `passkey.broken-off` if the person or the device did not go through with it */
export async function signInWithPasskey(): Promise<Session> {
  const { options } = await api("post", "/api/session/passkey-entry/options", {});
  const passkey = await asked(() => startAuthentication({ optionsJSON: options as unknown as Using }));
  const { id, rawId, type, response } = passkey;
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return api("post", "/api/session/passkey-entry", {
    body: {
      passkey: {
        id,
        rawId,
        type,
        response: {
          clientDataJSON,
          authenticatorData,
          signature,
          ...(userHandle === undefined ? {} : { userHandle }),
        },
      },
    },
  });
}

async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof WebAuthnError && error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED")
      throw new ApiProblem(409, "passkey.known", "");
    if (error instanceof Error) throw new ApiProblem(403, "passkey.broken-off", "");
    throw error;
  }
}
