import type { Message } from "@multihelix/core/thread/message.ts";
import { partIn, type ThreadFacts } from "@multihelix/core/thread/thread-access.ts";
import { writeMessage } from "@multihelix/core/thread/write-message.ts";
import { describe, expect, test } from "vitest";
import { anActor, memberOf, staff } from "../../fixture/build/actor.ts";
import { anOffer } from "../../fixture/build/application.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { aRecipient } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const anna = memberOf("anna", "vivo");
const lars = memberOf("lars", "lab");
const rita = anActor("rita");
const otto = anActor("otto");
const mia = staff("mia", "manager", "limburg");
const lena = staff("lena", "manager", "lund");
const facts: ThreadFacts = {
  one: aCase({ status: "in-review", payingParks: ["limburg", "lund"], submittedAt: at("2026-11-01T09:00:00Z") }),
  offer: anOffer(),
  slots: [
    aSlot({ slot: "r1", reviewerId: rita.personId, status: "accepted" }),
    aSlot({ slot: "r2", reviewerId: otto.personId, status: "accepted" }),
  ],
};
const moment = aMoment("2026-11-12T09:00:00Z");
const names = [
  { parkId: "limburg", side: "applicant" },
  { parkId: "limburg", side: "provider" },
  { parkId: "limburg", side: "reviewer", reviewerId: rita.personId },
  { parkId: "limburg", side: "reviewer", reviewerId: otto.personId },
  { parkId: "limburg", side: "notes" },
  { parkId: "lund", side: "applicant" },
  { parkId: "lund", side: "notes" },
] as const;
const inFor = (actor: Parameters<typeof partIn>[1]) =>
  names.filter((name) => partIn(facts, actor, name, moment.now) !== undefined);

describe("nobody sees a thread of others", () => {
  test("each party is in its own threads with the paying parks, a reviewer in theirs alone", () => {
    expect(inFor(anna)).toEqual([names[0], names[5]]);
    expect(inFor(lars)).toEqual([names[1]]);
    expect(inFor(rita)).toEqual([names[2]]);
    expect(inFor(otto)).toEqual([names[3]]);
    expect(inFor(anActor("eve"))).toEqual([]);
  });

  test("staff are in those of their own park, and never in the notes of another", () => {
    expect(inFor(mia)).toEqual(names.slice(0, 5));
    expect(inFor(lena)).toEqual(names.slice(5));
  });

  test("an auditor reads and does not write", () => {
    const auditor = staff("paul", "auditor", "limburg");
    expect(partIn(facts, auditor, names[4], moment.now)).toMatchObject({ mayWrite: false });
  });

  test("before the application is sent there is nobody to write with", () => {
    const { submittedAt: _, ...draft } = aCase({ status: "draft" });
    const unsent = { ...facts, one: draft };
    expect(names.filter((name) => partIn(unsent, anna, name, moment.now) !== undefined)).toEqual([]);
  });
});

describe("a message", () => {
  const aMessage = (given: Partial<Message> = {}): Message => ({
    caseId,
    thread: "limburg:applicant",
    messageId: idOf("msg", "first"),
    parkId: "limburg",
    side: "applicant",
    from: "other",
    text: "Secret price 4711",
    by: anna.personId,
    at: at("2026-11-12T08:00:00Z"),
    version: 0,
    ...given,
  });
  const write = (given: object, actor: Parameters<typeof partIn>[1] = anna, name: object = names[0]) =>
    writeMessage.decide(
      { ...facts, messages: [], marks: [], park: [aRecipient("mia")], others: [aRecipient("anna")], ...given },
      actor,
      { caseId, text: "Secret price 4711", ...name } as never,
      moment,
    );

  test("is told to the other side by a letter that says nothing of it", () => {
    const letters = written(write({}).changes, "letter");
    expect(letters).toMatchObject([{ kind: "message", to: { personId: idOf("per", "mia") } }]);
    expect(JSON.stringify(letters)).not.toContain("4711");
    expect(written(write({}, mia).changes, "letter")).toMatchObject([{ to: { personId: idOf("per", "anna") } }]);
  });

  test("is told once a day while the earlier ones are unread, and again when they were read", () => {
    const earlier = aMessage();
    expect(written(write({ messages: [earlier] }).changes, "letter")).toEqual([]);
    const { thread, messageId } = earlier;
    const mark = { caseId, thread, personId: idOf("per", "mia"), messageId, version: 0 };
    expect(written(write({ messages: [earlier], marks: [mark] }).changes, "letter")).toHaveLength(1);
    const old = aMessage({ at: at("2026-11-10T08:00:00Z") });
    expect(written(write({ messages: [old] }).changes, "letter")).toHaveLength(1);
  });

  test("in the park's notes nobody is told, and the record says nothing", () => {
    const decision = write({}, mia, names[4]);
    expect(written(decision.changes, "letter")).toEqual([]);
    expect(decision.events ?? []).toEqual([]);
  });

  test("into a thread of others is refused as if it were not there", () => {
    expect(refused(() => write({}, anna, names[1]))).toBe("not_found thread.not-found");
    expect(refused(() => write({}, rita, names[3]))).toBe("not_found thread.not-found");
    expect(refused(() => write({}, lena, names[4]))).toBe("not_found thread.not-found");
  });
});
