/** What follows a refused claim: the work may be done and claimed again, or the voucher ends once no redress can change it. */
import * as z from "zod";
import type { AidGrant } from "../aid/group.ts";
import type { Case } from "../application/case.ts";
import { moveCase } from "../application/move.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import { zero } from "../kernel/money.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Letter } from "../letter/letter.ts";
import { joinLetters } from "../letter/write-letter.ts";
import { parkOf } from "../network/network-file.ts";
import type { Reader } from "../port/store.ts";
import { askBackUnproven } from "../recovery/ask-back-task.ts";
import type { Recovery } from "../recovery/recovery.ts";
import { requestsOf } from "../redress/against.ts";
import { waitUnproven } from "../redress/open-window.ts";
import { isPending } from "../redress/redress.ts";
import { examinedOf, untilOf } from "../redress/window.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import { startWorkflow } from "../task/start-workflow.ts";
import { giveBackAll, readAidGrants } from "../voucher/give-back.ts";
import { requireStaff } from "../voucher/staff.ts";
import { toWorkAgain } from "../voucher/standing-clock.ts";
import {
  partyContacts,
  readUseWithFinance,
  requireCase,
  requireClaim,
  requireVoucher,
  type UseFacts,
} from "../voucher/use-facts.ts";
import { boundLetters } from "../voucher/validity-letters.ts";
import type { Voucher } from "../voucher/voucher.ts";
import { freeInvoices } from "./file-report.ts";
import { endedAid } from "./paid-aid.ts";
import { refusalLetters } from "./refusal-letters.ts";
import { ownLines } from "./supplement.ts";

export const settleRefusalInput = z.object({
  caseId: caseIdSchema,
  outcome: z.enum(["again", "end"]),
  noInterest: z.literal(true),
});
export const settleRefusalResult = z.object({ outcome: settleRefusalInput.shape.outcome });

interface Facts extends UseFacts {
  readonly letters: readonly Letter[];
  readonly aidGrants: readonly AidGrant[];
  readonly recoveries?: readonly Recovery[];
}

/**
 * A manager of the lead park. `again`: valid for as long as it was when the claim was filed, see `toWorkAgain`. `end`: what was
 * committed returns. What redress claimed anew is told once: refused, the voucher goes on as it was before.
 * @throws conflict `claim.supplement`, `redress.pending`, `redress.still-open` with the last instant.
 */
export const settleRefusal = verb({
  name: "claim.settle-refusal",
  input: settleRefusalInput,
  async read(reader: Reader, { caseId }): Promise<Facts> {
    const facts = await readUseWithFinance(reader, caseId);
    const [letters, aidGrants, recoveries] = await Promise.all([
      reader.list("letter", { stream: caseId }),
      readAidGrants(reader, facts.one),
      reader.list("recovery", { caseId }),
    ]);
    return { ...facts, letters, aidGrants, recoveries };
  },
  decide(facts: Facts, actor, { outcome }, moment): Decision<z.infer<typeof settleRefusalResult>> {
    const one = requireCase(facts);
    requireStaff(actor, "manager", one, facts.slots, moment.now);
    const { voucher, call } = requireVoucher(facts);
    const claim = requireClaim(facts.claims);
    const task = openOrRepeated(facts.tasks, "settle-refusal", undefined, actor, outcome);
    if (task === undefined) return { changes: [], result: { outcome } };
    const supplement = claim.supplementTo !== undefined;
    // While something else is examined nobody can ask about the refusal: its end waits, further work does not.
    const ends = outcome === "end" && !supplement;
    if (isPending(one.redress) && (ends || one.redress?.against === "claim-refusal"))
      throw new DomainError("conflict", "redress.pending");
    const { zone } = parkOf(moment.network, one.leadPark);
    const closing = answerTask(task, { outcome, round: task.round }, actor, moment);
    if (supplement && (claim.interim === true) !== (outcome === "again"))
      throw new DomainError("conflict", "claim.supplement", { wanted: outcome === "again" ? "end" : "again" });
    // What was cut of a claim stands on invoices that were used by it.
    const freed = freeInvoices(voucher, { ...claim, lines: ownLines(claim, claim.lines, facts.claims) });
    if (outcome === "again") {
      const { voucher: going, bound } = toWorkAgain(one, voucher, call, moment, claim.filedAt);
      const move = moveCase(one, "in-use", {}, moment, {
        type: "claim.refusal-settled",
        facts: { claim: claim.claim, outcome, expires: going.expires },
      });
      const letters = joinLetters([
        refusalLetters("again", one, going, claim, partyContacts(facts), moment),
        boundLetters(one, going, bound, facts, "all", moment),
      ]);
      return {
        changes: [
          ...move.changes,
          { op: "replace", name: "voucher", value: going },
          ...freed,
          ...closing.changes,
          ...letters.changes,
        ],
        events: move.events,
        effects: [startWorkflow(move.moved), ...letters.effects],
        result: { outcome },
      };
    }
    if (!supplement) demandOver(facts.letters, claim.claim, one, zone, moment.now);
    const move = moveCase(one, supplement ? "redeemed" : "closed", {}, moment, {
      type: "claim.refusal-settled",
      facts: { claim: claim.claim, outcome },
    });
    const ended: Voucher = { ...voucher, left: zero(voucher.left.currency) };
    const letters = refusalLetters("ended", one, ended, claim, partyContacts(facts), moment);
    return {
      changes: [
        ...move.changes,
        { op: "replace", name: "voucher", value: ended },
        ...endedAid(facts.aidGrants, one.caseId, facts.shares, facts.claims),
        ...askBackUnproven(move.moved, facts, actor, moment),
        ...freed,
        ...closing.changes,
        ...letters.changes,
      ],
      postings: giveBackAll(one, facts.shares, `claim ${claim.claim} refused`),
      events: move.events,
      effects: letters.effects,
      result: { outcome },
    };
  },
});

function demandOver(letters: readonly Letter[], claim: number, one: Case, zone: string, now: Instant): void {
  const told = letters.filter(({ key }) => key.startsWith(`claim-refused:${claim}:refused:`));
  const until = untilOf(told, zone, examinedOf(requestsOf(one))) ?? waitUnproven(one.statusSince, zone);
  if (now <= until) throw new DomainError("conflict", "redress.still-open", { until });
}
