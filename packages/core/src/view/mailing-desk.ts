/** Writing to many applicants: whom a filter reaches, what each would get, and what became of the park's mailings. */
import * as z from "zod";
import { type PersonActor, requireRole } from "../kernel/actor.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { momentOf } from "../kernel/perform.ts";
import { render } from "../letter/keep-letter.ts";
import { mailing } from "../letter/kind/mailing.ts";
import { letterSchema } from "../letter/letter.ts";
import { mailingCasesMost, mailingSchema } from "../mailing/mailing.ts";
import { againstWriting, languagesNeeded, mailingData, readReached } from "../mailing/plan-mailing.ts";
import { type mailingInput, requireMailing } from "../mailing/start-mailing.ts";
import { languageSchema } from "../person/person.ts";
import type { Deps } from "../port/deps.ts";
import { namesOfIds } from "./names.ts";
import { type ParkCasesQuery, readAllParkCases } from "./park-cases.ts";

const reachedSchema = z.object({
  caseId: caseIdSchema,
  reference: z.string(),
  applicant: z.string(),
  to: z.array(z.object({ name: z.string(), language: languageSchema })),
});
const deliverySchema = letterSchema
  .pick({ letterId: true, subject: true, status: true, sentAt: true, openedAt: true })
  .extend({ to: z.string() });

export const mailingDeskSchema = z.object({
  /** Cases that the filter finds and the reader may write to; none where they are more than `most`. */
  reached: z.array(reachedSchema),
  found: z.number().int(),
  most: z.number().int(),
  /** Those that must be written, and those that the other recipients read. */
  needed: z.array(languageSchema),
  wished: z.array(languageSchema),
  mailings: z.array(
    mailingSchema.pick({ mailingId: true, state: true, startedAt: true, words: true }).extend({
      startedByName: z.string(),
      done: z.number().int(),
      cases: z.array(
        z.object({
          caseId: caseIdSchema,
          reference: z.string(),
          outcome: z.enum(["written", "left-out"]).optional(),
          code: z.string().optional(),
          letters: z.array(deliverySchema),
        }),
      ),
    }),
  ),
});
export type MailingDesk = z.infer<typeof mailingDeskSchema>;

const mailingsShown = 5;

/** Managers of the park. `deps` are those of this person: hidden cases are not there. @throws forbidden `actor.role-needed`. */
export async function readMailingDesk(
  deps: Deps,
  actor: PersonActor,
  parkId: string,
  query: ParkCasesQuery,
): Promise<MailingDesk> {
  const now = deps.clock.now();
  requireRole(actor, "manager", parkId, now);
  const moment = momentOf(deps, deps.ids.ulid(), await deps.network.current());
  const rows = await readAllParkCases(deps, actor, parkId, query);
  const facts =
    rows.length > mailingCasesMost ? [] : await Promise.all(rows.map(({ caseId }) => readReached(deps.store, caseId)));
  const able = facts.filter((one) => againstWriting(one, actor, parkId, now) === undefined);
  const readers = able.flatMap(({ recipients }) => recipients);
  const needed = languagesNeeded(readers, moment, parkId);
  return {
    reached: able
      .flatMap(({ one, recipients }) =>
        one === undefined
          ? []
          : [
              {
                caseId: one.caseId,
                reference: one.reference,
                applicant: one.applicantName,
                to: recipients.map(({ name, language }) => ({ name, language })),
              },
            ],
      )
      .toSorted((a, b) => a.reference.localeCompare(b.reference)),
    found: rows.length > mailingCasesMost ? rows.length : able.length,
    most: mailingCasesMost,
    needed,
    wished: [...new Set(readers.map(({ language }) => language))].filter((one) => !needed.includes(one)).sort(),
    mailings: await mailingsOf(deps, parkId),
  };
}

async function mailingsOf(deps: Deps, parkId: string): Promise<MailingDesk["mailings"]> {
  // One to hidden cases alone tells nothing but that it was sent: it is not there either.
  const all = (await deps.store.list("mailing", { parkId })).filter(({ cases }) => cases.length > 0);
  const shown = all.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt)).slice(0, mailingsShown);
  const names = await namesOfIds(deps.store, [...new Set(shown.map(({ startedBy }) => startedBy))]);
  return Promise.all(
    shown.map(async ({ mailingId, startedAt, startedBy, words, cases }) => ({
      mailingId,
      // Of the visible cases: a hidden one that still waits must not show.
      state: cases.every(({ outcome }) => outcome !== undefined) ? ("done" as const) : ("running" as const),
      startedAt,
      words,
      startedByName: names[startedBy] ?? "",
      done: cases.filter(({ outcome }) => outcome !== undefined).length,
      cases: await Promise.all(
        cases.map(async ({ caseId, reference, outcome, code }) => ({
          caseId,
          reference,
          ...(outcome === undefined ? {} : { outcome }),
          ...(code === undefined ? {} : { code }),
          letters: outcome === "written" ? await deliveriesOf(deps, caseId, mailingId) : [],
        })),
      ),
    })),
  );
}

async function deliveriesOf(deps: Deps, caseId: z.infer<typeof caseIdSchema>, mailingId: string) {
  const letters = await deps.store.list("letter", { stream: caseId });
  return letters
    .filter(({ key }) => key.startsWith(`${mailingId}:`))
    .map(({ letterId, subject, status, sentAt, openedAt, to }) => ({
      letterId,
      subject,
      status,
      ...(sentAt === undefined ? {} : { sentAt }),
      ...(openedAt === undefined ? {} : { openedAt }),
      to: to.name,
    }));
}

export const mailingPreviewSchema = z.object({
  /** What is sent must be this. */
  hash: z.string(),
  cases: z.number().int(),
  letters: z.number().int(),
  /** The first letter of each language, as it would leave. */
  examples: z.array(
    z.object({
      language: languageSchema,
      count: z.number().int(),
      /** Written in another language than the reader's. */
      other: z.boolean(),
      to: z.string(),
      subject: z.string(),
      text: z.string(),
    }),
  ),
});

/** Changes nothing. @throws as `requireMailing`. */
export async function previewMailing(
  deps: Deps,
  actor: PersonActor,
  input: z.infer<typeof mailingInput>,
): Promise<z.infer<typeof mailingPreviewSchema>> {
  const { parkId, words } = input;
  const moment = momentOf(deps, deps.ids.ulid(), await deps.network.current());
  requireRole(actor, "manager", parkId, moment.now);
  const reached = await Promise.all(input.cases.map((caseId) => readReached(deps.store, caseId)));
  const { hash, cases } = requireMailing(reached, actor, input, moment);
  const letters = reached.flatMap(({ one, recipients }) =>
    one === undefined ? [] : recipients.map((to) => ({ to, data: mailingData(one, to, words, moment, parkId) })),
  );
  const languages = [...new Set(letters.map(({ to }) => to.language))].sort();
  return {
    hash,
    cases: cases.length,
    letters: letters.length,
    examples: languages.flatMap((language) => {
      const ofLanguage = letters.filter(({ to }) => to.language === language);
      const [first] = ofLanguage;
      if (first === undefined) return [];
      const { subject, text } = render(mailing, { kind: "mailing", ...first }, moment.network.name);
      const { name } = first.to;
      return [{ language, count: ofLanguage.length, other: first.data.other, to: name, subject, text }];
    }),
  };
}
