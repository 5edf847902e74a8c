/** Two records of one organisation: what may not be merged and by whom, and that aid counts as one in the commit that merges. */
import type { AidGroup } from "@multihelix/core/aid/group.ts";
import { headroomsOf } from "@multihelix/core/aid/headroom.ts";
import { reserveAid } from "@multihelix/core/aid/reserve.ts";
import { isDomainError } from "@multihelix/core/kernel/error.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { answerMerge } from "@multihelix/core/organisation/merge/answer-merge.ts";
import { joinMember } from "@multihelix/core/organisation/merge/join-member.ts";
import type { Merge } from "@multihelix/core/organisation/merge/merge.ts";
import type { MergeFacts } from "@multihelix/core/organisation/merge/merge-facts.ts";
import { ceilingsOf } from "@multihelix/core/organisation/merge/merge-figures.ts";
import { proposeMerge } from "@multihelix/core/organisation/merge/propose-merge.ts";
import type { Organisation } from "@multihelix/core/organisation/organisation.ts";
import { isParty } from "@multihelix/core/review/conflict/same-organisation.ts";
import { expect, test } from "vitest";
import { anAccountChange } from "../../fixture/build/account-change.ts";
import { memberOf, staff } from "../../fixture/build/actor.ts";
import { aGrant } from "../../fixture/build/aid.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { aTask } from "../../fixture/build/task.ts";
import { answersOf, patches, written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const kept = anOrganisation({ version: 3, organisationId: idOf("org", "kept"), aidGroupId: idOf("aid", "kept") });
const merged = anOrganisation({
  organisationId: idOf("org", "double"),
  aidGroupId: idOf("aid", "double"),
  legalName: "Lund Lab",
  registerScheme: "SE-ON",
  registerId: "5599998027",
  verification: "unverified",
  version: 1,
});
const groupOf = (one: Organisation, given: Partial<AidGroup> = {}): AidGroup => ({
  aidGroupId: one.aidGroupId,
  members: [one.organisationId],
  membership: 0,
  drawn: 0,
  version: 0,
  ...given,
});
const facts = (given: Partial<MergeFacts> = {}): MergeFacts => ({
  kept,
  merged,
  followers: [],
  keptGroup: groupOf(kept, { membership: 4 }),
  mergedGroup: groupOf(merged, { membership: 1 }),
  keptEntry: undefined,
  mergedEntry: undefined,
  accountChange: undefined,
  cases: [],
  ...given,
});
const merge: Merge = {
  mergeId: idOf("mrg", "one"),
  keptId: kept.organisationId,
  mergedId: merged.organisationId,
  keptName: kept.legalName,
  mergedName: merged.legalName,
  keptVersion: 3,
  mergedVersion: 1,
  state: "proposed",
  reason: "One laboratory, registered twice.",
  proposedBy: idOf("per", "mia"),
  proposedAt: at("2026-11-11T09:00:00Z"),
  version: 0,
};
const [mia, sam] = [staff("mia", "manager", "limburg"), staff("sam", "manager", "wales")];
const input = {
  keptId: kept.organisationId,
  mergedId: merged.organisationId,
  reason: merge.reason,
  noInterest: true as const,
  keptVersion: 3,
  mergedVersion: 1,
};
const propose = (given: Partial<MergeFacts> = {}, actor = mia, merges: Merge[] = []) =>
  proposeMerge.decide({ ...facts(given), merges }, actor, input, aMoment());
const answer = (given: Partial<MergeFacts> = {}, actor = sam, one: Merge = merge) =>
  answerMerge.decide(
    { merge: one, facts: facts(given) },
    actor,
    { mergeId: merge.mergeId, answer: "confirm", noInterest: true },
    aMoment(),
  );

test("two organisations that are both verified under different numbers of one register are two, and stay two", () => {
  const verified = { ...merged, verification: "verified" as const };
  expect(refusalOf(() => propose({ merged: verified }))).toMatchObject({
    code: "merge.two-registrations",
    facts: { scheme: "SE-ON" },
  });
  expect(refused(() => answer({ merged: verified }))).toBe("conflict merge.two-registrations");
  expect(propose({ merged: { ...verified, registerScheme: "ROR" } }).result.mergeId).toMatch(/^mrg_/);
});

test.each([
  ["invalid merge.same", { merged: { ...kept } }],
  ["conflict organisation.merged", { merged: { ...merged, mergedInto: idOf("org", "other") } }],
  [
    "conflict merge.keep-verified",
    { kept: { ...kept, verification: "unverified" }, merged: { ...merged, verification: "verified" } },
  ],
  ["conflict merge.two-countries", { merged: { ...merged, address: { ...merged.address, country: "BE" } } }],
  [
    "conflict merge.case-of-both",
    { cases: [aCase({ status: "in-use", applicantId: merged.organisationId, providerId: kept.organisationId })] },
  ],
  ["not_found organisation.not-found", { merged: undefined }],
] as [string, Partial<MergeFacts>][])("refused, when proposed and when confirmed: %s", (code, given) => {
  expect(refused(() => propose(given))).toBe(code);
  expect(refused(() => answer(given))).toBe(code);
});

test("a case of both that is at an end hinders nothing", () => {
  const ended = aCase({ status: "closed", applicantId: merged.organisationId, providerId: kept.organisationId });
  expect(answer({ cases: [ended] }).result).toEqual({ state: "running" });
});

test("secretaries and managers do it, never one alone, never for their own organisation or one that they are tied to", () => {
  for (const actor of [staff("abe", "approver", "limburg"), memberOf("anna", "kept")])
    expect(refused(() => propose({}, actor))).toBe("not_found organisation.not-found");
  const own = { ...sam, memberships: memberOf("sam", "double").memberships };
  expect(refused(() => answer({}, own))).toBe("forbidden duties.own-organisation");
  const tie = { organisationId: merged.organisationId, kind: "stake", level: "HARD" } as const;
  expect(refused(() => answer({}, { ...sam, ties: [tie as never] }))).toBe("forbidden duties.interest");
  expect(refused(() => answer({}, mia))).toBe("forbidden duties.same-person");
  const secretary = staff("sol", "manager", "limburg");
  const [grant] = secretary.grants;
  const sol = { ...secretary, grants: [{ ...grant, role: "secretary", scope: { kind: "network" } } as never] };
  expect(answer({}, sol).result).toEqual({ state: "running" });
});

test("what changed since it was proposed is looked at again, and one merge at a time touches an organisation", () => {
  expect(refused(() => answer({ kept: { ...kept, version: 4 } }))).toBe("conflict organisation.changed");
  expect(refused(() => propose({}, mia, [merge]))).toBe("conflict merge.another-open");
  expect(propose({}, mia, [{ ...merge, state: "withdrawn" }]).result.mergeId).toMatch(/^mrg_/);
});

test("confirmed, the duplicate points to the kept record, its bank account pays nobody, and it is listed once", () => {
  const change = anAccountChange({ organisationId: merged.organisationId, status: "confirmed" });
  const entry = { organisationId: merged.organisationId, name: "Lund Lab", country: "SE", version: 0 };
  const { changes } = answer({ accountChange: change, accountTasks: [aTask("answer-account")], mergedEntry: entry });
  const [keptNow, pointer] = written(changes, "organisation");
  expect(keptNow).toMatchObject({ absorbed: [merged.organisationId], accounts: kept.accounts, version: 3 });
  expect(pointer).toMatchObject({ mergedInto: kept.organisationId, aidGroupId: kept.aidGroupId, version: 1 });
  expect(written(changes, "accountChange")).toMatchObject([{ status: "refused" }]);
  expect(answersOf(changes)).toMatchObject([{ outcome: "refused" }]);
  expect(changes).toContainEqual({
    op: "remove",
    name: "providerEntry",
    key: { organisationId: merged.organisationId },
  });
  expect(written(changes, "providerEntry")).toMatchObject([{ organisationId: kept.organisationId }]);
});

test("both aid groups grow in the commit that merges, so whoever counted half of the aid before is refused by its guard", () => {
  const grants = [{ ...aGrant({ amount: 29_500_000, caseId: idOf("app", "old") }), aidGroupId: merged.aidGroupId }];
  const share = {
    parkId: "limburg",
    jurisdiction: "BE",
    aidBasis: "eu-de-minimis",
    amount: { amount: 1_000_000, currency: "EUR" },
  } as const;
  const count = (known: typeof grants) =>
    headroomsOf({
      network: demoNetwork(),
      day: "2026-11-12",
      shares: [share],
      grants: known,
      declared: [],
      cost: share.amount,
      caseId,
    });
  const act = { caseId, day: "2026-11-12", at: at("2026-11-12T09:00:00Z") };
  const before = reserveAid({ ...act, group: groupOf(kept, { membership: 4 }), grants: [], headrooms: count([]) });
  expect(before[0]).toMatchObject({ op: "add", when: { membership: 4 } });
  const groups = patches(answer().changes, "aidGroup");
  expect(groups).toMatchObject([
    {
      set: { membership: 5, unites: [merged.aidGroupId], members: [kept.organisationId, merged.organisationId] },
      when: { membership: 4 },
    },
    { set: { membership: 2, members: [], unitedInto: groupOf(kept).aidGroupId }, when: { membership: 1 } },
  ]);
  const after = () => reserveAid({ ...act, group: groupOf(kept), grants, headrooms: count(grants) });
  expect(refused(after)).toBe("conflict aid.no-room");
});

test("the preview adds what counts under each ceiling, and says where both together exceed it", () => {
  const one = { group: groupOf(kept), grants: [aGrant({ amount: 20_000_000, caseId: idOf("app", "a") })] };
  const other = { group: groupOf(merged), grants: [aGrant({ amount: 15_000_000, caseId: idOf("app", "b") })] };
  const [line] = ceilingsOf(one, other, demoNetwork(), at("2026-11-12T09:00:00Z"));
  expect(line).toMatchObject({ kept: 20_000_000, merged: 15_000_000, together: 35_000_000, exceeded: true });
  expect(line?.ceiling).toBe(30_000_000);
});

test("what the kept record says of a person holds; whoever is in one only joins the other, unless removed at that moment", () => {
  const running: Merge = { ...merge, state: "running" };
  const personId = idOf("per", "otto");
  const place = (id: string, level?: "owner" | "viewer") => ({
    organisationId: idOf("org", id),
    member: level === undefined ? undefined : { organisationId: idOf("org", id), personId, level, version: 0 },
  });
  const [system, family] = [{ kind: "system", name: "outbox" } as const, { kept: undefined, ids: [] }];
  const join = (places: ReturnType<typeof place>[], one = running) =>
    joinMember.decide({ merge: one, family, places }, system, { mergeId: merge.mergeId, personId }, aMoment());
  const both = join([place("kept", "viewer"), place("double", "owner")]);
  expect(written(both.changes, "membership")).toMatchObject([
    { organisationId: idOf("org", "double"), level: "viewer" },
  ]);
  const joining = join([place("kept"), place("double", "owner")]).changes;
  expect(written(joining, "membership")).toMatchObject([{ organisationId: idOf("org", "kept"), level: "owner" }]);
  expect(joining[0]).toMatchObject({ op: "check", name: "member", when: { level: "owner" } });
  expect(join([place("kept"), place("double")]).changes).toEqual([]);
  expect(join([place("kept"), place("double", "owner")], merge).changes).toEqual([]);
});

test("a conflict named by either id or number is a conflict with both", () => {
  const register = { scheme: "SE-ON", id: "5599998027", name: "Lund Lab" };
  const party = {
    organisationId: kept.organisationId,
    register: { scheme: "SE-ON", id: "5560360793" },
    alsoKnownAs: [{ organisationId: merged.organisationId, register }],
  };
  expect(isParty({ register }, party)).toBe(true);
  expect(isParty({ organisationId: merged.organisationId }, party)).toBe(true);
  expect(isParty({ organisationId: idOf("org", "other") }, party)).toBe(false);
});

test("a merge that nobody may see is no error of its own", () => {
  try {
    answerMerge.decide(
      { merge: undefined, facts: undefined },
      sam,
      { mergeId: merge.mergeId, answer: "confirm", noInterest: true },
      aMoment(),
    );
    expect.unreachable();
  } catch (error) {
    expect(isDomainError(error, "merge.not-found")).toBe(true);
  }
});
