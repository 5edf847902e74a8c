import { mayNameAccount, nameAccount, readAccountFacts } from "@multihelix/core/organisation/name-account.ts";
import { verifyOrganisation } from "@multihelix/core/organisation/verify-organisation.ts";
import type { Reader } from "@multihelix/core/port/store.ts";
import { describe, expect, test } from "vitest";
import { memberOf, staff } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { aVoucher } from "../../fixture/build/voucher.ts";
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
  const name = (organisation = bare, actor = owner, said = account, isPaid = false) =>
    nameAccount.decide(
      { organisation, absorbed: [], change: undefined, isPaid },
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
      mayNameAccount({ organisation: bare, absorbed: [], change: undefined, isPaid: false, ...given });
    expect(may({ absorbed: [{}] })).toBe(false);
    // Only a number that was typed wrongly and corrected: nothing was ever awarded under it.
    expect(may({ absorbed: [{ numberOnly: true }] })).toBe(true);
    expect(may({ organisation: { ...bare, mergedInto: idOf("org", "twin") } })).toBe(false);
    expect(may({ change })).toBe(false);
    expect(may({ change: { ...change, status: "refused" } })).toBe(true);
  });

  test("once a voucher pays the organisation, also one that was taken over unverified, its owner corrects nothing alone", async () => {
    expect(refused(() => name(named, owner, account, true))).toBe("conflict account.named");
    expect(refused(() => name(bare, owner, account, true))).toBe("conflict account.named");
    const paidBy = async (pays: "provider" | "applicant", organisation = named, voucher = aVoucher()) => {
      const { organisationId } = organisation;
      const twin = idOf("org", "twin");
      const items: Record<string, unknown> = {
        [`organisation ${organisationId}`]: organisation,
        [`organisation ${twin}`]: anOrganisation({
          organisationId: twin,
          numberOnly: true,
          mergedInto: organisationId,
        }),
        [`voucher ${caseId}`]: voucher,
        [`case ${caseId}`]: aCase({ status: "in-use" }),
        [`call ${aCase().callId}`]: { ...aCall(), pays },
      };
      const reader = {
        get: async (entity: string, key: Record<string, string>) => items[`${entity} ${Object.values(key).join()}`],
        list: async (_: string, key: Record<string, string>) =>
          [voucher.providerId, idOf("org", "lab")].includes(key["organisationId"] as never)
            ? [{ organisationId: key["organisationId"], caseId, part: "provider", version: 0 }]
            : [],
      } as unknown as Reader;
      return (await readAccountFacts(reader, organisationId)).isPaid;
    };
    const lab = aVoucher({ providerId: named.organisationId });
    expect(await paidBy("provider", named, lab)).toBe(true);
    expect(await paidBy("applicant", named, lab)).toBe(false);
    const twin = aVoucher({ providerId: idOf("org", "twin") });
    expect(await paidBy("provider", { ...named, absorbed: [idOf("org", "twin")] }, twin)).toBe(true);
    expect(await paidBy("provider", named, twin)).toBe(false);
  });

  test("has a number that can be right, and is an owner's to name", () => {
    const wrong = "invalid account.number-wrong";
    expect(refused(() => name(bare, owner, { ...account, iban: "SE4550000000058398257467" }))).toBe(wrong);
    expect(refused(() => name(bare, owner, { ...account, country: "DE" }))).toBe(wrong);
    expect(refused(() => name(bare, memberOf("lena", "lab", "editor")))).toBe("forbidden membership.owner-needed");
    expect(refused(() => name(bare, memberOf("zoe", "other")))).toBe("not_found organisation.not-found");
  });
});
