import { mayNameAccount, nameAccount } from "@multihelix/core/organisation/name-account.ts";
import { verifyOrganisation } from "@multihelix/core/organisation/verify-organisation.ts";
import { describe, expect, test } from "vitest";
import { memberOf, staff } from "../../fixture/build/actor.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const owner = memberOf("lena", "lab");
const account = { holder: "Lund laboratory AB", iban: "se45 5000 0000 0583 9825 7466", currency: "SEK", country: "SE" };
const stored = { ...account, iban: "SE4550000000058398257466" };
const bare = anOrganisation({ accounts: [], verification: "unverified" });
const named = anOrganisation({ accounts: [stored], verification: "unverified", ownAccount: true });
const change = {
  organisationId: idOf("org", "lab"),
  account: stored,
  status: "proposed",
  proposedBy: owner.personId,
  proposedAt: at("2026-11-10T09:00:00Z"),
  version: 0,
} as const;

describe("the first bank account", () => {
  const name = (organisation = bare, actor = owner, said = account) =>
    nameAccount.decide(
      { organisation, absorbed: [], change: undefined },
      actor,
      { organisationId: idOf("org", "lab"), account: said },
      aMoment(),
    );

  test("is the owner's word, stored as banks write it, and may be corrected until a park verified the organisation", () => {
    expect(written(name().changes, "organisation")).toMatchObject([{ accounts: [stored], ownAccount: true }]);
    expect(written(name(named).changes, "organisation")).toMatchObject([{ accounts: [stored] }]);
    const manager = staff("mia", "manager", "limburg");
    const verified = written(
      verifyOrganisation.decide(
        { organisation: named, owners: [] },
        manager,
        {
          organisationId: named.organisationId,
          outcome: "verified",
          reason: "Register",
          noInterest: true,
          version: named.version,
        },
        aMoment(),
      ).changes,
      "organisation",
    )[0];
    expect(verified).not.toHaveProperty("ownAccount");
    expect(verified).toMatchObject({ accounts: [stored], verification: "verified" });
  });

  test("named for a verified organisation it is looked at with it: nothing is awarded on one person's word", () => {
    const verified = anOrganisation({
      accounts: [],
      verification: "verified",
      verifiedBy: { personId: idOf("per", "mia"), at: at("2026-11-01T09:00:00Z"), reason: "Register" },
    });
    const [value] = written(name(verified).changes, "organisation");
    expect(value).toMatchObject({ verification: "unverified", ownAccount: true });
    expect(value).not.toHaveProperty("verifiedBy");
  });

  test("is no way around two people: not once verified, after a merge, while another one waits", () => {
    expect(refused(() => name(anOrganisation({ accounts: [stored], verification: "verified" })))).toBe(
      "conflict account.named",
    );
    // Verified once, looked at anew under another name: vouchers may stand on the account.
    expect(refused(() => name(anOrganisation({ accounts: [stored], verification: "unverified" })))).toBe(
      "conflict account.named",
    );
    const may = (given: Partial<Parameters<typeof mayNameAccount>[0]>) =>
      mayNameAccount({ organisation: bare, absorbed: [], change: undefined, ...given });
    expect(may({ absorbed: [{}] })).toBe(false);
    // Only a number that was typed wrongly and corrected: nothing was ever awarded under it.
    expect(may({ absorbed: [{ numberOnly: true }] })).toBe(true);
    expect(may({ organisation: { ...bare, mergedInto: idOf("org", "twin") } })).toBe(false);
    expect(may({ change })).toBe(false);
    expect(may({ change: { ...change, status: "refused" } })).toBe(true);
  });

  test("has a number that can be right, and is an owner's to name", () => {
    const wrong = "invalid account.number-wrong";
    expect(refused(() => name(bare, owner, { ...account, iban: "SE4550000000058398257467" }))).toBe(wrong);
    expect(refused(() => name(bare, owner, { ...account, country: "DE" }))).toBe(wrong);
    expect(refused(() => name(bare, memberOf("lena", "lab", "editor")))).toBe("forbidden membership.owner-needed");
    expect(refused(() => name(bare, memberOf("zoe", "other")))).toBe("not_found organisation.not-found");
  });
});
