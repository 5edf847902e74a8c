import { applyPerson } from "@multihelix/core/person/apply-person.ts";
import { changePerson, changePersonInput } from "@multihelix/core/person/change-person.ts";
import type { Person } from "@multihelix/core/person/person.ts";
import { describe, expect, test } from "vitest";
import { anActor } from "../../fixture/build/actor.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const operator = { kind: "system", name: "operator" } as const;
const moment = aMoment();
const person: Person = {
  personId: idOf("per", "saga"),
  email: "post@nyfiken.example",
  name: "post",
  language: "en",
  disabled: false,
  createdAt: at("2026-01-01T08:00:00Z"),
  version: 3,
};
const own = { name: "Saga Nyman", language: "sv" } as const;
const change = (before: Person | undefined = person) => changePerson.decide(before, anActor("saga"), own, moment);

describe("what somebody is called", () => {
  test("is said by themself, with the language of their letters; everything else stays", () => {
    const [saved] = written(change().changes, "person");
    expect(saved).toEqual({ ...person, ...own, ownWord: true });
  });

  test("stays off the record, which says that it was changed", () => {
    expect(change().events).toEqual([
      { stream: `person:${person.personId}`, type: "person.self-changed", facts: { language: "sv" } },
    ]);
  });

  test("is no change when it is so already", () => {
    expect(change({ ...person, ...own })).toEqual({ changes: [], result: { changed: false } });
  });

  test("is a name: neither empty, nor blanks, nor longer than 120 characters", () => {
    for (const name of ["", "   ", "x".repeat(121)])
      expect(changePersonInput.safeParse({ name, language: "sv" }).success).toBe(false);
    expect(changePersonInput.parse({ name: " Saga ", language: "sv" }).name).toBe("Saga");
  });

  test("is nobody's to say for another", () => {
    const forAnother = () => changePerson.decide(person, operator, own, moment);
    expect(refused(forAnother)).toMatch(/^forbidden /);
  });

  test("outlasts the operator's file, which still says their roles", () => {
    const before: Person = { ...person, ...own, ownWord: true };
    const facts = { before, named: undefined, grants: [], memberships: [], unknown: [], families: new Map() };
    const asked = { email: person.email, name: "Post", language: "en" as const, disabled: true };
    const { changes } = applyPerson.decide(facts, operator, asked, moment);
    expect(written(changes, "person")).toEqual([{ ...before, disabled: true }]);
  });
});
