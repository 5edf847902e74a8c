import { planOf } from "@multihelix/adapters/dynamo/write.ts";
import { release } from "@multihelix/core/decision/release.ts";
import { previewRelease } from "@multihelix/core/decision/release-plan.ts";
import { againstRelease } from "@multihelix/core/decision/release-run/start-release-run.ts";
import { changesOf } from "@multihelix/core/kernel/perform.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aGrant } from "../../fixture/build/aid.ts";
import { anApplicant } from "../../fixture/build/application.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { anApproval, aProposal, max, mia, releaseFacts } from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aShare, eur } from "../../fixture/build/voucher.ts";
import { answersOf, patches, written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const moment = aMoment();
const input = { caseId, noInterest: true } as const;
const decide = (facts = releaseFacts(), actor = max) => release.decide(facts, actor, input, aMoment());

describe("the release of an award", () => {
  test("committed ← reserved, the aid is granted on this day, the voucher is issued", () => {
    const decision = decide(releaseFacts({ aidGrants: [aGrant({ status: "reserved", date: "2026-11-10" })] }));
    expect(decision.result).toEqual({ outcome: "released" });
    expect(decision.postings?.map(({ to, from, amount }) => [to, from, amount])).toEqual([
      ["committed", "reserved", 1_000_000],
    ]);
    expect(written(decision.changes, "aidGrant")).toMatchObject([
      { status: "granted", date: "2026-11-12", amount: 1_000_000 },
    ]);
    expect(written(decision.changes, "voucher")).toMatchObject([
      {
        voucherId: idOf("vch", "vivo1"),
        number: "LIM-V26-7K3QX-W",
        value: eur(1_000_000),
        left: eur(1_000_000),
        intensity: 80,
        accepted: [],
        expires: "2027-05-12T21:59:59.000Z",
      },
    ]);
    expect(written(decision.changes, "case")).toMatchObject([{ status: "issued", awarded: eur(1_000_000) }]);
    expect(patches(decision.changes, "proposal")).toEqual([
      { set: { status: "released" }, when: { status: "approved" } },
    ]);
  });

  test("starts the use of the voucher", () => {
    const start = decide().effects?.find(({ body }) => body.kind === "start-execution");
    expect(start?.body).toMatchObject({
      workflow: "voucher-use",
      executionName: `${idOf("vch", "vivo1")}-1`,
      input: { caseId, attempt: 1, from: "Accept" },
    });
  });

  test("the applicant gets the decision in its language: value, scores, comments, aid with its Regulation, legal remedy", () => {
    const letters = written(decide().changes, "letter");
    expect(letters.map(({ kind, language, to }) => [kind, language, to.name])).toEqual([
      ["decision-award", "nl", "anna"],
      ["voucher", "nl", "anna"],
      ["voucher", "sv", "lena"],
    ]);
    const text = letters[0]?.text ?? "";
    for (const part of [
      "10.000,00",
      "80%",
      "Relevantie: 4 op 5",
      "About relevance.",
      "de-minimissteun, Commission Regulation (EU) 2023/2831",
      "voorleggen aan de Belgische rechter",
    ]) {
      expect(text.replaceAll("\u00a0", " ")).toContain(part);
    }
  });

  test("an award's letter names the court and no new look, which only a refusal may be asked for", () => {
    const [award] = written(decide().changes, "letter");
    expect(award?.text).toContain("voorleggen aan de Belgische rechter");
    expect(award?.text).not.toContain("één keer om een nieuwe beoordeling");
    const rejected = aProposal({ kind: "reject", status: "approved", award: undefined });
    const told = decide(releaseFacts({ proposals: [rejected], approvals: [anApproval(rejected)] })).changes;
    expect(written(told, "letter")[0]?.text).toContain("één keer om een nieuwe beoordeling");
  });

  test("no letter tells who reviewed", () => {
    for (const { text, html } of written(decide().changes, "letter")) expect(text + html).not.toMatch(/uma/i);
  });

  test("is one transaction that the store accepts", () => {
    const facts = releaseFacts({ aidGrants: [aGrant({ status: "reserved" })] });
    const items = planOf("table", changesOf(decide(facts), "decision.release", max.personId, aMoment()));
    expect(items.length).toBeLessThan(80);
  });

  test("an organisation that nobody verified gets no voucher; the case waits", () => {
    const facts = releaseFacts({ applicant: anApplicant({ verification: "unverified" }) });
    expect(refusalOf(() => decide(facts))).toMatchObject({
      code: "eligibility.not-met",
      facts: { failing: [{ requirement: "verified" }] },
    });
  });
});

describe("too little aid headroom at the grant", () => {
  const facts = () =>
    releaseFacts({
      aidGrants: [
        aGrant({ status: "reserved" }),
        aGrant({ caseId: idOf("app", "other"), amount: 29_500_000, date: "2026-11-11" }),
      ],
    });

  test("sends the proposal back with everything freed; nobody outside is told", () => {
    const decision = decide(facts());
    expect(decision.result).toEqual({ outcome: "back" });
    expect(decision.postings?.map(({ to, from, amount }) => [to, from, amount])).toEqual([
      ["available", "reserved", 1_000_000],
    ]);
    expect(patches(decision.changes, "aidGrant").map(({ set }) => set)).toEqual([{ status: "freed" }]);
    expect(written(decision.changes, "case")[0]?.status).toBe("deciding");
    expect(answersOf(decision.changes)).toEqual([{ outcome: "back", round: 2 }]);
    expect(written(decision.changes, "letter")).toEqual([]);
    expect(written(decision.changes, "voucher")).toEqual([]);
  });

  test("what is reserved for this very case is not counted twice", () => {
    const own = releaseFacts({
      aidGrants: [
        aGrant({ status: "reserved" }),
        aGrant({ caseId: idOf("app", "other"), amount: 29_000_000, date: "2026-11-11" }),
      ],
    });
    expect(decide(own).result).toEqual({ outcome: "released" });
  });
});

describe("who releases, and what", () => {
  test("another person than the proposer", () => {
    expect(refusalOf(() => decide(releaseFacts(), mia))).toMatchObject({
      kind: "forbidden",
      code: "duties.same-person",
      facts: { step: "decision.propose" },
    });
  });

  test("nor by whoever proposed a round that was sent back, in a run neither", () => {
    const sent = aProposal({ proposedBy: max.personId, status: "superseded" });
    const again = aProposal({ round: 2, status: "approved" });
    const facts = releaseFacts({ proposals: [sent, again], approvals: [anApproval(again)] });
    expect(refused(() => decide(facts, max))).toBe("forbidden duties.same-person");
    expect(againstRelease(facts, max, undefined, aMoment().now)).toBe("duties.same-person");
    expect(againstRelease(facts, staff("moe", "manager", "limburg"), undefined, aMoment().now)).toBeUndefined();
  });

  test("a manager of the lead park", () => {
    expect(refused(() => decide(releaseFacts(), staff("abe", "approver", "limburg")))).toBe(
      "forbidden actor.role-needed",
    );
    expect(refused(() => decide(releaseFacts(), staff("olga", "manager", "wales")))).toBe("not_found case.not-found");
  });

  test("only what every paying park approved, unchanged", () => {
    const proposal = aProposal({ status: "approved" });
    expect(refused(() => decide(releaseFacts({ approvals: [] })))).toBe("conflict approval.missing");
    expect(refused(() => decide(releaseFacts({ approvals: [anApproval(proposal, { contentHash: "other" })] })))).toBe(
      "conflict approval.missing",
    );
    expect(refused(() => decide(releaseFacts({ proposals: [{ ...proposal, conditions: "New." }] })))).toBe(
      "conflict approval.content-changed",
    );
    expect(refused(() => decide(releaseFacts({ case: { contentHash: "other" } })))).toBe(
      "conflict approval.content-changed",
    );
  });

  test("the same release again gives the same; another person learns who released and when", () => {
    const task = aTask("release", {
      status: "answered",
      by: max.personId,
      at: at("2026-11-11T09:00:00Z"),
      answer: { outcome: "rejected" },
    });
    const again = releaseFacts({ tasks: [task], proposals: [aProposal({ status: "released" })] });
    expect(decide({ ...again, one: aCase({ status: "rejected" }) })).toEqual({
      changes: [],
      result: { outcome: "rejected" },
    });
    expect(refusalOf(() => decide(again, staff("mo", "manager", "limburg")))).toMatchObject({
      code: "task.already-answered",
      facts: { by: max.personId },
    });
  });
});

describe("the preview", () => {
  test("shows every letter as it will be sent, the shares and the aid; nothing is written", () => {
    const facts = releaseFacts();
    const preview = previewRelease(facts, aMoment());
    const sent = written(decide(facts).changes, "letter");
    expect(preview.letters.map(({ subject, text, html }) => ({ subject, text, html }))).toEqual(
      sent.map(({ subject, text, html }) => ({ subject, text, html })),
    );
    expect(preview).toMatchObject({
      kind: "award",
      award: eur(1_000_000),
      fits: true,
      shares: [{ parkId: "limburg" }],
      headrooms: [{ basis: "eu-de-minimis", jurisdiction: "BE" }],
    });
  });

  test("is there before the approvals, and says when the room has gone", () => {
    const aidGrants = [aGrant({ caseId: idOf("app", "other"), amount: 29_500_000, date: "2026-11-11" })];
    const early = releaseFacts({
      case: { status: "approving" },
      proposals: [aProposal()],
      approvals: [],
      shares: [aShare({ reserved: 1_000_000 })],
      aidGrants,
    });
    expect(previewRelease(early, moment).fits).toBe(false);
  });
});
