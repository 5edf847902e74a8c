/** Changing one's own organisation: by its owner, as it was shown; another name or number is verified anew, and no number is taken twice. */
import { verified } from "@multihelix/core/eligibility/verified.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import {
  changeOrganisation,
  correctOrganisation,
  type OrganisationChange,
} from "@multihelix/core/organisation/change-organisation.ts";
import { namesOfFamily, organisationOf } from "@multihelix/core/organisation/family.ts";
import type { Organisation } from "@multihelix/core/organisation/organisation.ts";
import { organisationIdOf } from "@multihelix/core/organisation/organisation-id.ts";
import { enterOrganisation } from "@multihelix/core/organisation/register-organisation.ts";
import { screenedNames } from "@multihelix/core/sanction/sanction.ts";
import { describe, expect, test } from "vitest";
import { anActor, memberOf } from "../../fixture/build/actor.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";
import { enlist } from "../../fixture/signing-in.ts";
import { testWorld } from "../../fixture/world.ts";

const moment = aMoment();
const lab = anOrganisation({
  version: 4,
  headcount: 12,
  verifiedBy: { personId: idOf("per", "mia"), at: moment.now, reason: "Looked up." },
});
const ola = memberOf("ola", "lab", "owner");
const other = "559999-8027";
type Facts = Parameters<typeof changeOrganisation.decide>[0];
const found: Facts = { before: lab, holder: lab, entry: undefined, group: undefined, linked: [lab], numbers: [] };
const asked: OrganisationChange = {
  organisationId: lab.organisationId,
  legalName: lab.legalName,
  address: lab.address,
  registerScheme: lab.registerScheme,
  registerId: lab.registerId,
  headcount: 12,
  version: 4,
};
const numberIdOf = (one: OrganisationChange) => organisationIdOf(demoNetwork(), one, moment.digest);
const change = (given: Partial<OrganisationChange> = {}, facts: Partial<Facts> = {}, actor = ola) => {
  const wanted = { ...asked, ...given };
  return changeOrganisation.decide({ ...found, ...facts }, actor, { ...wanted, numberId: numberIdOf(wanted) }, moment);
};
const renumber = (facts: Partial<Facts> = {}, actor = ola) =>
  change({ registerId: other }, { holder: undefined, ...facts }, actor);

describe("changing an organisation", () => {
  test("another name makes it unverified again, and what it was called is kept with who changed it and when", () => {
    const { changes, events, result } = change({ legalName: "Lund laboratory Holding AB" });
    expect(result).toEqual({ verification: "unverified" });
    const [value] = written(changes, "organisation");
    expect(value).toMatchObject({
      legalName: "Lund laboratory Holding AB",
      verification: "unverified",
      accounts: lab.accounts,
      formerly: [
        {
          legalName: lab.legalName,
          registerScheme: "SE-ON",
          registerId: lab.registerId,
          until: moment.now,
          changedBy: ola.personId,
        },
      ],
    });
    expect(value).not.toHaveProperty("verifiedBy");
    expect(events).toMatchObject([
      { type: "organisation.changed", facts: { personId: ola.personId, changed: ["legalName"] } },
      { type: "organisation.verification", from: "verified", to: "unverified" },
    ]);
  });

  test("another number makes it unverified again, and is kept as its own from then on", () => {
    const { changes } = renumber();
    const numberId = numberIdOf({ ...asked, registerId: other });
    expect(written(changes, "organisation")).toMatchObject([
      {
        organisationId: lab.organisationId,
        registerId: "5599998027",
        verification: "unverified",
        absorbed: [numberId],
      },
      { organisationId: numberId, mergedInto: lab.organisationId, numberOnly: true, accounts: [] },
    ]);
  });

  test("address, field and figures of size leave it verified; what is left out is no longer said", () => {
    const { headcount: _people, ...rest } = asked;
    const wanted = {
      ...rest,
      address: { ...lab.address, street: "Ny väg" },
      sector: "sec-diagnostics",
      turnover: { amount: 4_200_000_00, currency: "SEK" },
    };
    const { changes, result, events } = changeOrganisation.decide(
      found,
      ola,
      { ...wanted, numberId: numberIdOf(wanted) },
      moment,
    );
    expect(result).toEqual({ verification: "verified" });
    const [value] = written(changes, "organisation");
    expect(value).toMatchObject({
      address: { street: "Ny väg" },
      verifiedBy: lab.verifiedBy,
      verification: "verified",
    });
    expect(value).not.toHaveProperty("headcount");
    expect(events).toMatchObject([{ facts: { changed: ["address", "sector", "headcount", "turnover"] } }]);
    expect(JSON.stringify(events)).not.toContain("4200000");
  });

  test("that changes nothing writes nothing, however the number is spelt", () => {
    expect(change({ registerId: "556036-0793" }).changes).toEqual([]);
  });

  test("is for owners alone; for whoever does not belong to it there is none", () => {
    for (const level of ["editor", "finance", "viewer"] as const)
      expect(refused(() => change({}, {}, memberOf("eva", "lab", level)))).toBe("forbidden membership.owner-needed");
    expect(refused(() => change({}, {}, memberOf("anna", "vivo")))).toBe("not_found organisation.not-found");
  });

  test("of what was changed in another window since is refused", () => {
    expect(refused(() => change({ legalName: "Lab", version: 3 }))).toBe("conflict organisation.changed");
  });

  test("asks shape and check digit of another number, and lets one that was wrong from the start be", () => {
    expect(refused(() => change({ registerId: "559999-8028" }, { holder: undefined }))).toBe(
      "invalid register-id.check-digit",
    );
    expect(refused(() => change({ registerId: "55" }, { holder: undefined }))).toBe("invalid register-id.shape");
    const wrong = { ...lab, registerId: "5560360794" };
    const moved = { registerId: wrong.registerId, address: { ...lab.address, number: "3" } };
    expect(change(moved, { before: wrong }).result).toEqual({ verification: "verified" });
    // Where a park had found something wrong, whatever is corrected asks for a new look.
    const refusedBefore = { before: { ...wrong, verification: "rejected" as const } };
    expect(change(moved, refusedBefore).result).toEqual({ verification: "unverified" });
  });

  test("says of a number that another organisation has nothing but that, and tells its own member so", () => {
    const holder = anOrganisation({ organisationId: idOf("org", "there"), legalName: "Somebody else AB" });
    const refusal = refusalOf(() => renumber({ holder }));
    expect([refusal.kind, refusal.code, refusal.facts]).toEqual(["conflict", "organisation.known", {}]);
    const both = { ...ola, memberships: [...ola.memberships, ...memberOf("ola", "there").memberships] };
    expect(refused(() => renumber({ holder }, both))).toBe("conflict organisation.yours");
  });

  test("back to a number that is its own already keeps that number once", () => {
    const numberId = numberIdOf({ ...asked, registerId: other });
    const kept = anOrganisation({ organisationId: numberId, mergedInto: lab.organisationId, numberOnly: true });
    const { changes } = renumber({ before: { ...lab, absorbed: [numberId] }, holder: kept });
    expect(written(changes, "organisation")).toMatchObject([{ absorbed: [numberId] }]);
  });

  test("of name or number is done ten times at most", () => {
    const former = {
      legalName: "x",
      registerScheme: "SE-ON",
      registerId: "y",
      until: moment.now,
      changedBy: ola.personId,
    };
    const before = { ...lab, formerly: Array.from({ length: 10 }, () => former) };
    expect(refused(() => change({ legalName: "Eleven" }, { before }))).toBe("conflict organisation.renamed-often");
    expect(change({ sector: "sec-diagnostics" }, { before }).result).toEqual({ verification: "verified" });
  });

  test("moves nobody out of the country of those it is one undertaking with", () => {
    const sister = anOrganisation({ organisationId: idOf("org", "sister") });
    const address = { ...lab.address, country: "BE" };
    expect(refused(() => change({ address }, { linked: [lab, sister] }))).toBe("invalid aid.group-of-two-countries");
    expect(change({ address }).result).toEqual({ verification: "unverified" });
  });

  test("is told in the list of providers where it stands there, and enters nobody into it", () => {
    const entry = { organisationId: lab.organisationId, name: lab.legalName, country: "SE", version: 0 };
    expect(written(change({ legalName: "New AB" }, { entry }).changes, "providerEntry")).toMatchObject([
      { name: "New AB" },
    ]);
    expect(written(change({ legalName: "New AB" }).changes, "providerEntry")).toEqual([]);
  });

  test("holds back what is issued and nothing that runs", () => {
    const [applicant] = written(change({ legalName: "New AB" }).changes, "organisation") as [Organisation];
    const check = (stage: "submit" | "release") =>
      verified.check({ stage, applicant, provider: lab } as Parameters<typeof verified.check>[0]);
    expect(check("submit")).toMatchObject({ ok: true });
    expect(check("release")).toMatchObject({ ok: false, code: "organisation.not-verified" });
  });
});

describe("on the store", () => {
  const world = testWorld();
  const registration = {
    legalName: "Nyfiken Diagnostik AB",
    kind: "company" as const,
    address: { street: "Mätvägen", number: "4", postcode: "223 70", town: "Lund", country: "SE" },
    registerScheme: "SE-ON",
    registerId: "559999-8027",
    provider: false,
  };

  test("a number that was taken by a change is known: nobody registers it, and interests and sanctions find both names", async () => {
    const { deps, store } = world;
    await enlist(deps, "ada");
    await enlist(deps, "bo");
    const { organisationId } = await enterOrganisation(deps, anActor("ada"), "enter-one", registration);
    const { kind: _kind, provider: _provider, ...said } = registration;
    const owner = { ...anActor("ada"), memberships: await store.list("membership", anActor("ada")) };
    const ask = { ...said, organisationId, legalName: "Nyfiken Lab AB", registerId: "559999-8092", version: 0 };
    const outcomes = await Promise.allSettled([
      correctOrganisation(deps, owner, "change-one", ask),
      enterOrganisation(deps, anActor("bo"), "enter-two", { ...registration, registerId: "559999-8092" }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "organisation.known" });
    // Whoever was faster: the next number is free, and then taken for good.
    const now = await store.get("organisation", { organisationId });
    const next = { ...ask, registerScheme: "GB-COH", registerId: "09999990", version: now?.version ?? 0 };
    await correctOrganisation(deps, owner, "change-two", next);
    await expect(correctOrganisation(deps, owner, "change-three", next)).rejects.toMatchObject({
      code: "organisation.changed",
    });
    await expect(
      enterOrganisation(deps, anActor("bo"), "enter-three", {
        ...registration,
        registerScheme: "GB-COH",
        registerId: "09999990",
      }),
    ).rejects.toMatchObject({ code: "organisation.known" });
    const numberId = organisationIdOf(demoNetwork(), next, deps.digest);
    const kept = await organisationOf(store, numberId);
    expect(kept?.organisationId).toBe(organisationId);
    const { names } = await namesOfFamily(store, organisationId);
    for (const id of ["5599998027", "09999990"]) expect(names.map(({ register }) => register?.id)).toContain(id);
    if (kept !== undefined)
      expect(await screenedNames(store, kept)).toEqual(
        expect.arrayContaining(["Nyfiken Diagnostik AB", "Nyfiken Lab AB"]),
      );
  });
});
