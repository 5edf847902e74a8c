/** Which letters may wait for a daily digest, and when the next one is due: rules that hold without a store. */
import { toZonedDateString } from "@multihelix/core/kernel/instant.ts";
import { deferral, placeOf } from "@multihelix/core/letter/digest/deferral.ts";
import type { Digest } from "@multihelix/core/letter/digest/digest.ts";
import { digestHour, nextDigest, noticesMost } from "@multihelix/core/letter/digest/next-digest.ts";
import { type LetterKind, letterKinds } from "@multihelix/core/letter/list.ts";
import { taskLetters } from "@multihelix/core/letter/task-letters.ts";
import { describe, expect, test } from "vitest";
import { caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { letterData } from "../../fixture/build/letter.ts";
import { at } from "../../fixture/build/moment.ts";
import { fc } from "../../fixture/fast-check.ts";

const brussels = "Europe/Brussels";
const personId = idOf("per", "anna");
const waits = (kind: LetterKind) => placeOf({ kind }) !== undefined;

describe("what may wait for a digest", () => {
  test("is exactly these notices: whoever adds a kind of letter decides on it here", () => {
    expect(letterKinds.filter(waits).sort()).toEqual([
      "call-amended",
      "handover",
      "mailing",
      "message",
      "offer-answered",
    ]);
    expect(Object.keys(deferral).sort()).toEqual([...letterKinds].sort());
  });

  test("is no decision, no receipt and nothing about an account", () => {
    const never: LetterKind[] = [
      "decision-award",
      "decision-rejection",
      "ineligible",
      "claim-decision",
      "claim-refused",
      "redress",
      "cancelled",
      "voucher",
      "receipt",
      "payment-advice",
      "sign-in-code",
      "factor-changed",
      "factor-reset",
    ];
    expect(never.filter(waits)).toEqual([]);
  });

  test("is nothing that a task asks, reminds of or escalates, and nothing whose words hold a date or a legal remedy", () => {
    expect((Object.keys(taskLetters) as LetterKind[]).filter(waits)).toEqual([]);
    const dated = letterKinds.filter((kind) =>
      ["due", "until", "expires", "validUntil", "legalRemedy"].some((field) => field in (letterData[kind] as object)),
    );
    expect(dated.length).toBeGreaterThan(10);
    expect(dated.filter(waits)).toEqual([]);
  });

  test("is no letter that was marked to leave at once, and none of a kind that nobody knows any more", () => {
    expect(placeOf({ kind: "call-amended", atOnce: true })).toBeUndefined();
    expect(placeOf({ kind: "of-last-year" })).toBeUndefined();
    expect(placeOf({ kind: "toString" })).toBeUndefined();
  });

  test("leads to the thread of a message, and to the letter itself where its words are", () => {
    const letterId = idOf("let", "one");
    expect(placeOf({ kind: "message" })?.(caseId, letterId)).toBe(`/cases/${caseId}/messages`);
    expect(placeOf({ kind: "mailing" })?.(caseId, letterId)).toBe(`/cases/${caseId}/letters?letter=${letterId}`);
  });
});

describe("the next digest", () => {
  const known = (day: string, given: Partial<Digest>): Digest => ({
    personId,
    day,
    dueAt: at(`${day}T07:00:00Z`),
    state: "open",
    notices: [],
    version: 0,
    ...given,
  });

  test("comes at eight in the morning of its reader's zone, on any day of the week", () => {
    expect(nextDigest(at("2026-11-13T06:59:59Z"), brussels, [])).toEqual({
      day: "2026-11-13",
      dueAt: "2026-11-13T07:00:00.000Z",
    });
    expect(nextDigest(at("2026-11-13T07:00:00Z"), brussels, [])).toMatchObject({ day: "2026-11-14" });
    expect(nextDigest(at("2026-11-13T07:00:00Z"), "America/Toronto", [])).toEqual({
      day: "2026-11-13",
      dueAt: "2026-11-13T13:00:00.000Z",
    });
  });

  test("keeps its hour on the days that summer time begins and ends", () => {
    expect(nextDigest(at("2027-03-27T12:00:00Z"), brussels, []).dueAt).toBe("2027-03-28T06:00:00.000Z");
    expect(nextDigest(at("2026-10-24T12:00:00Z"), brussels, []).dueAt).toBe("2026-10-25T07:00:00.000Z");
  });

  test("takes what comes until it is written; a day whose digest was written has no second, also when the clock is set back", () => {
    const now = at("2026-11-13T06:30:00Z");
    const open = known("2026-11-13", {});
    expect(nextDigest(now, brussels, [open])).toMatchObject({ day: "2026-11-13", open });
    for (const state of ["written", "sent"] as const)
      expect(nextDigest(now, brussels, [known("2026-11-13", { state })])).toMatchObject({ day: "2026-11-14" });
  });

  test("is the one after where this one is full", () => {
    const full = known("2026-11-13", {
      notices: Array.from({ length: noticesMost }, () => ({ caseId, letterId: idOf("let", "one") })),
    });
    expect(nextDigest(at("2026-11-13T06:30:00Z"), brussels, [full])).toMatchObject({ day: "2026-11-14" });
  });

  test("is never more than a day away, never now, and at that hour in every zone at every instant", () => {
    const zones = [brussels, "America/Toronto", "Europe/London", "Asia/Kolkata", "Pacific/Apia", "UTC"];
    const instants = fc.date({ min: new Date("2020-01-01"), max: new Date("2035-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (date, zone) => {
        const now = at(date.toISOString());
        const { day, dueAt } = nextDigest(now, zone, []);
        const away = Date.parse(dueAt) - Date.parse(now);
        expect(away).toBeGreaterThan(0);
        expect(away).toBeLessThanOrEqual(25 * 3_600_000);
        expect(toZonedDateString(dueAt, zone)).toBe(day);
        const hour = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone: zone });
        expect(Number(hour.format(Date.parse(dueAt)))).toBe(digestHour);
      }),
    );
  });
});
