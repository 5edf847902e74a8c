/** What a mailing would send: which cases the writer may write to, to whom, in which of the written languages; the only place that decides it. */
import { type Case, terminalStatuses } from "../application/case.ts";
import { caseLetterData } from "../application/letter-data.ts";
import type { Actor } from "../kernel/actor.ts";
import { DomainError, isDomainError } from "../kernel/error.ts";
import type { CaseId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Moment } from "../kernel/verb.ts";
import type { DataOf } from "../letter/list.ts";
import { type Recipient, recipientsOf } from "../letter/recipient.ts";
import { parkOf } from "../network/network-file.ts";
import { writtenIn } from "../network/text.ts";
import type { Language } from "../person/person.ts";
import type { Reader } from "../port/store.ts";
import type { Slot } from "../review/slot.ts";
import { requireStaff } from "../voucher/staff.ts";
import type { Mailing, MailingWords } from "./mailing.ts";

export interface Reached {
  readonly one: Case | undefined;
  readonly slots: readonly Slot[];
  readonly recipients: readonly Recipient[];
}

export async function readReached(reader: Reader, caseId: CaseId): Promise<Reached> {
  const [one, slots] = await Promise.all([reader.get("case", { caseId }), reader.list("slot", { caseId })]);
  const recipients =
    one === undefined ? [] : await recipientsOf(reader, { kind: "organisation", organisationId: one.applicantId }, one);
  return { one, slots, recipients };
}

/** Code of what stands against this person writing to this case for the park; `case.not-found` for all that they may not know of. */
export function againstWriting({ one, slots, recipients }: Reached, actor: Actor, parkId: string, now: Instant) {
  if (one?.submittedAt === undefined || !one.payingParks.includes(parkId)) return "case.not-found";
  try {
    requireStaff(actor, "manager", one, slots, now, parkId);
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
  return recipients.length === 0 ? "letter.nobody" : undefined;
}

export function isGoing({ status }: Pick<Case, "status">): boolean {
  return !terminalStatuses.includes(status);
}

/** Languages that must be written: those of the recipients that the park writes in; its first where it writes in none of them. */
export function languagesNeeded(recipients: readonly Pick<Recipient, "language">[], moment: Moment, parkId: string) {
  const { languages } = parkOf(moment.network, parkId);
  const read = languages.filter((language) => recipients.some((one) => one.language === language));
  return read.length > 0 ? read : languages.slice(0, 1);
}

/** The words for a reader and the language they are in: the reader's, else the park's first that was written. */
export function wordsFor(words: MailingWords, language: Language, moment: Moment, parkId: string) {
  const tagged = Object.fromEntries(
    Object.entries(words).map(([one, text]) => [one, { ...text, language: one as Language }]),
  ) as Partial<Record<Language, { subject: string; text: string; language: Language }>>;
  const found = writtenIn(tagged, language, parkOf(moment.network, parkId).languages);
  if (found === undefined) throw new DomainError("invalid", "mailing.language-missing", { languages: [language] });
  return found;
}

/** What the letter's template is given for one recipient of a case. */
export function mailingData(
  one: Case,
  to: Pick<Recipient, "language">,
  words: MailingWords,
  moment: Moment,
  parkId: string,
): DataOf<"mailing"> {
  const { subject, text, language } = wordsFor(words, to.language, moment, parkId);
  return {
    ...caseLetterData(one, moment.network),
    park: parkOf(moment.network, parkId).name,
    subject,
    text,
    other: language !== to.language,
  };
}

/** The frozen list and its hash. Only of cases against which nothing stands. */
export function freezeMailing(
  reached: readonly Reached[],
  words: MailingWords,
  moment: Moment,
): Pick<Mailing, "cases" | "hash"> {
  const cases = reached
    .flatMap(({ one, recipients }) =>
      one === undefined
        ? []
        : [
            {
              caseId: one.caseId,
              reference: one.reference,
              to: recipients.map(({ personId }) => personId).sort(),
              going: isGoing(one),
            },
          ],
    )
    .sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
  const read = reached.flatMap(({ recipients }) =>
    recipients.map(({ personId, language }) => `${personId} ${language}`),
  );
  const said = Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1));
  return { cases, hash: moment.digest(JSON.stringify([said, cases, [...new Set(read)].sort()])) };
}
