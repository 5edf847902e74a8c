/** The only file that knows both refusals and HTTP: DomainError → problem+json (RFC 9457). */
import { DomainError } from "@multihelix/core/kernel/error.ts";
import * as z from "zod";
import { sentences } from "./sentence.ts";

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** `noun.reason`, stable. */
  code: z.string(),
  /** One plain sentence for a person: what happened, what was kept, what to do now. */
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  facts: z.record(z.string(), z.unknown()).optional(),
  /** Of a fault: what to tell the operator. */
  incident: z.string().optional(),
});
const fieldProblemSchema = z.array(z.object({ path: z.string(), message: z.string() }));
export type Problem = z.infer<typeof problemSchema>;

/** Refusals that more patience mends: tried too often, not the system's fault. */
const tooOften = new Set([
  "sign-in.too-many",
  "second-factor.locked",
  "passkey.too-often",
  "organisation.too-often",
  "provider.asked-too-often",
]);
const statusOf = { invalid: 422, forbidden: 403, not_found: 404, conflict: 409, unavailable: 503 } as const;
/** What any route may answer besides success; 405 is for methods that no route has. */
export const statuses = [400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503] as const;
export type ProblemStatus = (typeof statuses)[number] | 405;
const titles: Record<ProblemStatus, string> = {
  400: "Not understood",
  401: "Sign in first",
  403: "Not allowed",
  404: "Not found",
  405: "Not this method",
  409: "Changed meanwhile",
  413: "Too large",
  415: "Wrong content type",
  422: "Not accepted",
  429: "Too many tries",
  500: "Fault",
  503: "Not available just now",
};

/** A problem document for a code, with its sentence. */
export function problemOf(status: ProblemStatus, code: string, facts: Record<string, unknown> = {}): Problem {
  const { problems, ...others } = facts;
  const fields = fieldProblemSchema.safeParse(problems);
  const errors = fields.data?.map(({ path, message }) => ({
    pointer: pointerOf(path),
    detail: message,
  }));
  // Problems that are about lines or orders instead of fields are facts like any other.
  const rest = fields.success || problems === undefined ? others : facts;
  return {
    type: `https://multihelix.example/problems/${code}`,
    title: titles[status],
    status,
    code,
    detail: sentences(code, rest),
    ...(errors === undefined ? {} : { errors }),
    ...(Object.keys(rest).length > 0 ? { facts: rest } : {}),
  };
}

/** RFC 6901; empty for the body as a whole. */
function pointerOf(path: string): string {
  return path
    .split(".")
    .filter((part) => part !== "")
    .map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

/** The problem of a thrown refusal; undefined for a fault. */
export function problemOfError(error: unknown): Problem | undefined {
  if (!(error instanceof DomainError)) return undefined;
  const status = tooOften.has(error.code) ? 429 : error.code.startsWith("idempotency.") ? 409 : statusOf[error.kind];
  return problemOf(status, error.code, error.facts);
}
