/** What a park's money waits for: which day, and what waits for nothing. */
import type { Posting } from "@multihelix/core/ledger/posting.ts";
import { lapsesAt, owedSince } from "@multihelix/core/view/outlook.ts";
import { expect, test } from "vitest";
import { aLedger } from "../../fixture/build/call.ts";
import { caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";

const [early, late] = [at("2026-12-01T22:59:59Z"), at("2027-05-01T21:59:59Z")];

test("a voucher lapses when silence ends it: an issued one by its terms, one in use by its report", () => {
  expect(lapsesAt([aTask("accept", { timeOut: early }), aTask("use", { timeOut: late, status: "superseded" })])).toBe(
    early,
  );
  expect(lapsesAt([aTask("use", { timeOut: late })])).toBe(late);
});

test("what is claimed or stands still does not lapse: nobody is asked to accept or to report", () => {
  const reported = aTask("use", { timeOut: late, status: "answered" });
  for (const kind of ["confirm-service", "check-claim", "answer-query", "settle-dispute", "resume"] as const)
    expect(lapsesAt([reported, aTask(kind, { timeOut: early })]), kind).toBeUndefined();
});

test("what is to be paid is as old as the oldest of it that no bank has booked, whatever the case did since", () => {
  const ledger = aLedger();
  const posting = (day: string, to: Posting["to"], from: Posting["from"], amount: number): Posting => ({
    ...{ ledger, postingId: idOf("pst", `${day}${to}`), at: at(`${day}T09:00:00Z`), to, from, amount, caseId },
    ...{ verb: "test", actor: "per", memo: "", version: 0 },
  });
  const first = posting("2026-11-03", "payable", "committed", 500);
  const second = posting("2026-11-20", "payable", "committed", 300);
  const booked = posting("2026-11-25", "disbursed", "payable", 500);
  const since = (...postings: Posting[]) => owedSince(postings, { caseId, ledger }, "Europe/Brussels");
  expect(since(first, second)).toBe("2026-11-03");
  expect(since(second, booked, first)).toBe("2026-11-20");
  expect(since(first, booked, posting("2026-12-02", "payable", "disbursed", 500))).toBe("2026-12-02");
  expect(since(first, booked)).toBeUndefined();
  expect(owedSince([first], { caseId: idOf("app", "other"), ledger }, "Europe/Brussels")).toBeUndefined();
});
