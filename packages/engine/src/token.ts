/** The only place that makes task tokens and tells a well-formed one from any other text. */
import { createHash } from "node:crypto";
import type { EngineRandom } from "./clock.ts";

const SECRET_BYTES = 24;
const CHECK_CHARACTERS = 8;

/** A new unguessable token. Its check part lets a mistyped one be told (InvalidToken) from an unknown one (TaskDoesNotExist). */
export function newToken(random: EngineRandom): string {
  const secret = Buffer.from(random.bytes(SECRET_BYTES)).toString("base64url");
  return `${secret}.${checkOf(secret)}`;
}

export function isToken(text: string): boolean {
  const [secret, check, ...rest] = text.split(".");
  return secret !== undefined && rest.length === 0 && check === checkOf(secret);
}

function checkOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url").slice(0, CHECK_CHARACTERS);
}
