import type { Payer } from "@multihelix/core/call/call.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aGrant } from "../../fixture/build/aid.ts";
import { anAidGroup, anApplication } from "../../fixture/build/application.ts";
import { aCall, aLedger } from "../../fixture/build/call.ts";
import { aCase } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import {
  anna,
  aRecovery,
  cut,
  type Deciding,
  decide,
  deciding,
  finn,
  mia,
  money,
  moves,
  now,
  sure,
  told,
} from "../../fixture/build/use-redress.ts";
import { aClaim, aShare, aVoucher, eur, useFacts } from "../../fixture/build/voucher.ts";
import { patches, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

describe("a cancellation that was wrong", () => {
  const cancellation = {
    by: mia.personId,
    at: told,
    reasons: "No answer.",
    approvedBy: idOf("per", "abe"),
    given: [{ ledger: aLedger(), amount: 1_000_000 }],
  };
  const accepted = (["applicant", "provider"] as const).map((party) => ({ party, by: anna.personId, at: told }));
  const cancelled = (given: Partial<Deciding> = {}, voucher: Parameters<typeof aVoucher>[0] = {}) => {
    const facts = deciding("cancellation", given);
    return {
      ...facts,
      one: { ...aCase(facts.one), status: "cancelled" as const, statusSince: told, useAttempt: 1 },
      claims: given.claims ?? [],
      voucher: aVoucher({ cancellation, accepted, ...voucher }),
      money: given.money ?? money({ shares: [aShare()] }),
    };
  };

  test("brings the voucher back in use: its money held again, its validity moved by the days it stood still", () => {
    const { changes, postings, effects = [] } = decide(cancelled());
    expect(written(changes, "case")[0]).toMatchObject({ status: "in-use", useAttempt: 2 });
    const [voucher] = written(changes, "voucher");
    expect(voucher?.cancellation).toBeUndefined();
    expect(voucher?.expires).toBe("2027-04-10T21:59:59.000Z");
    expect(moves(postings)).toEqual([
      ["available", "reserved", 100_000],
      ["committed", "available", 1_000_000],
    ]);
    expect(effects.map(({ body }) => body)).toContainEqual(
      expect.objectContaining({ kind: "start-execution", input: expect.objectContaining({ from: "Use" }) }),
    );
    expect(written(changes, "letter").map(({ kind, to }) => `${kind} ${to.email}`)).toEqual([
      "validity anna@example.org",
      "validity lars@example.org",
      "redress lars@example.org",
    ]);
  });

  test("suspended when it was cancelled: the days of the suspension count too", () => {
    const suspensions = [{ by: mia.personId, at: at("2026-11-21T09:00:00Z"), reasons: "Audit." }];
    const [voucher] = written(decide(cancelled({}, { suspensions })).changes, "voucher");
    expect(voucher?.expires).toBe("2027-04-20T21:59:59.000Z");
    expect(voucher?.suspensions?.[0]?.resumed).toBeDefined();
  });

  test("goes back to where it was: to the terms, the receipt of the service, the dispute, the check", () => {
    const status = (facts: Deciding) => written(decide(facts).changes, "case")[0]?.status;
    expect(status(cancelled({}, { accepted: [] }))).toBe("issued");
    expect(status(cancelled({ claims: [aClaim()] }))).toBe("reported");
    const dispute = { reason: "Wrong series.", by: anna.personId, at: told };
    expect(status(cancelled({ claims: [aClaim({ dispute })] }))).toBe("disputed");
    const checked = cancelled({ claims: [cut({ status: "assessed" })] });
    expect(status(checked)).toBe("claim-check");
    expect(written(decide(checked).changes, "claim")[0]).toMatchObject({ status: "confirmed" });
  });

  test("is refused by name where the money is gone; nothing moves where it is dismissed", () => {
    const poor = money({ shares: [aShare()], budgets: [{ ledger: aLedger(), available: 899_999, version: 1 }] });
    expect(refused(() => decide(cancelled({ money: poor })))).toBe("conflict redress.no-money");
    for (const outcome of ["rejected", "partly"] as const) {
      const { changes, postings = [] } = decide(cancelled(), outcome);
      expect(postings).toEqual([]);
      expect(written(changes, "case")[0]?.status).toBe("cancelled");
    }
  });

  test("made before it was kept what each park got back, in another currency: refused, never back without its money", () => {
    const { given: _, ...older } = cancellation;
    const [payer] = aCall().payers;
    const call = aCall({ payers: [{ ...payer, ledger: aLedger("limburg", "SEK") } as Payer] });
    expect(refused(() => decide({ ...cancelled({}, { cancellation: older }), call }))).toBe(
      "conflict redress.no-record",
    );
    expect(moves(decide(cancelled({}, { cancellation: older })).postings)).toContainEqual([
      "committed",
      "available",
      1_000_000,
    ]);
  });

  test("asks nothing back any more of what no own share was proven for: its last claim settles that", () => {
    const { changes } = decide(cancelled({ tasks: [...deciding("cancellation").tasks, aTask("ask-back")] }));
    const ended = patches(changes, "task").map(({ set }) => set.status);
    expect(ended).toContain("superseded");
  });

  test("aid that was freed is granted again, from its first day, under today's ceiling", () => {
    const freed = aGrant({ status: "freed" });
    const application = { ...anApplication(), aidGroup: anAidGroup(), aidGrants: [freed] };
    const { changes } = decide(cancelled({ money: money({ shares: [aShare()], application }) }));
    expect(written(changes, "aidGrant")[0]).toMatchObject({ status: "granted", amount: 1_000_000, date: freed.date });
    // The company has its voucher again: whoever counted without it counts anew.
    expect(changes).toContainEqual(expect.objectContaining({ op: "add", name: "aidGroup", by: { issued: 1 } }));
  });
});

describe("a recovery that was wrong", () => {
  const asked = (given = {}) => deciding("recovery", { recoveries: [aRecovery(given)] });

  test("is cancelled: what was asked back counts as paid again", () => {
    const { changes, postings } = decide(asked());
    expect(written(changes, "recovery")[0]).toMatchObject({ status: "cancelled", amount: eur(200_000) });
    expect(moves(postings)).toEqual([["disbursed", "recoverable", 200_000]]);
    expect(written(changes, "letter")[0]?.text).toContain("Nothing is asked back any more");
  });

  test("in part: it is lowered to the amount that the officer says, never below what has come in", () => {
    const { changes, postings } = decide(asked(), "partly", 120_000);
    expect(written(changes, "recovery")[0]).toMatchObject({
      status: "asked",
      amount: eur(120_000),
      lowered: { from: eur(200_000) },
    });
    expect(moves(postings)).toEqual([["disbursed", "recoverable", 80_000]]);
    const received = [{ amount: 150_000, bookedOn: "2026-12-05", by: finn.personId }];
    expect(refused(() => decide(asked({ received }), "partly", 120_000))).toBe("conflict redress.recovery-received");
    expect(refused(() => decide(asked({ received })))).toBe("conflict redress.recovery-received");
    expect(written(decide(asked({ received }), "partly", 150_000).changes, "recovery")[0]?.status).toBe("received");
    expect(refused(() => decide(asked(), "partly", 200_000))).toBe("invalid redress.amount");
  });

  test("dismissed, it stands; settled meanwhile, there is nothing to undo", () => {
    expect(decide(asked(), "rejected").postings).toEqual([]);
    expect(refused(() => decide(asked({ status: "written-off" })))).toBe("conflict recovery.settled");
  });
});

test("cancelling a voucher leaves a request for redress open, and closes the rest", async () => {
  const { cancelVoucher } = await import("@multihelix/core/voucher/cancel-voucher.ts");
  const facts = useFacts({
    voucher: aVoucher({ cancellation: { by: mia.personId, at: told, reasons: "No answer." } }),
    tasks: [aTask("use"), aTask("decide-redress", { state: "Outcome", workflow: "redress" })],
  });
  const { changes } = cancelVoucher.decide(facts, staff("abe", "approver", "limburg"), sure, now);
  expect(patches(changes, "task")).toHaveLength(1);
  expect(written(changes, "voucher")[0]?.cancellation).toMatchObject({
    approvedBy: idOf("per", "abe"),
    given: [{ ledger: aLedger(), amount: 1_000_000 }],
  });
});
