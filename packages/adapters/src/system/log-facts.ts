/** The only place that says what may stand in a log line, wherever the product runs. */

/** Facts whose names promise a secret are dropped, whoever passed them. */
const secret = /token|secret|iban|account|score|password|cookie|code$/i;
/** `noun.reason`: the code of a refusal, and not one that somebody could sign in with. */
const refusal = /^[a-z-]+\.[a-z.-]+$/;

/** The facts of an event without those that a log must not hold. */
export function factsKept(facts: Record<string, unknown> = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([name, value]) => !secret.test(name) || (name === "code" && typeof value === "string" && refusal.test(value)),
    ),
  );
}

/** Where a fault came from without its message, which may quote what it was given: a letter's text, a token, an account. */
export function faultFacts(error: unknown): Record<string, unknown> {
  if (error === undefined) return {};
  const { name, code, stack } = error as { name?: string; code?: unknown; stack?: string };
  return { error: name, reason: code, frames: framesOf(stack) };
}

function framesOf(stack: string | undefined): string[] | undefined {
  return stack
    ?.split("\n")
    .filter((text) => /^\s+at /.test(text))
    .slice(0, 6)
    .map((text) => text.trim());
}
