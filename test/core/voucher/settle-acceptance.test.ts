import { settleAcceptance } from "@multihelix/core/voucher/settle-acceptance.ts";
import { describe, expect, test } from "vitest";
import { staff, workflow } from "../../fixture/build/actor.ts";
import { aGrant } from "../../fixture/build/aid.ts";
import { aLedger } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aShare, aVoucher, useFacts } from "../../fixture/build/voucher.ts";
import { patches, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const moment = aMoment("2026-11-01T09:00:00Z");
const input = { caseId, attempt: 1 };
const applicant = { party: "applicant" as const, by: idOf("per", "anna"), at: at("2026-10-05T09:00:00Z") };
const provider = { party: "provider" as const, by: idOf("per", "lars"), at: at("2026-10-06T09:00:00Z") };
const answered = (slot: string) => aTask("accept", { slot, status: "answered", answer: { outcome: "accepted" } });
const silent = (slot: string) => aTask("accept", { slot, status: "timed-out", answer: { outcome: "lapsed" } });
const issued = aCase({ status: "issued" });

describe("after both parties were asked", () => {
  test("the voucher is in use when both accepted", () => {
    const facts = useFacts({
      one: issued,
      voucher: aVoucher({ accepted: [applicant, provider] }),
      tasks: [answered("applicant"), answered("provider")],
    });
    const decision = settleAcceptance.decide(facts, workflow, input, moment);
    expect(decision.result).toEqual({ outcome: "in-use" });
    expect(written(decision.changes, "case")[0]?.status).toBe("in-use");
    expect(decision.postings ?? []).toEqual([]);
  });

  test("one silence lapses it: every park's money returns, aid is freed, both parties are told", () => {
    const shares = [aShare({ committed: 600_000 }), aShare({ committed: 4_400_000 }, aLedger("lund", "SEK"))];
    const facts = useFacts({
      one: issued,
      voucher: aVoucher({ accepted: [applicant] }),
      tasks: [answered("applicant"), silent("provider")],
      shares,
      aidGrants: [aGrant({ amount: 600_000 })],
    });
    const decision = settleAcceptance.decide(facts, workflow, input, moment);
    expect(decision.result).toEqual({ outcome: "lapsed" });
    expect(decision.postings?.map(({ ledger, to, from, amount }) => [ledger.parkId, to, from, amount])).toEqual([
      ["limburg", "available", "committed", 600_000],
      ["lund", "available", "committed", 4_400_000],
    ]);
    expect(patches(decision.changes, "aidGrant")).toEqual([
      { set: { status: "freed" }, when: { status: "granted", amount: 600_000 } },
    ]);
    expect(written(decision.changes, "letter").map(({ kind, to }) => [kind, to.name])).toEqual([
      ["lapsed", "anna"],
      ["lapsed", "lars"],
    ]);
  });

  test("asked again by a retry it says the same and changes nothing", () => {
    for (const status of ["in-use", "lapsed"] as const) {
      const decision = settleAcceptance.decide(useFacts({ one: aCase({ status }) }), workflow, input, moment);
      expect(decision).toEqual({ changes: [], result: { outcome: status } });
    }
  });

  test("a case that was cancelled meanwhile is left alone", () => {
    const decision = settleAcceptance.decide(
      useFacts({ one: aCase({ status: "cancelled" }) }),
      workflow,
      input,
      moment,
    );
    expect(decision).toEqual({ changes: [], result: { outcome: "closed" } });
  });

  test("it does not lapse while a party may still accept", () => {
    const facts = useFacts({
      one: issued,
      voucher: aVoucher({ accepted: [applicant] }),
      tasks: [answered("applicant"), aTask("accept", { slot: "provider" })],
    });
    expect(refused(() => settleAcceptance.decide(facts, workflow, input, moment))).toBe(
      "conflict voucher.acceptance-open",
    );
  });

  test("no person settles it", () => {
    const facts = useFacts({ one: issued });
    expect(refused(() => settleAcceptance.decide(facts, staff("mia", "manager", "limburg"), input, moment))).toBe(
      "forbidden actor.system-needed",
    );
  });
});
