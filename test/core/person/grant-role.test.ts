/** Giving and taking roles: by whom, never one's own, with a fresh second factor, and never the last one's. */
import type { PersonActor } from "@multihelix/core/kernel/actor.ts";
import { endRole } from "@multihelix/core/person/end-role.ts";
import { grantRole } from "@multihelix/core/person/grant-role.ts";
import type { RoleGrant } from "@multihelix/core/person/role-grant.ts";
import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { staff } from "../../fixture/build/actor.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";
import { aPerson } from "../../fixture/stored-case.ts";

type Asked = z.infer<typeof grantRole.input>;

const moment = aMoment();
const fresh = (actor: PersonActor): PersonActor => ({ ...actor, secondFactorAt: moment.now });
const mia = fresh(staff("mia", "manager", "limburg"));
const sia: PersonActor = { ...mia, personId: idOf("per", "sia"), grants: [aSecretary()] };
const asked: Asked = { email: "eva@example.org", role: "approver", parkId: "limburg", substitute: false };
const eva = { person: aPerson("eva"), grants: [] as RoleGrant[] };

function aSecretary(): RoleGrant {
  const scope = { kind: "network" } as const;
  return {
    personId: idOf("per", "sia"),
    grantId: idOf("rgr", "sia"),
    role: "secretary",
    scope,
    substitute: false,
    version: 0,
  };
}
const grant = (
  given: Partial<Asked> = {},
  actor: PersonActor = mia,
  facts: Parameters<typeof grantRole.decide>[0] = eva,
) => grantRole.decide(facts, actor, { ...asked, ...given }, moment);

describe("giving a role", () => {
  test("writes it where its holder and where its askers find it, with its end and as substitute", () => {
    const until = at("2027-01-31T23:00:00Z");
    const { changes, events } = grant({ lastDay: "2027-01-31", substitute: true });
    expect(written(changes, "grant")).toMatchObject([{ role: "approver", until, substitute: true }]);
    expect(written(changes, "roleHolder")).toMatchObject([
      { role: "approver", scope: "limburg", until, substitute: true },
    ]);
    expect(events).toMatchObject([{ stream: `person:${eva.person.personId}`, type: "role.granted" }]);
  });

  test("lasts through its last day by the clock of its park, and of the network until that day is over in every park", () => {
    const untilOf = (given: Partial<Asked>) => written(grant(given, sia).changes, "grant")[0]?.until;
    expect(untilOf({ parkId: "sherbrooke", lastDay: "2026-11-30" })).toBe(at("2026-12-01T05:00:00Z"));
    expect(untilOf({ parkId: "lund", lastDay: "2026-11-30" })).toBe(at("2026-11-30T23:00:00Z"));
    const coordinator = { role: "coordinator", parkId: undefined, lastDay: "2026-11-30" } as const;
    expect(untilOf(coordinator)).toBe(at("2026-12-01T05:00:00Z"));
    // Today is a last day like any other.
    expect(untilOf({ lastDay: "2026-11-12" })).toBe(at("2026-11-12T23:00:00Z"));
  });

  test("takes a day and no instant: whose midnight it is, is not the giver's to say", () => {
    const { input } = grantRole;
    expect(input.safeParse({ ...asked, lastDay: "2026-11-30" }).success).toBe(true);
    for (const wrong of [{ until: "2026-11-30T23:00:00.000Z" }, { lastDay: "2026-02-30" }, { lastDay: "9999-12-31" }])
      expect(input.safeParse({ ...asked, ...wrong }).success).toBe(false);
  });

  test("again changes its end and leaves other roles", () => {
    const held = written(grant({ role: "finance" }).changes, "grant");
    const both = written(grant({}, mia, { ...eva, grants: held }).changes, "grant");
    const { changes } = grant({ substitute: true }, mia, { ...eva, grants: [...held, ...both] });
    expect(changes.map(({ op }) => op)).toEqual(["put", "put"]);
    expect(written(changes, "grant")).toMatchObject([{ role: "approver", substitute: true }]);
  });

  test.each([
    ["a manager for another park", { parkId: "lund" }, mia, "forbidden role.not-yours-to-grant"],
    ["a manager for the network", { role: "secretary", parkId: undefined }, mia, "forbidden role.not-yours-to-grant"],
    ["a manager the auditor of the own park", { role: "auditor" }, mia, "forbidden role.not-yours-to-grant"],
    ["an approver", {}, fresh(staff("abe", "approver", "limburg")), "forbidden role.not-yours-to-grant"],
    ["whose second factor is old", {}, staff("mia", "manager", "limburg"), "forbidden second-factor.stale"],
    ["with a last day that has passed", { lastDay: "2026-11-11" }, mia, "invalid role.until-past"],
  ] as const)("is refused to %s", (_, given, actor, code) => {
    expect(refused(() => grant(given as Partial<Asked>, actor))).toBe(code);
  });

  test("to oneself is refused, to managers and the secretary alike", () => {
    for (const actor of [mia, sia]) {
      const person = { ...eva.person, personId: actor.personId };
      expect(refused(() => grant({}, actor, { person, grants: [] }))).toBe("forbidden role.own");
    }
  });

  test("of any park or the network is the secretary's to give", () => {
    expect(grant({ parkId: "wales" }, sia).changes).toHaveLength(2);
    expect(grant({ role: "coordinator", parkId: undefined }, sia).changes).toHaveLength(2);
  });

  test("as a patient or lay member is for reviewers alone, and changes with the next grant", () => {
    const lay = grant({ role: "reviewer", parkId: undefined, lay: true }, sia).changes;
    expect(written(lay, "roleHolder")).toMatchObject([{ role: "reviewer", scope: "network", lay: true }]);
    const held = { ...eva, grants: written(lay, "grant") };
    const [holder] = written(grant({ role: "reviewer", parkId: undefined }, sia, held).changes, "roleHolder");
    expect(holder).not.toHaveProperty("lay");
    expect(refused(() => grant({ lay: true }))).toBe("invalid role.lay-reviewer-only");
  });

  test("to an address that never signed in, or to somebody disabled, is refused", () => {
    expect(refused(() => grant({}, mia, { person: undefined, grants: [] }))).toBe("not_found person.not-found");
    const person = aPerson("eva", { disabled: true });
    expect(refused(() => grant({}, mia, { person, grants: [] }))).toBe("conflict person.disabled");
  });
});

describe("taking a role away", () => {
  const grants = written(grant().changes, "grant");
  const holders = written(grant().changes, "roleHolder");
  const [held] = grants;
  const other = {
    ...holders[0],
    personId: idOf("per", "abe"),
    grantId: idOf("rgr", "abe"),
  } as (typeof holders)[number];
  const end = (all = [...holders, other], actor: PersonActor = mia) =>
    endRole.decide(
      { grants, holders: all },
      actor,
      { personId: eva.person.personId, grantId: held?.grantId ?? "rgr_" },
      moment,
    );

  test("removes it from both places", () => {
    expect(
      end()
        .changes.filter(({ op }) => op === "remove")
        .map(({ name }) => name),
    ).toEqual(["grant", "roleHolder"]);
  });

  test("from the last who holds it is refused: a substitute counts, one whose role has ended does not", () => {
    expect(refused(() => end(holders))).toBe("conflict role.last-holder");
    expect(refused(() => end([...holders, { ...other, until: moment.now }]))).toBe("conflict role.last-holder");
    expect(end([...holders, { ...other, substitute: true }]).result).toEqual({ ended: true });
  });

  test("checks that the other still holds it when it is written", () => {
    expect(end().changes.find(({ op }) => op === "check")).toMatchObject({
      name: "roleHolder",
      key: { grantId: other.grantId },
    });
  });

  test("is refused to the holder, to others without that right, and without a fresh second factor", () => {
    expect(refused(() => end(undefined, { ...mia, personId: eva.person.personId }))).toBe("forbidden role.own");
    expect(refused(() => end(undefined, fresh(staff("max", "manager", "lund"))))).toBe(
      "forbidden role.not-yours-to-grant",
    );
    expect(refused(() => end(undefined, staff("mia", "manager", "limburg")))).toBe("forbidden second-factor.stale");
  });
});
