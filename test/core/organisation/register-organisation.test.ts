/** Entering one's own organisation: the number is right and new, its owner is who entered it, a park verifies it, and nobody floods the list. */
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import type { Organisation } from "@multihelix/core/organisation/organisation.ts";
import { organisationIdOf, ownAidGroupOf } from "@multihelix/core/organisation/organisation-id.ts";
import {
  enterOrganisation,
  type Registration,
  registerOrganisation,
} from "@multihelix/core/organisation/register-organisation.ts";
import { findProviders } from "@multihelix/core/view/provider-view.ts";
import { describe, expect, test } from "vitest";
import { anActor } from "../../fixture/build/actor.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";
import { enlist } from "../../fixture/signing-in.ts";
import { aPerson } from "../../fixture/stored-case.ts";
import { testWorld } from "../../fixture/world.ts";

const moment = aMoment();
const saga = anActor("saga");
const registration: Registration = {
  legalName: "Nyfiken Diagnostik AB",
  kind: "company",
  address: { street: "Mätvägen", number: "4", postcode: "223 70", town: "Lund", country: "SE" },
  registerScheme: "SE-ON",
  registerId: "559999-8027",
  sector: "sec-diagnostics",
  homePark: "lund",
  provider: false,
};
type Facts = Parameters<typeof registerOrganisation.decide>[0];
const nothing: Facts = { before: undefined, person: aPerson("saga"), mine: [] };
const register = (given: Partial<Registration> = {}, facts: Partial<Facts> = {}) => {
  const asked = { ...registration, ...given };
  const organisationId = organisationIdOf(demoNetwork(), asked, moment.digest);
  return registerOrganisation.decide({ ...nothing, ...facts }, saga, { ...asked, organisationId }, moment);
};
const entered = (name: string, given: Partial<Organisation> = {}): Organisation =>
  anOrganisation({
    organisationId: idOf("org", name),
    registeredBy: saga.personId,
    createdAt: moment.now,
    ...given,
  });

describe("registering an organisation", () => {
  test("enters it unverified, with the number as the register writes it and an aid group of its own", () => {
    const { changes, result } = register();
    expect(written(changes, "organisation")).toMatchObject([
      {
        organisationId: result.organisationId,
        legalName: registration.legalName,
        registerId: "5599998027",
        verification: "unverified",
        registeredBy: saga.personId,
        accounts: [],
        aidGroupId: ownAidGroupOf(demoNetwork(), registration, moment.digest),
      },
    ]);
    expect(written(changes, "aidGroup")).toMatchObject([{ members: [result.organisationId], drawn: 0 }]);
  });

  test("makes whoever entered it its owner, found by person and by organisation", () => {
    const { changes, result } = register();
    const owner = { personId: saga.personId, organisationId: result.organisationId, level: "owner" };
    expect(written(changes, "membership")).toMatchObject([owner]);
    expect(written(changes, "member")).toMatchObject([owner]);
  });

  test("lists it among the providers when it offers services, and only then", () => {
    expect(written(register().changes, "providerEntry")).toEqual([]);
    expect(written(register({ provider: true }).changes, "providerEntry")).toMatchObject([
      { name: registration.legalName, parkId: "lund", country: "SE" },
    ]);
  });

  test("asks the check digit and the shape of the number", () => {
    expect(refused(() => register({ registerId: "559999-8028" }))).toBe("invalid register-id.check-digit");
    expect(refused(() => register({ registerId: "55" }))).toBe("invalid register-id.shape");
    expect(refused(() => register({ registerScheme: "XX-NONE" }))).toBe("not_found register-scheme.unknown");
  });

  test("says of a number that is known nothing but that, whoever has it", () => {
    const before = entered("there", { legalName: "Somebody else AB", registeredBy: idOf("per", "other") });
    const refusal = refusalOf(() => register({}, { before }));
    expect([refusal.kind, refusal.code, refusal.facts]).toEqual(["conflict", "organisation.known", {}]);
    expect(refused(() => register({}, { before: { ...before, mergedInto: idOf("org", "kept") } }))).toBe(
      "conflict organisation.known",
    );
  });

  test("tells a member that it is theirs already, also under the number of a merged duplicate", () => {
    const kept = entered("kept");
    expect(refused(() => register({}, { before: kept, mine: [kept] }))).toBe("conflict organisation.yours");
    const before = entered("there", { mergedInto: kept.organisationId });
    expect(refused(() => register({}, { before, mine: [kept] }))).toBe("conflict organisation.yours");
  });

  test("is done three times within 24 hours at most; what others or the operator entered is not counted", () => {
    const three = ["a", "b", "c"].map((name) => entered(name));
    expect(refusalOf(() => register({}, { mine: three })).facts).toEqual({ most: 3 });
    expect(refused(() => register({}, { mine: three }))).toBe("conflict organisation.too-many");
    const [a, b, c] = three as [Organisation, Organisation, Organisation];
    const older = { ...a, createdAt: at("2026-01-05T08:00:00Z") };
    const { registeredBy: _none, ...given } = c;
    expect(register({}, { mine: [older, b, c] }).result).toBeDefined();
    expect(register({}, { mine: [a, b, given] }).result).toBeDefined();
    expect(register({}, { mine: [a, b, { ...c, registeredBy: idOf("per", "other") }] }).result).toBeDefined();
  });

  test("enters neither parks nor funders, and knows fields and parks of the network alone", () => {
    const parse = (kind: string) =>
      registerOrganisation.input.safeParse({ ...registration, kind, organisationId: idOf("org", "new") }).success;
    expect(["company", "academia", "public", "patient-organisation"].map(parse)).toEqual([true, true, true, true]);
    expect(["park", "funder"].map(parse)).toEqual([false, false]);
    const refusal = refusalOf(() => register({ sector: "astrology", homePark: "atlantis" }));
    expect((refusal.facts["problems"] as { path: string }[]).map(({ path }) => path)).toEqual(["sector", "homePark"]);
  });
});

describe("on the store", () => {
  const world = testWorld();

  test("of several who enter one number at once, one becomes its owner", async () => {
    const { deps, store } = world;
    const names = ["ada", "bo", "cy", "di"];
    for (const name of names) await enlist(deps, name);
    const outcomes = await Promise.allSettled(
      names.map((name) =>
        enterOrganisation(deps, anActor(name), `register-${name}`, { ...registration, provider: true }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "organisation.known" });
    const organisationId = organisationIdOf(demoNetwork(), registration, deps.digest);
    expect(await store.list("member", { organisationId })).toHaveLength(1);
    expect(await findProviders(store, "nyfiken")).toMatchObject([{ organisationId }]);
  });

  test("of many numbers that one person enters at once, three are taken", async () => {
    const { deps, store } = world;
    const { personId } = await enlist(deps, "eve");
    const numbers = ["09999990", "09999991", "09999992", "09999993", "09999994"];
    const enter = (registerId: string) =>
      enterOrganisation(deps, anActor("eve"), `register-${registerId}`, {
        ...registration,
        registerScheme: "GB-COH",
        registerId,
        address: { ...registration.address, country: "GB" },
      });
    const outcomes = await Promise.allSettled(numbers.map(enter));
    const taken = outcomes.filter(({ status }) => status === "fulfilled").length;
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThanOrEqual(3);
    expect(await store.list("membership", { personId })).toHaveLength(taken);
  });

  test("numbers are tried twenty times an hour, right or wrong", async () => {
    const { deps } = world;
    await enlist(deps, "fay");
    const wrong = { ...registration, registerId: "559999-8028" };
    for (let n = 0; n < 20; n++)
      await expect(enterOrganisation(deps, anActor("fay"), `try-${n}`, wrong)).rejects.toMatchObject({
        code: "register-id.check-digit",
      });
    await expect(enterOrganisation(deps, anActor("fay"), "try-20", wrong)).rejects.toMatchObject({
      kind: "unavailable",
      code: "organisation.too-often",
    });
  });
});
