/** Notices of somebody on daily mail: held, told once a day in one letter, to nobody who lost the right, lost by no change of mind. */
import type { Case } from "@multihelix/core/application/case.ts";
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import type { LetterId, PersonId } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Letter } from "@multihelix/core/letter/letter.ts";
import { noteReturn } from "@multihelix/core/letter/note-return.ts";
import { resendLetter } from "@multihelix/core/letter/resend-letter.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { viewLetters } from "@multihelix/core/view/letters.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { type DailyMail, dailyMail, morning } from "../../fixture/daily-mail.ts";
import type { TestDeps } from "../../fixture/deps.ts";
import { aPerson, storeCase } from "../../fixture/stored-case.ts";
import { testWorld } from "../../fixture/world.ts";

const world = testWorld();
const anna = idOf("per", "anna");
let store: Store;
let deps: TestDeps;
let mail: DailyMail;
let one: Case;

beforeEach(async () => {
  ({ store, deps } = world);
  mail = await dailyMail(deps);
  ({ one } = mail);
});

const digests = (personId: PersonId = anna) => store.list("digest", { personId });

describe("somebody on daily mail", () => {
  test("gets decisions, dates and receipts at once, and notices in one letter the next morning, each with its link", async () => {
    for (const kind of ["decision-award", "reminder", "receipt"])
      expect(await mail.status(await mail.send(kind))).toBe("sent");
    const message = await mail.send("message");
    const mailing = await mail.send("mailing");
    expect(mail.subjects()).toHaveLength(3);
    expect(await mail.stored(message)).toMatchObject({ status: "held", heldUntil: at(morning("2026-11-13")) });

    deps.clock.move(morning("2026-11-13"));
    await mail.settle();
    expect(mail.subjects().slice(3)).toEqual(["2 notices in your daily digest"]);
    const text = deps.mails.at(-1)?.text ?? "";
    expect(text).toContain(`message ${one.reference}: https://multihelix.invalid/cases/${one.caseId}/messages`);
    expect(text).toContain(`/cases/${one.caseId}/letters?letter=${mailing.letterId}`);
    const [digest] = await digests();
    for (const letter of [message, mailing])
      expect(await mail.stored(letter)).toMatchObject({
        status: "sent",
        sentAt: deps.clock.now(),
        digestId: digest?.letterId,
      });
    expect((await mail.stored(message))?.heldUntil).toBeUndefined();
  });

  test("gets no letter on a day on which there is nothing", async () => {
    await mail.send("message");
    for (const day of ["2026-11-13", "2026-11-14", "2026-11-15"]) {
      deps.clock.move(morning(day));
      await mail.settle();
    }
    expect(mail.subjects()).toEqual(["1 notice in your daily digest"]);
    expect(await store.dueEffects("2099", 10)).toEqual([]);
  });

  test("reads the digest in their own language, at eight in their own zone", async () => {
    await store.commit([
      { op: "put", name: "person", value: aPerson("anna", { language: "sv", digest: { zone: "America/Toronto" } }) },
    ]);
    await mail.send("message");
    deps.clock.move("2026-11-12T12:59:59Z");
    await mail.settle();
    expect(mail.subjects()).toEqual([]);
    deps.clock.move("2026-11-12T13:00:00Z");
    await mail.settle();
    expect(mail.subjects()).toEqual(["1 avisering i din dagliga sammanfattning"]);
  });

  test("who asked for nothing has every letter at once, and no digest is kept for them", async () => {
    expect(await mail.status(await mail.send("message", "mia"))).toBe("sent");
    expect(await digests(idOf("per", "mia"))).toEqual([]);
  });

  test("many notices at one time are all in one digest", async () => {
    const letters: Letter[] = [];
    for (let nth = 0; nth < 12; nth++) letters.push(await mail.writes("message"));
    for (let round = 0; round < 12; round++) {
      await driveEffects(deps);
      deps.clock.move(60_000);
    }
    deps.clock.move(morning("2026-11-13"));
    await mail.settle();
    expect(mail.subjects()).toEqual(["12 notices in your daily digest"]);
    expect(await Promise.all(letters.map(mail.status))).toEqual(letters.map(() => "sent"));
  });

  test("a notice about a draft whose call closes before they would have had a day comes at once", async () => {
    await store.commit([
      { op: "create", name: "call", value: aCall({ closes: at("2026-11-13T22:59:59Z"), version: 0 }) },
    ]);
    const draft = await storeCase(store, { status: "draft" });
    expect(await mail.status(await mail.send("offer-answered", "anna", draft))).toBe("sent");
    expect(await mail.status(await mail.send("message"))).toBe("held");
  });
});

describe("switching back to immediate mail", () => {
  test("loses nothing: what is held comes with its digest, what is new comes at once", async () => {
    const held = await mail.send("message");
    await mail.choose("anna", "immediate");
    expect(await mail.status(await mail.send("mailing"))).toBe("sent");
    deps.clock.move(morning("2026-11-13"));
    await mail.settle();
    expect(mail.subjects()).toEqual([`mailing ${one.reference}`, "1 notice in your daily digest"]);
    expect(await mail.status(held)).toBe("sent");
  });

  test("an unknown zone is refused, and nothing is saved", async () => {
    await expect(mail.choose("anna", "daily", "Mars/Olympus")).rejects.toMatchObject({ code: "zone.unknown" });
    expect((await store.get("person", { personId: anna }))?.digest).toEqual({ zone: "Europe/Brussels" });
  });
});

describe("who lost their part in the case since", () => {
  const told = async (): Promise<string> => {
    deps.clock.move(morning("2026-11-13"));
    await mail.settle();
    return deps.mails.map(({ text }) => text).join("\n");
  };

  test("is told of it no more: a member who left", async () => {
    const letter = await mail.send("message");
    await store.commit([
      { op: "remove", name: "membership", key: { personId: anna, organisationId: idOf("org", "vivo") } },
    ]);
    expect(await told()).toBe("");
    expect(await mail.status(letter)).toBe("withheld");
  });

  test("is told of other cases only: a manager with a HARD interest in this one", async () => {
    await mail.choose("mia", "daily");
    const other = await storeCase(store, { reference: "LIM-V26-OTHER", applicantId: idOf("org", "mosa") });
    const [kept, fine] = [await mail.send("message", "mia"), await mail.send("message", "mia", other)];
    const entries = [{ kind: "equity" as const, organisationId: idOf("org", "vivo"), declaredAt: deps.clock.now() }];
    await store.commit([
      { op: "create", name: "interests", value: { personId: idOf("per", "mia"), entries, version: 0 } },
    ]);
    const text = await told();
    expect(text).toContain("LIM-V26-OTHER");
    expect(text).not.toContain(one.reference);
    expect([await mail.status(kept), await mail.status(fine)]).toEqual(["withheld", "sent"]);
  });

  test("gets no mail at all once disabled", async () => {
    const letter = await mail.send("message");
    await store.commit([
      { op: "put", name: "person", value: aPerson("anna", { disabled: true, digest: { zone: "UTC" } }) },
    ]);
    expect(await told()).toBe("");
    expect(await mail.status(letter)).toBe("withheld");
  });
});

describe("what became of a digest is what became of its notices", () => {
  test("refused by the mail server", async () => {
    const letter = await mail.send("message");
    deps.mailer.before = () => ({ kind: "refused", reason: "no such mailbox" });
    deps.clock.move(morning("2026-11-13"));
    await mail.settle();
    expect(await mail.stored(letter)).toMatchObject({ status: "refused", refusal: "no such mailbox" });
  });

  test("come back later: staff see it on the case, and a notice that is sent again leaves at once", async () => {
    const letter = await mail.send("message");
    deps.clock.move(morning("2026-11-13"));
    await mail.settle();
    const digestId = (await mail.stored(letter))?.digestId as LetterId;
    const returned = { stream: `person:${anna}`, letterId: digestId, reason: "bounce" };
    await perform(deps, { kind: "system", name: "outbox" }, "returned", noteReturn, returned);
    const seen = await viewLetters(store, staff("mia", "manager", "limburg"), {
      caseId: one.caseId,
      audience: "staff",
    } as Parameters<typeof viewLetters>[2]);
    expect(seen).toMatchObject([{ status: "bounced", inDigest: true }]);
    expect(seen[0]).not.toHaveProperty("digestId");
    const mia = staff("mia", "manager", "limburg");
    await perform(deps, mia, "again", resendLetter, { caseId: one.caseId, letterId: letter.letterId });
    await mail.settle();
    expect(mail.subjects().at(-1)).toBe(`message ${one.reference}`);
  });

  test("one that is still held is not sent again by hand", async () => {
    const { letterId } = await mail.send("message");
    const again = perform(deps, staff("mia", "manager", "limburg"), "again", resendLetter, {
      caseId: one.caseId,
      letterId,
    });
    await expect(again).rejects.toMatchObject({ code: "letter.not-sent-yet" });
  });
});
