/** Two worlds that differ in one hidden value answer who may not know it with the same bytes, on every route (S1, S2). */
import { sendLetter } from "@multihelix/core/effect/handler/send-letter.ts";
import type { Mail } from "@multihelix/core/port/mailer.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { demoPersonId } from "@multihelix/local/seed/seed-steps.ts";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { recordingMailer } from "../fixture/recorder.ts";
import { partsOf, readers } from "./world/part.ts";
import { placesOf, questionsAbout, unaskable } from "./world/question.ts";
import { otherWorld, secrets } from "./world/secret.ts";
import { type ToldWorld, tellWorld } from "./world/told-world.ts";
import { openWorld, type World } from "./world/world.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let told: ToldWorld;
let world: World;
/** What the first world answered: many secrets are asked about by the same questions. */
const answered = new Map<string, Promise<string>>();

beforeAll(async () => {
  told = await tellWorld();
  world = openWorld(told.items, told.now, readers);
});

function placesFor(of: (typeof secrets)[number]["of"], about = "reviewer-uppsala") {
  return placesOf(told.items, told.cases[of], demoPersonId(about));
}

test("every route of the table can be asked: a new one without parameters, queries or a body written down fails", () => {
  expect(unaskable(placesFor("gut"))).toEqual([]);
});

describe("nobody else can tell", () => {
  for (const secret of secrets)
    test(secret.what, async () => {
      const caseId = told.cases[secret.of];
      const other = openWorld(otherWorld(told.items, secret, caseId), told.now, readers);
      const { reads, writes } = questionsAbout(placesFor(secret.of, secret.about), wordOf(caseId), told.now);
      const known = secret.knownTo(partsOf(told.items, caseId));
      const leaks: string[] = [];
      for (const persona of readers.filter((one) => !known.includes(one)))
        for (const question of [...reads, ...writes]) {
          const key = JSON.stringify([persona, question]);
          const first = answered.get(key) ?? world.ask(persona, question);
          answered.set(key, first);
          const [one, another] = [await first, await other.ask(persona, question)];
          if (one !== another)
            leaks.push(`${persona}: ${question.method} ${question.path}\n${differing(one, another)}`);
        }
      expect(leaks).toEqual([]);
      const blind = readers.filter((persona) => !known.includes(persona)).map(demoPersonId);
      expect(await mailsOf(other.deps.store, blind)).toEqual(await mailsOf(world.deps.store, blind));
      // And it is a secret: somebody who may know it does see another answer.
      const seen = await Promise.all(
        known.flatMap((persona) =>
          reads.map(async (question) => (await world.ask(persona, question)) !== (await other.ask(persona, question))),
        ),
      );
      expect(seen.some(Boolean), `nobody at all notices ${secret.what}`).toBe(true);
    });
});

/** What would leave for these people if every letter were sent again: id, stream and all, as the mailer makes headers of them. */
async function mailsOf(store: Store, people: readonly string[]): Promise<Mail[]> {
  const mailer = recordingMailer();
  const letters = told.items.flatMap((one) => (one.name === "letter" ? [one.value] : []));
  for (const { to, stream, letterId } of letters.filter(({ to }) => people.includes(to.personId ?? ""))) {
    const queued = await store.get("letter", { stream, letterId });
    const again: Store = {
      ...store,
      get: (async (name: string, key: never) =>
        name === "letter" ? queued && { ...queued, status: "queued" } : store.get(name as never, key)) as Store["get"],
      commit: async () => ({ ok: true }),
    };
    expect(to.email).not.toBe("");
    await sendLetter({ ...world.deps, store: again, mailer }, { kind: "send-letter", stream, letterId });
  }
  return mailer.sent;
}

/** A word by which the case would be found. */
function wordOf(caseId: string): string {
  const one = told.items.flatMap((item) =>
    item.name === "case" && item.value.caseId === caseId ? [item.value] : [],
  )[0];
  return one?.title.split(" ").toSorted((a, b) => b.length - a.length)[0] ?? "";
}

/** The first place where two answers part. */
function differing(one: string, another: string): string {
  let at = 0;
  while (one[at] === another[at]) at++;
  const from = Math.max(0, at - 60);
  return `  …${one.slice(from, at + 120)}\n  …${another.slice(from, at + 120)}`;
}
