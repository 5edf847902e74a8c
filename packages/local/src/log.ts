/** The log of one machine: one JSON line per event on standard error; never bank data, codes, tokens or scores. */
import type { Log } from "@multihelix/core/port/deps.ts";

/** Facts whose names promise a secret are dropped, whoever passed them. */
const secret = /token|code$|secret|iban|account|score|password|cookie/i;

function line(level: string, event: string, facts: Record<string, unknown> | undefined, error?: unknown): string {
  const kept = Object.fromEntries(
    Object.entries(facts ?? {}).filter(([name]) => !secret.test(name) || name === "code"),
  );
  const fault = error as { name?: string; code?: unknown; stack?: string } | undefined;
  return JSON.stringify({
    at: new Date().toISOString(),
    level,
    event,
    ...kept,
    ...(fault === undefined ? {} : { error: fault.name, reason: fault.code, frames: framesOf(fault.stack) }),
  });
}

/** Where a fault came from without its message, which may quote what it was given: a letter's text, a token, an account. */
function framesOf(stack: string | undefined): string[] | undefined {
  return stack
    ?.split("\n")
    .filter((text) => /^\s+at /.test(text))
    .slice(0, 6)
    .map((text) => text.trim());
}

/** Writes lines with `write`; `quiet` keeps information back and shows warnings and errors only. */
export function createLog(write: (text: string) => void, quiet = false): Log {
  return {
    info: (event, facts) => {
      if (!quiet) write(line("info", event, facts));
    },
    warn: (event, facts) => write(line("warn", event, facts)),
    error: (event, facts, error) => write(line("error", event, facts, error)),
  };
}
