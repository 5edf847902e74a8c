/** The branch in which the declaration of other aid has grown too old by the day of the release. */
import { dayOf } from "../day.ts";
import { cameInAnew, canWait, later } from "./later.ts";
import { asked, expect, expectStatus, type Story } from "./story.ts";
import { type Branch, booksBalance, letters } from "./voucher.ts";
import { applied, approved, proposed, released, reviewed, screened } from "./voucher-steps.ts";

/** A declaration that has grown too old by the day of the release: signed again, with what has changed, and only then granted. */
async function declaredAgain(given: Story): Promise<string> {
  const before = canWait(given) ? cameInAnew(given) : given;
  const told = await applied(before);
  await screened(before, told);
  await reviewed(before, told);
  await proposed(before, told);
  await approved(before, told);
  // Elsewhere nobody may turn the clock: the declaration is fresh, and nothing more is asked.
  if (!canWait(given)) {
    await released(before, told, "issued");
    return told.caseId;
  }
  const { caseId } = told;
  const story = await later(before, before.now() + 32 * 86_400_000);
  await released(story, told, "conditional");
  await booksBalance(story, caseId, { reserved: 1_000_000, committed: 0 });
  await story.step("SME signs its declaration again; the award is granted", async () => {
    const sme = await story.as(story.people.sme);
    const view = await story.caseUntil(story.people.sme, caseId, "the signature", (one) =>
      asked(one, "give-statement"),
    );
    expect(view.condition.kind === "declaration" && view.voucher === undefined, "a signature is asked for, no voucher");
    const declared = [{ grantor: "VLAIO", amount: 4_000_000, granted: dayOf(story.now(), -10) }];
    expectStatus(await sme.post(`/api/cases/${caseId}/statement`, { outcome: "given", declared, signed: true }), 200);
    const issued = await story.caseUntil(story.people.sme, caseId, "the voucher", (one) => one.status === "issued");
    return { evidence: `signed ${view.condition.signed.on}, granted ${issued.condition.grantedAt}` };
  });
  await booksBalance(story, caseId, { reserved: 0, committed: 1_000_000 });
  await letters(story, caseId, ["declaration-asked", "decision-award", "voucher"]);
  return caseId;
}

export const declaredBranches: readonly Branch[] = [
  {
    name: "declared",
    what: "a declaration of other aid too old at the release: signed again, then granted",
    cloud: false,
    tell: declaredAgain,
  },
];
