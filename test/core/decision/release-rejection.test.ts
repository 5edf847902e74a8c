import { release } from "@multihelix/core/decision/release.ts";
import { previewRelease, type ReleaseFacts } from "@multihelix/core/decision/release-plan.ts";
import { describe, expect, test } from "vitest";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { anApproval, aProposal, max, releaseFacts } from "../../fixture/build/decision.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { eur } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";

const decide = (facts: ReleaseFacts) => release.decide(facts, max, { caseId, noInterest: true }, aMoment());

describe("the release of a rejection", () => {
  const proposal = aProposal({
    kind: "reject",
    award: undefined,
    shares: [{ parkId: "limburg", amount: eur(0) }],
    reasons: "The effect is not shown.",
    status: "approved",
  });
  const rejecting = releaseFacts({ proposals: [proposal], approvals: [anApproval(proposal)], shares: [] });

  test("moves no money; the applicant gets reasons, scores and the legal remedy", () => {
    const decision = decide(rejecting);
    expect(decision.result).toEqual({ outcome: "rejected" });
    expect(decision.postings).toEqual([]);
    expect(written(decision.changes, "case")[0]?.status).toBe("rejected");
    expect(written(decision.changes, "voucher")).toEqual([]);
    const [letter] = written(decision.changes, "letter");
    expect(letter?.kind).toBe("decision-rejection");
    expect(letter?.text).toContain("> The effect is not shown.");
    expect(letter?.text).toContain("Uw recht om naar de rechter te stappen");
    expect(decision.effects?.some(({ body }) => body.kind === "start-execution")).toBe(false);
  });

  test("tells the provider that its offer is over, and neither reasons nor scores nor reviewers; the preview shows it", () => {
    const letters = written(decide(rejecting).changes, "letter");
    expect(letters.map(({ kind, to }) => [kind, to.name])).toEqual([
      ["decision-rejection", "anna"],
      ["offer-over", "lena"],
    ]);
    const [, over] = letters;
    expect(over).toMatchObject({ language: "sv", caseId });
    expect(over?.subject).toContain(aCase().reference);
    const text = `${over?.text}${over?.html}`;
    expect(text).not.toMatch(/The effect is not shown|domstol|uma|About relevance|80/i);
    const shown = previewRelease(rejecting, aMoment()).letters;
    expect(shown.map(({ kind, to }) => [kind, to])).toEqual([
      ["decision-rejection", "anna"],
      ["offer-over", "lena"],
    ]);
    expect(shown[1]).toMatchObject({ subject: over?.subject, text: over?.text, html: over?.html });
  });

  test("writes once to somebody who belongs to both", () => {
    const [anna] = rejecting.applicants;
    const letters = written(decide({ ...rejecting, providers: anna === undefined ? [] : [anna] }).changes, "letter");
    expect(letters.map(({ kind }) => kind)).toEqual(["decision-rejection"]);
  });
});
