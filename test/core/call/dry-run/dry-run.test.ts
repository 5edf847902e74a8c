/** A draft walked as applicant, provider and reviewer: the rules of the real application, and nothing of it kept. */
import type { Call } from "@multihelix/core/call/call.ts";
import type { AskDryRun } from "@multihelix/core/call/dry-run/dry-run.ts";
import { questionSetOf } from "@multihelix/core/call/question-set.ts";
import { requirements } from "@multihelix/core/eligibility/list.ts";
import { scratchStore } from "@multihelix/core/kernel/scratch-store.ts";
import { inventedOrganisationId } from "@multihelix/core/organisation/invented.ts";
import { defaultVoucherRubric } from "@multihelix/core/review/rubric.ts";
import { percentOf } from "@multihelix/core/review/score.ts";
import { comparableName } from "@multihelix/core/sanction/sanction.ts";
import { readDryRun } from "@multihelix/core/view/dry-run.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../../fixture/build/actor.ts";
import { aCall, callId } from "../../../fixture/build/call.ts";
import { aDryRun, dryMarks } from "../../../fixture/build/dry-run.ts";
import { at } from "../../../fixture/build/moment.ts";
import { type TestDeps, testDeps } from "../../../fixture/deps.ts";

const mia = staff("mia", "manager", "limburg");
const opens = at("2027-01-11T08:00:00Z");
const aDraft = (given: Partial<Call> = {}) => {
  const { publishedBy: _, ...call } = aCall({
    state: "draft",
    opens,
    closes: at("2027-06-30T22:00:00Z"),
    decisionDays: 60,
    ...given,
  });
  return call;
};

/** Ports whose store tells how often somebody wanted to write. */
function around(call: Call): { deps: TestDeps; written: () => number } {
  const store = scratchStore([{ name: "call", value: call }]);
  let commits = 0;
  const commit: typeof store.commit = (changes) => {
    commits += 1;
    return store.commit(changes);
  };
  return { deps: testDeps({ ...store, commit }), written: () => commits };
}

const look = (ask: Partial<AskDryRun> = {}, call: Call = aDraft(), actor = mia) =>
  readDryRun(around(call).deps, actor, callId, { as: "applicant", run: aDryRun(), ...ask });

describe("the applicant's part", () => {
  test("an application that fits is ready, and its sending is told in the words of the real receipt", async () => {
    const before = await look();
    expect(before.check).toMatchObject({ ready: true, funding: { requested: { amount: 1_000_000 } } });
    expect(before.view).toMatchObject({ status: "draft", reference: "LIM-V26-DRY-RUN", title: "Shelf life" });
    const { view, letters } = await look({ run: aDryRun({ sent: true }) });
    expect(view).toMatchObject({ status: "screening", submittedAt: opens });
    expect(view.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(letters.map(({ subject }) => subject)).toContain("Received: LIM-V26-DRY-RUN");
  });

  test("every requirement of the one list is asked, and all that fail are told at once, headroom included", async () => {
    const { sections } = aDryRun();
    const declared = [{ grantor: "A ministry", amount: 29_500_000, granted: "2026-03-01" }];
    const { check } = await look({
      run: aDryRun({
        applicant: { kind: "company", country: "FR" },
        sections: {
          ...sections,
          company: { ...sections.company, headcount: 300, inDifficulty: true },
          aid: { declared, signed: true },
          declarations: { ...sections.declarations, notBegun: false },
        },
      }),
    });
    expect(check.requirements.map(({ requirement }) => requirement)).toEqual(requirements.map(({ id }) => id));
    expect(check.requirements.flatMap(({ code }) => code ?? [])).toEqual([
      "country.not-eligible",
      "size.not-an-sme",
      "difficulty.declared",
      "work.begun",
      "aid.no-room",
    ]);
    expect(check.headrooms).toMatchObject([{ basis: "eu-de-minimis", counted: 29_500_000, fits: false }]);
  });

  test("it is worked out for the opening while that is to come, and for now once it is past", async () => {
    expect(await look()).toMatchObject({ at: opens, call: { state: "open" } });
    const late = await look({}, aDraft({ opens: at("2026-11-01T08:00:00Z"), closes: at("2026-11-10T08:00:00Z") }));
    expect(late.at).toBe("2026-11-12T09:00:00.000Z");
    expect(late.check.requirements[0]).toMatchObject({ requirement: "call-open", ok: false, code: "call.closed" });
  });

  test("what is missing is told by section and document, and sending is refused with it", async () => {
    const document = { documentId: "plan", title: { en: "Plan" }, required: true };
    const call = aDraft({ documents: [document] });
    const run = aDryRun({ sections: {}, sent: true });
    const { check, view, refused } = await look({ run }, call);
    expect(check.documents).toEqual(["plan"]);
    expect(new Set(check.missing.map(({ section }) => section))).toEqual(
      new Set(["project", "company", "aid", "declarations"]),
    );
    expect(view.status).toBe("draft");
    expect(refused).toEqual([{ step: "send", code: "application.not-ready" }]);
    await expect(look({ run, doing: "send" }, call)).rejects.toMatchObject({ code: "application.not-ready" });
    const file = { fileId: "fil_00000000000000000000000001", slot: "plan", name: "plan.pdf", bytes: 4000 } as const;
    expect((await look({ run: aDryRun({ documents: [file] }) }, call)).check).toMatchObject({ ready: true });
  });

  test("an answer that the draft asks no more is named where it stands, and refused where it is given", async () => {
    const question = (id: string) => ({
      id,
      widget: "text" as const,
      property: { type: "string" as const, maxLength: 50 },
      required: true,
      title: { en: id, nl: id },
      options: [],
    });
    const call = aDraft({ questions: questionSetOf([question("kept")]) });
    const { sections } = aDryRun();
    const run = aDryRun({ sections: { ...sections, questions: { kept: "yes", dropped: "yes" } } });
    expect((await look({ run }, call)).view.sections["questions"]?.data).toEqual({ kept: "yes" });
    await expect(look({ run, doing: "questions" }, call)).rejects.toMatchObject({ code: "input.invalid" });
  });
});

test("an owner whom the company names is looked up on the installation's own list; the way ahead is drawn where it is asked for", async () => {
  const { deps } = around(aDraft());
  await deps.store.commit([
    { op: "put", name: "sanctionList", value: { id: "current", edition: "1", names: 1, version: 0 } },
    {
      op: "put",
      name: "sanctionName",
      value: { name: comparableName("Bad Owner"), edition: "1", reference: "7", version: 0 },
    },
  ]);
  const { sections } = aDryRun();
  const links = [{ name: "Owner, Bad", kind: "enterprise", percent: 10, control: false, samePersons: false }];
  const run = aDryRun({ sections: { ...sections, company: { ...sections.company, links } } });
  const { check, strands } = await readDryRun(deps, mia, callId, { as: "applicant", run, drawnIn: "nl" });
  expect(check.requirements.filter(({ ok }) => !ok).map(({ requirement }) => requirement)).toEqual(["not-sanctioned"]);
  expect(strands).toMatchObject({ audience: "applicant", title: "Shelf life" });
});

describe("the provider's part", () => {
  test("an offer that the draft cannot take is refused as it is given, and named afterwards", async () => {
    const { offer } = aDryRun();
    if (offer?.answer !== "confirmed") throw new Error("an offer");
    const past = { ...offer, content: { ...offer.content, endsOn: "2026-01-01" } };
    const run = aDryRun({ offer: past });
    await expect(look({ as: "provider", run, doing: "offer" })).rejects.toMatchObject({ code: "input.invalid" });
    const { refused, check } = await look({ run });
    expect(refused).toEqual([{ step: "offer", code: "input.invalid" }]);
    expect(check.requirements.flatMap(({ code }) => code ?? [])).toContain("offer.not-confirmed");
  });

  test("every kind that the call wants can be asked at every park; before one is asked there is nothing to see", async () => {
    const { providers } = await look({}, aDraft({ providerKinds: ["public"] }));
    expect(providers.filter(({ parkId }) => parkId === "lund")).toHaveLength(3);
    const { provider: _, offer: __, ...nobody } = aDryRun();
    await expect(look({ as: "provider", run: nobody })).rejects.toMatchObject({ code: "dry-run.no-provider" });
    const asked = await look({ as: "provider", run: { ...nobody, provider: inventedOrganisationId(100) } });
    expect(asked.view).toMatchObject({ audience: "provider", offer: { status: "invited" } });
  });
});

describe("the reviewer's part", () => {
  const declaration = { outcome: "accepted" } as const;
  const review = { marks: [...dryMarks], confidence: 2 };

  test("the full text opens with the declaration, and the result is the score of the real formula", async () => {
    const closed = await look({ as: "reviewer" });
    expect(closed.view.sections["project"]?.data).toEqual({ title: "Shelf life", summary: "How long?" });
    const { view, score, reviews } = await look({
      as: "reviewer",
      run: aDryRun({ declaration, review, filed: true }),
      doing: "file",
    });
    expect(view.sections["project"]?.data).toMatchObject({ need: "Climate chambers." });
    expect(view.slots).toMatchObject([{ status: "filed" }]);
    const percent = percentOf(defaultVoucherRubric, [...dryMarks]);
    expect(score).toEqual({ percent, threshold: 60, reached: true });
    expect(reviews).toBe(2);
  });

  test("a review that is not whole is refused as it is sent, and stays a draft", async () => {
    const run = aDryRun({ declaration, review: { marks: [dryMarks[0]], confidence: 1 }, filed: true });
    await expect(look({ as: "reviewer", run, doing: "file" })).rejects.toMatchObject({ code: "review.incomplete" });
    expect((await look({ as: "reviewer", run })).view).toMatchObject({
      slots: [{ status: "accepted" }],
      reviews: [{ status: "draft", marks: [dryMarks[0]] }],
    });
  });

  test("a lay member scores the criteria meant for lay members", async () => {
    const [first, ...others] = defaultVoucherRubric.criteria;
    if (first === undefined) throw new Error("a criterion");
    const rubric = { ...defaultVoucherRubric, criteria: [{ ...first, lay: true }, ...others] };
    const run = aDryRun({ declaration, lay: true, filed: true, review: { marks: [dryMarks[0]], confidence: 3 } });
    const { view, score } = await look({ as: "reviewer", run, doing: "file" }, aDraft({ rubric }));
    expect(view.slots).toMatchObject([{ lay: true, status: "filed" }]);
    expect(score).toMatchObject({ percent: 80 });
  });
});

test("only managers of the lead park walk a draft, and only until it is published", async () => {
  const refused = (name: string, role: "finance" | "manager", parkId: string) =>
    expect(look({}, aDraft(), staff(name, role, parkId))).rejects;
  await refused("max", "finance", "limburg").toMatchObject({ code: "actor.role-needed" });
  await refused("liv", "manager", "lund").toMatchObject({ code: "call.not-found" });
  await expect(look({}, aCall())).rejects.toMatchObject({ code: "call.wrong-state" });
  const { deps } = around(aDraft());
  const elsewhere = "call_01K8Z3V5J0QW4R7T9Y2B6C8D1F";
  await expect(readDryRun(deps, mia, elsewhere, { as: "applicant", run: aDryRun() })).rejects.toMatchObject({
    code: "call.not-found",
  });
});

test("a dry run leaves nothing behind: no write, no number, no letter, no workflow, nobody woken", async () => {
  const { deps, written } = around(aDraft());
  const review = { marks: [...dryMarks], confidence: 2 };
  const run = aDryRun({ sent: true, declaration: { outcome: "accepted" }, review, filed: true });
  for (const as of ["applicant", "provider", "reviewer"] as const) {
    const { refused } = await readDryRun(deps, mia, callId, { as, run });
    expect(refused).toEqual([]);
  }
  expect([written(), deps.woken(), deps.mails.length]).toEqual([0, 0, 0]);
  expect(await deps.store.list("call", {})).toEqual([aDraft()]);
});
