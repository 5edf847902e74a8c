/** Interests bind everyone who acts: HARD keeps staff from a case on every way in, SOFT is recorded with the act (domain §3, §8). */
import type { PersonActor } from "@multihelix/core/kernel/actor.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { verb } from "@multihelix/core/kernel/verb.ts";
import { declareCaseInterest } from "@multihelix/core/person/declare-case-interest.ts";
import { endOf, levelOf } from "@multihelix/core/person/interest.ts";
import type { Person } from "@multihelix/core/person/person.ts";
import { saveInterests } from "@multihelix/core/person/save-interests.ts";
import { isBarred, refuseTied, type Tie } from "@multihelix/core/person/tie.ts";
import { audienceOf } from "@multihelix/core/view/audience.ts";
import { requireStaff } from "@multihelix/core/voucher/staff.ts";
import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { anActor, memberOf, staff } from "../../fixture/build/actor.ts";
import { aCase } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";
import { storeCase, storePeople } from "../../fixture/stored-case.ts";
import { testWorld } from "../../fixture/world.ts";

const moment = aMoment();
const one = aCase();
const tie = (given: Partial<Tie> = {}): Tie => ({
  organisationId: one.applicantId,
  kind: "equity",
  level: "HARD",
  ...given,
});
const tied = (actor: PersonActor, ...ties: Tie[]): PersonActor => ({ ...actor, ties });
const mia = staff("mia", "manager", "limburg");

describe("a HARD interest", () => {
  test.each(["manager", "approver", "finance"] as const)("takes the case out of a %s's sight and hands", (role) => {
    const actor = tied(staff("mia", role, "limburg"), tie());
    expect(audienceOf(actor, one, undefined, [], moment.now)).toBeUndefined();
    expect(refused(() => requireStaff(actor, role, one, [], moment.now))).toBe("not_found case.not-found");
  });

  test.each(["auditor", "secretary"] as const)("does so for the network's %s too", (role) => {
    const grants = staff("nora", role, "limburg").grants.map((grant) => ({
      ...grant,
      scope: { kind: "network" } as const,
    }));
    const actor = anActor("nora", { grants });
    expect(audienceOf(actor, one, undefined, [], moment.now)).toEqual({ kind: "auditor" });
    expect(audienceOf(tied(actor, tie()), one, undefined, [], moment.now)).toBeUndefined();
  });

  test("in the provider counts as one in the applicant; one in somebody else does not", () => {
    expect(isBarred(tied(mia, tie({ organisationId: one.providerId ?? "" })), one, moment.now)).toBe(true);
    expect(isBarred(tied(mia, tie({ organisationId: idOf("org", "other") })), one, moment.now)).toBe(false);
  });

  test("ends with its last instant", () => {
    const until = at("2026-11-12T12:00:00Z");
    expect(isBarred(tied(mia, tie({ until })), one, at("2026-11-12T11:59:59Z"))).toBe(true);
    expect(isBarred(tied(mia, tie({ until })), one, until)).toBe(false);
  });

  test("does not keep the organisation's own people from their own case", () => {
    const anna = tied(memberOf("anna", "vivo"), tie({ kind: "employer" }));
    expect(audienceOf(anna, one, undefined, [], moment.now)).toEqual({ kind: "applicant" });
  });

  test("in anything keeps from acts on a whole call, so that the refusal tells nobody who applied", () => {
    const other = tied(mia, tie({ organisationId: idOf("org", "other") }));
    expect(refused(() => refuseTied(other, moment.now))).toBe("forbidden duties.interest");
    expect(() => refuseTied(tied(mia, tie({ level: "SOFT" })), moment.now)).not.toThrow();
  });
});

describe("how much a tie weighs", () => {
  test.each([
    ["household", undefined, "HARD"],
    ["equity", 9_000, "HARD"],
    ["board", 9_000, "HARD"],
    ["contract", 9_000, "HARD"],
    ["employer", 499, "HARD"],
    ["employer", 500, "SOFT"],
    ["employer", undefined, "HARD"],
    ["tenancy", 10, "SOFT"],
  ] as const)("%s in a house of %s: %s", (kind, headcount, level) => {
    expect(levelOf({ kind }, headcount)).toBe(level);
  });

  test("of what no rule names is the person's to say, and HARD where they do not", () => {
    expect(levelOf({ kind: "other", level: "SOFT" }, 1)).toBe("SOFT");
    expect(levelOf({ kind: "other" }, 9_000)).toBe("HARD");
  });

  test("an employer that one has left counts 24 months more, until that day is over everywhere", () => {
    expect(endOf({ kind: "employer", until: "2025-01-31" })).toBe("2027-01-31T12:00:00.000Z");
    expect(endOf({ kind: "employer" })).toBeUndefined();
    expect(endOf({ kind: "equity", until: "2025-01-31" })).toBeUndefined();
  });
});

const person: Person = {
  personId: mia.personId,
  email: "mia@limburg.example",
  name: "Mia",
  language: "nl",
  disabled: false,
  createdAt: at("2026-01-01T08:00:00Z"),
  version: 3,
};
type Asked = z.infer<typeof saveInterests.input>["interests"];
const register = { scheme: "BE-BCE_KBO", id: "0999.998.239", name: "Vivo" };
const save = (interests: Asked, given: { version?: number; of?: Person } = {}) =>
  saveInterests.decide(
    { person: given.of ?? person, own: undefined },
    mia,
    { interests, version: given.version ?? 0 },
    moment,
  );
const problems = (interests: Asked) =>
  (refusalOf(() => save(interests)).facts.problems as { path: string }[]).map(({ path }) => path);

describe("one's own interests", () => {
  test("are kept with the id that follows from the number, and since when", () => {
    const [kept] = written(save([{ register, kind: "equity" }]).changes, "interests");
    expect(kept?.entries).toMatchObject([{ kind: "equity", register: { id: "0999998239" }, declaredAt: moment.now }]);
    expect(kept?.entries[0]?.organisationId).toMatch(/^org_/);
  });

  test("have everything looked at again, and what they are stays off the record", () => {
    const { events, effects } = save([{ register, kind: "equity" }]);
    expect(events).toEqual([
      { stream: `person:${mia.personId}`, type: "person.interests-declared", facts: { entries: 1 } },
    ]);
    expect(effects?.map(({ body }) => body.kind)).toEqual(["recheck-reviewer", "recheck-interests"]);
  });

  test("stand in one place: what a reviewer's profile held moves there", () => {
    const interests = [{ organisationId: "org_lab", kind: "tenancy" as const }];
    const reviewer = { terms: [], languages: ["nl" as const], employers: [], interests, capacity: 1 };
    const { changes } = save([{ organisationId: "org_lab", kind: "tenancy" }], { of: { ...person, reviewer } });
    expect(written(changes, "interests")[0]?.entries).toMatchObject(interests);
    expect(written(changes, "person")[0]?.reviewer).toMatchObject({ employers: [], interests: [] });
  });

  test("take no ids that were not there: they would tell who is in the network", () => {
    expect(problems([{ organisationId: "org_other", kind: "board" }])).toEqual(["interests.0"]);
  });

  test("name every problem at once", () => {
    const wrong = { ...register, id: "0999999032" };
    expect(
      problems([
        { register: wrong, kind: "equity" },
        { register, kind: "employer" },
        { register, kind: "employer", from: "2026-01-02", until: "2026-01-01" },
        { register, kind: "other" },
        { kind: "board" },
      ]),
    ).toEqual([
      "interests.0.register.id",
      "interests.1.from",
      "interests.2.until",
      "interests.3.note",
      "interests.4.register.scheme",
    ]);
  });

  test("are not saved over newer ones", () => {
    expect(refused(() => save([], { version: 2 }))).toBe("conflict person.changed");
  });
});

describe("an interest found when a case comes", () => {
  const declare = (actor: PersonActor, given = {}) =>
    declareCaseInterest.decide(
      { person, own: undefined, one, offer: undefined, slots: [], headcount: 12 },
      actor,
      { caseId: one.caseId, party: "applicant", kind: "household", ...given },
      moment,
    );

  test("is kept with the person and told on the case", () => {
    const { changes, events, result } = declare(mia);
    expect(result).toEqual({ level: "HARD" });
    expect(written(changes, "interests")[0]?.entries).toMatchObject([
      { organisationId: one.applicantId, kind: "household" },
    ]);
    expect(events?.at(-1)).toMatchObject({ stream: one.caseId, type: "interest.declared", facts: { level: "HARD" } });
  });

  test("is nobody's to declare who cannot see the case", () => {
    expect(refused(() => declare(staff("will", "manager", "wales")))).toBe("not_found case.not-found");
    expect(refused(() => declare(mia, { kind: "other" }))).toBe("invalid interest.note-needed");
  });
});

describe("whatever an act's own rules look at", () => {
  const world = testWorld();
  let stored = one;
  beforeEach(async () => {
    await storePeople(world.store);
    stored = await storeCase(world.store);
  });
  const touch = verb({
    name: "test.touch",
    input: z.object({ noInterest: z.literal(true).optional() }),
    read: async () => ({}),
    decide: () => ({
      changes: [],
      events: [{ stream: stored.caseId, caseId: stored.caseId, type: "test.touched" }],
      result: {},
    }),
  });
  const events = () => world.store.list("event", { stream: stored.caseId });

  test("it writes nothing to a case that a HARD interest keeps the person from", async () => {
    await expect(perform(world.deps, tied(mia, tie()), "key-one", touch, { noInterest: true })).rejects.toMatchObject({
      code: "case.not-found",
    });
    expect(await events()).toEqual([]);
  });

  test("its statement is recorded, with the SOFT ties that were known", async () => {
    const soft = tie({ kind: "tenancy", level: "SOFT" });
    await perform(world.deps, tied(mia, soft), "key-two", touch, { noInterest: true });
    await perform(world.deps, mia, "key-three", touch, { noInterest: true });
    await perform(world.deps, mia, "key-four", touch, {});
    expect((await events()).map(({ statement }) => statement)).toEqual([
      { noInterest: true, soft: [{ organisationId: one.applicantId, kind: "tenancy" }] },
      { noInterest: true },
      undefined,
    ]);
  });
});
