/** The only place for identifiers: a prefix per noun and a ULID, so that one noun's id never passes for another's. */
import * as z from "zod";

export type Id<P extends string> = `${P}_${string}`;

const ulid = "[0-9A-HJKMNP-TV-Z]{26}";

/** Schema of an id of one noun: `idSchema("app")` accepts `app_01J…` and nothing else. */
export function idSchema<P extends string>(prefix: P): z.ZodType<Id<P>, Id<P>> {
  const shape = new RegExp(`^${prefix}_${ulid}$`);
  return z
    .string()
    .regex(shape)
    .meta({ example: `${prefix}_01K8Z3V5J0QW4R7T9Y2B6C8D1F` }) as unknown as z.ZodType<Id<P>, Id<P>>;
}

export const personIdSchema = idSchema("per");
export const organisationIdSchema = idSchema("org");
export const callIdSchema = idSchema("call");
export const caseIdSchema = idSchema("app");
export const voucherIdSchema = idSchema("vch");
export const grantIdSchema = idSchema("rgr");
export const redressIdSchema = idSchema("rdr");
export const batchIdSchema = idSchema("bat");
export const eventIdSchema = idSchema("evt");
export const postingIdSchema = idSchema("pst");
export const letterIdSchema = idSchema("let");
export const fileIdSchema = idSchema("fil");
export const messageIdSchema = idSchema("msg");
export const sessionIdSchema = idSchema("ses");
export const aidGroupIdSchema = idSchema("aid");
export const invitationIdSchema = idSchema("inv");

export type PersonId = Id<"per">;
export type OrganisationId = Id<"org">;
export type CallId = Id<"call">;
export type CaseId = Id<"app">;
export type VoucherId = Id<"vch">;
export type GrantId = Id<"rgr">;
export type BatchId = Id<"bat">;
export type EventId = Id<"evt">;
export type PostingId = Id<"pst">;
export type LetterId = Id<"let">;
export type FileId = Id<"fil">;
export type MessageId = Id<"msg">;
export type SessionId = Id<"ses">;
export type AidGroupId = Id<"aid">;

/** A case has one voucher, so both share the ULID. */
export function voucherIdOf(caseId: CaseId): VoucherId {
  return `vch_${caseId.slice(4)}`;
}

/** The case behind a voucher. */
export function caseIdOf(voucherId: VoucherId): CaseId {
  return `app_${voucherId.slice(4)}`;
}

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The `n`-th ULID after `base`: ids made by one decision differ, sort in order of making, and stay the same when it is re-decided. */
export function ulidAfter(base: string, n: number): string {
  const digits = [...base].map((letter) => crockford.indexOf(letter));
  let carry = n;
  for (let i = digits.length - 1; i >= 10 && carry > 0; i--) {
    const sum = (digits[i] ?? 0) + carry;
    digits[i] = sum % 32;
    carry = Math.floor(sum / 32);
  }
  return digits.map((digit) => crockford[digit]).join("");
}
