/** The only place that checks register numbers of organisations: rules are data, only the kinds of check digit are code. */
import * as z from "zod";
import { DomainError } from "./error.ts";

/** Digits the check runs over are those of `shape`'s first group, or of the whole number if it has no group. */
export const checkRuleSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  /** ISO/IEC 7812-1 annex B: double every second digit from the right, digit sum divisible by ten. */
  z.object({ kind: z.literal("luhn") }),
  /** The last two digits are 97 minus the rest modulo 97. */
  z.object({ kind: z.literal("mod97") }),
  /** The last digit is 11 minus the weighted sum of the others modulo 11; 11 counts as 0, 10 does not occur. */
  z.object({ kind: z.literal("mod11"), weights: z.array(z.int().min(1).max(99)).min(1).max(20) }),
  /** ISO 7064 MOD 97-10 over Crockford base 32, as ROR uses it: the last two digits are 98 minus (100 × the rest) modulo 97. */
  z.object({ kind: z.literal("base32-mod97") }),
]);
export type CheckRule = z.infer<typeof checkRuleSchema>;

const patternSchema = z
  .string()
  .max(120)
  .refine((text) => compiled(text) !== undefined, "is no regular expression");

/** One register of organisations, by its org-id.guide code. */
export const registerSchemeSchema = z.object({
  id: z.string().min(2).max(20),
  name: z.string().min(1),
  /** ISO 3166-1 alpha-2, or `XI` for international. */
  country: z.string().regex(/^[A-Z]{2}$/),
  /** What the normalised number looks like, whole. */
  shape: patternSchema,
  /** Suffix that does not identify the organisation (`RP0001`), cut off before anything is checked. */
  suffix: patternSchema.optional(),
  /** Prefix that people leave out or write (`CHE`), put in front where it is missing. */
  prefix: z.string().max(8).optional(),
  letters: z.enum(["upper", "lower"]).default("upper"),
  check: checkRuleSchema,
  /** A right number, shown as the example in forms. */
  example: z.string().min(1),
});
export type RegisterScheme = z.infer<typeof registerSchemeSchema>;

export type RegisterIdReason = "shape" | "check-digit";
export type RegisterIdResult =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly id: string; readonly reason: RegisterIdReason };

/** Blanks, points, hyphens, slashes and the address of an identifier's page carry nothing. */
export function normaliseRegisterId(scheme: RegisterScheme, typed: string): string {
  const bare = typed
    .trim()
    .slice(0, 80)
    .replace(/^https?:\/\/[^/]+\//, "")
    .replace(/[\s.\-/\u00a0\u2010-\u2013]/gu, "");
  const cased = scheme.letters === "upper" ? bare.toUpperCase() : bare.toLowerCase();
  const cut = scheme.suffix === undefined ? cased : cased.replace(new RegExp(`(?:${scheme.suffix})$`), "");
  return scheme.prefix !== undefined && !cut.startsWith(scheme.prefix) ? `${scheme.prefix}${cut}` : cut;
}

/** Normalises and checks; a wrong number comes back with what is wrong, never as an error. */
export function checkRegisterId(scheme: RegisterScheme, typed: string): RegisterIdResult {
  const id = normaliseRegisterId(scheme, typed);
  const match = new RegExp(`^(?:${scheme.shape})$`).exec(id);
  if (match === null) return { ok: false, id, reason: "shape" };
  return passes(scheme.check, match[1] ?? id) ? { ok: true, id } : { ok: false, id, reason: "check-digit" };
}

/** The normalised number. @throws invalid `register-id.shape` or `register-id.check-digit`. */
export function requireRegisterId(scheme: RegisterScheme, typed: string): string {
  const result = checkRegisterId(scheme, typed);
  if (!result.ok)
    throw new DomainError("invalid", `register-id.${result.reason}`, {
      scheme: scheme.id,
      typed,
      example: scheme.example,
    });
  return result.id;
}

function passes(check: CheckRule, digits: string): boolean {
  switch (check.kind) {
    case "none":
      return true;
    case "luhn":
      return luhnSum(digits) % 10 === 0;
    case "mod97":
      return Number(digits.slice(-2)) === 97 - remainderOf97([...digits.slice(0, -2)].map(Number), 10);
    case "mod11":
      return lastOfMod11(digits, check.weights) === Number(digits.at(-1));
    case "base32-mod97": {
      const rest = remainderOf97(
        [...digits.slice(0, -2)].map((letter) => crockford.indexOf(letter.toUpperCase())),
        32,
      );
      return Number(digits.slice(-2)) === 98 - ((rest * 100) % 97);
    }
  }
}

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
}

function remainderOf97(values: readonly number[], base: number): number {
  return values.reduce((rest, value) => (rest * base + value) % 97, 0);
}

function lastOfMod11(digits: string, weights: readonly number[]): number | undefined {
  if (digits.length !== weights.length + 1) return undefined;
  const total = weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
  const last = (11 - (total % 11)) % 11;
  return last === 10 ? undefined : last;
}

function compiled(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern);
  } catch {
    return undefined;
  }
}
