import { answerQuery } from "@multihelix/core/claim/answer-query.ts";
import { assessClaim } from "@multihelix/core/claim/assess-claim.ts";
import type { Claim } from "@multihelix/core/claim/claim.ts";
import { settleRefusal } from "@multihelix/core/claim/settle-refusal.ts";
import type { Money } from "@multihelix/core/kernel/money.ts";
import { claimPreviewOf } from "@multihelix/core/view/claim-preview.ts";
import { describe, expect, test } from "vitest";
import { memberOf, staff } from "../../fixture/build/actor.ts";
import { aCall, aLedger } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { cut } from "../../fixture/build/use-redress.ts";
import { aClaim, aLine, aShare, aVoucher, eur, useFacts } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const mia = staff("mia", "manager", "limburg");
const moment = aMoment("2026-11-20T09:00:00Z");
const used = (invoiceNumber: string, claim = 1) => ({
  providerId: idOf("org", "lab"),
  invoiceNumber,
  caseId,
  claim,
  version: 0,
});
const supplement = aClaim({ claim: 2, supplementTo: 1, lines: [aLine({ net: eur(500_000) })] });
const asked = {
  ...supplement,
  status: "queried" as const,
  queries: [{ question: "Where was it done?", by: mia.personId, at: at("2026-11-18T09:00:00Z") }],
};
const queried = {
  ...useFacts({ one: aCase({ status: "queried" }), tasks: [aTask("answer-query")] }),
  used: [used("2026-114")],
  otherIds: [],
};
const correct = (given: Parameters<typeof aLine>[0], claim: Claim = asked, uses = queried.used) =>
  answerQuery.decide(
    { ...queried, claims: claim.supplementTo === undefined ? [claim] : [cut(), claim], used: uses },
    memberOf("lars", "lab"),
    { caseId, outcome: "answered", answer: "In Lund.", lines: [aLine(given)] },
    moment,
  ).changes;

describe("answering a query about what redress claimed anew", () => {
  test("its lines may be corrected: the invoice stays used by the claim that was cut", () => {
    const changes = correct({ net: eur(500_000), workIn: "elsewhere" });
    expect(written(changes, "claim")[0]?.lines).toMatchObject([{ net: eur(500_000), workIn: "elsewhere" }]);
    expect(changes.filter(({ name }) => name === "invoiceUse")).toEqual([]);
  });

  test("never more than was not accepted there, nor an invoice of a third claim", () => {
    expect(refused(() => correct({ net: eur(500_001) }))).toBe("conflict claim.invoice-used");
    const krona = { net: { amount: 1, currency: "SEK" }, vat: { amount: 0, currency: "SEK" } };
    expect(refused(() => correct(krona))).toBe("conflict claim.invoice-used");
    expect(refused(() => correct({ net: eur(1) }, asked, [used("2026-114", 3)]))).toBe("conflict claim.invoice-used");
  });

  test("lines with nothing on them pass where the payment alone was cut; of any other claim they do not", () => {
    const nothing = { net: eur(0) };
    expect(written(correct(nothing, { ...asked, lines: [aLine(nothing)] }), "claim")).toHaveLength(1);
    const { supplementTo: _, ...plain } = asked;
    expect(refused(() => correct(nothing, plain, []))).toBe("invalid claim.lines");
  });

  test("an invoice of its own is taken, and freed again; the other never", () => {
    expect(correct({ invoiceNumber: "2026-120" }, asked, []).filter(({ name }) => name === "invoiceUse")).toMatchObject(
      [{ op: "create", value: { invoiceNumber: "2026-120", claim: 2 } }],
    );
    const own = { ...asked, lines: [aLine({ invoiceNumber: "2026-120" })] };
    expect(correct({ net: eur(500_000) }, own).filter(({ name }) => name === "invoiceUse")).toMatchObject([
      { op: "remove", key: { invoiceNumber: "2026-120" }, when: { claim: 2 } },
    ]);
    const facts = {
      ...useFacts({
        one: aCase({ status: "claim-refused", useAttempt: 2 }),
        tasks: [aTask("settle-refusal", { attempt: 2, state: "Refused" })],
        claims: [cut(), { ...own, status: "refused", lines: [aLine(), ...own.lines] }],
      }),
      letters: [],
    };
    const { changes } = settleRefusal.decide(facts, mia, { caseId, outcome: "end", noInterest: true }, moment);
    expect(changes.filter(({ name }) => name === "invoiceUse")).toMatchObject([
      { op: "remove", key: { invoiceNumber: "2026-120" } },
    ]);
  });
});

test("a supplement to a claim whose payment alone was cut is taxed by the work of that claim", () => {
  const cad = (amount: number): Money => ({ amount, currency: "CAD" });
  const ledger = aLedger("sherbrooke", "CAD");
  const mo = staff("mo", "manager", "sherbrooke");
  const line = (net: number, more: Parameters<typeof aLine>[0]) => aLine({ net: cad(net), vat: cad(0), ...more });
  const known = (claims: Claim[], left: number) => ({
    ...useFacts({
      one: aCase({ status: "claim-check", leadPark: "sherbrooke", payingParks: ["sherbrooke"] }),
      call: aCall({
        leadPark: "sherbrooke",
        currency: "CAD",
        payers: [{ parkId: "sherbrooke", ledger, sharePercent: 100, aidBasis: "ca-stacking" }],
      }),
      voucher: aVoucher({ value: cad(1_000_000), left: cad(left) }),
      shares: [aShare({ committed: left }, ledger)],
      tasks: [aTask("check-claim")],
      claims,
    }),
    providerCountry: "SE",
  });
  // Half of the own share is proven each time.
  const halfShare = { paidByApplicant: 100_000, otherSupport: 0 };
  const assess = (facts: ReturnType<typeof known>, nets: readonly number[]) => {
    const lines = nets.map((net, index) => ({ line: index + 1, net }));
    const input = { caseId, lines, ...halfShare, reason: "No proof.", noInterest: true as const };
    const [claim] = written(assessClaim.decide(facts, mo, input, moment).changes, "claim");
    if (claim === undefined) throw new Error("assessed");
    return claim;
  };
  const other = { invoiceNumber: "2026-115" };
  const before = [line(600_000, { workIn: "CA" }), line(400_000, { ...other, workIn: "elsewhere" })];
  const whole = assess(known([aClaim({ status: "confirmed", lines: before })], 1_000_000), [600_000, 400_000]);
  expect(whole.assessment?.payable).toEqual(cad(400_000));
  // Filed before the place was asked: the second line does not say it, and a query asks.
  const first = { ...whole, status: "paid" as const, lines: [line(600_000, { workIn: "CA" }), line(400_000, other)] };
  const nothing = { ...supplement, status: "confirmed" as const, lines: [line(0, {}), line(0, other)] };
  expect(refused(() => assess(known([first, nothing], 400_000), [0, 0]))).toBe("conflict claim.place-unknown");
  const placed = { ...nothing, lines: [line(0, { workIn: "CA" }), line(0, { ...other, workIn: "elsewhere" })] };
  const facts = known([first, placed], 400_000);
  expect(assess(facts, [0, 0]).assessment).toMatchObject({
    payable: cad(350_000),
    withholding: [{ country: "CA", worked: cad(600_000), cost: cad(1_000_000) }],
  });
  const lines = [1, 2].map((number) => ({ line: number, net: 0 }));
  expect(claimPreviewOf(facts, { lines, ...halfShare }, moment).withheld).toMatchObject([
    { gross: cad(350_000), taxed: cad(210_000), tax: cad(31_500) },
  ]);
});
