/** A manager sends a mailing as it was previewed: words, cases and people are frozen here; nothing is decided and no date is set by it. */
import * as z from "zod";
import { requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { addMilliseconds } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { type Mailing, type MailingId, mailingCasesMost, mailingsMost, mailingWordsSchema } from "./mailing.ts";
import { againstWriting, freezeMailing, languagesNeeded, type Reached, readReached } from "./plan-mailing.ts";

interface Facts {
  readonly mailings: readonly Mailing[];
  readonly reached: readonly Reached[];
}

const dayMilliseconds = 24 * 3_600_000;

export const mailingInput = z.object({
  parkId: z.string().min(1).max(40),
  words: mailingWordsSchema,
  cases: z.array(caseIdSchema).min(1).max(mailingCasesMost),
});

/**
 * Refuses a mailing that this person cannot send. @throws forbidden `actor.role-needed`; conflict `mailing.not-ready`
 * with `problems`: the code against each case; invalid `mailing.language-missing` with `languages`.
 */
export function requireMailing(
  reached: readonly Reached[],
  actor: Parameters<typeof requireRole>[0],
  { parkId, words, cases }: z.infer<typeof mailingInput>,
  moment: Parameters<typeof languagesNeeded>[1],
) {
  const person = requireRole(actor, "manager", parkId, moment.now);
  const problems = cases.flatMap((caseId, at) => {
    const found = reached[at] ?? { one: undefined, slots: [], recipients: [] };
    const code = cases.indexOf(caseId) < at ? "case.not-found" : againstWriting(found, actor, parkId, moment.now);
    // Of a case that is none of theirs, nothing is told but that.
    return code === undefined ? [] : [{ caseId, code }];
  });
  if (problems.length > 0) throw new DomainError("conflict", "mailing.not-ready", { problems });
  const needed = languagesNeeded(
    reached.flatMap(({ recipients }) => recipients),
    moment,
    parkId,
  );
  const languages = needed.filter((language) => words[language] === undefined);
  if (languages.length > 0) throw new DomainError("invalid", "mailing.language-missing", { languages });
  return { person, ...freezeMailing(reached, words, moment) };
}

/**
 * Managers of the park. @throws as `requireMailing`; conflict `mailing.changed` where words, cases or people are not those
 * of the preview; conflict `mailing.sent-already` for the same within a day; conflict `mailing.too-many` with `most`.
 */
export const startMailing = verb({
  name: "mailing.start",
  input: mailingInput.extend({ hash: z.string().min(1).max(100) }),
  async read(reader: Reader, { parkId, cases }): Promise<Facts> {
    const [mailings, reached] = await Promise.all([
      reader.list("mailing", { parkId }),
      Promise.all(cases.map((caseId) => readReached(reader, caseId))),
    ]);
    return { mailings, reached };
  },
  decide({ mailings, reached }: Facts, actor, input, moment): Decision<{ mailingId: MailingId }> {
    const { person, cases, hash } = requireMailing(reached, actor, input, moment);
    if (hash !== input.hash) throw new DomainError("conflict", "mailing.changed");
    const lately = mailings.filter(
      ({ startedBy, startedAt }) =>
        startedBy === person.personId && addMilliseconds(startedAt, dayMilliseconds) > moment.now,
    );
    if (lately.some((one) => one.hash === hash)) throw new DomainError("conflict", "mailing.sent-already");
    if (lately.length >= mailingsMost) throw new DomainError("conflict", "mailing.too-many", { most: mailingsMost });
    const mailingId = moment.newId("mlg");
    const { parkId, words } = input;
    const value: Mailing = {
      parkId,
      mailingId,
      state: "running",
      startedBy: person.personId,
      startedAt: moment.now,
      words,
      hash,
      cases,
      version: 0,
    };
    return {
      changes: [{ op: "create", name: "mailing", value }],
      effects: [{ body: { kind: "advance-mailing", parkId, mailingId } }],
      result: { mailingId },
    };
  },
});
