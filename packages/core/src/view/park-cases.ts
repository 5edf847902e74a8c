/** A park's list of cases as its reader asked for it: rows with their age, names of who holds them, and the place of the next page. */
import * as z from "zod";
import { caseStatusSchema } from "../application/case.ts";
import { holdsRole, type PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { callIdSchema } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Deps } from "../port/deps.ts";
import {
  type AgedRow,
  type CaseFilter,
  type CaseList,
  caseFilterSchema,
  caseListSchema,
  listCases,
  readRows,
  rowsMost,
} from "../row/list-cases.ts";
import type { Row } from "../row/row.ts";
import { type Age, agesOf } from "./age.ts";
import { namesOfIds } from "./names.ts";

function namesStatuses(text: string): boolean {
  return text.split(",").every((status) => caseStatusSchema.safeParse(status).success);
}

/** The filter as an address carries it. */
export const parkCasesQuery = z.object({
  call: callIdSchema.optional(),
  /** Several with commas between them. */
  status: z.string().max(400).refine(namesStatuses, { error: "A status that no case can have." }).optional(),
  search: caseFilterSchema.shape.search,
  holder: caseFilterSchema.shape.holder,
  overdue: z.enum(["true", "false"]).optional(),
  view: caseFilterSchema.shape.view,
  providerPark: caseFilterSchema.shape.providerPark,
  age: caseFilterSchema.shape.age,
  sort: caseFilterSchema.shape.sort,
  descending: z.enum(["true", "false"]).default("false"),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ParkCasesQuery = z.infer<typeof parkCasesQuery>;

export const parkCasesSchema = caseListSchema.omit({ next: true }).extend({
  cursor: z.string().optional(),
  /** Of people and organisations that hold something: `person:per_…` → name. */
  holderNames: z.record(z.string(), z.string()),
});
export type ParkCases = z.infer<typeof parkCasesSchema>;

/** `invalid list.stale-cursor` for a cursor of another question; as `readRows` refuses. */
export async function readParkCases(
  deps: Deps,
  actor: PersonActor,
  parkId: string,
  query: ParkCasesQuery,
): Promise<ParkCases> {
  const { cursor, ...asked } = query;
  const context = `${actor.personId}:${parkId}:${JSON.stringify(asked)}`;
  const opened = cursor === undefined ? "0" : deps.secrets.open("cursor", context, cursor);
  if (opened === undefined) throw new DomainError("invalid", "list.stale-cursor");
  const { next, ...list } = await listOf(deps, actor, parkId, query, { offset: Number(opened), limit: query.limit });
  return {
    ...list,
    holderNames: await holderNames(deps, list.holders, list.rows),
    ...(next === undefined ? {} : { cursor: deps.secrets.seal("cursor", context, String(next)) }),
  };
}

async function listOf(
  deps: Deps,
  actor: PersonActor,
  parkId: string,
  { call: wanted, cursor: _, ...asked }: ParkCasesQuery,
  page: Pick<CaseFilter, "offset" | "limit">,
): Promise<CaseList> {
  const now = deps.clock.now();
  const calls = (await deps.store.list("call", {})).filter(
    (call) => call.payers.some((payer) => payer.parkId === parkId) && (wanted === undefined || call.callId === wanted),
  );
  const rows = await readRows(
    deps.store,
    actor,
    parkId,
    calls.map(({ callId }) => callId),
    now,
  );
  const filter: CaseFilter = caseFilterSchema.parse({
    ...asked,
    status: asked.status?.split(","),
    overdue: asked.overdue === undefined ? undefined : asked.overdue === "true",
    descending: asked.descending === "true",
  });
  const age = agesOf(await deps.network.current(), parkId, now);
  return listCases(
    rows.map((row) => withAge(row, age)),
    { ...filter, ...page },
    { now, parkId, holders: holdersOf(actor, parkId, now) },
  );
}

/** As what this person may be asked in the park. */
function holdersOf(actor: PersonActor, parkId: string, now: Instant): string[] {
  const roles = (["manager", "approver", "finance"] as const).filter((role) => holdsRole(actor, role, parkId, now));
  return [`person:${actor.personId}`, ...roles.map((role) => `role:${role}:${parkId}`)];
}

/** Since its status began until its soonest due, on the list's park's calendar. */
export function withAge(row: Row, age: Age): AgedRow {
  return row.due === undefined ? row : { ...row, ...age(row.since, row.due) };
}

async function holderNames(
  deps: Deps,
  holders: readonly string[],
  rows: readonly Row[],
): Promise<Record<string, string>> {
  const people = holders.filter((holder) => holder.startsWith("person:")).map((holder) => holder.slice(7));
  const organisations = holders.filter((holder) => holder.startsWith("organisation:"));
  const [names, found] = await Promise.all([
    namesOfIds(deps.store, people),
    Promise.all(
      organisations.map(async (holder) => {
        const organisationId = holder.slice(13) as `org_${string}`;
        const known = rows.find((row) => row.applicantId === organisationId)?.applicant;
        const organisation =
          known === undefined ? await deps.store.get("organisation", { organisationId }) : { legalName: known };
        return [holder, organisation?.legalName ?? ""] as const;
      }),
    ),
  ]);
  return Object.fromEntries([
    ...Object.entries(names).map(([personId, name]) => [`person:${personId}`, name] as const),
    ...found,
  ]);
}

/** Every row that the filter asks for, in its order, on one page. */
export async function readAllParkCases(
  deps: Deps,
  actor: PersonActor,
  parkId: string,
  query: ParkCasesQuery,
): Promise<AgedRow[]> {
  return (await listOf(deps, actor, parkId, query, { offset: 0, limit: rowsMost })).rows;
}
