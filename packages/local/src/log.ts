/** The log of one machine: one JSON line per event on standard error. */
import { factsKept, faultFacts } from "@multihelix/adapters/system/log-facts.ts";
import type { Log } from "@multihelix/core/port/deps.ts";

function line(level: string, event: string, facts: Record<string, unknown> | undefined, error?: unknown): string {
  return JSON.stringify({ at: new Date().toISOString(), level, event, ...factsKept(facts), ...faultFacts(error) });
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
