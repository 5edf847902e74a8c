/** Letters of a case: one's own to everybody, all of them to the park. */
import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { type Letter, letterSchema } from "../letter/letter.ts";
import { withSite } from "../letter/site.ts";
import type { Reader } from "../port/store.ts";
import type { CaseView } from "./case-view.ts";

export const letterViewSchema = letterSchema
  .pick({
    letterId: true,
    kind: true,
    language: true,
    subject: true,
    text: true,
    html: true,
    createdAt: true,
    status: true,
    heldUntil: true,
    sentAt: true,
    openedAt: true,
  })
  .extend({
    toName: z.string(),
    /** Written to the reader. */
    mine: z.boolean(),
    /** Told in a digest. */
    inDigest: z.boolean(),
  });
export type LetterView = z.infer<typeof letterViewSchema>;

export async function viewLetters(reader: Reader, actor: PersonActor, view: CaseView): Promise<LetterView[]> {
  const all = await reader.list("letter", { stream: view.caseId });
  const inside = view.audience === "staff" || view.audience === "auditor";
  const shown = all.filter((letter) => inside || letter.to.personId === actor.personId);
  const returned = await returnedDigests(reader, shown);
  return shown
    .map(({ to, text, html, digestId, ...letter }) => ({
      ...letter,
      status: returned.has(digestId) ? ("bounced" as const) : letter.status,
      inDigest: digestId !== undefined,
      text: withSite(text, ""),
      html: withSite(html, ""),
      toName: to.name,
      mine: to.personId === actor.personId,
    }))
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/** A digest that came back brought none of its notices. */
async function returnedDigests(reader: Reader, letters: readonly Letter[]): Promise<ReadonlySet<Letter["digestId"]>> {
  const told = new Map(
    letters.flatMap(({ digestId, to: { personId } }) =>
      digestId === undefined || personId === undefined ? [] : [[digestId, `person:${personId}`] as const],
    ),
  );
  const digests = await Promise.all([...told].map(([letterId, stream]) => reader.get("letter", { stream, letterId })));
  return new Set(digests.flatMap((one) => (one?.status === "bounced" ? [one.letterId] : [])));
}
