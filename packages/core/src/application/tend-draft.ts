/** The only place where a draft is warned of its end and erased: all of it in one commit, or nothing where somebody was quicker. */
import * as z from "zod";
import type { EffectDraft } from "../effect/effect.ts";
import type { CaseFile } from "../file/file.ts";
import { filesPerCase } from "../file/file.ts";
import { requireSystem } from "../kernel/actor.ts";
import { type CaseId, caseIdSchema } from "../kernel/id.ts";
import { addDays, type Instant } from "../kernel/instant.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { ownLetter } from "../letter/keep-letter.ts";
import type { DraftAgeData } from "../letter/kind/draft-age.ts";
import { draftAge } from "../letter/kind/draft-age.ts";
import { type Recipient, recipientsOf } from "../letter/recipient.ts";
import { joinLetters } from "../letter/write-letter.ts";
import { parkOf } from "../network/network-file.ts";
import type { CaseItems, Change, Reader } from "../port/store.ts";
import type { Case } from "./case.ts";
import { type Draft, draftWarnedDays, erasedAt, lastChanged, stepOf } from "./draft.ts";
import { caseLetterData } from "./letter-data.ts";
import { sectionIdSchema } from "./section.ts";

interface Facts {
  /** Undefined once it is no draft: a case is not read whole only to be told so. */
  readonly items: CaseItems | undefined;
  readonly draft: Draft | undefined;
  readonly applicants: readonly Recipient[];
  /** The provider's contacts, where it made an offer. */
  readonly providers: readonly Recipient[];
}

/** To each side: what one transaction takes of letters besides everything that a draft can hold. */
const lettersPerSide = 2;

/** `waits`: looked at again when its time comes. `nothing`: no draft any more. */
export const tendDraft = verb({
  name: "draft.tend",
  input: z.object({ caseId: caseIdSchema, turn: z.number().int().min(1) }),
  async read(reader: Reader, { caseId }): Promise<Facts> {
    const one = await reader.get("case", { caseId });
    if (one?.status !== "draft") return { items: undefined, draft: undefined, applicants: [], providers: [] };
    const items = await reader.wholeCase(caseId);
    const { callId, applicantId, providerId } = one;
    const [draft, applicants, providers] = await Promise.all([
      reader.get("draft", { callId, caseId }),
      recipientsOf(reader, { kind: "organisation", organisationId: applicantId }, one),
      providerId === undefined || items.offer[0]?.status !== "confirmed"
        ? []
        : recipientsOf(reader, { kind: "organisation", organisationId: providerId }, one),
    ]);
    return { items, draft, applicants, providers };
  },
  decide(facts: Facts, actor, { turn }, moment): Decision<{ outcome: "warned" | "erased" | "waits" | "nothing" }> {
    requireSystem(actor);
    const { items, draft } = facts;
    if (items === undefined) return { changes: [], result: { outcome: "nothing" } };
    const next = stepOf(items, draft?.warnedAt, moment.now);
    const [one] = items.case;
    const changed = lastChanged(items);
    if (one === undefined || changed === undefined || next.step === "nothing")
      return { changes: [], result: { outcome: "nothing" } };
    if (next.step === "wait")
      return { changes: [], effects: [look(one.caseId, turn + 1, next.until)], result: { outcome: "waits" } };
    return next.step === "warn" ? warned(facts, one, changed, turn, moment) : erased(facts, items, one, moment);
  },
});

/** With the draft: the first look at its age. */
export function firstDraftLook(caseId: CaseId, now: Instant): EffectDraft {
  return look(caseId, 1, addDays(now, draftWarnedDays));
}

function look(caseId: CaseId, turn: number, dueAt: Instant): EffectDraft {
  return { body: { kind: "tend-draft", caseId, turn }, dueAt };
}

function warned(
  { draft, applicants }: Facts,
  one: Case,
  changed: Instant,
  turn: number,
  moment: Moment,
): Decision<{ outcome: "warned" }> {
  const { callId, caseId } = one;
  const until = erasedAt(changed, moment.now);
  const value: Draft = { callId, caseId, warnedAt: moment.now, version: draft?.version ?? 0 };
  const letters = told(one, "warned", until, caseId, applicants, moment);
  return {
    changes: [
      draft === undefined ? { op: "create", name: "draft", value } : { op: "replace", name: "draft", value },
      { op: "check", name: "case", key: { caseId }, when: { status: "draft" } },
      ...letters.changes,
    ],
    events: [{ stream: caseId, caseId, type: "draft.warned", facts: { until } }],
    effects: [...letters.effects, look(caseId, turn + 1, until)],
    result: { outcome: "warned" },
  };
}

/** What is removed must still be what was looked at: a submission or a save in the same second makes this be decided anew. */
function erased(
  { applicants, providers }: Facts,
  items: CaseItems,
  one: Case,
  moment: Moment,
): Decision<{ outcome: "erased" }> {
  const { caseId, callId, applicantId, providerId, reference, version } = one;
  const files = [...items.file].sort((a, b) => rank(a) - rank(b)).slice(0, filesPerCase);
  const parties = [applicantId, ...(providerId === undefined ? [] : [providerId])];
  // Their own letters go with the case, so these lie with the people.
  const letters = joinLetters([
    ...applicants
      .slice(0, lettersPerSide)
      .map((to) => told(one, "erased", moment.now, `person:${to.personId}`, [to], moment)),
    ...providers
      .slice(0, lettersPerSide)
      .map((to) => told(one, "offer-erased", moment.now, `person:${to.personId}`, [to], moment)),
  ]);
  return {
    changes: [
      { op: "remove", name: "case", key: { caseId }, when: { status: "draft", version } },
      { op: "remove", name: "reference", key: { reference } },
      { op: "remove", name: "draft", key: { callId, caseId } },
      ...parties.map(
        (organisationId): Change => ({ op: "remove", name: "partyCase", key: { organisationId, caseId } }),
      ),
      ...sectionIdSchema.options.map((sectionId): Change => {
        const there = items.section.find((section) => section.sectionId === sectionId);
        const key = { caseId, sectionId };
        return there === undefined
          ? { op: "check", name: "section", key, when: { version: null } }
          : { op: "remove", name: "section", key, when: { version: there.version } };
      }),
      ...items.offer.map(
        (offer): Change => ({ op: "remove", name: "offer", key: { caseId }, when: { version: offer.version } }),
      ),
      ...files.map(({ fileId }): Change => ({ op: "remove", name: "file", key: { caseId, fileId } })),
      ...letters.changes,
    ],
    events: [{ stream: caseId, caseId, type: "draft.erased", facts: { callId, files: items.file.length } }],
    effects: [
      ...letters.effects,
      { body: { kind: "clear-draft", caseId, fileIds: items.file.map(({ fileId }) => fileId) } },
    ],
    result: { outcome: "erased" },
  };
}

/** Files that never arrived are not counted against the most of a case, and may be cleared away later. */
function rank({ status }: CaseFile): number {
  return status === "refused" ? 1 : 0;
}

function told(
  one: Case,
  step: DraftAgeData["step"],
  until: Instant,
  stream: string,
  to: readonly Recipient[],
  moment: Moment,
): ReturnType<typeof ownLetter> {
  const data = { ...caseLetterData(one, moment.network), step, until, zone: parkOf(moment.network, one.leadPark).zone };
  return joinLetters(
    to.slice(0, 2 * lettersPerSide).map((recipient) =>
      ownLetter(
        draftAge,
        {
          kind: "draft-age",
          key: `draft-${step}:${one.caseId}:${moment.now}:${recipient.personId}`,
          stream,
          // An erased draft is no case: a letter must not point to one.
          ...(step === "warned" ? { caseId: one.caseId } : {}),
          to: recipient,
          data,
        },
        moment,
      ),
    ),
  );
}
