import { acceptTerms } from "@multihelix/core/voucher/accept-terms.ts";
import { describe, expect, test } from "vitest";
import { memberOf, staff } from "../../fixture/build/actor.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aVoucher, useFacts } from "../../fixture/build/voucher.ts";
import { answersOf, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const anna = memberOf("anna", "vivo");
const lars = memberOf("lars", "lab");
const moment = aMoment("2026-10-05T09:00:00Z");
const tasks = [aTask("accept", { slot: "applicant" }), aTask("accept", { slot: "provider" })];
const issued = useFacts({ one: aCase({ status: "issued" }), tasks });

describe("terms of a voucher", () => {
  test("a party's acceptance closes its task and stands on the voucher; the case is not written", () => {
    const decision = acceptTerms.decide(issued, anna, { caseId, party: "applicant" }, moment);
    expect(answersOf(decision.changes)).toEqual([{ outcome: "accepted", round: 1 }]);
    expect(written(decision.changes, "voucher")[0]?.accepted).toEqual([
      { party: "applicant", by: anna.personId, at: moment.now },
    ]);
    expect(written(decision.changes, "case")).toEqual([]);
    expect(decision.result).toEqual({ outcome: "accepted", party: "applicant", acceptedAt: moment.now });
  });

  test("the wording that was accepted can be proved by its hash", () => {
    const event = acceptTerms.decide(issued, anna, { caseId, party: "applicant" }, moment).events?.[0];
    expect(event?.facts?.termsHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("nobody accepts for the other party", () => {
    expect(refused(() => acceptTerms.decide(issued, anna, { caseId, party: "provider" }, moment))).toBe(
      "forbidden actor.member-needed",
    );
  });

  test("a viewer cannot bind the company", () => {
    const viewer = memberOf("vera", "vivo", "viewer");
    expect(refused(() => acceptTerms.decide(issued, viewer, { caseId, party: "applicant" }, moment))).toBe(
      "forbidden actor.member-needed",
    );
  });

  test("for strangers and for the park's own staff the case cannot be accepted", () => {
    const stranger = memberOf("sam", "other");
    expect(refused(() => acceptTerms.decide(issued, stranger, { caseId, party: "applicant" }, moment))).toBe(
      "not_found case.not-found",
    );
    const manager = staff("mia", "manager", "limburg");
    expect(refused(() => acceptTerms.decide(issued, manager, { caseId, party: "applicant" }, moment))).toBe(
      "not_found case.not-found",
    );
  });

  test("one person does not accept for both sides", () => {
    const both = { ...anna, memberships: [...anna.memberships, ...lars.memberships] };
    const accepted = aVoucher({
      accepted: [{ party: "applicant", by: anna.personId, at: at("2026-10-04T09:00:00Z") }],
    });
    const facts = useFacts({ ...issued, voucher: accepted });
    expect(refused(() => acceptTerms.decide(facts, both, { caseId, party: "provider" }, moment))).toBe(
      "forbidden duties.same-person",
    );
  });

  test("saying it again gives the first answer and changes nothing", () => {
    const earlier = at("2026-10-04T09:00:00Z");
    const facts = useFacts({
      ...issued,
      voucher: aVoucher({ accepted: [{ party: "applicant", by: anna.personId, at: earlier }] }),
      tasks: [
        aTask("accept", {
          slot: "applicant",
          status: "answered",
          by: anna.personId,
          at: earlier,
          answer: { outcome: "accepted" },
        }),
      ],
    });
    const decision = acceptTerms.decide(facts, anna, { caseId, party: "applicant" }, moment);
    expect(decision.changes).toEqual([]);
    expect(decision.result.acceptedAt).toBe(earlier);
  });

  test("after the lapse it is too late", () => {
    const lapsed = aTask("accept", {
      slot: "applicant",
      status: "timed-out",
      by: "system:sweep",
      at: moment.now,
      answer: { outcome: "lapsed" },
    });
    const facts = useFacts({ one: aCase({ status: "lapsed" }), tasks: [lapsed] });
    expect(refused(() => acceptTerms.decide(facts, anna, { caseId, party: "applicant" }, moment))).toBe(
      "conflict task.already-answered",
    );
  });

  test("acceptance is recorded with the person, never with a name", () => {
    const text = JSON.stringify(acceptTerms.decide(issued, anna, { caseId, party: "applicant" }, moment).events);
    expect(text).not.toContain("Vivo");
    expect(text).not.toContain(idOf("org", "vivo"));
  });
});
