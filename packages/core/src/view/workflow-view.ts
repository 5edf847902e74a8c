/** The workflow of a case as a picture's data: the way taken, where it is, where it can go, for one audience. */
import type { Case, CaseStatus } from "../application/case.ts";
import { workingDaysBetween } from "../kernel/calendar.ts";
import { formatInstant, type Instant, toZonedDateString } from "../kernel/instant.ts";
import { locales } from "../letter/say.ts";
import { calendarOf, type NetworkFile, parkOf } from "../network/network-file.ts";
import type { Language } from "../person/person.ts";
import type { CaseItems } from "../port/store.ts";
import { holderText, type Task, taskPath } from "../task/task.ts";
import type { CaseView } from "./case-view.ts";
import { askedOf, type HolderPerson } from "./holders.ts";
import { nextSentences } from "./next-text.ts";
import { otherWays } from "./other-ways.ts";
import { staffSentences } from "./staff-next-text.ts";
import { outcomeWords, roleWords, type StationName, stationNames } from "./station-text.ts";
import type { StrandBlock, StrandLane, StrandStation, Strands } from "./strands.ts";

interface Facts {
  view: CaseView;
  items: CaseItems;
  names: Readonly<Record<string, string>>;
  network: NetworkFile;
  now: Instant;
  language: Language;
  /** People behind the roles that hold open tasks; staff only. */
  holders?: ReadonlyMap<string, readonly HolderPerson[]>;
}

/** Trunk stations and parallel blocks in order, with the workflow states whose tasks they show. */
export const pictureBlocks: readonly {
  name: StationName;
  states: readonly string[];
  parallel?: "reviews" | "approvals";
}[] = [
  { name: "Screen", states: ["Screen", "AnswerQuestion", "ConfirmIneligible"] },
  { name: "Reviews", states: ["AssignReviewers", "AssignReviewer", "Declare", "Review"], parallel: "reviews" },
  { name: "Propose", states: ["Propose"] },
  { name: "Approvals", states: ["Approve"], parallel: "approvals" },
  { name: "Release", states: ["Release"] },
  { name: "Accept", states: ["AcceptTerms"] },
  { name: "Use", states: ["Use"] },
  { name: "ConfirmService", states: ["ConfirmService", "SettleDispute"] },
  { name: "CheckClaim", states: ["CheckClaim", "AnswerQuery", "FinanceCheck"] },
  { name: "Pay", states: ["Pay"] },
];

/** Statuses that end the case before its last station: the station reached last is shown as refused. */
const cutShort: readonly CaseStatus[] = [
  "rejected",
  "ineligible",
  "withdrawn",
  "lapsed",
  "expired",
  "cancelled",
  "claim-refused",
];

export function viewWorkflow(facts: Facts): Strands {
  const one = facts.items.case[0];
  if (one === undefined) throw new Error("a picture of a case that is not there");
  const inside = facts.view.audience === "staff" || facts.view.audience === "auditor";
  const blocks = inside ? staffBlocks(facts, one) : partyBlocks(facts, one);
  const shown = new Set(
    blocks.flatMap((block) => (block.kind === "parallel" ? block.lanes.map(({ parkId }) => parkId) : [])),
  );
  const parks = facts.network.parks
    .filter(({ id }) => one.payingParks.includes(id) || shown.has(id))
    .map(({ id, name, mark }) => ({ id, name, shape: mark.shape, stake: one.payingParks.includes(id) }));
  return {
    caseId: one.caseId,
    audience: inside ? "staff" : "applicant",
    title: one.title === "" ? one.reference : one.title,
    zone: parkOf(facts.network, one.leadPark).zone,
    parks,
    blocks,
    otherWays: inside ? otherWays(blocks, facts.language) : [],
    next: nextSentence(facts, one),
  };
}

function nextSentence({ view, items, network, language }: Facts, one: Case): string {
  const park = parkOf(network, one.leadPark);
  const inside = view.audience === "staff" || view.audience === "auditor";
  const open = items.task.filter((task) => task.status === "open" && (inside || task.holder.kind === "organisation"));
  const due = open.map((task) => task.due).sort()[0];
  const status = view.status;
  const sentence = inside ? (staffSentences[status] ?? nextSentences[status]) : nextSentences[status];
  return sentence[language]({
    park: park.name,
    provider: one.providerName ?? "",
    applicant: one.applicantName,
    due: due === undefined ? "" : formatInstant(due, locales[language], park.zone),
  });
}

function trunk(
  name: StationName,
  state: StrandStation["state"],
  language: Language,
  more: Partial<StrandStation> = {},
): StrandBlock {
  return { kind: "trunk", id: name, label: stationNames[name][language], state, ...more };
}

function staffBlocks(facts: Facts, one: Case): StrandBlock[] {
  const { items, language } = facts;
  const blocks: StrandBlock[] = [submitted(one, language)];
  for (const block of pictureBlocks) {
    const tasks = items.task.filter((task) => block.states.includes(task.state));
    if (block.parallel === undefined) blocks.push(trunkOf(block.name, tasks, facts, one));
    else blocks.push(parallelOf(block.name, block.parallel, tasks, facts, one));
  }
  return blocks;
}

function submitted(one: Case, language: Language): StrandBlock {
  return trunk(
    "Submitted",
    one.submittedAt === undefined ? "present" : "done",
    language,
    one.submittedAt === undefined ? {} : { at: one.submittedAt },
  );
}

/** Parties see one strand with plain stations; what happens inside the park until release is one station. */
function partyBlocks(facts: Facts, one: Case): StrandBlock[] {
  const { items, language, view } = facts;
  const afterRelease =
    items.task.some((task) => task.workflow === "voucher-use") || ["issued", "rejected"].includes(view.status);
  const screen = items.task.filter((task) => task.state === "Screen");
  const past = view.status !== "draft" && view.status !== "screening" && view.status !== "more-information";
  const inside: StrandBlock[] = [
    trunk(
      "Screen",
      past ? "done" : one.submittedAt === undefined ? "to-come" : "present",
      language,
      screen.length > 0 && past ? {} : {},
    ),
    trunk("Reviews", afterRelease ? "done" : past && !cutShort.includes(view.status) ? "present" : "to-come", language),
    trunk("Release", afterRelease ? (view.status === "rejected" ? "refused" : "done") : "to-come", language),
  ];
  const use = pictureBlocks.slice(5).map((block) =>
    trunkOf(
      block.name,
      items.task.filter((task) => block.states.includes(task.state)),
      facts,
      one,
    ),
  );
  return [submitted(one, language), ...inside, ...use.map(hideNames)];
}

function hideNames(block: StrandBlock): StrandBlock {
  if (block.kind !== "trunk") return block;
  const { by: _by, holder: _holder, ...shown } = block;
  return shown;
}

function trunkOf(name: StationName, tasks: readonly Task[], facts: Facts, one: Case): StrandBlock {
  const latest = newest(tasks);
  if (latest === undefined) return trunk(name, "to-come", facts.language);
  const station = stationOf(latest, facts, one);
  const open = tasks.filter((task) => task.status === "open");
  const present = open[0] === undefined ? station : stationOf(open[0], facts, one);
  return { kind: "trunk", ...present, id: name, label: stationNames[name][facts.language] };
}

function parallelOf(
  name: StationName,
  kind: "reviews" | "approvals",
  tasks: readonly Task[],
  facts: Facts,
  one: Case,
): StrandBlock {
  const { items, language, network } = facts;
  const parkOfTask = (task: Task) =>
    kind === "approvals"
      ? task.slot
      : (items.slot.find((slot) => slot.slot === task.slot)?.reviewerPark ?? one.leadPark);
  const perSlot = new Map<string, Task>();
  for (const task of [...tasks].sort((a, b) => a.opened.localeCompare(b.opened))) perSlot.set(task.slot, task);
  const lanes: StrandLane[] = [];
  for (const { id } of network.parks) {
    const stations = [...perSlot.values()]
      .filter((task) => parkOfTask(task) === id)
      .map((task) => stationOf(task, facts, one));
    if (stations.length > 0) lanes.push({ parkId: id, stations });
  }
  if (lanes.length === 0) {
    const parkIds = kind === "approvals" ? one.payingParks : [one.leadPark];
    lanes.push(
      ...parkIds.map((parkId) => ({
        parkId,
        stations: [{ id: `${name}-${parkId}`, label: stationNames[name][language], state: "to-come" as const }],
      })),
    );
  }
  const done = lanes.flatMap(({ stations }) => stations).filter(({ state }) => state === "done").length;
  const all = lanes.flatMap(({ stations }) => stations).length;
  return { kind: "parallel", id: name, label: stationNames[name][language], sublabel: `${done} / ${all}`, lanes };
}

function stationOf(task: Task, facts: Facts, one: Case): StrandStation {
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
function holderName(task: Task, { names, network, holders, language }: Facts, one: Case): string {
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
