import { type ApplyPerson, applyPerson } from "@multihelix/core/person/apply-person.ts";
import { describe, expect, test } from "vitest";
import { workflow } from "../../fixture/build/actor.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const operator = { kind: "system", name: "operator" } as const;
const nobody = { before: undefined, named: undefined, grants: [], memberships: [], unknown: [], families: new Map() };
type Facts = Parameters<typeof applyPerson.decide>[0];

function entry(given: Partial<ApplyPerson> = {}): ApplyPerson {
  return {
    email: "Noelle.Claesen@Limburg.example",
    name: "Noëlle Claesen",
    language: "nl",
    disabled: false,
    roles: [{ role: "manager", parkId: "limburg", substitute: false }],
    memberships: [{ organisationId: idOf("org", "vivo"), level: "viewer" }],
    ...given,
  };
}
const apply = (asked = entry(), facts: Facts = nobody) => applyPerson.decide(facts, operator, asked, aMoment());

/** What is stored after a person was applied. */
function stored(asked = entry()): Facts {
  const { changes } = apply(asked);
  const [before] = written(changes, "person");
  return { ...nobody, before, grants: written(changes, "grant"), memberships: written(changes, "membership") };
}

describe("a person is provisioned", () => {
  test("found by one spelling of the address, with grants found both by person and by role", () => {
    const { changes, result } = apply();
    expect(written(changes, "person")).toMatchObject([{ email: "noelle.claesen@limburg.example" }]);
    expect(written(changes, "email")).toEqual([
      { email: "noelle.claesen@limburg.example", personId: result.personId, version: 0 },
    ]);
    const [grant] = written(changes, "grant");
    expect(written(changes, "roleHolder")).toMatchObject([
      { role: "manager", scope: "limburg", personId: result.personId, grantId: grant?.grantId },
    ]);
    expect(written(changes, "member")).toMatchObject([
      { organisationId: idOf("org", "vivo"), personId: result.personId, level: "viewer" },
    ]);
  });

  test("an id never follows from an address", () => {
    const other = applyPerson.decide(nobody, operator, entry(), {
      ...aMoment(),
      newId: () => "per_01K9Q000000000000000000ZZZ" as never,
    });
    expect(other.result.personId).not.toBe(apply().result.personId);
  });

  test("the same again is no change", () => {
    expect(apply(entry(), stored())).toMatchObject({ changes: [], result: { changed: false } });
  });

  test("a role that is no longer named is gone in the same commit, from both its places", () => {
    const before = stored();
    const { changes, events } = apply(
      entry({ roles: [{ role: "approver", parkId: "limburg", substitute: true }] }),
      before,
    );
    expect(changes.filter(({ op }) => op === "remove").map(({ name }) => name)).toEqual(["grant", "roleHolder"]);
    expect(written(changes, "roleHolder")).toMatchObject([{ role: "approver", substitute: true }]);
    expect(events?.map(({ type }) => type)).toEqual(["person.changed", "role.granted", "role.removed"]);
  });

  test("roles that are left out stay as they were; an empty list removes them all", () => {
    const { roles: _roles, memberships: _memberships, ...silent } = entry();
    expect(apply(silent, stored()).changes).toEqual([]);
    expect(apply({ ...silent, roles: [] }, stored()).changes.map(({ op }) => op)).toEqual(["remove", "remove"]);
  });

  test("events tell ids and roles, never a name or an address", () => {
    expect(JSON.stringify(apply().events)).not.toMatch(/Noëlle|limburg\.example/i);
  });
});

describe("a person is refused", () => {
  test("in a scope that the role does not have, twice in one role, or in a park that does not exist", () => {
    const roles = (list: ApplyPerson["roles"]) => refused(() => apply(entry({ roles: list })));
    expect(roles([{ role: "manager", substitute: false }])).toBe("invalid role.wrong-scope");
    expect(roles([{ role: "reviewer", parkId: "lund", substitute: false }])).toBe("invalid role.wrong-scope");
    expect(roles([{ role: "finance", parkId: "atlantis", substitute: false }])).toBe("not_found park.unknown");
    const twice = { role: "auditor", parkId: "lund", substitute: false } as const;
    expect(roles([twice, { ...twice, substitute: true }])).toBe("invalid role.twice");
  });

  test("as member of an organisation that is not there, or under somebody else's id or address", () => {
    expect(refused(() => apply(entry(), { ...nobody, unknown: ["org_x"] }))).toBe("not_found organisation.not-found");
    const before = {
      personId: idOf("per", "old"),
      email: "noelle.claesen@limburg.example",
      name: "N",
      language: "nl",
      disabled: false,
      createdAt: at("2026-01-01T00:00:00Z"),
      version: 0,
    } as const;
    expect(refused(() => apply(entry({ personId: idOf("per", "new") }), { ...nobody, before }))).toBe(
      "conflict person.address-taken",
    );
    expect(refused(() => apply(entry({ personId: before.personId }), { ...nobody, named: before }))).toBe(
      "conflict person.other-address",
    );
  });

  test("by anybody but the operator", () => {
    expect(refused(() => applyPerson.decide(nobody, workflow, entry(), aMoment()))).toBe(
      "forbidden actor.operator-needed",
    );
  });
});
