import { casesTable } from "@multihelix/core/export/cases.ts";
import { tableCsv } from "@multihelix/core/export/table.ts";
import { type AgedRow, type CaseFilter, caseFilterSchema, listCases } from "@multihelix/core/row/list-cases.ts";
import { agesOf } from "@multihelix/core/view/age.ts";
import { withAge } from "@multihelix/core/view/park-cases.ts";
import { describe, expect, test } from "vitest";
import { callId } from "../../fixture/build/call.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";

const { now, network } = aMoment();
const reader = { now, parkId: "limburg", holders: ["role:manager:limburg", "person:per_mia"] };

function aRow(name: string, given: Partial<AgedRow> = {}): AgedRow {
  return {
    parkId: "limburg",
    callId,
    caseId: idOf("app", name),
    reference: `LIM-V26-${name.toUpperCase()}`,
    title: `Project ${name}`,
    applicantId: idOf("org", name),
    applicant: `${name} BV`,
    status: "screening",
    since: at("2026-11-09T09:00:00Z"),
    requested: 1_000_000,
    currency: "EUR",
    holders: ["role:manager:limburg"],
    version: 1,
    ...given,
  };
}

const list = (rows: AgedRow[], filter: Partial<CaseFilter> = {}) =>
  listCases(rows, caseFilterSchema.parse(filter), reader);
const namesOf = (rows: readonly AgedRow[]) => rows.map(({ applicant }) => applicant.split(" ")[0]);

describe("the age of a row", () => {
  test("is counted in working days of the park's calendar until its due day", () => {
    const row = withAge(aRow("a", { due: at("2026-11-18T22:59:59Z") }), agesOf(network, "limburg", now));
    // 13, 16, 17 and 18 November; the 14th and 15th are a weekend.
    expect(row.workingDaysLeft).toBe(4);
    expect(row.elapsed).toBeCloseTo(72 / 230, 2);
  });

  test("is negative once the day is over, and absent where nothing is due", () => {
    expect(
      withAge(aRow("a", { due: at("2026-11-10T22:59:59Z") }), agesOf(network, "limburg", now)).workingDaysLeft,
    ).toBeLessThan(0);
    expect(withAge(aRow("a"), agesOf(network, "limburg", now)).workingDaysLeft).toBeUndefined();
  });
});

describe("a list of cases", () => {
  const rows = [
    aRow("late", { due: at("2026-11-10T22:59:59Z"), elapsed: 1.4, workingDaysLeft: -2 }),
    aRow("soon", { due: at("2026-11-13T22:59:59Z"), elapsed: 0.7, workingDaysLeft: 1, providerPark: "lund" }),
    aRow("wales", { status: "approving", holders: ["role:approver:wales"], elapsed: 0.2, workingDaysLeft: 8 }),
    aRow("over", { status: "redeemed", holders: [], awarded: 800_000 }),
    aRow("krona", {
      status: "in-review",
      currency: "SEK",
      holders: ["person:per_uma"],
      elapsed: 0.6,
      workingDaysLeft: 6,
      decisionBy: at("2026-11-11T22:59:59Z"),
    }),
  ];

  test("has a count for every usual question, whatever else is filtered", () => {
    const { views } = list(rows, { search: "nothing like it" });
    expect(views).toEqual({ open: 4, mine: 2, overdue: 1, soon: 1, elsewhere: 1, "promise-late": 1 });
  });

  test("answers each of them with exactly those rows", () => {
    expect(namesOf(list(rows, { view: "mine" }).rows)).toEqual(["late", "soon"]);
    expect(namesOf(list(rows, { view: "overdue" }).rows)).toEqual(["late"]);
    expect(namesOf(list(rows, { view: "elsewhere" }).rows)).toEqual(["wales"]);
    expect(namesOf(list(rows, { view: "promise-late" }).rows)).toEqual(["krona"]);
    expect(namesOf(list(rows, { view: "open" }).rows)).not.toContain("over");
  });

  test("filters by provider's park and by age as its bar is coloured", () => {
    expect(namesOf(list(rows, { providerPark: "lund" }).rows)).toEqual(["soon"]);
    expect(namesOf(list(rows, { age: "over" }).rows)).toEqual(["late"]);
    expect(namesOf(list(rows, { age: "last-days" }).rows)).toEqual(["soon"]);
    expect(namesOf(list(rows, { age: "second-half" }).rows)).toEqual(["krona"]);
    expect(namesOf(list(rows, { age: "first-half" }).rows)).toEqual(["wales"]);
  });

  test("adds up what is asked per status and currency, and what was awarded instead where it was", () => {
    const { sums } = list(rows);
    expect(sums.screening).toEqual({ EUR: 2_000_000 });
    expect(sums["in-review"]).toEqual({ SEK: 1_000_000 });
    expect(sums.redeemed).toEqual({ EUR: 800_000 });
  });

  test("counts each status before the filter on status, and pages in a stable order", () => {
    const first = list(rows, { status: ["screening"], limit: 1 });
    expect(first.counts["in-review"]).toBe(1);
    expect([first.total, first.next, namesOf(first.rows)]).toEqual([2, 1, ["late"]]);
    expect(namesOf(list(rows, { status: ["screening"], limit: 1, offset: 1 }).rows)).toEqual(["soon"]);
  });

  test("as a file has one line per row, amounts with a point, and no cell that a spreadsheet would run", () => {
    const [head, line] = tableCsv(casesTable("limburg", [aRow("a", { title: "=1+1", awarded: 800_000 })])).split(
      "\r\n",
    );
    expect(head?.startsWith("reference,title,company")).toBe(true);
    expect(line).toContain("'=1+1");
    expect(line).toContain("10000.00,8000.00,EUR");
  });
});
