/** A park's list of cases as a CSV file, exactly as it was filtered and sorted. */
import type { PersonActor } from "../kernel/actor.ts";
import { decimalText } from "../kernel/amount-text.ts";
import { csvCell } from "../payment/list-csv.ts";
import type { Deps } from "../port/deps.ts";
import type { AgedRow } from "../row/list-cases.ts";
import { type ParkCasesQuery, readAllParkCases } from "./park-cases.ts";

type Column = readonly [head: string, cell: (row: AgedRow) => string];

const amount = (value: number | undefined, currency: string | undefined) =>
  value === undefined || currency === undefined ? "" : decimalText({ amount: value, currency });

const columns: readonly Column[] = [
  ["reference", ({ reference }) => reference],
  ["title", ({ title }) => title],
  ["company", ({ applicant }) => applicant],
  ["provider", ({ provider }) => provider ?? ""],
  ["provider_park", ({ providerPark }) => providerPark ?? ""],
  ["status", ({ status }) => status],
  ["status_since", ({ since }) => since],
  ["submitted_at", ({ submittedAt }) => submittedAt ?? ""],
  ["requested", ({ requested, currency }) => amount(requested, currency)],
  ["awarded", ({ awarded, currency }) => amount(awarded, currency)],
  ["currency", ({ currency }) => currency ?? ""],
  ["due", ({ due }) => due ?? ""],
  ["working_days_left", ({ workingDaysLeft }) => (workingDaysLeft === undefined ? "" : String(workingDaysLeft))],
  ["holders", ({ holders }) => holders.join(" ")],
];

export function casesCsv(rows: readonly AgedRow[]): string {
  const lines = [columns.map(([head]) => head), ...rows.map((row) => columns.map(([, cell]) => cell(row)))];
  return `${lines.map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

export async function readParkCasesCsv(
  deps: Deps,
  actor: PersonActor,
  parkId: string,
  query: ParkCasesQuery,
): Promise<{ text: string; type: string; fileName: string }> {
  const rows = await readAllParkCases(deps, actor, parkId, query);
  return { text: casesCsv(rows), type: "text/csv; charset=utf-8", fileName: `cases-${parkId}.csv` };
}
