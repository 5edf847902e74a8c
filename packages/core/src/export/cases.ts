/** A park's list of cases as a file, exactly as it was filtered and sorted. */
import * as z from "zod";
import { money } from "../kernel/money.ts";
import type { AgedRow } from "../row/list-cases.ts";
import { parkCasesQuery, readAllParkCases } from "../view/park-cases.ts";
import { tableExport } from "./export.ts";
import { type Table, tableOf } from "./table.ts";

const amount = (value: number | undefined, currency: string | undefined) =>
  value === undefined || currency === undefined ? undefined : money(value, currency);

/** The rows of a list as it was asked for. */
export function casesTable(parkId: string, rows: readonly AgedRow[]): Table {
  return tableOf(
    `cases-${parkId}`,
    [
      ["reference", ({ reference }) => reference],
      ["title", ({ title }) => title],
      ["company", ({ applicant }) => applicant],
      ["provider", ({ provider }) => provider],
      ["provider_park", ({ providerPark }) => providerPark],
      ["status", ({ status }) => status],
      ["status_since", ({ since }) => since],
      ["submitted_at", ({ submittedAt }) => submittedAt],
      ["decision_promised_by", ({ decisionBy }) => decisionBy],
      ["requested", ({ requested, currency }) => amount(requested, currency)],
      ["awarded", ({ awarded, currency }) => amount(awarded, currency)],
      ["currency", ({ currency }) => currency],
      ["due", ({ due }) => due],
      ["working_days_left", ({ workingDaysLeft }) => workingDaysLeft],
      ["holders", ({ holders }) => holders.join(" ")],
    ],
    rows,
  );
}

export const casesExport = tableExport({
  summary: "The same list of cases as a file, exactly as filtered and sorted",
  params: z.object({ parkId: z.string().max(40) }),
  query: parkCasesQuery.omit({ cursor: true, limit: true }),
  read: async (deps, actor, { parkId }, query) =>
    casesTable(parkId, await readAllParkCases(deps, actor, parkId, { ...query, limit: 200 })),
});
