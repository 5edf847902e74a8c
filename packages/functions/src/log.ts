/** The log port in AWS: one JSON line per event, by Powertools. */
import { Logger } from "@aws-lambda-powertools/logger";
import type { Log } from "@multihelix/core/port/deps.ts";

/** Facts whose names promise a secret are dropped, whoever passed them. */
const secret = /token|secret|iban|account|score|password|cookie|code$/i;
/** `noun.reason`: the code of a refusal, and not one that somebody could sign in with. */
const refusal = /^[a-z-]+\.[a-z.-]+$/;

/** A log whose lines carry `service` (the function's name) and `version`. Alarms count lines by their `message`. */
export function createLog(service: string, version: string): Log {
  const logger = new Logger({ serviceName: service, persistentKeys: { version } });
  return {
    info: (event, facts) => logger.info(event, kept(facts)),
    warn: (event, facts) => logger.warn(event, kept(facts)),
    error: (event, facts, error) => {
      if (error instanceof Error) logger.error(event, { ...kept(facts), error });
      else logger.error(event, kept(facts));
    },
  };
}

function kept(facts: Record<string, unknown> = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([name, value]) => !secret.test(name) || (name === "code" && typeof value === "string" && refusal.test(value)),
    ),
  );
}
