import { confirmService } from "@multihelix/core/claim/confirm-service.ts";
import { settleDispute } from "@multihelix/core/claim/settle-dispute.ts";
import { toZonedDateString } from "@multihelix/core/kernel/instant.ts";
import { describe, expect, test } from "vitest";
import { memberOf, staff, sweep } from "../../fixture/build/actor.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aClaim, aLine, aVoucher, useFacts } from "../../fixture/build/voucher.ts";
import { answersOf, patches, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const anna = memberOf("anna", "vivo");
const mia = staff("mia", "manager", "limburg");
const moment = aMoment("2026-11-20T09:00:00Z");

describe("the SME confirms the service", () => {
  const task = aTask("confirm-service", { timeOut: at("2026-11-25T22:59:59Z") });
  const reported = useFacts({ one: aCase({ status: "reported" }), tasks: [task], claims: [aClaim()] });

  test("confirmed: the claim is checked next", () => {
    const decision = confirmService.decide(reported, anna, { caseId, outcome: "confirmed" }, moment);
    expect(written(decision.changes, "case")[0]?.status).toBe("claim-check");
    expect(written(decision.changes, "claim")[0]).toMatchObject({ status: "confirmed", confirmedBy: anna.personId });
    expect(answersOf(decision.changes)).toEqual([{ outcome: "confirmed", round: 1 }]);
  });

  test("a dispute needs a reason, which stays out of events", () => {
    expect(refused(() => confirmService.decide(reported, anna, { caseId, outcome: "disputed" }, moment))).toBe(
      "invalid claim.reason-needed",
    );
    const decision = confirmService.decide(
      reported,
      anna,
      { caseId, outcome: "disputed", reason: "Half is missing." },
      moment,
    );
    expect(written(decision.changes, "case")[0]?.status).toBe("disputed");
    expect(written(decision.changes, "claim")[0]?.dispute).toMatchObject({
      reason: "Half is missing.",
      by: anna.personId,
    });
    expect(JSON.stringify(decision.events)).not.toContain("missing");
  });

  test("the provider does not confirm its own work", () => {
    expect(
      refused(() => confirmService.decide(reported, memberOf("lars", "lab"), { caseId, outcome: "confirmed" }, moment)),
    ).toBe("forbidden actor.member-needed");
  });

  test("ten working days of silence confirm, not a moment earlier, and never a dispute", () => {
    const late = aMoment("2026-11-25T23:00:00Z");
    const decision = confirmService.decide(reported, sweep, { caseId, outcome: "confirmed" }, late);
    expect(patches(decision.changes, "task")[0]?.set).toMatchObject({ status: "timed-out", by: "system:sweep" });
    expect(written(decision.changes, "claim")[0]?.confirmedBy).toBe("system:sweep");
    expect(decision.events?.[0]?.facts).toEqual({ claim: 1, silent: true });
    expect(refused(() => confirmService.decide(reported, sweep, { caseId, outcome: "confirmed" }, moment))).toBe(
      "conflict task.not-due",
    );
    expect(confirmService.decide(reported, sweep, { caseId, outcome: "disputed" }, late).result.outcome).toBe(
      "nothing",
    );
  });
});

describe("the manager settles a dispute", () => {
  const dispute = { reason: "Half is missing.", by: anna.personId, at: at("2026-11-15T09:00:00Z") };
  const disputed = useFacts({
    one: aCase({ status: "disputed", statusSince: at("2026-11-15T09:00:00Z") }),
    tasks: [aTask("settle-dispute", { round: 2 })],
    claims: [aClaim({ dispute, lines: [aLine(), aLine({ invoiceNumber: "2026-115" })] })],
  });
  const input = { caseId, reasons: "Both were heard.", noInterest: true } as const;

  test("confirmed: the claim goes on, and the days in dispute count no less", () => {
    const decision = settleDispute.decide(disputed, mia, { ...input, outcome: "confirmed" }, moment);
    expect(written(decision.changes, "case")[0]?.status).toBe("claim-check");
    expect(written(decision.changes, "voucher")[0]?.expires).toBe("2027-04-06T21:59:59.000Z");
    expect(written(decision.changes, "claim")[0]?.dispute?.settled).toMatchObject({
      outcome: "confirmed",
      by: mia.personId,
    });
    expect(answersOf(decision.changes)).toEqual([{ outcome: "confirmed", round: 2 }]);
  });

  test("again: the days since the claim was filed are added to the validity and the invoice numbers may be claimed anew", () => {
    const decision = settleDispute.decide(disputed, mia, { ...input, outcome: "again" }, moment);
    expect(written(decision.changes, "case")[0]?.status).toBe("in-use");
    expect(written(decision.changes, "voucher")[0]?.expires).toBe("2027-04-18T21:59:59.000Z");
    expect(written(decision.changes, "claim")[0]?.status).toBe("refused");
    expect(decision.changes.filter(({ op, name }) => op === "remove" && name === "invoiceUse")).toHaveLength(2);
    expect(answersOf(decision.changes)).toEqual([{ outcome: "again", round: 3 }]);
  });

  test.each([
    ["filed on the last day", "2027-03-31T10:00:00Z", "2027-04-26T09:00:00Z", "2027-05-26"],
    ["filed after the validity", "2027-04-20T10:00:00Z", "2027-05-20T09:00:00Z", "2027-06-19"],
    ["filed long before its end", "2026-12-01T10:00:00Z", "2026-12-20T09:00:00Z", "2027-04-20"],
  ])(
    "again: %s, the work can be done and reported in time, as long as before and 30 days at least",
    (_, filed, settled, day) => {
      const facts = {
        ...disputed,
        voucher: aVoucher({ expires: at("2027-04-01T21:59:59Z") }),
        claims: [aClaim({ dispute, filedAt: at(filed) })],
      };
      const { result } = settleDispute.decide(facts, mia, { ...input, outcome: "again" }, aMoment(settled));
      expect(toZonedDateString(result.expires, "Europe/Brussels")).toBe(day);
    },
  );

  test("who reviewed the case does not settle it", () => {
    const facts = { ...disputed, slots: [aSlot({ reviewerId: mia.personId, status: "filed" })] };
    expect(refused(() => settleDispute.decide(facts, mia, { ...input, outcome: "again" }, moment))).toBe(
      "forbidden duties.reviewer",
    );
  });

  test("finance does not settle it", () => {
    expect(
      refused(() =>
        settleDispute.decide(disputed, staff("fay", "finance", "limburg"), { ...input, outcome: "again" }, moment),
      ),
    ).toBe("forbidden actor.role-needed");
  });
});
