/** The one kind of error that the domain throws; everything else is a fault. */

export type ErrorKind = "invalid" | "forbidden" | "not_found" | "conflict" | "unavailable";

/** Facts a person or machine may see: ids, amounts in minor units, names of fields. Never secrets. */
export type ErrorFacts = Record<string, unknown>;

/**
 * A refusal of the domain. `code` is `noun.reason` (`task.already-answered`); `facts` are what the sentence shown to a
 * person is made of. HTTP and workflow each translate it in one file.
 */
export class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly facts: ErrorFacts;

  constructor(kind: ErrorKind, code: string, facts: ErrorFacts = {}, message: string = code) {
    super(message);
    this.name = "DomainError";
    this.kind = kind;
    this.code = code;
    this.facts = facts;
  }
}

/** Narrow an unknown thrown value to a refusal of the domain, optionally of one code. */
export function isDomainError(error: unknown, code?: string): error is DomainError {
  return error instanceof DomainError && (code === undefined || error.code === code);
}
