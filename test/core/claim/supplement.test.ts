import { answerQuery } from "@multihelix/core/claim/answer-query.ts";
import { arithmeticOf } from "@multihelix/core/claim/arithmetic.ts";
import type { Claim } from "@multihelix/core/claim/claim.ts";
import { settleRefusal } from "@multihelix/core/claim/settle-refusal.ts";
import { claimPreviewOf } from "@multihelix/core/view/claim-preview.ts";
import { describe, expect, test } from "vitest";
import { memberOf, staff } from "../../fixture/build/actor.ts";
import { assessed, cad, canadian, inCanada, moment } from "../../fixture/build/canada.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { cut } from "../../fixture/build/use-redress.ts";
import { aClaim, aLine, aShareProof, aVoucher, eur, useFacts } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const mia = staff("mia", "manager", "limburg");
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

/** An interim claim of which this much was accepted and paid, with no own share proven yet. */
function cutAt(acceptedNet: number, payable: number): Claim {
  const { assessment, ...claim } = cut({ interim: true });
  if (assessment === undefined) throw new Error("it was assessed");
  const none = { acceptedNet: eur(acceptedNet), payable: eur(payable), paidByApplicant: eur(0) };
  return { ...claim, assessment: { ...assessment, ...none } };
}

describe("what redress granted in part", () => {
  const most = eur(150_000);
  const payable = (claim: Claim) =>
    arithmeticOf(useFacts({ claims: [cut(), claim] }), { lines: [{ line: 1, net: 500_000 }] }, moment.network).payable;

  test("binds whoever checks the supplement, whatever else is left of the award", () => {
    expect(payable(supplement).amount).toBeGreaterThan(most.amount);
    expect(payable({ ...supplement, most })).toEqual(most);
    const shown = claimPreviewOf(
      { ...useFacts({ claims: [cut(), { ...supplement, most }] }), providerCountry: "SE" },
      { lines: [{ line: 1, net: 500_000 }] },
      moment,
    );
    expect([shown.most, shown.payable]).toEqual([most, most]);
  });

  test("is not paid by the last claim either", () => {
    const money = (claims: Claim[], net: number) => {
      const {
        payable: granted,
        ungranted,
        ...rest
      } = arithmeticOf(
        useFacts({ claims, voucher: aVoucher({ left: eur(1_000_000 - 200_000 - (claims.length > 2 ? 50_000 : 0)) }) }),
        { lines: [{ line: 1, net }] },
        moment.network,
      );
      return { granted, ungranted, ...rest };
    };
    // Half of 5,000.00 was accepted and paid at 80 %; of the rest redress granted 500.00, and the arithmetic says 2,000.00.
    const first = cutAt(250_000, 200_000);
    const second: Claim = {
      ...aClaim({ claim: 2, supplementTo: 1, interim: true, lines: [aLine({ net: eur(250_000) })] }),
      most: eur(50_000),
    };
    const part = money([first, second], 250_000);
    expect([part.granted, part.ungranted]).toEqual([eur(50_000), eur(150_000)]);
    const assessment = { ...cutAt(250_000, 50_000).assessment, ungranted: part.ungranted } as Claim["assessment"];
    const paid: Claim = { ...second, status: "paid", assessment };
    const last = money([first, paid, aClaim({ claim: 3, lines: [aLine({ net: eur(500_000) })] })], 500_000);
    expect(last.granted).toEqual(eur(400_000));
  });
});

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

describe("a waiver of withheld tax", () => {
  const waiver = { reference: "R105-77", percent: 5 };
  const file = (claim: number) => ({
    caseId,
    fileId: idOf("fil", "waiver"),
    use: "evidence" as const,
    slot: "tax-waiver",
    claim,
    name: "waiver.pdf",
    bytes: 1,
    status: "kept" as const,
    organisationId: idOf("org", "lab"),
    by: idOf("per", "lars"),
    at: at("2026-11-03T08:00:00Z"),
    version: 0,
  });
  const lines = [canadian(400_000, { workIn: "CA" })];
  /** Half of 8,000.00 was accepted, and the waiver not relied on. */
  const first = () => {
    const whole = aClaim({ status: "confirmed", lines: [canadian(800_000, { workIn: "CA" })] });
    return {
      ...assessed(inCanada([whole], 1_000_000), [400_000], { paidByApplicant: 100_000 }),
      status: "paid" as const,
    };
  };
  const anew = aClaim({ claim: 3, supplementTo: 1, status: "confirmed", lines });

  test("that was filed with a claim counts for what was cut of that, at the end or before a further claim", () => {
    for (const interim of [false, true]) {
      const facts = { ...inCanada([first(), { ...anew, interim }], 400_000), files: [file(1), aShareProof()] };
      const { assessment } = assessed(facts, [400_000], { waiver, paidByApplicant: 100_000 });
      expect(assessment?.withholding, `interim: ${interim}`).toMatchObject([{ percent: 5, waiver }]);
    }
  });

  test("that was filed with another claim does not", () => {
    const given = { waiver, paidByApplicant: 100_000 };
    const facts = { ...inCanada([first(), anew], 400_000), files: [file(2), aShareProof()] };
    expect(refused(() => assessed(facts, [400_000], given))).toBe("conflict claim.waiver-missing");
    const plain = {
      ...inCanada([aClaim({ claim: 3, status: "confirmed", lines })], 400_000),
      files: [file(1), aShareProof()],
    };
    expect(refused(() => assessed(plain, [400_000], given))).toBe("conflict claim.waiver-missing");
  });
});

describe("what was cut of the payment alone, before a further claim", () => {
  /** 75 % of 8,000.00 is 6,000.00, less the 2,000.00 that another government was thought to give: 4,000.00 were paid. */
  const stacked = () => {
    const lines = [canadian(800_000, { workIn: "elsewhere" })];
    const whole = aClaim({ status: "confirmed", interim: true, lines });
    const claim = assessed(inCanada([whole], 1_000_000), [800_000], { otherSupport: 200_000 });
    expect(claim.assessment?.payable).toEqual(cad(400_000));
    return { ...claim, status: "paid" as const };
  };
  const nothing = [canadian(0, { workIn: "elsewhere" })];
  const anew = aClaim({ claim: 2, supplementTo: 1, interim: true, status: "confirmed", lines: nothing });

  test("is paid by the cost that was accepted there: 80 % of it, as far as stacking leaves room, less what was paid", () => {
    const facts = inCanada([stacked(), anew], 600_000);
    expect(assessed(facts, [0]).assessment?.payable).toEqual(cad(200_000));
    expect(assessed(facts, [0], { otherSupport: 50_000 }).assessment?.payable).toEqual(cad(150_000));
    const preview = claimPreviewOf(facts, { lines: [{ line: 1, net: 0 }] }, moment);
    expect(preview).toMatchObject({ payable: cad(200_000), supplemented: { claim: 1, payable: cad(400_000) } });
  });

  test("of a claim that was paid in full nothing is, and a further claim of its own cost does not make it up", () => {
    const full = { ...stacked(), assessment: { ...stacked().assessment, payable: cad(640_000) } } as Claim;
    expect(refused(() => assessed(inCanada([full, anew], 360_000), [0]))).toBe("invalid claim.nothing-payable");
    const next = aClaim({ claim: 2, interim: true, status: "confirmed", lines: [canadian(100_000, {})] });
    const placed = { ...next, lines: [canadian(100_000, { workIn: "elsewhere" })] };
    // 75 % of 9,000.00 in all, less 4,000.00 paid and the 2,000.00 that another government gives.
    expect(assessed(inCanada([stacked(), placed], 600_000), [100_000]).assessment?.payable).toEqual(cad(75_000));
  });
});

test("a supplement to a claim whose payment alone was cut is taxed by the work of that claim", () => {
  const [known, line] = [inCanada, canadian];
  // Half of the own share is proven each time.
  const halfShare = { paidByApplicant: 100_000, otherSupport: 0 };
  const assess = (facts: ReturnType<typeof known>, nets: readonly number[]) => assessed(facts, nets, halfShare);
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
