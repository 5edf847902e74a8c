/** Lines of one invoice for work in two places, as they are filed, corrected, taxed and claimed anew. */
import { answerQuery } from "@multihelix/core/claim/answer-query.ts";
import { problemsOfLines } from "@multihelix/core/claim/check-lines.ts";
import { type Claim, invoiceNumbersOf } from "@multihelix/core/claim/claim.ts";
import { fileReport, freeInvoices, useInvoices } from "@multihelix/core/claim/file-report.ts";
import { describe, expect, test } from "vitest";
import { memberOf } from "../../fixture/build/actor.ts";
import { assessed, cad, canadian, inCanada, moment } from "../../fixture/build/canada.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aClaim, aVoucher, useFacts } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

describe("the number of an invoice may stand twice in a claim", () => {
  const found = (lines: Claim["lines"], byPlace: boolean) =>
    problemsOfLines(lines, { used: [], today: "2026-11-20", byPlace }).map(({ line, reason }) => [line, reason]);
  const reasons = (...lines: Claim["lines"]) => found(lines, true);

  test("where its lines are for work in two places, of one day and in one currency", () => {
    expect(reasons(canadian(1, { workIn: "CA" }), canadian(1, { workIn: "elsewhere" }))).toEqual([]);
    const spelled = canadian(1, { workIn: "elsewhere", invoiceNumber: " 2026-114" });
    expect(reasons(canadian(1, { workIn: "CA" }), spelled)).toEqual([]);
  });

  test("and not where the place is the same, or is not said, or the lines are not of one invoice", () => {
    const there = canadian(1, { workIn: "CA" });
    const elsewhere = canadian(1, { workIn: "elsewhere" });
    expect(reasons(there, there)).toEqual([[2, "number-twice"]]);
    expect(reasons(there, canadian(1, {}))).toEqual([[2, "number-twice"]]);
    expect(reasons(there, elsewhere, there)).toEqual([[3, "number-twice"]]);
    expect(reasons(there, { ...elsewhere, invoiceDate: "2026-11-01" })).toEqual([[2, "number-twice"]]);
  });

  test("and not where nobody is asked for the place: two places are no two invoices there", () => {
    const lines = [canadian(1, { workIn: "CA" }), canadian(1, { workIn: "elsewhere" })];
    expect(found(lines, false)).toEqual([[2, "number-twice"]]);
    const filing = { ...useFacts({ tasks: [aTask("use")] }), used: [], otherIds: [] };
    const report = { caseId, report: "Done.", workFinishedOn: "2026-11-10", lines, interim: false };
    expect(refused(() => fileReport.decide(filing, memberOf("lars", "lab"), report, moment))).toBe(
      "invalid claim.lines",
    );
  });

  test("it is taken once and let go once, and named once where the claim's invoices are", () => {
    const lines = [canadian(1, { workIn: "CA" }), canadian(1, { workIn: "elsewhere" })];
    const claim = aClaim({ lines });
    expect(useInvoices(aVoucher(), claim, [])).toHaveLength(1);
    expect(freeInvoices(aVoucher(), claim)).toHaveLength(1);
    expect(invoiceNumbersOf(lines)).toEqual(["2026-114"]);
  });
});

describe("two lines of one invoice for work in two places", () => {
  const places = [canadian(600_000, { workIn: "CA" }), canadian(400_000, { workIn: "elsewhere" })];
  const facts = inCanada([aClaim({ status: "confirmed", lines: places })], 1_000_000);

  test("are taxed by their places; a supplement to a payment that was cut by the places of its lines, in their order", () => {
    const claim = assessed(facts, [600_000, 400_000], { paidByApplicant: 100_000 });
    expect(claim.assessment?.withholding).toMatchObject([{ worked: cad(600_000), cost: cad(1_000_000) }]);
    const lines = [canadian(0, { workIn: "CA" }), canadian(0, { workIn: "elsewhere" })];
    const anew = aClaim({ claim: 2, supplementTo: 1, status: "confirmed", lines });
    const again = inCanada([{ ...claim, status: "paid" }, anew], 600_000);
    const { assessment } = assessed(again, [0, 0], { paidByApplicant: 100_000 });
    expect(assessment?.withholding).toMatchObject([{ worked: cad(600_000), cost: cad(1_000_000) }]);
  });

  test("may be claimed anew up to what was not accepted of both together", () => {
    const claim = assessed(facts, [500_000, 100_000], { paidByApplicant: 150_000 });
    const lines = [canadian(100_000, { workIn: "CA" }), canadian(300_000, { workIn: "elsewhere" })];
    const queries = [{ question: "Where?", by: idOf("per", "mia"), at: moment.now }];
    const anew = aClaim({ claim: 2, supplementTo: 1, status: "queried", queries, lines });
    const used = [{ providerId: idOf("org", "lab"), invoiceNumber: "2026-114", caseId, claim: 1, version: 0 }];
    const queried = {
      ...useFacts({ one: aCase({ ...facts.one, status: "queried" }), tasks: [aTask("answer-query")] }),
      ...{ call: facts.call, voucher: facts.voucher, used, otherIds: [] },
      claims: [{ ...claim, status: "paid" as const }, anew],
    };
    const corrected = (given: Claim["lines"]) =>
      answerQuery.decide(
        queried,
        memberOf("lars", "lab"),
        { caseId, outcome: "answered", answer: "Both.", lines: given },
        moment,
      ).changes;
    const half = canadian(200_000, { workIn: "CA" });
    expect(written(corrected([half, canadian(200_000, { workIn: "elsewhere" })]), "claim")).toHaveLength(1);
    const more = [half, canadian(200_001, { workIn: "elsewhere" })];
    expect(refused(() => corrected(more))).toBe("conflict claim.invoice-used");
  });
});
