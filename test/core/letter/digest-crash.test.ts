/** A digest whose sender is killed anywhere, whose clock jumps, and that two drivers meet: one a day, each notice told. */
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { sendDigest } from "@multihelix/core/effect/handler/send-digest.ts";
import type { PersonId } from "@multihelix/core/kernel/id.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { idOf } from "../../fixture/build/ids.ts";
import { type DailyMail, dailyMail, morning } from "../../fixture/daily-mail.ts";
import type { TestDeps } from "../../fixture/deps.ts";
import { dyingAt } from "../../fixture/dying.ts";
import { testWorld } from "../../fixture/world.ts";

const hour = 3_600_000;
const world = testWorld();
const anna = idOf("per", "anna");
let store: Store;
let deps: TestDeps;
let mail: DailyMail;

beforeEach(async () => {
  ({ store, deps } = world);
  mail = await dailyMail(deps);
});

const digests = (personId: PersonId = anna) => store.list("digest", { personId });

describe("a digest under crashes and a clock that jumps", () => {
  const body = { kind: "send-digest", personId: anna, day: "2026-11-13" } as const;

  test("killed before or after any of its commits, tells each notice, in at most two mails of one id", async () => {
    const letters = [await mail.send("message"), await mail.send("mailing")];
    deps.clock.move(morning("2026-11-13"));
    for (let nth = 1; nth <= 12; nth++)
      await sendDigest(dyingAt(deps, Math.ceil(nth / 2), nth % 2 === 0), body).catch((error: unknown) => {
        if (!(error instanceof Error && error.message === "killed")) throw error;
      });
    await sendDigest(deps, body);
    await mail.settle();
    expect(new Set(deps.mails.map(({ id }) => id)).size).toBe(1);
    expect(deps.mails.length).toBeLessThanOrEqual(2);
    expect(await Promise.all(letters.map(mail.status))).toEqual(["sent", "sent"]);
    expect((await digests())[0]?.state).toBe("sent");
  });

  test("killed once between sending and marking, sends twice at most and is driven to its end", async () => {
    await mail.send("message");
    deps.clock.move(morning("2026-11-13"));
    // Claiming is the first commit, writing the digest the second; it is gone before the third.
    await driveEffects(dyingAt(deps, 3, false));
    expect(deps.mails).toHaveLength(1);
    for (let round = 0; round < 4; round++) {
      deps.clock.move(60_000);
      await mail.settle();
    }
    expect(new Set(deps.mails.map(({ id }) => id)).size).toBe(1);
    expect(deps.mails).toHaveLength(2);
    expect((await digests())[0]?.state).toBe("sent");
  });

  test("a clock an hour forth and back around eight sends one digest that day, and loses no notice between", async () => {
    const letters = [await mail.send("message")];
    for (const [move, comes] of [
      ["2026-11-13T06:30:00Z", true],
      ["2026-11-13T07:30:00Z", true],
      ["2026-11-13T06:30:00Z", true],
      ["2026-11-13T07:00:00Z", true],
      ["2026-11-13T08:00:00Z", false],
    ] as const) {
      deps.clock.move(move);
      await mail.settle();
      if (comes) letters.push(await mail.send("message"));
    }
    expect(mail.subjects()).toEqual(["2 notices in your daily digest"]);
    deps.clock.move(morning("2026-11-14"));
    await mail.settle();
    expect(mail.subjects()).toEqual(["2 notices in your daily digest", "3 notices in your daily digest"]);
    expect(await Promise.all(letters.map(mail.status))).toEqual(letters.map(() => "sent"));
  });

  test.each([
    ["2027-03-26", "2027-03-29T06:00:00Z"],
    ["2026-10-23", "2026-10-26T07:00:00Z"],
  ])("one digest on each of the days around the change of summer time from %s on", async (first, last) => {
    deps.clock.move(`${first}T12:00:00Z`);
    const begun = Date.parse(`${first}T12:00:00Z`);
    for (let hours = 0; begun + hours * hour <= Date.parse(last); hours++) {
      deps.clock.move(new Date(begun + hours * hour).toISOString());
      await mail.send("message");
    }
    expect(deps.mails).toHaveLength(3);
    expect((await digests()).map(({ state }) => state)).toEqual(["sent", "sent", "sent", "open"]);
  });

  test("two drivers at one time send one", async () => {
    await mail.send("message");
    deps.clock.move(morning("2026-11-13"));
    await Promise.all([driveEffects(deps), driveEffects(deps), driveEffects(deps)]);
    await mail.settle();
    expect(deps.mails).toHaveLength(1);
  });
});
