/** The claimant answers a query, perhaps with corrected lines; after ten working days the claim is decided on what is there. */
import * as z from "zod";
import { moveCase } from "../application/move.ts";
import { type Actor, actorRef } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { toZonedDateString } from "../kernel/instant.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { parkOf } from "../network/network-file.ts";
import type { Change, Reader } from "../port/store.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import type { Task } from "../task/task.ts";
import { requireParty } from "../voucher/party.ts";
import { silentTask } from "../voucher/silence.ts";
import { payeeOf, readUse, requireCase, requireClaim, requireVoucher, type UseFacts } from "../voucher/use-facts.ts";
import { demandSoundLines } from "./check-lines.ts";
import { type Claim, type ClaimLine, claimLineSchema } from "./claim.ts";
import { freeInvoices, type InvoiceFacts, readInvoices, useInvoices } from "./file-report.ts";
import { linesOf, ownLines, usesAgainst } from "./supplement.ts";
import { demandPlaces, rowsAsked } from "./withholding.ts";

export const answerQueryInput = z.object({
  caseId: caseIdSchema,
  /** `unanswered` only by the system, once the task's time is over. */
  outcome: z.enum(["answered", "unanswered"]).default("answered"),
  answer: z.string().trim().min(1).max(4000).optional(),
  /** All lines of the claim, where any had to be corrected. */
  lines: z.array(claimLineSchema).min(1).max(20).optional(),
});
export type AnswerQueryInput = z.infer<typeof answerQueryInput>;

/** `nothing`: the claimant was faster than silence. */
export const answerQueryResult = z.object({ outcome: z.enum(["answered", "unanswered", "nothing"]) });
export type AnswerQueryResult = z.infer<typeof answerQueryResult>;

type Facts = UseFacts & InvoiceFacts;

export const answerQuery = verb({
  name: "claim.answer-query",
  input: answerQueryInput,
  async read(reader: Reader, { caseId, lines }): Promise<Facts> {
    const facts = await readUse(reader, caseId);
    return { ...facts, ...(await readInvoices(reader, facts.voucher, lines ?? [])) };
  },
  decide(facts: Facts, actor, input, moment): Decision<AnswerQueryResult> {
    const one = requireCase(facts);
    if (actor.kind === "system") {
      const silent = input.outcome === "unanswered" ? silentTask(facts.tasks, "answer-query", moment.now) : undefined;
      return silent === undefined
        ? { changes: [], result: { outcome: "nothing" } }
        : back(facts, silent, requireClaim(facts.claims), [], actor, moment);
    }
    if (facts.voucher === undefined) throw new DomainError("not_found", "case.not-found");
    const { voucher, call } = requireVoucher(facts);
    requireParty(actor, payeeOf(call, voucher), ["owner", "editor", "finance"], one);
    const { answer, lines } = input;
    if (input.outcome !== "answered" || answer === undefined) throw new DomainError("invalid", "claim.answer-needed");
    const task = openOrRepeated(facts.tasks, "answer-query", undefined, actor, "answered");
    if (task === undefined) return { changes: [], result: { outcome: "answered" } };
    const claim = requireClaim(facts.claims);
    const answered: Claim = {
      ...claim,
      ...(lines === undefined ? {} : { lines }),
      queries: claim.queries.map((query, index) =>
        index === claim.queries.length - 1
          ? { ...query, answer, answeredBy: actorRef(actor), answeredAt: moment.now }
          : query,
      ),
    };
    if (lines === undefined) return back(facts, task, answered, [], actor, moment);
    demandPlaces(lines, call, moment);
    demandSoundLines(lines, {
      used: usesAgainst(claim, lines, facts.used, facts.claims),
      today: toZonedDateString(moment.now, parkOf(moment.network, one.leadPark).zone),
      byPlace: rowsAsked(call, moment).length > 0,
      supplement: claim.supplementTo !== undefined,
    });
    const own = (all: readonly ClaimLine[]) => ownLines(claim, all, facts.claims);
    const gone = own(claim.lines).filter(({ invoiceNumber }) => linesOf(lines, invoiceNumber).length === 0);
    const fresh = own(lines).filter(({ invoiceNumber }) => linesOf(claim.lines, invoiceNumber).length === 0);
    const renumbered = [
      ...freeInvoices(voucher, { ...claim, lines: gone }),
      ...useInvoices(voucher, { ...claim, lines: fresh }, facts.otherIds),
    ];
    return back(facts, task, answered, renumbered, actor, moment);
  },
});

/** Back to the manager, in the next round. */
function back(
  facts: Facts,
  task: Task,
  claim: Claim,
  more: Change[],
  actor: Actor,
  moment: Moment,
): Decision<AnswerQueryResult> {
  const outcome = actor.kind === "system" ? "unanswered" : "answered";
  const one = requireCase(facts);
  const move = moveCase(one, "claim-check", {}, moment, {
    type: `claim.query-${outcome}`,
    facts: { claim: claim.claim, corrected: more.length > 0 },
  });
  const closing = answerTask(
    task,
    { outcome, round: task.round + 1 },
    actor,
    moment,
    outcome === "unanswered" ? "timed-out" : "answered",
  );
  return {
    changes: [
      ...move.changes,
      { op: "replace", name: "claim", value: { ...claim, status: "confirmed" } },
      ...more,
      ...closing.changes,
    ],
    events: move.events,
    effects: closing.effects,
    result: { outcome },
  };
}
