/** Passkeys (WebAuthn): the ceremony's options and the judgement of what a browser answers; user verification is always demanded. */
import * as z from "zod";

const base64url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(16_384);
const credentialIdSchema = base64url.max(1400);

/** What `navigator.credentials.create` gave, as JSON. */
export const passkeyMadeSchema = z.object({
  id: credentialIdSchema,
  rawId: credentialIdSchema,
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
});
export type PasskeyMade = z.infer<typeof passkeyMadeSchema>;

/** What `navigator.credentials.get` gave, as JSON. */
export const passkeyUsedSchema = z.object({
  id: credentialIdSchema,
  rawId: credentialIdSchema,
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    /** Given where the device itself knows whose key it is. */
    userHandle: base64url.max(128).optional(),
  }),
});
export type PasskeyUsed = z.infer<typeof passkeyUsedSchema>;

/** Where a passkey is valid: made for one name, used on these origins only. */
export interface PasskeySite {
  /** Host name without port: `grants.example`, `localhost`. */
  readonly rpId: string;
  readonly origins: readonly string[];
}

export interface PasskeyKey {
  readonly credentialId: string;
  /** COSE key, base64url. */
  readonly publicKey: string;
  /** How often the authenticator says it was used; 0 where it does not count. */
  readonly counter: number;
  readonly transports: readonly string[];
}

/** JSON for `PublicKeyCredential.parse…OptionsFromJSON`. */
export type PasskeyOptions = Record<string, unknown>;
/** `refused`: what the browser answered does not prove the key; the reason is for the log. */
export type PasskeyOutcome<T> =
  | ({ readonly kind: "proved" } & T)
  | { readonly kind: "refused"; readonly reason: string };

export interface PasskeyPort {
  /** @param challenge random bytes in hexadecimal, here and below */
  makingOptions(
    site: PasskeySite,
    challenge: string,
    person: { readonly handle: string; readonly email: string; readonly name: string },
    known: readonly PasskeyKey[],
  ): Promise<PasskeyOptions>;
  made(
    site: PasskeySite,
    challenge: string,
    answer: PasskeyMade,
  ): Promise<PasskeyOutcome<{ readonly key: PasskeyKey }>>;
  usingOptions(site: PasskeySite, challenge: string, known: readonly PasskeyKey[]): Promise<PasskeyOptions>;
  /** Whose key the device says it is: the `handle` it was made with; undefined where it does not say. */
  handleOf(answer: PasskeyUsed): string | undefined;
  used(
    site: PasskeySite,
    challenge: string,
    answer: PasskeyUsed,
    key: PasskeyKey,
  ): Promise<PasskeyOutcome<{ readonly counter: number }>>;
}
