/** Lists of cases: filter, sort, count and page over the rows that somebody may see, in one pure function. */
import * as z from "zod";
import { type CaseStatus, caseStatusSchema } from "../application/case.ts";
import { type Actor, holdsRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { CallId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Reader } from "../port/store.ts";
import { type Row, rowSchema } from "./row.ts";

export const caseFilterSchema = z.object({
  status: z.array(caseStatusSchema).optional(),
  /** Words that must all occur in reference, title, applicant or provider. */
  search: z.string().max(120).optional(),
  /** `role:manager:limburg` and the like. */
  holder: z.string().max(80).optional(),
  overdue: z.boolean().optional(),
  sort: z.enum(["due", "since", "reference", "applicant", "awarded"]).default("due"),
  descending: z.boolean().default(false),
  /** Position in the visible, sorted list. */
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(50),
});
export type CaseFilter = z.infer<typeof caseFilterSchema>;

export const caseListSchema = z.object({
  rows: z.array(rowSchema),
  /** How many rows fit the filter, over all pages. */
  total: z.number().int(),
  /** How many of the visible rows are in each status, before the filter on status. */
  counts: z.partialRecord(caseStatusSchema, z.number().int()),
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

/** The page of rows that the filter asks for. `rows` are those the reader may see: nothing hidden shapes order or counts. */
export function listCases(rows: readonly Row[], filter: CaseFilter, now: Instant): CaseList {
  const words = (filter.search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const fits = rows.filter((row) => {
    const text = `${row.reference} ${row.title} ${row.applicant} ${row.provider ?? ""}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) return false;
    if (filter.holder !== undefined && !row.holders.includes(filter.holder)) return false;
    return filter.overdue === undefined || filter.overdue === (row.due !== undefined && row.due < now);
  });
  const counts: Partial<Record<CaseStatus, number>> = {};
  for (const row of fits) counts[row.status] = (counts[row.status] ?? 0) + 1;
  const chosen = filter.status === undefined ? fits : fits.filter((row) => filter.status?.includes(row.status));
  const sorted = [...chosen].sort(
    (a, b) => compareRows(a, b, filter.sort) * (filter.descending ? -1 : 1) || a.caseId.localeCompare(b.caseId),
  );
  const page = sorted.slice(filter.offset, filter.offset + filter.limit);
  const end = filter.offset + page.length;
  return { rows: page, total: sorted.length, counts, ...(end < sorted.length ? { next: end } : {}) };
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
