/** The workflow picture of those outside the park: one strand with plain stations. */
import { type Case, type CaseStatus, isStated } from "../application/case.ts";
import { type PictureFacts, shownTask, submitted, trunk, trunkOf } from "./station.ts";
import type { StationName } from "./station-text.ts";
import type { StrandStation, StrandTrunk } from "./strands.ts";

export interface PartyBlock {
  readonly name: StationName;
  readonly states: readonly string[];
}

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

/** Statuses in which the park is at work at a station, whichever of its people holds it. */
const parkAtWork: Partial<Record<StationName, readonly CaseStatus[]>> = {
  Use: ["suspended"],
  ConfirmService: ["disputed"],
  CheckClaim: ["claim-check"],
  Pay: ["paying"],
};

/** What happens inside the park until release is one station. @param use stations of the voucher's use, in order. */
export function partyBlocks(facts: PictureFacts, one: Case, use: readonly PartyBlock[]): StrandTrunk[] {
  const { items, language, view } = facts;
  const afterRelease =
    items.task.some((task) => task.workflow === "voucher-use") ||
    ["conditional", "issued", "rejected"].includes(view.status) ||
    one.condition?.grantedAt !== undefined;
  const past = view.status !== "draft" && view.status !== "screening" && view.status !== "more-information";
  const reviewed: StrandStation["state"] = past && !cutShort.includes(view.status) ? "present" : "to-come";
  const ahead = facts.unreviewed === true ? reviewed : "to-come";
  const release = afterRelease ? (view.status === "rejected" ? "refused" : "done") : ahead;
  return [
    submitted(one, language),
    trunk("Screen", past ? "done" : one.submittedAt === undefined ? "to-come" : "present", language),
    ...(facts.unreviewed === true ? [] : [trunk("Reviews", afterRelease ? "done" : reviewed, language)]),
    trunk("Release", release, language),
    ...use.map((block) => stationOutside(block, facts, one)),
  ];
}

/** Of what the park holds, parties see that it is there: not which of its people has it, nor until when. */
function stationOutside({ name, states }: PartyBlock, facts: PictureFacts, one: Case): StrandTrunk {
  const tasks = facts.items.task.filter((task) => states.includes(task.state));
  // Stated and not granted yet: until then the park's people hold a release, which is none of a party's stations.
  if (name === "Condition" && isStated(one)) return trunk(name, "present", facts.language);
  const { by: _by, holder: _holder, ...station } = trunkOf(name, tasks, facts, one);
  if (shownTask(tasks)?.holder.kind !== "role") return station;
  if (parkAtWork[name]?.includes(facts.view.status)) return trunk(name, "present", facts.language);
  const { due: _due, workingDaysLeft: _left, overdue: _overdue, ...shown } = station;
  return shown;
}
