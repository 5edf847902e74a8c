import { fileReport, fileReportInput } from "@multihelix/core/claim/file-report.ts";
import { describe, expect, test } from "vitest";
import { applyChanges, itemsOf } from "../../fixture/apply-changes.ts";
import { memberOf } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aClaim, aLine, aVoucher, eur, useFacts } from "../../fixture/build/voucher.ts";
import { answersOf, written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const lars = memberOf("lars", "lab");
const anna = memberOf("anna", "vivo");
const moment = aMoment("2026-11-12T09:00:00Z");
const facts = { ...useFacts({ tasks: [aTask("use", { round: 2 })] }), used: [], otherIds: [], files: [] };
const input = fileReportInput.parse({
  caseId,
  report: "The sensor was validated.",
  workFinishedOn: "2026-11-10",
  lines: [aLine()],
});
const use = (invoiceNumber: string, claim = 1, of = caseId) => ({
  providerId: idOf("org", "lab"),
  invoiceNumber,
  caseId: of,
  claim,
  version: 0,
});

describe("report and claim in one act", () => {
  test("the payee's report is the first claim, takes its invoice numbers and moves the case", () => {
    const decision = fileReport.decide(facts, lars, input, moment);
    expect(decision.result).toEqual({ outcome: "reported", claim: 1, filedAt: moment.now });
    expect(written(decision.changes, "case")[0]?.status).toBe("reported");
    expect(written(decision.changes, "invoiceUse")).toEqual([use("2026-114")]);
    expect(answersOf(decision.changes)).toEqual([{ outcome: "reported", claim: 1, round: 2 }]);
  });

  test("events and the workflow's answer hold no invoice numbers and no words of the report", () => {
    const decision = fileReport.decide(facts, lars, input, moment);
    expect(JSON.stringify([decision.events, answersOf(decision.changes)])).not.toMatch(/2026-114|sensor/);
  });

  test("where the call reimburses the SME, the SME claims and the provider does not", () => {
    const reimbursed = { ...facts, call: aCall({ pays: "sme" }) };
    expect(fileReport.decide(reimbursed, anna, input, moment).result.claim).toBe(1);
    expect(refused(() => fileReport.decide(reimbursed, lars, input, moment))).toBe("forbidden actor.member-needed");
    expect(refused(() => fileReport.decide(facts, anna, input, moment))).toBe("forbidden actor.member-needed");
  });

  test("strangers learn nothing, neither of a case with a voucher nor of one without", () => {
    const sam = memberOf("sam", "other");
    expect(refused(() => fileReport.decide(facts, sam, input, moment))).toBe("not_found case.not-found");
    expect(refused(() => fileReport.decide({ ...facts, voucher: undefined }, sam, input, moment))).toBe(
      "not_found case.not-found",
    );
  });
});

describe("in time", () => {
  // Valid until 1 April 2027, 23:59:59 in Brussels.
  const finished = (workFinishedOn: string) => ({ ...input, workFinishedOn });

  test("two days after expiry a report of work finished in time is taken (domain 17.7)", () => {
    expect(fileReport.decide(facts, lars, finished("2027-04-01"), aMoment("2027-04-03T10:00:00Z")).result.claim).toBe(
      1,
    );
  });
  test("work finished after expiry is not", () => {
    expect(refused(() => fileReport.decide(facts, lars, finished("2027-04-02"), aMoment("2027-04-03T10:00:00Z")))).toBe(
      "invalid claim.finished-after-expiry",
    );
  });
  test("on the thirtieth day it is taken, after it not, even if no sweep came by", () => {
    expect(fileReport.decide(facts, lars, finished("2027-03-31"), aMoment("2027-05-01T21:59:59Z")).result.claim).toBe(
      1,
    );
    expect(refused(() => fileReport.decide(facts, lars, finished("2027-03-31"), aMoment("2027-05-01T22:00:00Z")))).toBe(
      "conflict voucher.expired",
    );
  });

  test("where no work may begin before the award, it is said when it began, and that is held to the voucher's first day", () => {
    const awarded = { ...facts, call: aCall({ notBegunBefore: "award" }) };
    const worked = (workBegunOn: string | undefined, workFinishedOn: string, given = awarded) =>
      fileReport.decide(given, lars, { ...input, workBegunOn, workFinishedOn }, moment);
    // Issued on 1 October: finished after it, begun before it.
    expect(refused(() => worked("2026-09-30", "2026-11-10"))).toBe("invalid claim.begun-before-award");
    expect(refusalOf(() => worked("2026-09-30", "2026-11-10")).facts).toMatchObject({ awarded: "2026-10-01" });
    expect(refused(() => worked(undefined, "2026-11-10"))).toBe("invalid claim.begun-missing");
    expect(refused(() => worked("2026-10-01", "2026-09-30"))).toBe("invalid claim.begun-after-finish");
    const { changes } = worked("2026-10-01", "2026-11-10");
    expect(written(changes, "claim")).toMatchObject([{ workBegunOn: "2026-10-01", workFinishedOn: "2026-11-10" }]);
    // Any other call asks nothing.
    expect(worked(undefined, "2026-09-30", facts as typeof awarded).result.claim).toBe(1);
  });

  test("work cannot be finished tomorrow", () => {
    expect(refused(() => fileReport.decide(facts, lars, finished("2026-11-13"), moment))).toBe(
      "invalid claim.finished-in-future",
    );
  });
});

describe("an invoice counts once", () => {
  test("a number used on another voucher of the provider is refused, however it is spelled", () => {
    const twice = { ...input, lines: [aLine({ invoiceNumber: " inv 7" })] };
    const refusal = refusalOf(() =>
      fileReport.decide({ ...facts, used: [use("INV7", 1, idOf("app", "other"))] }, lars, twice, moment),
    );
    expect(refusal.code).toBe("claim.invoice-used");
    expect(refusal.facts).toEqual({ problems: [{ line: 1, reason: "number-used" }] });
  });

  test("of two reports in flight with one number, only one is kept", () => {
    const other = idOf("app", "other");
    const numbers = (of: typeof caseId) => {
      const own = { ...facts, ...useFacts({ one: aCase({ caseId: of, status: "in-use" }), tasks: facts.tasks }) };
      const { changes } = fileReport.decide(own, lars, { ...input, caseId: of }, moment);
      return changes.filter(({ name }) => name === "invoiceUse");
    };
    const first = applyChanges(new Map(), numbers(caseId)) ?? new Map();
    expect(itemsOf(first, "invoiceUse")).toMatchObject([use("2026-114")]);
    expect(applyChanges(first, numbers(other))).toBeUndefined();
  });

  test("all that is wrong with the lines is named at once", () => {
    const wrong = {
      ...input,
      lines: [
        aLine({ net: eur(0), vat: eur(-1), invoiceDate: "2026-11-13" }),
        aLine({ net: { amount: 5, currency: "XXQ" } }),
      ],
    };
    const { code, facts: found } = refusalOf(() => fileReport.decide(facts, lars, wrong, moment));
    expect(code).toBe("claim.lines");
    expect(found.problems).toEqual([
      { line: 1, reason: "net-not-positive" },
      { line: 1, reason: "vat-negative" },
      { line: 1, reason: "dated-in-future" },
      { line: 2, reason: "currency-unknown" },
      { line: 2, reason: "currencies-differ" },
      { line: 2, reason: "number-twice" },
    ]);
  });
});

describe("repeating", () => {
  const done = aTask("use", {
    round: 2,
    status: "answered",
    by: lars.personId,
    at: at("2026-11-11T09:00:00Z"),
    answer: { outcome: "reported" },
  });
  const filed = {
    ...facts,
    tasks: [done],
    claims: [aClaim({ report: input.report, workFinishedOn: input.workFinishedOn, lines: input.lines })],
  };

  test("the same report again gives the first claim", () => {
    expect(fileReport.decide(filed, lars, input, moment)).toMatchObject({
      changes: [],
      result: { claim: 1, filedAt: aClaim().filedAt },
    });
  });
  test("another report under a closed task is a conflict, not a silent success", () => {
    expect(refused(() => fileReport.decide(filed, lars, { ...input, report: "Something else." }, moment))).toBe(
      "conflict task.already-answered",
    );
  });
  test("after a dispute the next report is the next claim", () => {
    const again = {
      ...facts,
      one: aCase({ status: "in-use" }),
      claims: [aClaim({ status: "refused" })],
      voucher: aVoucher(),
    };
    expect(fileReport.decide(again, lars, input, moment).result.claim).toBe(2);
  });
});
