/** A dry run of earlier awards, or of some that are taken back, and the taking over of one line. */
import type { ImportLine, ImportRun } from "../../import/import-run.ts";
import type { Csv, Looked, Taken } from "../../import/kind.ts";
import { type Found, lookAtRows } from "../../import/look-at-rows.ts";
import type { Actor, PersonActor } from "../../kernel/actor.ts";
import { toZonedDateString } from "../../kernel/instant.ts";
import { momentOf, perform } from "../../kernel/perform.ts";
import type { Moment } from "../../kernel/verb.ts";
import { parkOf } from "../../network/network-file.ts";
import type { Organisation } from "../../organisation/organisation.ts";
import type { Deps } from "../../port/deps.ts";
import type { AidGrant } from "../group.ts";
import { readAidFacts, rowOrganisation } from "./aid-facts.ts";
import {
  type AidCells,
  type AidFile,
  type AidProblemCode,
  aidCellsSchema,
  type BackCells,
  type BackFile,
  backCellsSchema,
  readAidFile,
  readBackFile,
} from "./aid-file.ts";
import { type AidPlan, planAid } from "./aid-plan.ts";
import { warningsOf } from "./aid-warnings.ts";
import { aidInput, importAid } from "./import-aid.ts";
import { awardToTakeBack, takeAidBack } from "./take-aid-back.ts";

interface Planned {
  readonly plan: AidPlan;
  readonly grants: readonly AidGrant[];
}

export async function lookAtAid(deps: Deps, _actor: Actor, parkId: string, csv: Csv): Promise<Looked> {
  const file = readAidFile(csv);
  const moment = momentOf(deps, deps.ids.ulid(), await deps.network.current());
  const { problems, lines } = await lookAtRows(file, (line, row) => look(deps, moment, parkId, line, row, file.place));
  const today = toZonedDateString(moment.now, parkOf(moment.network, parkId).zone);
  const fresh = lines.filter(({ found }) => !found.known);
  return {
    problems,
    lines: lines.map(({ found, plan, grants }) => {
      if (found.known) return found;
      const beside = fresh.filter((one) => one.found !== found && isSameUndertaking(one.plan, plan));
      const others = [
        ...grants.filter(({ status }) => status === "granted"),
        ...beside.map((one) => countingOf(one.plan)),
      ];
      const warnings = warningsOf(plan, others, today);
      return warnings.length === 0 ? found : { ...found, warnings };
    }),
    content: file.rows.map(({ row }) => row),
  };
}

/** Those that are taken back again are no news. */
export async function lookAtBack(deps: Deps, _actor: Actor, parkId: string, csv: Csv): Promise<Looked> {
  const file = readBackFile(csv);
  const { problems, lines } = await lookAtRows(file, (line, row) => lookBack(deps, parkId, line, row, file.place));
  return { problems, lines: lines.map(({ found }) => found), content: file.rows.map(({ row }) => row) };
}

/** One line of a run that two people stand for, once. */
export async function takeAid(deps: Deps, actor: PersonActor, run: ImportRun, line: ImportLine): Promise<Taken> {
  const { parkId, importId } = run;
  const input = aidInput(aidCellsSchema.parse(line.row), await deps.network.current(), deps.digest);
  const from = { parkId, importId, line: line.line };
  return perform(deps, actor, `${importId}:${line.line}`, importAid, { ...input, from });
}

export async function takeBack(deps: Deps, actor: PersonActor, run: ImportRun, line: ImportLine): Promise<Taken> {
  const { parkId, importId } = run;
  const row = backCellsSchema.parse(line.row);
  const organisationId = rowOrganisation(row, await deps.network.current(), deps.digest);
  const from = { parkId, importId, line: line.line };
  return perform(deps, actor, `${importId}:${line.line}`, takeAidBack, { organisationId, row, from });
}

/** As the verb will see it, without doing it. */
async function look(
  deps: Deps,
  moment: Moment,
  parkId: string,
  line: number,
  row: AidCells,
  place: AidFile["place"],
): Promise<Found<AidProblemCode, Planned>> {
  const facts = await readAidFacts(deps.store, rowOrganisation(row, moment.network, deps.digest), row);
  const planned = planAid(facts, row, parkId, moment);
  if ("faults" in planned) return { problems: planned.faults.map((fault) => place(line, fault)) };
  const { plan } = planned;
  const { organisation, original, before } = plan;
  const known = before?.status === "granted";
  const figure = figureOf(parkId, countingOf(plan), 1);
  const found = lineOf(line, row, organisation, original, known, known ? [] : [figure]);
  return { found, plan, grants: facts.grants };
}

async function lookBack(
  deps: Deps,
  parkId: string,
  line: number,
  row: BackCells,
  place: BackFile["place"],
): Promise<Found<AidProblemCode>> {
  const network = await deps.network.current();
  const facts = await readAidFacts(deps.store, rowOrganisation(row, network, deps.digest), row);
  const planned = awardToTakeBack(facts, row, parkId);
  if ("faults" in planned || facts.organisation === undefined)
    return { problems: ("faults" in planned ? planned.faults : []).map((fault) => place(line, fault)) };
  const { award } = planned;
  const known = award.status === "freed";
  const original = award.earlier?.original ?? { amount: award.amount, currency: award.currency };
  const found = lineOf(line, row, facts.organisation, original, known, known ? [] : [figureOf(parkId, award, -1)]);
  return { found };
}

function lineOf(
  line: number,
  row: AidCells | BackCells,
  { legalName: party, organisationId }: Organisation,
  { amount, currency }: AidPlan["original"],
  known: boolean,
  figures: ImportLine["figures"],
): ImportLine {
  return {
    line,
    row,
    reference: row.reference,
    party,
    organisationIds: [organisationId],
    known,
    currency,
    awarded: amount,
    paid: 0,
    left: 0,
    figures,
  };
}

type Counting = Pick<AidGrant, "basis" | "jurisdiction" | "date" | "amount" | "currency">;

function countingOf({ basis, jurisdiction, grantedOn, counted: { money } }: AidPlan): Counting {
  return { basis, jurisdiction, date: grantedOn, amount: money.amount, currency: money.currency };
}

/** What the line adds to the ceiling's count, or takes from it. */
function figureOf(
  parkId: string,
  { basis, jurisdiction, date, amount, currency }: Counting,
  sign: 1 | -1,
): ImportLine["figures"][number] {
  const year = Number(date.slice(0, 4));
  return { parkId, basis, country: jurisdiction, year, currency, awarded: sign * amount, paid: 0, left: 0 };
}

function isSameUndertaking(one: AidPlan, other: AidPlan): boolean {
  return one.aidGroup.aidGroupId === other.aidGroup.aidGroupId;
}
