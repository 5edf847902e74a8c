import { answerEnquiry } from "@multihelix/core/enquiry/answer-enquiry.ts";
import { askEnquiry, waitingMost } from "@multihelix/core/enquiry/ask-enquiry.ts";
import { correctEnquiry } from "@multihelix/core/enquiry/correct-enquiry.ts";
import type { Enquiry } from "@multihelix/core/enquiry/enquiry.ts";
import { remindEnquiry } from "@multihelix/core/enquiry/remind-enquiry.ts";
import type { Candidate } from "@multihelix/core/letter/recipient.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall, callId } from "../../fixture/build/call.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { written } from "../../fixture/changes.ts";
import { refusalOf } from "../../fixture/refusal.ts";

const visitor = { kind: "system", name: "visitor" } as const;
const outbox = { kind: "system", name: "outbox" } as const;
const manager = staff("mia", "manager", "limburg");
const enquiryId = idOf("enq", "first");
const asked = "May Jan Peeters of Yeast & Co apply with a branch?";

function anEnquiry(given: Partial<Enquiry> = {}): Enquiry {
  return {
    callId,
    enquiryId,
    status: "open",
    language: "nl",
    question: asked,
    email: "jan@yeast.example",
    askedAt: at("2026-11-12T09:00:00Z"),
    due: at("2026-11-19T22:59:59.999Z"),
    version: 0,
    ...given,
  };
}

describe("asking about a call", () => {
  const input = { callId, email: "Jan@Yeast.example", language: "nl" as const, question: asked };
  const ask = (call: Parameters<typeof aCall>[0] | undefined, waiting = 0, moment = aMoment()) =>
    askEnquiry.decide({ call: call === undefined ? undefined : aCall(call), waiting }, visitor, input, moment);

  test("is answered by the fifth working day of the park, with a first reminder on the third", () => {
    // 12 November 2026 is a Thursday.
    const { result, effects } = ask({});
    expect(result.due.slice(0, 10)).toBe("2026-11-19");
    expect(effects).toMatchObject([{ body: { kind: "remind-enquiry", step: 0 } }]);
    expect(effects?.[0]?.dueAt?.slice(0, 10)).toBe("2026-11-17");
  });

  test("is possible from publication to closing, and never about a draft", () => {
    expect(ask({ state: "scheduled", opens: at("2026-12-01T00:00:00Z") }).changes).toHaveLength(2);
    expect(refusalOf(() => ask({ state: "draft" }))).toMatchObject({ kind: "not_found", code: "call.not-found" });
    expect(refusalOf(() => ask(undefined))).toMatchObject({ kind: "not_found", code: "call.not-found" });
    for (const closed of [{ state: "closed" as const }, { closes: at("2026-11-12T08:59:00Z") }])
      expect(refusalOf(() => ask(closed))).toMatchObject({ kind: "conflict", code: "enquiry.call-closed" });
  });

  test("is refused while more wait than a park can answer", () => {
    expect(refusalOf(() => ask({}, waitingMost))).toMatchObject({ kind: "conflict", code: "enquiry.queue-full" });
  });
});

describe("answering", () => {
  const facts = (enquiry: Enquiry | undefined = anEnquiry()) => ({ call: aCall(), enquiry });
  const published = {
    callId,
    enquiryId,
    outcome: "published" as const,
    texts: { en: { question: "May a company apply with a branch?", answer: "Yes." } },
  };

  test("in public mails the park's words, never the asker's, and forgets the address", () => {
    const { changes } = answerEnquiry.decide(facts(), manager, published, aMoment());
    const [letter] = written(changes, "letter");
    expect(letter).toMatchObject({ kind: "enquiry-answered", language: "nl", to: { email: "jan@yeast.example" } });
    expect(letter?.text).toContain("May a company apply with a branch?");
    expect(letter?.text).not.toContain("Jan Peeters");
    expect(letter?.expires).toBeGreaterThan(0);
    const patch = changes.find(({ op, name }) => op === "patch" && name === "enquiry");
    expect(patch).toMatchObject({ set: { status: "published" }, when: { status: "open" } });
    expect(patch).toHaveProperty("set.email", undefined);
    expect(changes).toContainEqual(expect.objectContaining({ op: "remove", name: "enquiryWaiting" }));
  });

  test("in public needs the question in the park's words, in a language of the call", () => {
    const decide = (texts: object) => () => answerEnquiry.decide(facts(), manager, { ...published, texts }, aMoment());
    expect(refusalOf(decide({}))).toMatchObject({ kind: "invalid", code: "input.invalid" });
    expect(refusalOf(decide({ en: { answer: "Yes." } }))).toMatchObject({ kind: "invalid", code: "input.invalid" });
    expect(refusalOf(decide({ sv: { question: "?", answer: "Ja." } }))).toMatchObject({
      kind: "invalid",
      code: "input.invalid",
    });
  });

  test("is a manager's of the park that leads the call, and happens once", () => {
    const act = (actor: typeof manager, enquiry?: Enquiry) => () =>
      answerEnquiry.decide(facts(enquiry), actor, { ...published, outcome: "declined" }, aMoment());
    for (const other of [staff("max", "manager", "wales"), staff("ada", "approver", "limburg")])
      expect(refusalOf(act(other))).toMatchObject({ kind: "forbidden", code: "actor.role-needed" });
    expect(refusalOf(act(manager, anEnquiry({ status: "private" })))).toMatchObject({
      kind: "conflict",
      code: "enquiry.answered",
    });
  });
});

describe("correcting what was published", () => {
  const before = { en: { question: "May a company apply with a branch?", answer: "Yes." } };
  const texts = {
    en: { question: "May a company apply with a branch?", answer: "Only where the branch is registered." },
  };
  const published = anEnquiry({ status: "published", texts: before, version: 3 });
  const correct = (given: Partial<Enquiry> = {}, on = 3, by = manager) =>
    correctEnquiry.decide(
      { call: aCall(), enquiry: { ...published, ...given } },
      by,
      { callId, enquiryId, on, texts },
      aMoment(),
    );

  test("puts the new words in the place of the old, which are kept with when and by whom", () => {
    const { changes, result } = correct();
    expect(changes).toMatchObject([
      {
        op: "replace",
        value: {
          texts,
          status: "published",
          corrections: [{ texts: before, at: aMoment().now, by: manager.personId }],
        },
      },
    ]);
    expect(result).toEqual({ corrections: 1 });
    expect(correct({ texts }).changes).toEqual([]);
  });

  test("is a manager's, on the version that was looked at, of what was published, five times at most", () => {
    const refusal = (...given: Parameters<typeof correct>) => refusalOf(() => correct(...given)).code;
    expect(refusal({}, 3, staff("ada", "approver", "limburg"))).toBe("actor.role-needed");
    expect(refusal({}, 2)).toBe("enquiry.changed");
    expect(refusal({ status: "private" })).toBe("enquiry.not-published");
    const corrections = Array.from({ length: 5 }, () => ({ texts: before, at: aMoment().now, by: manager.personId }));
    expect(refusal({ corrections })).toBe("enquiry.corrected-most");
  });
});

describe("a question that nobody answers", () => {
  const person = (name: string, given: Partial<Candidate> = {}): Candidate => ({
    personId: idOf("per", name),
    email: `${name}@park.example`,
    name,
    language: "en",
    substitute: false,
    ...given,
  });
  const [mia, sub, sec] = [person("mia"), person("sub", { substitute: true }), person("sec")];
  const above = { substitutes: [sub], secretaries: [sec] };
  const remind = (step: number, enquiry: Enquiry = anEnquiry()) =>
    remindEnquiry.decide(
      { call: aCall(), enquiry, managers: [mia, sub], above },
      outbox,
      { callId, enquiryId, step },
      aMoment("2026-11-17T23:00:00Z"),
    );
  const toldIn = (step: number) => written(remind(step).changes, "letter").map(({ to }) => to.name);

  test("is told to its managers, then to their substitutes, then to the secretary, and then no more", () => {
    expect([0, 1, 2, 3].map(toldIn)).toEqual([["mia"], ["sub"], ["sec"], []]);
    const next = (step: number) => remind(step).effects?.find(({ body }) => body.kind === "remind-enquiry");
    expect(next(0)?.dueAt?.slice(0, 10)).toBe("2026-11-24");
    expect(next(3)).toBeUndefined();
  });

  test("keeps its asker's address for a quarter of a year, and not after", () => {
    const last = remind(2).effects?.find(({ body }) => body.kind === "remind-enquiry");
    expect(last).toMatchObject({ body: { step: 3 } });
    expect(remind(3).changes).toMatchObject([{ op: "patch", name: "enquiry", set: { email: undefined } }]);
    expect(remind(3, anEnquiry({ status: "published" })).changes).toEqual([]);
  });

  test("is told to nobody once it is answered", () => {
    expect(remind(0, anEnquiry({ status: "declined" }))).toMatchObject({ changes: [], result: { told: 0 } });
  });
});
