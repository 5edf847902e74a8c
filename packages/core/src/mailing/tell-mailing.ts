/** Writing to one case of a mailing, and noting what became of it: each once, whatever happens in between. */
import * as z from "zod";
import { requireSystem } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { ownLetter } from "../letter/keep-letter.ts";
import { mailing as mailingLetter } from "../letter/kind/mailing.ts";
import { joinLetters } from "../letter/write-letter.ts";
import type { Reader } from "../port/store.ts";
import { type Mailing, mailingIdSchema } from "./mailing.ts";
import { againstWriting, isGoing, mailingData, type Reached, readReached } from "./plan-mailing.ts";

const ofCase = z.object({ parkId: z.string(), mailingId: mailingIdSchema, caseId: caseIdSchema });

interface Facts {
  readonly mailing: Mailing | undefined;
  readonly reached: Reached;
}

/**
 * In the sender's name, as they may act now. @throws conflict `mailing.case-over` where it has ended since the preview;
 * `letter.nobody` where none of the previewed people is its contact any more; as `againstWriting` says.
 */
export const tellMailing = verb({
  name: "mailing.tell",
  input: ofCase,
  async read(reader: Reader, { parkId, mailingId, caseId }): Promise<Facts> {
    const [mailing, reached] = await Promise.all([
      reader.get("mailing", { parkId, mailingId }),
      readReached(reader, caseId),
    ]);
    return { mailing, reached };
  },
  decide({ mailing, reached }: Facts, actor, { parkId, mailingId, caseId }, moment): Decision<{ letters: number }> {
    const entry = mailing?.cases.find((one) => one.caseId === caseId);
    const { one } = reached;
    if (mailing === undefined || entry === undefined || one === undefined)
      throw new DomainError("not_found", "case.not-found");
    const code = againstWriting(reached, actor, parkId, moment.now);
    if (code !== undefined) throw new DomainError("conflict", code);
    if (entry.going && !isGoing(one)) throw new DomainError("conflict", "mailing.case-over");
    const recipients = reached.recipients.filter(({ personId }) => entry.to.includes(personId));
    if (recipients.length === 0) throw new DomainError("conflict", "letter.nobody");
    const letters = joinLetters(
      recipients.map((to) =>
        ownLetter(
          mailingLetter,
          {
            kind: "mailing",
            key: `${mailingId}:${to.personId}`,
            stream: caseId,
            caseId,
            to,
            data: mailingData(one, to, mailing.words, moment, parkId),
          },
          moment,
        ),
      ),
    );
    return {
      changes: [{ op: "check", name: "case", key: { caseId }, when: { status: one.status } }, ...letters.changes],
      events: [{ stream: caseId, caseId, type: "mailing.written", facts: { mailingId, parkId } }],
      effects: letters.effects,
      result: { letters: recipients.length },
    };
  },
});

/** The last one ends the mailing. */
export const noteMailing = verb({
  name: "mailing.note",
  input: ofCase.extend({ outcome: z.enum(["written", "left-out"]), code: z.string().optional() }),
  read: async (reader: Reader, { parkId, mailingId }): Promise<{ mailing: Mailing | undefined }> => ({
    mailing: await reader.get("mailing", { parkId, mailingId }),
  }),
  decide({ mailing }, actor, { caseId, outcome, code }): Decision<{ state: Mailing["state"] }> {
    requireSystem(actor);
    if (mailing === undefined) throw new DomainError("not_found", "mailing.not-found");
    const noted = mailing.cases.find((entry) => entry.caseId === caseId);
    if (noted === undefined || noted.outcome !== undefined) return { changes: [], result: { state: mailing.state } };
    const cases = mailing.cases.map((entry) =>
      entry.caseId === caseId ? { ...entry, outcome, ...(code === undefined ? {} : { code }) } : entry,
    );
    const state = cases.every((entry) => entry.outcome !== undefined) ? "done" : "running";
    return {
      changes: [{ op: "replace", name: "mailing", value: { ...mailing, cases, state } }],
      result: { state },
    };
  },
});
