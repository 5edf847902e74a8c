/** How a voucher ends without payment: the case, its money, its aid and a letter to both parties, all in one commit. */
import type { AidGrant } from "../aid/group.ts";
import type { Case } from "../application/case.ts";
import { moveCase } from "../application/move.ts";
import { endedAid } from "../claim/paid-aid.ts";
import type { EffectDraft } from "../effect/effect.ts";
import type { EventDraft } from "../event/event.ts";
import type { CaseId } from "../kernel/id.ts";
import type { Moment } from "../kernel/verb.ts";
import type { PostingDraft } from "../ledger/posting.ts";
import type { Change, Reader } from "../port/store.ts";
import { askBackUnproven } from "../recovery/ask-back-task.ts";
import type { Recovery } from "../recovery/recovery.ts";
import { giveBackAll, readAidGrants } from "./give-back.ts";
import { cancelLetters, endLetters } from "./letters.ts";
import { voucherChanges, withoutProposed, wordsOver } from "./second-word.ts";
import { partyContacts, readUse, requireVoucher, type UseFacts } from "./use-facts.ts";
import { type Voucher, voucherStands } from "./voucher.ts";

export interface EndFacts extends UseFacts {
  readonly aidGrants: readonly AidGrant[];
  readonly recoveries?: readonly Recovery[];
}

/** As `readUse`, with what the end of the voucher frees, and what was asked back of it. */
export async function readEnd(reader: Reader, caseId: CaseId): Promise<EndFacts> {
  const [facts, recoveries] = await Promise.all([readUse(reader, caseId), reader.list("recovery", { caseId })]);
  return { ...facts, aidGrants: await readAidGrants(reader, facts.one), recoveries };
}

const replaced = (value: Voucher): Change => ({ op: "replace", name: "voucher", value });
const ender = { kind: "system", name: "sweep" } as const;
const none = { changes: [], effects: [] };

interface End {
  changes: Change[];
  postings: PostingDraft[];
  events: EventDraft[];
  effects: EffectDraft[];
}

/** `available ← committed` for every share, every aid grant of the case freed, or cut to what was paid (domain §11). What was paid without an own share to support it becomes a task. */
export function endVoucher(one: Case, facts: EndFacts, how: "lapsed" | "expired" | "cancelled", moment: Moment): End {
  const { voucher } = requireVoucher(facts);
  const move = moveCase(one, how, {}, moment, { type: `voucher.${how}` });
  // Whoever cancels closes all tasks of the use; by itself it ends with what was proposed for it.
  const over = how === "cancelled" ? none : wordsOver(facts.tasks, voucherChanges, ender, moment);
  const kept = how === "cancelled" ? voucher : withoutProposed(voucher, voucherChanges);
  const letters =
    how === "cancelled"
      ? cancelLetters(
          one,
          voucher,
          partyContacts(facts),
          facts.applicants.map(({ personId }) => personId),
          moment,
        )
      : endLetters(how, one, voucher, partyContacts(facts), moment);
  return {
    changes: [
      ...move.changes,
      // An extension in the same moment is seen: whoever cancels writes the voucher anyway.
      ...(how === "cancelled" ? [] : [kept === voucher ? voucherStands(voucher) : replaced(kept)]),
      ...endedAid(facts.aidGrants, one.caseId, facts.shares, facts.claims),
      ...askBackUnproven(move.moved, facts, ender, moment),
      ...letters.changes,
      ...over.changes,
    ],
    postings: giveBackAll(one, facts.shares, how),
    events: move.events,
    effects: [...letters.effects, ...over.effects],
  };
}
