/** Lists of cases: filter, sort, count and page over the rows that somebody may see, in one pure function. */
import * as z from "zod";
import { type CaseStatus, caseStatusSchema, terminalStatuses } from "../application/case.ts";
import { type Actor, holdsRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { CallId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Reader } from "../port/store.ts";
import { type Row, rowSchema } from "./row.ts";

/** Usual questions to a list: still going on, wanted from the reader, late, due within two working days, held by other parks alone, undecided after the promised day. */
export const caseViews = ["open", "mine", "overdue", "soon", "elsewhere", "promise-late"] as const;

/** How much of the allowed time has gone: first half, second half, last two working days, over. */
export const ages = ["first-half", "second-half", "last-days", "over"] as const;

/** A row with its age on the list's park's calendar; without a due date it has none. */
export const agedRowSchema = rowSchema.extend({
  /** Share of the allowed time that has gone, 0 to 1 and more. */
  elapsed: z.number().optional(),
  /** Working days until the due day; negative after it. */
  workingDaysLeft: z.number().int().optional(),
});
export type AgedRow = z.infer<typeof agedRowSchema>;

/** Who reads the list, for the views that depend on it. */
export interface ListReader {
  readonly now: Instant;
  readonly parkId: string;
  /** What the reader holds tasks as: `role:manager:limburg`, `person:per_…`. */
  readonly holders: readonly string[];
}

export const caseFilterSchema = z.object({
  status: z.array(caseStatusSchema).optional(),
  /** Words that must all occur in reference, title, applicant or provider. */
  search: z.string().max(120).optional(),
  /** `role:manager:limburg` and the like. */
  holder: z.string().max(80).optional(),
  overdue: z.boolean().optional(),
  view: z.enum(caseViews).optional(),
  providerPark: z.string().max(40).optional(),
  age: z.enum(ages).optional(),
  sort: z.enum(["due", "since", "reference", "applicant", "awarded"]).default("due"),
  descending: z.boolean().default(false),
  /** Position in the visible, sorted list. */
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(50),
});
export type CaseFilter = z.infer<typeof caseFilterSchema>;

export const caseListSchema = z.object({
  rows: z.array(agedRowSchema),
  /** How many rows fit the filter, over all pages. */
  total: z.number().int(),
  /** How many of the visible rows are in each status, before the filter on status. */
  counts: z.partialRecord(caseStatusSchema, z.number().int()),
  /** What those rows ask, or were awarded, per currency: unlike currencies are never added. */
  sums: z.partialRecord(caseStatusSchema, z.record(z.string(), z.number().int())),
  /** How many rows each view has, whatever else is filtered. */
  views: z.record(z.enum(caseViews), z.number().int()),
  /** Everyone who holds something, for the filter. */
  holders: z.array(z.string()),
  next: z.number().int().optional(),
});
export type CaseList = z.infer<typeof caseListSchema>;

/** Most rows one list loads; a larger call is narrowed by its own filters. */
export const rowsMost = 2_000;

/** Rows of a park for these calls; `forbidden` for who has no duty there, `invalid` where there are too many to list. */
export async function readRows(
  reader: Reader,
  actor: Actor,
  parkId: string,
  calls: readonly CallId[],
  now: Instant,
): Promise<Row[]> {
  const may =
    (["manager", "approver", "finance", "auditor"] as const).some((role) => holdsRole(actor, role, parkId, now)) ||
    holdsRole(actor, "secretary", undefined, now);
  if (!may) throw new DomainError("forbidden", "actor.role-needed", { role: "manager", parkId });
  const lists = await Promise.all(calls.map((callId) => reader.list("row", { parkId, callId })));
  const rows = lists.flat();
  if (rows.length > rowsMost) throw new DomainError("invalid", "list.too-long", { found: rows.length, most: rowsMost });
  return rows;
}

/** Whether a row belongs to a view. */
export function isInView(row: AgedRow, view: (typeof caseViews)[number], reader: ListReader): boolean {
  switch (view) {
    case "open":
      return !terminalStatuses.includes(row.status);
    case "mine":
      return row.holders.some((holder) => reader.holders.includes(holder));
    case "overdue":
      return row.due !== undefined && row.due < reader.now;
    case "soon":
      return row.workingDaysLeft !== undefined && row.workingDaysLeft >= 0 && row.workingDaysLeft <= 2;
    case "promise-late":
      return row.decisionBy !== undefined && row.decisionBy < reader.now;
    case "elsewhere": {
      const roles = row.holders.filter((holder) => holder.startsWith("role:"));
      return roles.length > 0 && roles.every((holder) => !holder.endsWith(`:${reader.parkId}`));
    }
  }
}

/** `undefined` where nothing is due. */
export function ageOf({ elapsed, workingDaysLeft }: AgedRow): (typeof ages)[number] | undefined {
  if (elapsed === undefined || workingDaysLeft === undefined) return undefined;
  if (workingDaysLeft < 0) return "over";
  if (workingDaysLeft <= 2) return "last-days";
  return elapsed < 0.5 ? "first-half" : "second-half";
}

function fitsFilter(row: AgedRow, filter: CaseFilter, reader: ListReader): boolean {
  const words = (filter.search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${row.reference} ${row.title} ${row.applicant} ${row.provider ?? ""}`.toLowerCase();
  if (!words.every((word) => text.includes(word))) return false;
  if (filter.view !== undefined && !isInView(row, filter.view, reader)) return false;
  if (filter.holder !== undefined && !row.holders.includes(filter.holder)) return false;
  if (filter.providerPark !== undefined && row.providerPark !== filter.providerPark) return false;
  if (filter.age !== undefined && ageOf(row) !== filter.age) return false;
  return filter.overdue === undefined || filter.overdue === isInView(row, "overdue", reader);
}

/** The page of rows that the filter asks for. `rows` are those the reader may see: nothing hidden shapes order or counts. */
export function listCases(rows: readonly AgedRow[], filter: CaseFilter, reader: ListReader): CaseList {
  const fits = rows.filter((row) => fitsFilter(row, filter, reader));
  const counts: Partial<Record<CaseStatus, number>> = {};
  const sums: Partial<Record<CaseStatus, Record<string, number>>> = {};
  for (const { status, awarded, requested, currency } of fits) {
    counts[status] = (counts[status] ?? 0) + 1;
    const amount = awarded ?? requested;
    if (amount === undefined || currency === undefined) continue;
    const sum = sums[status] ?? {};
    sums[status] = { ...sum, [currency]: (sum[currency] ?? 0) + amount };
  }
  const chosen = filter.status === undefined ? fits : fits.filter((row) => filter.status?.includes(row.status));
  const sorted = [...chosen].sort(
    (a, b) => compareRows(a, b, filter.sort) * (filter.descending ? -1 : 1) || a.caseId.localeCompare(b.caseId),
  );
  const page = sorted.slice(filter.offset, filter.offset + filter.limit);
  const end = filter.offset + page.length;
  const views = Object.fromEntries(
    caseViews.map((view) => [view, rows.filter((row) => isInView(row, view, reader)).length]),
  ) as CaseList["views"];
  return {
    rows: page,
    total: sorted.length,
    counts,
    sums,
    views,
    holders: [...new Set(rows.flatMap(({ holders }) => holders))].sort(),
    ...(end < sorted.length ? { next: end } : {}),
  };
}

function compareRows(a: Row, b: Row, by: CaseFilter["sort"]): number {
  switch (by) {
    case "due":
      return (a.due ?? "9999").localeCompare(b.due ?? "9999");
    case "since":
      return a.since.localeCompare(b.since);
    case "reference":
      return a.reference.localeCompare(b.reference);
    case "applicant":
      return a.applicant.localeCompare(b.applicant);
    case "awarded":
      return (a.awarded ?? -1) - (b.awarded ?? -1);
  }
}
