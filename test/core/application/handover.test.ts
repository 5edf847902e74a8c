/** Handing a case over: the contact asks, a colleague accepts, and from then on nobody else is written to (domain §3). */
import { answerHandover } from "@multihelix/core/application/answer-handover.ts";
import { type HandoverFacts, handOver } from "@multihelix/core/application/hand-over.ts";
import type { PersonActor } from "@multihelix/core/kernel/actor.ts";
import { recipientsOf } from "@multihelix/core/letter/recipient.ts";
import type { Member } from "@multihelix/core/organisation/member.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { memberOf, staff } from "../../fixture/build/actor.ts";
import { aCase } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { patches, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";
import { aPerson, storeCase, storePeople } from "../../fixture/stored-case.ts";
import { testWorld } from "../../fixture/world.ts";

const moment = aMoment();
const one = aCase();
const member = (name: string, level: Member["level"], organisation = "vivo"): Member => ({
  organisationId: idOf("org", organisation),
  personId: idOf("per", name),
  level,
  version: 0,
});
const people = new Map(
  ["anna", "ben", "oona", "vic"].map((name) => [idOf("per", name), { ...aPerson(name), language: "en" as const }]),
);
const facts = (given: Partial<HandoverFacts> = {}): HandoverFacts => ({
  one,
  offer: undefined,
  members: [member("anna", "editor"), member("ben", "editor"), member("oona", "owner"), member("vic", "viewer")],
  family: { kept: undefined, ids: [one.applicantId] },
  people,
  ...given,
});
const [anna, ben, oona] = [
  memberOf("anna", "vivo", "editor"),
  memberOf("ben", "vivo", "editor"),
  memberOf("oona", "vivo"),
];
const give = (actor: PersonActor, to = "ben", given: Partial<HandoverFacts> = {}, leaves = false) =>
  handOver.decide(facts(given), actor, { caseId: one.caseId, to: idOf("per", to), leaves }, moment);
const asked = (leaves = false) => ({
  one: {
    ...one,
    handover: { applicant: { to: ben.personId, by: anna.personId, at: at("2026-11-11T08:00:00Z"), leaves } },
  },
});
const answer = (actor: PersonActor, given: Partial<HandoverFacts>, said: "accept" | "decline" = "accept") =>
  answerHandover.decide(facts(given), actor, { caseId: one.caseId, answer: said }, moment);
const letters = (changes: Parameters<typeof written>[0]) =>
  written(changes, "letter").map(({ kind, to }) => `${kind} ${to.name}`);

describe("the contact of a case", () => {
  test("asks a colleague, and stays the contact until they accept", () => {
    const { result, changes } = give(anna);
    expect(result).toEqual({ outcome: "asked" });
    expect(letters(changes)).toEqual(["handover ben"]);
    expect(patches(changes, "case")).toMatchObject([
      { set: { handover: { applicant: { to: ben.personId, leaves: false } } } },
    ]);
  });

  test("is another one once they have: both are told, and the request is gone", () => {
    const { changes, events } = answer(ben, asked());
    expect(patches(changes, "case")).toMatchObject([{ set: { contactId: ben.personId, handover: {} } }]);
    expect(letters(changes)).toEqual(["handover anna", "handover ben"]);
    expect(events).toMatchObject([{ type: "case.handed-over", facts: { from: anna.personId, to: ben.personId } }]);
  });

  test("who leaves with it loses the membership in the same commit, unless nobody else owned the organisation", () => {
    const removed = (changes: readonly { op: string; name: string }[]) =>
      changes.filter(({ op }) => op === "remove").map(({ name }) => name);
    expect(removed(answer(ben, asked(true)).changes)).toEqual(["membership", "member"]);
    expect(removed(answer(ben, asked()).changes)).toEqual([]);
    const alone = { ...asked(true), members: [member("anna", "owner"), member("ben", "editor")] };
    expect(refused(() => answer(ben, alone))).toBe("conflict membership.last-owner");
  });

  test("stays when they decline, and is told so", () => {
    const { changes, result } = answer(ben, asked(), "decline");
    expect(result).toEqual({ outcome: "declined" });
    expect(letters(changes)).toEqual(["handover anna"]);
    expect(patches(changes, "case").map(({ set }) => set)).toEqual([{ handover: {} }]);
  });

  test("is nobody's to answer for who was not asked, or asked by a contact of before", () => {
    expect(refused(() => answer(oona, asked()))).toBe("conflict handover.not-asked");
    expect(refused(() => answer(ben, {}))).toBe("conflict handover.not-asked");
    const later = asked().one;
    expect(refused(() => answer(ben, { one: { ...later, contactId: oona.personId } }))).toBe(
      "conflict handover.not-asked",
    );
  });

  test("is not given to somebody who cannot answer for the case, or to oneself", () => {
    for (const to of ["vic", "anna", "nobody"])
      expect(refused(() => give(anna, to))).toBe("invalid handover.no-member");
  });
});

describe("an owner", () => {
  test("does not take a case away from a contact who is there", () => {
    expect(refused(() => give(oona))).toBe("conflict handover.contact-there");
  });

  test("names another at once where the contact left", () => {
    const members = [member("ben", "editor"), member("oona", "owner")];
    const { result, changes } = give(oona, "ben", { members });
    expect(result).toEqual({ outcome: "handed-over" });
    expect(patches(changes, "case")).toMatchObject([{ set: { contactId: ben.personId } }]);
    expect(refused(() => give(ben, "oona", { members }))).toBe("forbidden handover.contact-needed");
  });

  test("of the provider does the same for its side, and who confirmed the offer stays on record", () => {
    const offer = {
      caseId: one.caseId,
      providerId: idOf("org", "lab"),
      status: "confirmed" as const,
      invitedBy: anna.personId,
      invitedAt: at("2026-08-20T08:00:00Z"),
      confirmedBy: idOf("per", "lars"),
      version: 1,
    };
    const members = [member("ben", "editor", "lab"), member("lena", "owner", "lab")];
    const { changes } = give(memberOf("lena", "lab"), "ben", { offer, members });
    expect(written(changes, "offer")).toMatchObject([{ contactId: ben.personId, confirmedBy: idOf("per", "lars") }]);
    expect(patches(changes, "case").map(({ set }) => set)).toEqual([{ handover: {} }]);
  });
});

test("for everybody else there is no case", () => {
  for (const actor of [memberOf("olaf", "other"), staff("mia", "manager", "limburg")])
    expect(refused(() => give(actor))).toBe("not_found case.not-found");
});

describe("letters to a company", () => {
  const world = testWorld();
  let stored = one;
  beforeEach(async () => {
    await storePeople(world.store);
    stored = await storeCase(world.store);
    await world.store.commit([
      { op: "put", name: "person", value: aPerson("oona") },
      { op: "put", name: "member", value: member("oona", "owner") },
    ]);
  });
  const holder = { kind: "organisation", organisationId: one.applicantId } as const;
  const names = async () => (await recipientsOf(world.store, holder, stored)).map(({ name }) => name);

  test("go to the contact while they belong to it, and to its owners once they have left", async () => {
    const { personId, organisationId, level } = member("anna", "editor");
    const value = { personId, organisationId, level, version: 0 };
    await world.store.commit([{ op: "put", name: "membership", value }]);
    expect(await names()).toEqual(["anna"]);
    await world.store.commit([{ op: "remove", name: "membership", key: { personId, organisationId } }]);
    expect(await names()).toEqual(["oona"]);
  });
});
