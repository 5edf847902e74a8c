/** Verifying an organisation: by managers who do not belong to it, as they saw it, and only where its number can be right. */
import { verifyOrganisation } from "@multihelix/core/organisation/verify-organisation.ts";
import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { memberOf, staff } from "../../fixture/build/actor.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { aRecipient } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

type Asked = z.infer<typeof verifyOrganisation.input>;

const lab = anOrganisation({ verification: "unverified", version: 4 });
const mia = staff("mia", "manager", "limburg");
const asked: Asked = {
  organisationId: lab.organisationId,
  outcome: "verified",
  reason: "Looked up in the register.",
  noInterest: true,
  version: 4,
};
const verify = (given: Partial<Asked> = {}, actor = mia, organisation: typeof lab | undefined = lab) =>
  verifyOrganisation.decide({ organisation, owners: [aRecipient("ola")] }, actor, { ...asked, ...given }, aMoment());

describe("verifying an organisation", () => {
  test.each(["verified", "rejected", "unverified"] as const)(
    "says %s, with who found so, when and by what",
    (outcome) => {
      const { changes, events } = verify({ outcome });
      const by = { personId: mia.personId, at: aMoment().now, reason: asked.reason };
      expect(written(changes, "organisation")).toMatchObject([{ verification: outcome, verifiedBy: by, version: 4 }]);
      expect(events).toMatchObject([{ from: "unverified", to: outcome }]);
    },
  );

  test.each(["verified", "rejected"] as const)("%s is told to its owners, with the reason", (outcome) => {
    const { changes, effects } = verify({ outcome, reason: "The register has another street." });
    expect(written(changes, "letter")).toMatchObject([
      {
        kind: "organisation-checked",
        to: { email: "ola@example.org" },
        text: expect.stringContaining("The register has another street."),
      },
    ]);
    expect(effects?.map(({ body }) => body.kind)).toEqual(["send-letter"]);
  });

  test("is for managers alone: for others it does not exist", () => {
    for (const actor of [staff("abe", "approver", "limburg"), memberOf("anna", "vivo")])
      expect(refused(() => verify({}, actor))).toBe("not_found organisation.not-found");
  });

  test("is not for those who belong to it", () => {
    const actor = { ...mia, memberships: memberOf("mia", "lab", "viewer").memberships };
    expect(refused(() => verify({}, actor))).toBe("forbidden duties.own-organisation");
  });

  test("of what was changed since it was looked at is refused", () => {
    expect(refused(() => verify({ version: 3 }))).toBe("conflict organisation.changed");
  });

  test("with a number that no register can hold is refused; it can be rejected", () => {
    const wrong = { ...lab, registerId: "5560360794" };
    expect(refused(() => verify({}, mia, wrong))).toBe("conflict register-id.check-digit");
    expect(verify({ outcome: "rejected" }, mia, wrong).result).toEqual({ verification: "rejected" });
  });
});
