import type { Task } from "@multihelix/core/task/task.ts";
import { answerScope } from "@multihelix/core/voucher/answer-scope.ts";
import { cancelVoucher } from "@multihelix/core/voucher/cancel-voucher.ts";
import { decideScope } from "@multihelix/core/voucher/decide-scope.ts";
import { extendVoucher } from "@multihelix/core/voucher/extend-voucher.ts";
import { proposeScope } from "@multihelix/core/voucher/propose-scope.ts";
import { proposeValue } from "@multihelix/core/voucher/propose-value.ts";
import { refuseChange } from "@multihelix/core/voucher/refuse-change.ts";
import type { ScopeChange } from "@multihelix/core/voucher/scope.ts";
import type { ParkOfWord } from "@multihelix/core/voucher/second-word.ts";
import { describe, expect, test } from "vitest";
import { memberOf } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { anApprover, max, mia } from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aRecipient, aVoucher, useFacts } from "../../fixture/build/voucher.ts";
import { patches, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const moment = aMoment();
const sure = { caseId, noInterest: true } as const;
const anna = memberOf("anna", "vivo");
const lars = memberOf("lars", "lab");
const ada = anApprover("ada");
const scope = "Two series on tissue instead of three on cells.";
const reasons = "The cell line is gone.";
const one = aCase({ status: "in-use", providerId: idOf("org", "lab") });
const words: ParkOfWord[] = [
  {
    parkId: "limburg",
    parties: [],
    staff: { approver: [aRecipient("ada")], manager: [aRecipient("mia")], finance: [] },
  },
];
const asked = (slot: string, given: Partial<Task> = {}) =>
  aTask("confirm-change", {
    workflow: "voucher-use",
    state: "Scope",
    slot,
    holder: { kind: "role", role: "manager", parkId: "limburg" },
    ...given,
  });
const change = (given: Partial<ScopeChange> = {}): ScopeChange => ({
  scope,
  reasons,
  from: "applicant",
  by: anna.personId,
  at: at("2026-11-11T08:00:00Z"),
  contentHash: "seen",
  agreed: [{ party: "applicant", by: anna.personId, at: at("2026-11-11T08:00:00Z") }],
  ...given,
});
const both = change({
  agreed: [
    { party: "applicant", by: anna.personId, at: moment.now },
    { party: "provider", by: lars.personId, at: moment.now },
  ],
});
const facts = (given: Parameters<typeof useFacts>[0] = {}) => useFacts({ one, words, ...given });
const waiting = (scopeChange: ScopeChange, given: Parameters<typeof useFacts>[0] = {}) =>
  facts({ voucher: aVoucher({ scopeChange }), ...given });
const propose = (who = anna, given = facts(), more: object = {}) =>
  proposeScope.decide(given, who, { caseId, scope, reasons, ...more }, moment);
const answer = (
  who: typeof anna,
  party: "applicant" | "provider",
  given: ReturnType<typeof facts>,
  more: object = {},
) =>
  answerScope.decide(given, who, { caseId, party, contentHash: "seen", answer: "agree", reasons: "", ...more }, moment);
const decide = (who: typeof mia, given: ReturnType<typeof facts>, contentHash = "seen") =>
  decideScope.decide(given, who, { ...sure, contentHash, reasons: "Within the call." }, moment);
const opened = (changes: Parameters<typeof written>[0]) =>
  written(changes, "task").map(({ kind, state, slot, holder }) => [kind, state, slot, holder]);
const told = (changes: Parameters<typeof written>[0]) =>
  written(changes, "letter").map(({ kind, to }) => [kind, to.personId]);

describe("another description of the service", () => {
  test("that the company wants asks the provider, by a task and a letter with the words; nothing else changes", () => {
    const { changes, events, postings } = propose();
    expect(opened(changes)).toEqual([
      ["confirm-change", "Scope", "provider", { kind: "organisation", organisationId: idOf("org", "lab") }],
    ]);
    expect(told(changes)).toEqual([["scope-change", idOf("per", "lars")]]);
    expect(written(changes, "letter")[0]?.text).toContain(scope);
    const [voucher] = written(changes, "voucher");
    expect(voucher).toMatchObject({ value: aVoucher().value, scopeChange: { scope, from: "applicant" } });
    expect([voucher?.scopes, postings]).toEqual([undefined, undefined]);
    expect(events?.map(({ type }) => type)).toEqual(["voucher.scope-proposed"]);
  });

  test("that a manager wants asks both parties, and a manager states no interest", () => {
    const { changes } = propose(mia, facts(), { noInterest: true });
    expect(opened(changes).map(([, , slot]) => slot)).toEqual(["applicant", "provider"]);
    expect(refused(() => propose(mia))).toBe("invalid input.invalid");
    expect(refused(() => propose(lars))).toBe("forbidden actor.member-needed");
    expect(refused(() => propose(ada))).toBe("forbidden actor.role-needed");
  });

  test("is proposed while nothing is reported, and its work lies within the validity", () => {
    const reported = facts({ one: { ...one, status: "reported" } });
    expect(refused(() => propose(anna, reported))).toBe("conflict voucher.scope-closed");
    for (const status of ["issued", "suspended"] as const)
      expect(propose(anna, facts({ one: { ...one, status } })).result.outcome).toBe("proposed");
    const worked = (startsOn: string, endsOn: string) => () =>
      propose(anna, facts(), { days: { startsOn, endsOn } }).result.outcome;
    // Where the call lets work begin before the award, its first day stays what it was.
    expect(worked("2026-09-01", "2027-04-01")()).toBe("proposed");
    expect(refused(worked("2026-08-31", "2027-03-01"))).toBe("invalid voucher.scope-days");
    expect(refused(worked("2026-12-01", "2027-04-02"))).toBe("invalid voucher.scope-days");
    expect(refused(worked("2026-12-02", "2026-12-01"))).toBe("invalid voucher.scope-days");
  });

  test("begins with the award at the earliest where the call says so", () => {
    const awarded = facts({ call: aCall({ notBegunBefore: "award" }) });
    const worked = (startsOn: string) => propose(anna, awarded, { days: { startsOn, endsOn: "2027-03-01" } });
    // Issued on 1 October.
    expect(refused(() => worked("2026-09-30"))).toBe("invalid voucher.scope-days");
    expect(worked("2026-10-01").result.outcome).toBe("proposed");
  });

  test("waits alone: no second one beside it, nor another value or an extension", () => {
    const pending = waiting(both);
    expect(refused(() => propose(anna, pending))).toBe("conflict voucher.change-pending");
    const value = () => proposeValue.decide(pending, mia, { ...sure, value: 800_000, reasons }, moment);
    expect(refused(value)).toBe("conflict voucher.change-pending");
    const longer = () => extendVoucher.decide(pending, mia, { ...sure, months: 1, reasons }, moment);
    expect(refused(longer)).toBe("conflict voucher.change-pending");
    const cancellation = { by: mia.personId, at: moment.now, reasons };
    const considered = facts({ voucher: aVoucher({ cancellation }) });
    expect(refused(() => propose(max, considered, { noInterest: true }))).toBe("conflict voucher.change-pending");
    // The company is not told what the park considers: it may ask, and the park answers the other first.
    expect(propose(anna, considered).result.outcome).toBe("proposed");
    const two = facts({ voucher: aVoucher({ cancellation, scopeChange: both }) });
    expect(refused(() => decide(mia, two))).toBe("conflict voucher.change-pending");
  });

  test("that the provider agrees to goes on to a manager of the lead park", () => {
    const given = waiting(change(), { tasks: [asked("provider")] });
    const { changes, result } = answer(lars, "provider", given);
    expect(result.outcome).toBe("agreed");
    expect(opened(changes)).toEqual([
      ["confirm-change", "Scope", "limburg", { kind: "role", role: "manager", parkId: "limburg" }],
    ]);
    expect(patches(changes, "task")[0]?.set).toMatchObject({ status: "answered", answer: { outcome: "approve" } });
    expect(told(changes)).toEqual([["change-asked", idOf("per", "mia")]]);
    expect(refused(() => answer(lars, "provider", given, { contentHash: "other" }))).toBe(
      "conflict voucher.scope-changed",
    );
    expect(refused(() => answer(anna, "provider", given))).toBe("forbidden actor.member-needed");
    expect(refused(() => answer(lars, "provider", facts()))).toBe("conflict voucher.nothing-proposed");
    const twoSides = { ...anna, memberships: [...anna.memberships, ...lars.memberships] };
    expect(refused(() => answer(twoSides, "provider", given))).toBe("forbidden duties.same-person");
  });

  test("that a manager wants is decided by an approver, never by who proposed it", () => {
    const parks = change({ from: "park", by: mia.personId, agreed: both.agreed });
    expect(refused(() => decide(mia, waiting(parks)))).toBe("forbidden actor.role-needed");
    expect(decide(ada, waiting(parks)).result.outcome).toBe("changed");
    const proposer = { ...ada, personId: mia.personId };
    expect(refused(() => decide(proposer, waiting(parks)))).toBe("forbidden duties.same-person");
  });

  test("is in force once the park agrees: kept with who agreed and when, told to both, the value stays", () => {
    const given = waiting(both, { tasks: [asked("limburg")] });
    const { changes, events, postings } = decide(mia, given);
    const [voucher] = written(changes, "voucher");
    expect(voucher).toMatchObject({
      value: aVoucher().value,
      left: aVoucher().left,
      scopes: [{ scope, agreed: both.agreed, decided: { by: mia.personId, reasons: "Within the call." } }],
    });
    expect([voucher?.scopeChange, postings]).toEqual([undefined, undefined]);
    expect(written(changes, "offer")).toEqual([]);
    expect(patches(changes, "task")[0]?.set).toMatchObject({ status: "answered", answer: { outcome: "approve" } });
    expect(told(changes)).toEqual([
      ["scope-change", idOf("per", "anna")],
      ["scope-change", idOf("per", "lars")],
    ]);
    expect(events?.map(({ type }) => type)).toEqual(["voucher.scope-changed"]);
  });

  test("is decided by the park only as it was read, and after both parties", () => {
    expect(refused(() => decide(mia, waiting(both), "other"))).toBe("conflict voucher.scope-changed");
    expect(refused(() => decide(mia, waiting(change())))).toBe("conflict voucher.parties-first");
    const reported = waiting(both, { one: { ...one, status: "claim-check" } });
    expect(refused(() => decide(mia, reported))).toBe("conflict voucher.scope-closed");
  });

  test("is refused with reasons by the provider, the park, or taken back by who proposed it: both parties are told", () => {
    const given = waiting(change(), { tasks: [asked("provider")] });
    expect(refused(() => answer(lars, "provider", given, { answer: "refuse" }))).toBe("invalid input.invalid");
    const no = { answer: "refuse", reasons: "We have no tissue." };
    const by = answer(lars, "provider", given, no);
    expect(by.result.outcome).toBe("refused");
    expect(written(by.changes, "voucher")[0]).toMatchObject({
      changesRefused: [{ change: "scope", outcome: "refused", reasons: "We have no tissue." }],
    });
    expect(written(by.changes, "voucher")[0]?.scopeChange).toBeUndefined();
    expect(patches(by.changes, "task")[0]?.set).toMatchObject({ answer: { outcome: "decline" } });
    expect(answer(anna, "applicant", given, no).result.outcome).toBe("taken-back");
    const refuse = (from: "applicant" | "park") =>
      refuseChange.decide(
        { ...waiting(change({ from })), parties: [] },
        mia,
        { ...sure, parkId: "limburg", change: "scope", reasons: "Outside the call." },
        moment,
      );
    expect([refuse("applicant").result.outcome, refuse("park").result.outcome]).toEqual(["refused", "taken-back"]);
    for (const { changes } of [by, refuse("applicant")]) {
      expect(told(changes)).toEqual([
        ["scope-change", idOf("per", "anna")],
        ["scope-change", idOf("per", "lars")],
      ]);
    }
  });

  test("goes with the voucher that is cancelled", () => {
    const cancellation = { by: mia.personId, at: moment.now, reasons };
    const ended = cancelVoucher.decide(
      facts({ voucher: aVoucher({ cancellation, scopeChange: change() }), tasks: [asked("provider")] }),
      ada,
      sure,
      moment,
    );
    expect(written(ended.changes, "voucher")[0]?.scopeChange).toBeUndefined();
    expect(patches(ended.changes, "task")[0]?.set).toMatchObject({ status: "cancelled" });
  });
});
