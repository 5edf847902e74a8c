import { cancelVoucher } from "@multihelix/core/voucher/cancel-voucher.ts";
import { expireVoucher } from "@multihelix/core/voucher/expire-voucher.ts";
import { proposeCancellation } from "@multihelix/core/voucher/propose-cancellation.ts";
import { describe, expect, test } from "vitest";
import { memberOf, staff, sweep } from "../../fixture/build/actor.ts";
import { aGrant } from "../../fixture/build/aid.ts";
import { anApplicant } from "../../fixture/build/application.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aVoucher, useFacts } from "../../fixture/build/voucher.ts";
import { answersOf, patches, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const mia = staff("mia", "manager", "limburg");
const axel = staff("axel", "approver", "limburg");
const use = aTask("use", { timeOut: at("2027-05-01T21:59:59Z") });

describe("a voucher that nobody reports on", () => {
  const late = aMoment("2027-05-02T06:00:00Z");

  test("expires thirty days after its validity: money and aid return, both parties are told", () => {
    const decision = expireVoucher.decide(useFacts({ tasks: [use], aidGrants: [aGrant()] }), sweep, { caseId }, late);
    expect(decision.result).toEqual({ outcome: "expired" });
    expect(written(decision.changes, "case")[0]?.status).toBe("expired");
    expect(decision.postings).toMatchObject([{ to: "available", from: "committed", amount: 1_000_000 }]);
    expect(patches(decision.changes, "aidGrant")[0]?.set).toEqual({ status: "freed" });
    expect(answersOf(decision.changes)).toEqual([{ outcome: "expired", round: 1 }]);
    expect(patches(decision.changes, "task")[0]?.set.status).toBe("timed-out");
    expect(written(decision.changes, "letter").map(({ kind }) => kind)).toEqual(["expired", "expired"]);
  });

  test("not a second before, and not after a report", () => {
    const early = aMoment("2027-05-01T21:59:58Z");
    expect(refused(() => expireVoucher.decide(useFacts({ tasks: [use] }), sweep, { caseId }, early))).toBe(
      "conflict task.not-due",
    );
    const reported = { ...use, status: "answered" as const };
    expect(expireVoucher.decide(useFacts({ tasks: [reported] }), sweep, { caseId }, late)).toEqual({
      changes: [],
      result: { outcome: "nothing" },
    });
  });

  test("by the validity that both parties have in writing, whatever its task says", () => {
    const extended = useFacts({ tasks: [use], voucher: aVoucher({ expires: at("2027-07-01T21:59:59Z") }) });
    const { changes, postings, result } = expireVoucher.decide(extended, sweep, { caseId }, late);
    expect(result).toEqual({ outcome: "nothing" });
    expect(postings ?? []).toEqual([]);
    expect(written(changes, "case")).toEqual([]);
    // The task is set right, so that its reminders go out and it comes up again.
    expect(patches(changes, "task")[0]?.set).toMatchObject({ due: "2027-07-01T21:59:59.000Z" });
    expect(patches(changes, "task")[0]?.set.timeOut).toBe("2027-07-31T21:59:59.000Z");
  });

  test("never over an extension of the same moment: it holds only for the voucher that was read", () => {
    const { changes } = expireVoucher.decide(useFacts({ tasks: [use] }), sweep, { caseId }, late);
    const { version } = aVoucher();
    expect(changes).toContainEqual({ op: "check", name: "voucher", key: { caseId }, when: { version } });
  });

  test("no person can let it expire", () => {
    expect(refused(() => expireVoucher.decide(useFacts({ tasks: [use] }), mia, { caseId }, late))).toBe(
      "forbidden actor.system-needed",
    );
  });
});

describe("cancelling takes a manager and an approver", () => {
  const moment = aMoment();
  const reasons = "The provider has closed.";
  const proposed = useFacts({
    voucher: aVoucher({ cancellation: { by: mia.personId, at: at("2026-11-10T08:00:00Z"), reasons } }),
    tasks: [use],
  });

  test("the manager's proposal changes neither status nor money", () => {
    const decision = proposeCancellation.decide(useFacts(), mia, { caseId, reasons, noInterest: true }, moment);
    expect(decision.changes.map(({ name }) => name)).toEqual(["voucher", "case"]);
    expect(patches(decision.changes, "case").map(({ set }) => set)).toEqual([{}]);
    expect(decision.postings ?? []).toEqual([]);
    expect(JSON.stringify(decision.events)).not.toContain(reasons);
  });

  test("the approver's word ends it: tasks closed, workflow stopped, money and aid returned, reasons told", () => {
    const decision = cancelVoucher.decide(
      { ...proposed, aidGrants: [aGrant()] },
      axel,
      { caseId, noInterest: true },
      moment,
    );
    expect(written(decision.changes, "case")[0]?.status).toBe("cancelled");
    expect(decision.postings).toMatchObject([{ to: "available", from: "committed", amount: 1_000_000 }]);
    expect(patches(decision.changes, "aidGrant")).toHaveLength(1);
    expect(patches(decision.changes, "task")[0]?.set.status).toBe("cancelled");
    expect(decision.effects?.map(({ body }) => body.kind)).toEqual(["send-letter", "send-letter", "stop-execution"]);
    expect(written(decision.changes, "letter")[0]?.text).toContain(reasons);
  });

  test("nobody cancels alone", () => {
    const both = { ...axel, personId: mia.personId, grants: [...axel.grants, ...mia.grants] };
    expect(refused(() => cancelVoucher.decide(proposed, both, { caseId, noInterest: true }, moment))).toBe(
      "forbidden duties.same-person",
    );
    expect(refused(() => cancelVoucher.decide(useFacts(), axel, { caseId, noInterest: true }, moment))).toBe(
      "conflict voucher.no-cancellation",
    );
  });

  test("not by people of a park that houses a party for free", () => {
    const housed = anApplicant();
    const { registerScheme, registerId, organisationId } = housed;
    const interests = [{ registerScheme, registerId, kind: "houses-free" as const }];
    const parks = moment.network.parks.map((park) => (park.id === "limburg" ? { ...park, interests } : park));
    const parties = [
      { kept: housed, names: [{ organisationId, register: { scheme: registerScheme, id: registerId } }] },
    ];
    const tied = { ...moment, network: { ...moment.network, parks } };
    const own = () => cancelVoucher.decide({ ...proposed, parties }, axel, { caseId, noInterest: true }, tied);
    expect(refused(own)).toBe("forbidden duties.park-interest");
  });

  test("not once payment is under way", () => {
    for (const status of ["paying", "redeemed"] as const) {
      const facts = { ...proposed, one: aCase({ status }) };
      expect(refused(() => cancelVoucher.decide(facts, axel, { caseId, noInterest: true }, moment))).toBe(
        "conflict case.wrong-status",
      );
      expect(refused(() => proposeCancellation.decide(facts, mia, { caseId, reasons, noInterest: true }, moment))).toBe(
        "conflict case.wrong-status",
      );
    }
  });

  test("a reviewer of the case neither proposes nor confirms it", () => {
    const facts = { ...proposed, slots: [aSlot({ reviewerId: axel.personId, status: "filed" })] };
    expect(refused(() => cancelVoucher.decide(facts, axel, { caseId, noInterest: true }, moment))).toBe(
      "forbidden duties.reviewer",
    );
  });

  test("parties are refused, strangers and foreign parks learn nothing", () => {
    const input = { caseId, reasons, noInterest: true } as const;
    expect(refused(() => proposeCancellation.decide(useFacts(), memberOf("anna", "vivo"), input, moment))).toBe(
      "forbidden actor.role-needed",
    );
    expect(refused(() => proposeCancellation.decide(useFacts(), memberOf("sam", "other"), input, moment))).toBe(
      "not_found case.not-found",
    );
    expect(
      refused(() => proposeCancellation.decide(useFacts(), staff("gwen", "manager", "wales"), input, moment)),
    ).toBe("not_found case.not-found");
    expect(refused(() => proposeCancellation.decide(useFacts({ one: undefined }), mia, input, moment))).toBe(
      "not_found case.not-found",
    );
  });
});
