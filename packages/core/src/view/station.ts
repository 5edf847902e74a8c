/** One station of a workflow picture: from a task, in the reader's language. */
import type { Case } from "../application/case.ts";
import { workingDaysBetween } from "../kernel/calendar.ts";
import { type Instant, toZonedDateString } from "../kernel/instant.ts";
import { calendarOf, type NetworkFile, parkOf } from "../network/network-file.ts";
import type { Language } from "../person/person.ts";
import type { CaseItems } from "../port/store.ts";
import { holderText, type Task, taskPath } from "../task/task.ts";
import type { CaseView } from "./case-view.ts";
import { askedOf, type HolderPerson } from "./holders.ts";
import { outcomeWords, roleWords, type StationName, stationNames } from "./station-text.ts";
import type { StrandStation, StrandTrunk } from "./strands.ts";

export interface PictureFacts {
  view: CaseView;
  items: CaseItems;
  names: Readonly<Record<string, string>>;
  network: NetworkFile;
  now: Instant;
  language: Language;
  /** People behind the roles that hold open tasks; staff only. */
  holders?: ReadonlyMap<string, readonly HolderPerson[]>;
  /** The call wants no review for what is asked. */
  unreviewed?: boolean;
}

export function trunk(
  name: StationName,
  state: StrandStation["state"],
  language: Language,
  more: Partial<StrandStation> = {},
): StrandTrunk {
  return { kind: "trunk", id: name, label: stationNames[name][language], state, ...more };
}

export function submitted(one: Case, language: Language): StrandTrunk {
  return trunk(
    "Submitted",
    one.submittedAt === undefined ? "present" : "done",
    language,
    one.submittedAt === undefined ? {} : { at: one.submittedAt },
  );
}

export function trunkOf(name: StationName, tasks: readonly Task[], facts: PictureFacts, one: Case): StrandTrunk {
  const task = shownTask(tasks);
  if (task === undefined) return trunk(name, "to-come", facts.language);
  return { kind: "trunk", ...stationOf(task, facts, one), id: name, label: stationNames[name][facts.language] };
}

/** What waits, else what came last. */
export function shownTask(tasks: readonly Task[]): Task | undefined {
  return tasks.find((task) => task.status === "open") ?? newest(tasks);
}

export function stationOf(task: Task, facts: PictureFacts, one: Case): StrandStation {
  const { names, network, now, language } = facts;
  const outcome = String(task.answer?.["outcome"] ?? "");
  const words = outcomeWords[task.state === "Approve" && outcome === "ask" ? "ask_back" : outcome]?.[language];
  const refused = [
    "decline",
    "silent",
    "declined",
    "conflicted",
    "ineligible",
    "rejected",
    "lapsed",
    "expired",
    "withdrawn",
    "cancelled",
  ].includes(outcome);
  const open = task.status === "open";
  const calendar = calendarOf(network, parkOf(network, one.leadPark).calendar);
  const zone = parkOf(network, one.leadPark).zone;
  const left = workingDaysBetween(toZonedDateString(now, zone), toZonedDateString(task.due, zone), calendar);
  return {
    id: taskPath(task),
    label: words ?? "",
    state: open ? "present" : refused ? "refused" : "done",
    ...(task.at === undefined ? {} : { at: task.at }),
    ...(task.by === undefined ? {} : { by: names[task.by] ?? task.by }),
    ...(open
      ? { holder: holderName(task, facts, one), due: task.due, workingDaysLeft: left, overdue: task.due < now }
      : {}),
  };
}

/** The one person who is asked, else how many: `2 approvers`. */
function holderName(task: Task, { names, network, holders, language }: PictureFacts, one: Case): string {
  const { holder } = task;
  if (holder.kind === "person") return names[holder.personId] ?? "";
  if (holder.kind === "organisation") {
    return holder.organisationId === one.applicantId ? one.applicantName : (one.providerName ?? "");
  }
  const asked = askedOf(holders?.get(holderText(holder)) ?? []);
  if (asked.length === 0) return parkOf(network, holder.parkId).name;
  return asked.length === 1 ? (asked[0] ?? "") : `${asked.length} ${roleWords[holder.role][language]}`;
}

function newest(tasks: readonly Task[]): Task | undefined {
  return [...tasks].sort((a, b) => a.opened.localeCompare(b.opened)).at(-1);
}
