/** What was proposed for a running voucher comes to nothing: kept with its reasons, and nobody is asked about it any more. */
import type { Actor, PersonActor } from "../kernel/actor.ts";
import type { Moment } from "../kernel/verb.ts";
import { joinLetters } from "../letter/write-letter.ts";
import { answerTask, type Closing } from "../task/answer.ts";
import { openWord, type VoucherChange, withoutProposed, wordsOver } from "./second-word.ts";
import type { UseFacts } from "./use-facts.ts";
import type { Voucher } from "./voucher.ts";

/** The history has them all. */
const shown = 20;

interface Refused {
  readonly change: VoucherChange;
  /** Of whoever speaks: a park or a party. */
  readonly slot: string;
  readonly reasons: string;
  readonly outcome: "refused" | "taken-back";
}

export function refusedChange(
  { tasks }: Pick<UseFacts, "tasks">,
  voucher: Voucher,
  { change, slot, reasons, outcome }: Refused,
  person: PersonActor,
  moment: Moment,
): Closing {
  const actor: Actor = person;
  const task = openWord(tasks, change, slot);
  const told: Closing =
    task === undefined
      ? { changes: [], effects: [] }
      : answerTask(task, { outcome: "decline", round: task.round }, actor, moment);
  const others = tasks.filter((other) => other !== task);
  const closed = joinLetters([told, wordsOver(others, [change], actor, moment)]);
  const refused = { change, by: person.personId, at: moment.now, reasons, outcome };
  const value = {
    ...withoutProposed(voucher, [change]),
    changesRefused: [...(voucher.changesRefused ?? []), refused].slice(-shown),
  };
  return { changes: [{ op: "replace", name: "voucher", value }, ...closed.changes], effects: closed.effects };
}
