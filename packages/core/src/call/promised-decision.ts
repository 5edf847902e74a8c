/** The only place that says by when a call promises to decide (domain §4, review plan). */
import { dayAfter } from "../kernel/day.ts";
import { endOfDay, type Instant, toZonedDateString } from "../kernel/instant.ts";
import { type NetworkFile, parkOf } from "../network/network-file.ts";
import type { Call } from "./call.ts";

type Dated = Pick<Call, "mode" | "closes" | "decisionDays" | "leadPark">;

/** `YYYY-MM-DD`, so many days after closing where there is a deadline, else after `from`. */
export function decisionDay({ mode, closes }: Dated, days: number, from: Instant, zone: string): string {
  return dayAfter(toZonedDateString(mode === "deadline" ? closes : from, zone), days);
}

/** End of the promised day where the lead park is; undefined where the call promises nothing. */
export function promisedUntil(call: Dated, submittedAt: Instant, network: NetworkFile): Instant | undefined {
  if (call.decisionDays === undefined) return undefined;
  const { zone } = parkOf(network, call.leadPark);
  return endOfDay(decisionDay(call, call.decisionDays, submittedAt, zone), zone);
}
