import { standingGroup } from "@multihelix/core/aid/read-aid.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { type ApplyOrganisation, applyOrganisation } from "@multihelix/core/organisation/apply-organisation.ts";
import { organisationIdOf, ownAidGroupOf } from "@multihelix/core/organisation/organisation-id.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const operator = { kind: "system", name: "operator" } as const;
const moment = aMoment();
const number = { registerScheme: "SE-ON", registerId: "559999-8027" };
const organisationId = organisationIdOf(demoNetwork(), number, moment.digest);
const own = ownAidGroupOf(demoNetwork(), number, moment.digest);
const nothing = { before: undefined, entry: undefined, group: undefined, members: [] };
type Facts = Parameters<typeof applyOrganisation.decide>[0];

function entry(given: Partial<ApplyOrganisation> = {}): ApplyOrganisation {
  return {
    ...number,
    organisationId,
    legalName: "Skånska Mätlabbet AB",
    kind: "company",
    homePark: "lund",
    address: { street: "Mätvägen", number: "4", postcode: "223 70", town: "Lund", country: "SE" },
    verification: "verified",
    accounts: [
      {
        holder: "Skånska Mätlabbet AB",
        iban: "SE66 9990 0000 0012 3456 7890",
        bic: "demosess",
        currency: "EUR",
        country: "SE",
      },
    ],
    provider: true,
    ...given,
  };
}
const apply = (asked = entry(), facts: Facts = nothing) => applyOrganisation.decide(facts, operator, asked, moment);

function stored(): Facts {
  const { changes } = apply();
  return {
    before: written(changes, "organisation")[0],
    entry: written(changes, "providerEntry")[0],
    group: written(changes, "aidGroup")[0],
    members: written(changes, "organisation"),
  };
}

describe("an organisation is provisioned", () => {
  test("with numbers as registers and banks write them, an aid group of its own, and its place in the list of providers", () => {
    const { changes } = apply();
    expect(written(changes, "organisation")).toMatchObject([
      { registerId: "5599998027", aidGroupId: own, accounts: [{ iban: "SE6699900000001234567890", bic: "DEMOSESS" }] },
    ]);
    expect(written(changes, "aidGroup")).toEqual([
      { aidGroupId: own, members: [organisationId], membership: 0, drawn: 0, version: 0 },
    ]);
    expect(written(changes, "providerEntry")).toMatchObject([
      { name: "Skånska Mätlabbet AB", parkId: "lund", country: "SE" },
    ]);
  });

  test("the same again is no change; no longer a provider, it leaves the list", () => {
    expect(apply(entry(), stored())).toMatchObject({ changes: [], result: { changed: false } });
    expect(apply(entry({ provider: false }), stored()).changes).toEqual([
      { op: "remove", name: "providerEntry", key: { organisationId } },
    ]);
  });

  test("linked in the same Member State, it joins the other's aid group and moves its version", () => {
    const group = {
      aidGroupId: idOf("aid", "mother"),
      members: [idOf("org", "mother")],
      membership: 0,
      drawn: -5,
      version: 3,
    };
    const { changes } = apply(entry({ aidGroupId: group.aidGroupId }), {
      ...nothing,
      group,
      members: [anOrganisation({ organisationId: idOf("org", "mother") })],
    });
    expect(changes).toContainEqual({
      op: "replace",
      name: "aidGroup",
      value: { ...group, members: [idOf("org", "mother"), organisationId], membership: 1 },
    });
  });
});

describe("an organisation is refused", () => {
  test("with a wrong number, or an id that does not follow from it", () => {
    expect(refused(() => apply(entry({ registerId: "559999-8028" })))).toBe("invalid register-id.check-digit");
    expect(refused(() => apply(entry({ organisationId: idOf("org", "other") })))).toBe(
      "invalid organisation.id-not-of-number",
    );
    expect(refused(() => apply(entry({ homePark: "atlantis" })))).toBe("not_found park.unknown");
  });

  test("with an account that no bank would take", () => {
    const account = { holder: "Lab", currency: "EUR", country: "SE" };
    expect(refused(() => apply(entry({ accounts: [account] })))).toBe("invalid account.one-number");
    expect(refused(() => apply(entry({ accounts: [{ ...account, iban: "SE6699900000001234567891" }] })))).toBe(
      "invalid account.iban-wrong",
    );
    expect(
      refused(() => apply(entry({ accounts: [{ ...account, country: "BE", iban: "SE6699900000001234567890" }] }))),
    ).toBe("invalid account.iban-country");
    expect(refused(() => apply(entry({ accounts: [{ ...account, other: "1", bic: "X" }] })))).toBe(
      "invalid account.bic-wrong",
    );
  });

  test("in an aid group of another country, of nobody, or other than before", () => {
    const group = {
      aidGroupId: idOf("aid", "mother"),
      members: [idOf("org", "vivo")],
      membership: 0,
      drawn: 0,
      version: 3,
    };
    const belgian = anOrganisation({
      organisationId: idOf("org", "vivo"),
      address: { street: "A", number: "1", postcode: "3590", town: "Diepenbeek", country: "BE" },
    });
    const linked = entry({ aidGroupId: group.aidGroupId });
    expect(refused(() => apply(linked, { ...nothing, group, members: [belgian] }))).toBe(
      "invalid aid.group-of-two-countries",
    );
    expect(refused(() => apply(linked, nothing))).toBe("not_found aid.no-group");
    expect(refused(() => apply(linked, { ...stored(), group }))).toBe("conflict organisation.aid-group-fixed");
  });

  test("by anybody but the operator", () => {
    expect(refused(() => applyOrganisation.decide(nothing, staff("mia", "manager", "lund"), entry(), moment))).toBe(
      "forbidden actor.system-needed",
    );
  });
});

test("linked by the name of a group that was united with another since, it belongs to the one that stands", async () => {
  const standing = { aidGroupId: "aid_kept" as const, members: [], membership: 3, drawn: 0, version: 1 };
  const { changes } = apply(entry({ aidGroupId: "aid_merged" }), { ...nothing, group: standing });
  expect(written(changes, "organisation")[0]?.aidGroupId).toBe("aid_kept");
  expect(written(changes, "aidGroup")).toMatchObject([
    { aidGroupId: "aid_kept", members: [organisationId], membership: 4 },
  ]);
  const known = { ...(stored().before as NonNullable<Facts["before"]>), aidGroupId: "aid_kept" as const };
  const again = { ...stored(), before: known, group: { ...standing, members: [organisationId] } };
  expect(apply(entry({ aidGroupId: "aid_merged" }), again).result.changed).toBe(false);
  const groups = [standing, { ...standing, aidGroupId: "aid_merged", unitedInto: "aid_kept" }];
  const first = { ...standing, aidGroupId: "aid_first", unitedInto: "aid_merged" };
  const reader = {
    get: async (_: string, key: { aidGroupId: string }) =>
      [...groups, first].find((one) => one.aidGroupId === key.aidGroupId),
  };
  expect(await standingGroup(reader as never, "aid_first")).toEqual(standing);
});
