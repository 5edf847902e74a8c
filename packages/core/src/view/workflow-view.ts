/** The workflow of a case as a picture's data: the way taken, where it is, where it can go, for one audience. */
import { type Case, isStated } from "../application/case.ts";
import { formatInstant } from "../kernel/instant.ts";
import { locales } from "../letter/say.ts";
import { parkOf } from "../network/network-file.ts";
import type { Task } from "../task/task.ts";
import { actsFor, nextSentences, over, unreviewedSentence } from "./next-text.ts";
import { otherWays } from "./other-ways.ts";
import { partyBlocks } from "./party-picture.ts";
import { staffSentences } from "./staff-next-text.ts";
import { statedSentence } from "./stated-text.ts";
import { type PictureFacts, stationOf, submitted, trunkOf } from "./station.ts";
import { type StationName, stationNames } from "./station-text.ts";
import type { StrandBlock, StrandLane, Strands } from "./strands.ts";

/** Trunk stations and parallel blocks in order, with the workflow states whose tasks they show. */
export const pictureBlocks: readonly {
  name: StationName;
  states: readonly string[];
  parallel?: "reviews" | "approvals";
}[] = [
  { name: "Screen", states: ["Screen", "AnswerQuestion", "ConfirmIneligible"] },
  { name: "Reviews", states: ["AssignReviewers", "AssignReviewer", "Declare", "Review"], parallel: "reviews" },
  { name: "Propose", states: ["SettleScope", "AwaitRanking", "Propose"] },
  { name: "Approvals", states: ["Approve"], parallel: "approvals" },
  { name: "Release", states: ["Release"] },
  { name: "Redress", states: ["Admissibility", "Outcome"] },
  { name: "Condition", states: ["Condition"] },
  { name: "Accept", states: ["AcceptTerms"] },
  { name: "Use", states: ["Use", "Suspended"] },
  { name: "ConfirmService", states: ["ConfirmService", "SettleDispute"] },
  { name: "CheckClaim", states: ["CheckClaim", "AnswerQuery", "FinanceCheck", "Refused"] },
  { name: "Pay", states: ["Pay"] },
  { name: "FollowUp", states: ["FollowUp"] },
];

export function viewWorkflow(facts: PictureFacts): Strands {
  const one = facts.items.case[0];
  if (one === undefined) throw new Error("a picture of a case that is not there");
  const inside = facts.view.audience === "staff" || facts.view.audience === "auditor";
  const drawn = pictureBlocks.filter(
    ({ name }) =>
      (name !== "Condition" || one.condition !== undefined) &&
      (name !== "Redress" || one.redress !== undefined) &&
      (name !== "FollowUp" || facts.items.task.some(({ kind }) => kind === "answer-kpi")),
  );
  const use = drawn.slice(drawn.findIndex(({ name }) => name === "Release") + 1);
  const blocks = inside
    ? staffBlocks(facts, one, drawn)
    : partyBlocks(
        facts,
        one,
        use.filter(({ name }) => name !== "Redress"),
      );
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

/** As much as the sentence looks at. */
type Told = Pick<PictureFacts, "network" | "language" | "unreviewed"> & {
  readonly view: Pick<PictureFacts["view"], "audience" | "status">;
  readonly items: Pick<PictureFacts["items"], "task">;
};

/** What happens next, in one sentence. */
export function nextSentence({ view, items, network, language, unreviewed }: Told, one: Case): string {
  const park = parkOf(network, one.leadPark);
  const inside = view.audience === "staff" || view.audience === "auditor";
  const status = view.status;
  const acts = actsFor[status];
  // Of who the sentence says acts: a party's day is no park's, nor another party's; a park's is for those inside.
  const open = items.task.filter(
    (task) =>
      task.status === "open" && (acts === undefined ? inside && task.holder.kind === "role" : task.kind === acts),
  );
  const due = open.map((task) => task.due).sort()[0];
  const ended = one.closedAt === undefined ? nextSentences[status] : over;
  const outside = unreviewed === true && status === "in-review" ? unreviewedSentence : ended;
  // Whoever may see the condition itself: what was stated, and who is not verified, is nobody else's to know.
  const told = inside || view.audience === "applicant";
  if (told && isStated(one)) return statedSentence(one, park.name, language);
  const sentence = inside ? (staffSentences[status] ?? ended) : outside;
  return sentence[language]({
    park: park.name,
    provider: one.providerName ?? "",
    applicant: one.applicantName,
    due: due === undefined ? "" : formatInstant(due, locales[language], park.zone),
  });
}

function staffBlocks(facts: PictureFacts, one: Case, drawn: typeof pictureBlocks): StrandBlock[] {
  const { items, language } = facts;
  const blocks: StrandBlock[] = [submitted(one, language)];
  for (const block of drawn) {
    const tasks = items.task.filter((task) => block.states.includes(task.state));
    if (block.parallel === undefined) blocks.push(trunkOf(block.name, tasks, facts, one));
    else blocks.push(parallelOf(block.name, block.parallel, tasks, facts, one));
  }
  return blocks;
}

function parallelOf(
  name: StationName,
  kind: "reviews" | "approvals",
  tasks: readonly Task[],
  facts: PictureFacts,
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
