/** Letters of a case: one's own to everybody, all of them to the park. */
import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { letterSchema } from "../letter/letter.ts";
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
    sentAt: true,
    openedAt: true,
  })
  .extend({ toName: z.string(), /** Written to the reader. */ mine: z.boolean() });
export type LetterView = z.infer<typeof letterViewSchema>;

export async function viewLetters(reader: Reader, actor: PersonActor, view: CaseView): Promise<LetterView[]> {
  const all = await reader.list("letter", { stream: view.caseId });
  const inside = view.audience === "staff" || view.audience === "auditor";
  return all
    .filter((letter) => inside || letter.to.personId === actor.personId)
    .map(({ to, text, html, ...letter }) => ({
      ...letter,
      text: withSite(text, ""),
      html: withSite(html, ""),
      toName: to.name,
      mine: to.personId === actor.personId,
    }))
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}
