/** Writing a digest: each notice that is still held, to who may still read its case, in one letter; what is listed is settled here, once. */
import * as z from "zod";
import type { Case } from "../../application/case.ts";
import type { Offer } from "../../application/offer.ts";
import { type PersonActor, requireSystem } from "../../kernel/actor.ts";
import { type CaseId, personIdSchema } from "../../kernel/id.ts";
import type { Instant } from "../../kernel/instant.ts";
import { type Decision, type Moment, verb } from "../../kernel/verb.ts";
import type { Membership } from "../../organisation/membership.ts";
import { readBars } from "../../person/bar.ts";
import type { Person } from "../../person/person.ts";
import type { RoleGrant } from "../../person/role-grant.ts";
import type { Change, Reader } from "../../port/store.ts";
import type { Slot } from "../../review/slot.ts";
import { audienceOf } from "../../view/audience.ts";
import { keepLetter } from "../keep-letter.ts";
import { digest as template } from "../kind/digest.ts";
import type { Letter } from "../letter.ts";
import { recipientOf } from "../recipient.ts";
import { placeOf } from "./deferral.ts";
import type { Digest } from "./digest.ts";

/** What decides whether the reader may still read a case. */
interface Access {
  readonly one: Case;
  readonly offer: Offer | undefined;
  readonly slots: readonly Slot[];
  /** Until when a HARD interest keeps them from it. */
  readonly barredUntil: Instant | undefined;
}

interface Facts {
  readonly digest: Digest | undefined;
  readonly person: Person | undefined;
  readonly grants: readonly RoleGrant[];
  readonly memberships: readonly Membership[];
  readonly letters: ReadonlyMap<string, Letter>;
  readonly access: ReadonlyMap<CaseId, Access>;
}

export const writeDigest = verb({
  name: "digest.write",
  input: z.object({ personId: personIdSchema, day: z.string() }),
  async read(reader: Reader, { personId, day }): Promise<Facts> {
    const digest = await reader.get("digest", { personId, day });
    const notices = digest?.notices ?? [];
    const caseIds = [...new Set(notices.map(({ caseId }) => caseId))];
    const [person, grants, memberships, letters] = await Promise.all([
      reader.get("person", { personId }),
      reader.list("grant", { personId }),
      reader.list("membership", { personId }),
      Promise.all(notices.map(({ caseId, letterId }) => reader.get("letter", { stream: caseId, letterId }))),
    ]);
    const access = await Promise.all(caseIds.map((caseId) => readAccess(reader, caseId, person)));
    return {
      digest,
      person,
      grants,
      memberships,
      letters: new Map(letters.flatMap((letter) => (letter === undefined ? [] : [[letter.letterId, letter]]))),
      access: new Map(access.flatMap((one) => (one === undefined ? [] : [[one.one.caseId, one]]))),
    };
  },
  decide(facts: Facts, actor, { personId }, moment): Decision<{ written: boolean }> {
    requireSystem(actor);
    const { digest, person } = facts;
    if (digest?.state !== "open") return { changes: [], result: { written: false } };
    const to = recipientOf(person);
    const notices = digest.notices.map((notice): Digest["notices"][number] => {
      const letter = facts.letters.get(notice.letterId);
      if (letter?.status !== "held") return { ...notice, outcome: "gone" };
      const may = to !== undefined && mayRead(facts, notice.caseId, personId, moment.now);
      return { ...notice, outcome: may ? "told" : "withheld" };
    });
    const told = notices.flatMap(({ caseId, letterId, outcome }) => {
      const letter = outcome === "told" ? facts.letters.get(letterId) : undefined;
      const place = letter === undefined ? undefined : placeOf(letter);
      return letter === undefined || place === undefined
        ? []
        : [{ subject: letter.subject, path: place(caseId, letterId) }];
    });
    const letter = to === undefined || told.length === 0 ? undefined : letterOf(digest, to, told, moment);
    const value: Digest = {
      ...digest,
      state: "written",
      notices,
      ...(letter === undefined ? {} : { letterId: letter.letterId }),
    };
    return {
      changes: [{ op: "replace", name: "digest", value }, ...(letter === undefined ? [] : letter.changes)],
      result: { written: true },
    };
  },
});

async function readAccess(reader: Reader, caseId: CaseId, person: Person | undefined): Promise<Access | undefined> {
  const [one, offer, slots] = await Promise.all([
    reader.get("case", { caseId }),
    reader.get("offer", { caseId }),
    reader.list("slot", { caseId }),
  ]);
  if (one === undefined) return undefined;
  const [barredUntil] = await readBars(reader, [person], one);
  return { one, offer, slots, barredUntil };
}

/** As they are now, not as they were when the notice was written. */
function mayRead(facts: Facts, caseId: CaseId, personId: PersonActor["personId"], now: Instant): boolean {
  const found = facts.access.get(caseId);
  if (found === undefined) return false;
  const { one, offer, slots, barredUntil } = found;
  const { grants, memberships } = facts;
  const audience = audienceOf({ kind: "person", personId, name: "", grants, memberships }, one, offer, slots, now);
  if (audience?.kind === "applicant" || audience?.kind === "provider") return true;
  return audience !== undefined && (barredUntil === undefined || barredUntil <= now);
}

/** Handed to the mail server by the effect that had it written, which also notes what became of it. */
function letterOf(
  { personId, day }: Digest,
  to: NonNullable<ReturnType<typeof recipientOf>>,
  notices: readonly { subject: string; path: string }[],
  moment: Moment,
): { letterId: Letter["letterId"]; changes: Change[] } | undefined {
  const draft = {
    kind: "digest" as const,
    key: `digest:${day}`,
    stream: `person:${personId}`,
    to,
    data: { notices },
  };
  const { changes } = keepLetter(template, draft, moment);
  const [kept] = changes.flatMap((change) =>
    change.op === "create" && change.name === "letter" ? [change.value] : [],
  );
  return kept === undefined ? undefined : { letterId: kept.letterId, changes };
}
