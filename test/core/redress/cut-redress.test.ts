/** Redress against what was cut of a claim. */
import { assessClaim } from "@multihelix/core/claim/assess-claim.ts";
import type { Claim } from "@multihelix/core/claim/claim.ts";
import { financeCheck } from "@multihelix/core/claim/finance-check.ts";
import { settleRefusal } from "@multihelix/core/claim/settle-refusal.ts";
import type { PersonActor } from "@multihelix/core/kernel/actor.ts";
import { balancesOf } from "@multihelix/core/ledger/balance.ts";
import { newBook } from "@multihelix/core/ledger/book.ts";
import type { PostingDraft, Share } from "@multihelix/core/ledger/posting.ts";
import { decideRedress } from "@multihelix/core/redress/decide-redress.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aGrant } from "../../fixture/build/aid.ts";
import { anAidGroup, anApplication } from "../../fixture/build/application.ts";
import { aLedger } from "../../fixture/build/call.ts";
import { aCase } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aTask } from "../../fixture/build/task.ts";
import {
  aRecovery,
  cut,
  decide,
  deciding,
  fay,
  finn,
  mia,
  mo,
  money,
  moves,
  now,
  sure,
  told,
} from "../../fixture/build/use-redress.ts";
import { aClaim, aLine, aShare, aVoucher, eur, useFacts } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";
import { fc } from "../../fixture/fast-check.ts";
import { refused } from "../../fixture/refusal.ts";

describe("a cut that was wrong", () => {
  test("becomes a claim of its own that others check, with money held for it: out of what is kept for redress first", () => {
    const { changes, postings, effects = [] } = decide(deciding("claim-cut"));
    const [claim] = written(changes, "claim");
    expect(claim).toMatchObject({
      claim: 2,
      supplementTo: 1,
      status: "confirmed",
      barred: [mia.personId, fay.personId],
    });
    expect(claim?.lines).toEqual([aLine({ net: eur(500_000) })]);
    expect(moves(postings)).toEqual([
      ["available", "reserved", 100_000],
      ["committed", "available", 400_000],
    ]);
    expect(written(changes, "voucher")[0]?.left).toEqual(eur(400_000));
    expect(written(changes, "case")[0]).toMatchObject({
      status: "claim-check",
      useAttempt: 2,
      redress: { status: "upheld", outcome: { amount: eur(400_000) } },
    });
    expect(effects.map(({ body }) => body)).toContainEqual(
      expect.objectContaining({ kind: "start-execution", input: expect.objectContaining({ from: "CheckClaim" }) }),
    );
    expect(written(changes, "letter")[0]?.text).toContain("Others check what was cut");
  });

  test("in part: at most the amount that the officer says, which must be said", () => {
    const { changes, postings } = decide(deciding("claim-cut"), "partly", 150_000);
    expect(moves(postings).at(-1)).toEqual(["committed", "available", 150_000]);
    expect(written(changes, "voucher")[0]?.left).toEqual(eur(150_000));
    expect(written(changes, "claim")[0]?.most).toEqual(eur(150_000));
    expect(refused(() => decide(deciding("claim-cut"), "partly"))).toBe("invalid redress.amount-missing");
  });

  test("dismissed: nothing moves", () => {
    const { changes, postings = [] } = decide(deciding("claim-cut"), "rejected");
    expect(postings).toEqual([]);
    expect(written(changes, "case")[0]?.status).toBe("redeemed");
    expect(written(changes, "claim")).toEqual([]);
  });

  test("is refused by name where the park has no money for it, or has closed every year of the call", () => {
    const poor = money({ budgets: [{ ledger: aLedger(), available: 299_999, version: 3 }] });
    expect(refused(() => decide(deciding("claim-cut", { money: poor })))).toBe("conflict redress.no-money");
    const closed = money({ books: [{ ...newBook(aLedger()), status: "closed" }] });
    expect(refused(() => decide(deciding("claim-cut", { money: closed })))).toBe("conflict redress.year-closed");
    const next = { ...aLedger(), budgetYear: 2027 };
    const later = money({
      books: [{ ...newBook(aLedger()), status: "closed" }, newBook(next)],
      budgets: [{ ledger: next, available: 400_000, version: 0 }],
    });
    const { changes, postings } = decide(deciding("claim-cut", { money: later }));
    expect(postings?.map(({ ledger }) => ledger.budgetYear)).toEqual([2027]);
    expect(written(changes, "share").map(({ budgetYear }) => budgetYear)).toEqual([2027]);
  });

  test("waits while another claim or payment is under way", () => {
    const one = deciding("claim-cut").one;
    for (const status of ["paying", "reported", "claim-check"] as const)
      expect(refused(() => decide(deciding("claim-cut", { one: { ...aCase(one), status } })))).toBe(
        "conflict redress.not-now",
      );
  });

  test("asks the aid ceiling of today for what is paid again", () => {
    const own = aGrant({ amount: 600_000 });
    const full = aGrant({ caseId: idOf("app", "other"), amount: 29_400_000 });
    const application = { ...anApplication(), aidGroup: anAidGroup(), aidGrants: [own, full] };
    expect(refused(() => decide(deciding("claim-cut", { money: money({ application }) })))).toBe(
      "conflict aid.no-room",
    );
    const roomy = { ...application, aidGrants: [own] };
    const { changes } = decide(deciding("claim-cut", { money: money({ application: roomy }) }));
    expect(written(changes, "aidGrant")[0]).toMatchObject({ status: "granted", amount: 1_000_000 });
  });

  test("nobody who assessed, cleared, cancelled or asked back examines the request", () => {
    const facts = deciding("claim-cut", {
      recoveries: [aRecovery({ askedBy: idOf("per", "zoe") })],
      voucher: aVoucher({
        cancellation: { by: idOf("per", "can"), at: told, reasons: "-", approvedBy: idOf("per", "app") },
      }),
    });
    for (const name of ["mia", "fay", "zoe", "can", "app"])
      expect(
        refused(() =>
          decideRedress.decide(
            facts,
            staff(name, "redress", "limburg"),
            { ...sure, outcome: "rejected", reasons: "-" },
            now,
          ),
        ),
        name,
      ).toBe("forbidden duties.same-person");
  });

  test("whatever was cut, a supplement that is accepted whole pays what the claim would have paid uncut, and never more than the award", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20_000, max: 1_500_000 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.integer({ min: 100_000, max: 1_000_000 }),
        (net, fraction, award) => {
          const accepted = Math.max(10_000, Math.floor(net * fraction));
          fc.pre(accepted < net);
          const uncut = play(net, net, award);
          const first = play(net, accepted, award);
          const paid = first.claim.assessment?.payable.amount ?? 0;
          fc.pre(paid < (uncut.claim.assessment?.payable.amount ?? 0));
          const facts = deciding("claim-cut", {
            claims: [{ ...first.claim, status: "paid" }],
            voucher: aVoucher({ value: eur(award), left: eur(0) }),
            money: money({ shares: [aShare({ disbursed: paid })] }),
          });
          const upheld = decide(facts);
          const [supplement] = written(upheld.changes, "claim");
          const [voucher] = written(upheld.changes, "voucher");
          const held = sumOf(upheld.postings, "committed");
          const second = settle(
            {
              voucher,
              claims: [first.claim, supplement as Claim],
              shares: [aShare({ disbursed: paid, committed: held })],
            },
            [{ line: 1, net: net - accepted }],
            mo,
            finn,
          );
          const more = second.claim.assessment?.payable.amount ?? 0;
          expect(paid + more).toBe(uncut.claim.assessment?.payable.amount);
          expect(paid + more).toBeLessThanOrEqual(award);
          const all = [...first.postings, ...(upheld.postings ?? []), ...second.postings];
          const balances = balancesOf(all);
          expect(balances.payable).toBe(paid + more);
          expect(balances.committed).toBe(-award);
          expect(balances.available + balances.reserved).toBe(award - paid - more);
        },
      ),
      { numRuns: 60 },
    );
  });
});

const sumOf = (postings: readonly PostingDraft[] = [], account: string) =>
  postings.reduce((sum, { to, from, amount }) => sum + (to === account ? amount : from === account ? -amount : 0), 0);

/** A final claim of one line goes through both checks. */
function play(net: number, accepted: number, award: number) {
  return settle(
    {
      claims: [aClaim({ status: "confirmed", lines: [aLine({ net: eur(net) })] })],
      voucher: aVoucher({ value: eur(award), left: eur(award) }),
      shares: [aShare({ committed: award })],
    },
    [{ line: 1, net: accepted }],
    mia,
    fay,
  );
}

function settle(
  given: Parameters<typeof useFacts>[0],
  lines: { line: number; net: number }[],
  manager: PersonActor,
  finance: PersonActor,
): { claim: Claim; postings: readonly PostingDraft[] } {
  const facts = useFacts({
    one: aCase({ status: "claim-check" }),
    tasks: [aTask("check-claim", { round: 2 })],
    ...given,
  });
  // More than any own share: nothing is short for want of proof.
  const input = { ...sure, lines, paidByApplicant: 10_000_000, otherSupport: 0, reason: "Cut." };
  const [assessed] = written(assessClaim.decide(facts, manager, input, now).changes, "claim");
  const claims = [...facts.claims.slice(0, -1), assessed as Claim];
  const checking = { ...facts, tasks: [aTask("finance-check", { round: 2 })], claims };
  const decision = financeCheck.decide(checking, finance, { ...sure, outcome: "accepted" }, now);
  const [claim] = written(decision.changes, "claim");
  return { claim: claim as Claim, postings: decision.postings ?? [] };
}

describe("what redress claimed anew and others refuse too", () => {
  const supplement = aClaim({ claim: 2, status: "refused", supplementTo: 1 });
  const facts = (claim: Claim) => ({
    ...useFacts({
      one: aCase({ status: "claim-refused", useAttempt: 2 }),
      tasks: [aTask("settle-refusal", { attempt: 2, state: "Refused" })],
      claims: [cut(), claim],
      shares: [aShare({ committed: 400_000, disbursed: 600_000 })] as Share[],
    }),
    letters: [],
  });

  test("ends at once as it was, its money back, the invoices still used by the claim that was paid", () => {
    const { changes, postings } = settleRefusal.decide(facts(supplement), mo, { ...sure, outcome: "end" }, now);
    expect(written(changes, "case")[0]?.status).toBe("redeemed");
    expect(moves(postings)).toEqual([["available", "committed", 400_000]]);
    expect(changes.filter(({ name }) => name === "invoiceUse")).toEqual([]);
    expect(refused(() => settleRefusal.decide(facts(supplement), mo, { ...sure, outcome: "again" }, now))).toBe(
      "conflict claim.supplement",
    );
  });
});
