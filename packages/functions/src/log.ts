/** The log port in AWS: one JSON line per event, by Powertools. */
import { Logger } from "@aws-lambda-powertools/logger";
import { factsKept, faultFacts } from "@multihelix/adapters/system/log-facts.ts";
import type { Log } from "@multihelix/core/port/deps.ts";

/** A log whose lines carry `service` (the function's name) and `version`. Alarms count lines by their `message`. */
export function createLog(service: string, version: string): Log {
  const logger = new Logger({ serviceName: service, persistentKeys: { version } });
  return {
    info: (event, facts) => logger.info(event, factsKept(facts)),
    warn: (event, facts) => logger.warn(event, factsKept(facts)),
    error: (event, facts, error) => logger.error(event, { ...factsKept(facts), ...faultFacts(error) }),
  };
}
