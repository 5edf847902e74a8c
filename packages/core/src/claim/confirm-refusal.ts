/** Finance confirms that a claim is refused: it is told, its money stays committed while redress may be asked, a manager settles what follows. */
import type { Case } from "../application/case.ts";
import { moveCase } from "../application/move.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { Moment } from "../kernel/verb.ts";
import { answerTask } from "../task/answer.ts";
import { openAlone } from "../task/open-alone.ts";
import { nextUse } from "../task/start-workflow.ts";
import type { Task } from "../task/task.ts";
import { withoutProposed, wordsOver } from "../voucher/second-word.ts";
import { partyContacts, requireVoucher, type UseFacts } from "../voucher/use-facts.ts";
import type { Claim } from "./claim.ts";
import { refusalLetters } from "./refusal-letters.ts";

/** @throws conflict `claim.no-refusal`. */
export function confirmRefusal(
  facts: UseFacts,
  one: Case,
  claim: Claim,
  task: Task,
  person: PersonActor,
  moment: Moment,
) {
  if (claim.refusal === undefined) throw new DomainError("conflict", "claim.no-refusal", { claim: claim.claim });
  const { voucher } = requireVoucher(facts);
  const refused: Claim = { ...claim, status: "refused", checkedBy: person.personId };
  const move = moveCase(one, "claim-refused", nextUse(one), moment, {
    type: "claim.refused",
    facts: { claim: claim.claim },
  });
  const closing = answerTask(task, { outcome: "refused", round: task.round }, person, moment);
  const kept = withoutProposed(voucher, ["cancellation"]);
  const over = wordsOver(facts.tasks, ["cancellation"], person, moment);
  const letters = refusalLetters("refused", one, voucher, refused, partyContacts(facts), moment);
  const holder = { kind: "role", role: "manager", parkId: one.leadPark } as const;
  return {
    changes: [
      ...move.changes,
      { op: "replace" as const, name: "claim" as const, value: refused },
      openAlone(move.moved, { kind: "settle-refusal", state: "Refused", holder, round: 1 }, moment),
      ...(kept === voucher ? [] : [{ op: "replace" as const, name: "voucher" as const, value: kept }]),
      ...closing.changes,
      ...over.changes,
      ...letters.changes,
    ],
    events: move.events,
    effects: [...closing.effects, ...over.effects, ...letters.effects],
  };
}
