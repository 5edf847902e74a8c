/** Turns a row of the task table into instants, once, when the task opens. */

import type { Case } from "../application/case.ts";
import { dueInstant } from "../kernel/calendar.ts";
import { addDays, type Instant } from "../kernel/instant.ts";
import { calendarOf, type NetworkFile, parkOf } from "../network/network-file.ts";
import type { Reader } from "../port/store.ts";
import type { Slot } from "../review/slot.ts";
import type { Span, TaskRule } from "./kind.ts";
import type { Holder, Task } from "./task.ts";

export interface ClockOf {
  /** Calendar whose working days count: the country (and region) of the person who acts. */
  calendar: string;
  /** Zone in which a day ends: of the park acted for, or of the applicant's country. */
  zone: string;
  /** Closures of the paying park, `YYYY-MM-DD`. */
  closures: readonly string[];
}

/** The clock of somebody who acts for this park. */
export function clockOfPark(network: NetworkFile, parkId: string): ClockOf {
  const park = parkOf(network, parkId);
  return { calendar: park.calendar, zone: park.zone, closures: park.closures };
}

/** Where somebody works who acts for no park: a reviewer's park, a provider's country. */
export interface WorksAt {
  readonly parkId?: string | undefined;
  readonly country?: string | undefined;
}

/**
 * Whose days count: the park acted for; for the applicant, the calendar and zone of its country; for a reviewer and a
 * provider the calendar of their park or country, in the zone and over the closures of the park acted for.
 */
export function clockOfHolder(
  network: NetworkFile,
  one: Pick<Case, "leadPark" | "applicantId" | "applicantCountry">,
  holder: Holder,
  worksAt: WorksAt = {},
): ClockOf {
  const clock = clockOfPark(network, holder.kind === "role" ? holder.parkId : one.leadPark);
  if (holder.kind === "role") return clock;
  const isApplicant = holder.kind === "organisation" && holder.organisationId === one.applicantId;
  const home = network.parks.find(({ id, country }) =>
    holder.kind === "person"
      ? id === worksAt.parkId
      : country === (isApplicant ? one.applicantCountry : worksAt.country),
  );
  if (home === undefined) return clock;
  return { calendar: home.calendar, zone: isApplicant ? home.zone : clock.zone, closures: clock.closures };
}

/** The provider's country, of the organisation as it is now. */
export async function readWorksAt(reader: Reader, holder: Holder, slot?: Pick<Slot, "reviewerPark">): Promise<WorksAt> {
  if (holder.kind === "person") return { parkId: slot?.reviewerPark };
  if (holder.kind === "role") return {};
  const organisation = await reader.get("organisation", { organisationId: holder.organisationId });
  return { country: organisation?.address.country };
}

/** When a span that starts now is over. */
export function spanEnd(network: NetworkFile, opened: Instant, span: Span, clock: ClockOf): Instant {
  const calendar = calendarOf(network, clock.calendar);
  return dueInstant({ opened, ...span, calendar, closures: clock.closures, zone: clock.zone });
}

export type Deadlines = Pick<Task, "due" | "reminders" | "escalations" | "timeOut" | "nextAt">;

/** Due, reminders, escalations and time-out of a task that opens now. */
export function deadlinesOf(network: NetworkFile, opened: Instant, rule: TaskRule, clock: ClockOf): Deadlines {
  const at = (span: Span) => spanEnd(network, opened, span, clock);
  return withNext({
    due: at(rule.due),
    reminders: rule.reminders.map(at),
    escalations: rule.escalations.map(at),
    ...(rule.timeOut === undefined ? {} : { timeOut: at(rule.timeOut.after) }),
  });
}

/** Deadlines of a task that ends with a voucher's validity: reminders 60, 30 and 7 days before, silence counts 30 days after, at the same time of day in `zone`. */
export function deadlinesOfUse(opened: Instant, expires: Instant, zone: string): Deadlines {
  const reminders = [60, 30, 7].map((before) => addDays(expires, -before, zone)).filter((at) => at > opened);
  return withNext({ due: expires, reminders, escalations: [], timeOut: addDays(expires, 30, zone) });
}

/** Recomputes the next instant at which the sweep must look at the task. */
export function withNext<T extends Omit<Deadlines, "nextAt">>(deadlines: T): T & Pick<Deadlines, "nextAt"> {
  const all = [
    ...deadlines.reminders,
    ...deadlines.escalations,
    ...(deadlines.timeOut === undefined ? [] : [deadlines.timeOut]),
  ].sort();
  return { ...deadlines, nextAt: all[0] };
}
