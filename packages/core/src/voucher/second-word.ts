/** A change of a running voucher needs another person's word: the task that asks for it, and its end when the word is given or no longer wanted. */
import type { Case, CaseStatus } from "../application/case.ts";
import type { CasePart } from "../application/handover.ts";
import { type Asking, interestOf, staffFor } from "../approval/park-interest.ts";
import { type ParkStaff, readParkStaff, type Turn } from "../approval/turn.ts";
import type { Actor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { PersonId } from "../kernel/id.ts";
import type { Moment } from "../kernel/verb.ts";
import { type Above, aboveNow, aboveOf } from "../letter/recipient.ts";
import { taskLetterChanges } from "../letter/task-letters.ts";
import { joinLetters } from "../letter/write-letter.ts";
import type { Change, Reader } from "../port/store.ts";
import { answerTask, type Closing, cancelTasks, supersedeTasks } from "../task/answer.ts";
import { askedOfTask } from "../task/asked.ts";
import { clockOfHolder, deadlinesOf, type WorksAt } from "../task/due.ts";
import { taskRules } from "../task/kind.ts";
import { aloneTask } from "../task/open-alone.ts";
import { type Task, taskPath } from "../task/task.ts";
import { taskLetterData } from "../task/task-letter.ts";
import type { Voucher } from "./voucher.ts";

export const voucherChanges = ["value", "cancellation", "extension", "scope"] as const;
export type VoucherChange = (typeof voucherChanges)[number];

const states: Record<VoucherChange, string> = {
  value: "OtherValue",
  cancellation: "Cancellation",
  extension: "Extension",
  scope: "Scope",
};

/** Who of one park may give a second word. */
export interface ParkOfWord extends Asking<ParkStaff> {
  readonly parkId: string;
  /** Whom to tell where nobody may give it. */
  readonly above?: Above;
}

export async function readWordOf(reader: Reader, one: Case, parkIds: readonly string[]): Promise<ParkOfWord[]> {
  return Promise.all(
    parkIds.map(async (parkId) => {
      const [asking, above] = await Promise.all([
        readParkStaff(reader, parkId, one),
        aboveOf(reader, { kind: "role", role: "approver", parkId }, one),
      ]);
      return { parkId, ...asking, above };
    }),
  );
}

/** One park that is asked, and which of its people first. */
export interface Wanted {
  readonly park: ParkOfWord;
  readonly turn: Turn;
}

/**
 * One task per park, with a letter to who is asked, or at once to the secretary where nobody may answer; what asked about an earlier proposal of the kind is superseded. On the
 * condition that the voucher is still where it may change so.
 *
 * @param mayIn statuses in which the change is possible
 */
export function askSecondWord(
  { one, tasks }: { readonly one: Case; readonly tasks: readonly Task[] },
  change: VoucherChange,
  wanted: readonly Wanted[],
  mayIn: readonly CaseStatus[],
  actor: Actor,
  moment: Moment,
  /** Who proposed it, where that was somebody else. */
  proposedBy: PersonId | undefined = actor.kind === "person" ? actor.personId : undefined,
): Closing {
  const state = states[change];
  const alike = tasks.filter((task) => task.kind === "confirm-change" && task.state === state);
  const opened = wanted.map(({ park, turn }) => openFor(one, state, park, turn, alike, proposedBy, moment));
  const letters = joinLetters(opened.map(({ letters }) => letters));
  const { caseId } = one;
  const stillThere: Change = { op: "patch", name: "case", key: { caseId }, set: {}, when: { status: mayIn } };
  return {
    changes: [
      stillThere,
      ...supersedeTasks(alike, actor, moment),
      ...opened.map(({ change }) => change),
      ...letters.changes,
    ],
    effects: letters.effects,
  };
}

function openFor(
  one: Case,
  state: string,
  park: ParkOfWord,
  { role, asked }: Turn,
  alike: readonly Task[],
  proposedBy: PersonId | undefined,
  moment: Moment,
) {
  const { parkId, parties } = park;
  // Approvers stand back for a park with an interest of its own; its finance does not.
  const apart = role !== "finance" && interestOf(moment.network, parkId, parties) !== undefined;
  const holder = { kind: "role", role, parkId, ...(apart ? { apart } : {}) } as const;
  const task = wordTask(one, { state, slot: parkId, holder, ...(asked === undefined ? {} : { asked }) }, alike, moment);
  // Nobody gives the second word on their own proposal.
  const others = (apart ? staffFor(park, parkId, moment) : park.staff)[role].filter(
    ({ personId }) => personId !== proposedBy,
  );
  const people = askedOfTask(task, others, moment.now);
  // As with every duty that nobody may do: waiting for the escalation would cost the parties days.
  const vacant = people.length === 0;
  const told = vacant ? aboveNow(park.above ?? { substitutes: [], secretaries: [] }, 2, moment.now) : people;
  const kind = vacant ? "escalation" : "change-asked";
  const letters = told.map((to) =>
    taskLetterChanges(
      {
        kind,
        key: `${kind}:${taskPath(task)}:${vacant ? "vacant:" : ""}${to.personId}`,
        stream: one.caseId,
        caseId: one.caseId,
        to,
        data: taskLetterData(one, task, moment.network),
      },
      moment,
    ),
  );
  return { change: { op: "create", name: "task", value: task } as const, letters: joinLetters(letters) };
}

/** The company or the provider of a voucher is asked for its word; the letter is written by who knows what was proposed. */
export function askParty(
  one: Case,
  change: VoucherChange,
  party: CasePart,
  { tasks, providerWorksAt }: { readonly tasks: readonly Task[]; readonly providerWorksAt?: WorksAt },
  moment: Moment,
): Task | undefined {
  const organisationId = party === "applicant" ? one.applicantId : one.providerId;
  if (organisationId === undefined) return undefined;
  const state = states[change];
  const alike = tasks.filter((task) => task.kind === "confirm-change" && task.state === state);
  const holder = { kind: "organisation", organisationId } as const;
  return wordTask(
    one,
    { state, slot: party, holder },
    alike,
    moment,
    party === "provider" ? providerWorksAt : undefined,
  );
}

function wordTask(
  one: Case,
  asking: Pick<Task, "state" | "slot" | "holder" | "asked">,
  alike: readonly Task[],
  moment: Moment,
  worksAt?: WorksAt,
): Task {
  const before = alike.filter(({ slot, attempt }) => slot === asking.slot && attempt === one.useAttempt);
  const clock = clockOfHolder(moment.network, one, asking.holder, worksAt);
  const deadlines = deadlinesOf(moment.network, moment.now, taskRules["confirm-change"], clock);
  return aloneTask(one, { kind: "confirm-change", ...asking, round: before.length + 1, deadlines }, moment);
}

/**
 * One proposal for a voucher waits at a time.
 * @param others which a new one would meet @throws conflict `voucher.change-pending`
 */
export function demandNoneWaits(voucher: Voucher, others: readonly VoucherChange[]): void {
  const change = others.find((other) => withoutProposed(voucher, [other]) !== voucher);
  if (change !== undefined) throw new DomainError("conflict", "voucher.change-pending", { change });
}

/** What the task asks about. */
export function changeOf({ state }: Pick<Task, "state">): VoucherChange | undefined {
  return voucherChanges.find((change) => states[change] === state);
}

export function openWord(tasks: readonly Task[], change: VoucherChange, parkId: string): Task | undefined {
  const asks = ({ kind, state, slot, status }: Task) =>
    kind === "confirm-change" && state === states[change] && slot === parkId && status === "open";
  return tasks.find(asks);
}

/** The park has said its word. Proposals of earlier versions asked nobody by a task. */
export function wordGiven(
  tasks: readonly Task[],
  change: VoucherChange,
  parkId: string,
  actor: Actor,
  moment: Moment,
): Closing {
  const task = openWord(tasks, change, parkId);
  if (task === undefined) return { changes: [], effects: [] };
  return answerTask(task, { outcome: "approve", round: task.round }, actor, moment);
}

/** Nobody's word is wanted any more on changes of these kinds. */
export function wordsOver(
  tasks: readonly Task[],
  changes: readonly VoucherChange[],
  actor: Actor,
  moment: Moment,
): Closing {
  const over = changes.map((change) => states[change]);
  const asking = tasks.filter(({ kind, state }) => kind === "confirm-change" && over.includes(state));
  return cancelTasks(asking, actor, moment, false);
}

/** The voucher without what was proposed of these kinds and not agreed: the same object where there was nothing. */
export function withoutProposed(voucher: Voucher, changes: readonly VoucherChange[]): Voucher {
  const { valueChange, cancellation, extension, scopeChange } = voucher;
  const dropped = {
    ...(changes.includes("value") && valueChange !== undefined ? { valueChange: undefined } : {}),
    ...(changes.includes("cancellation") && cancellation !== undefined && cancellation.approvedBy === undefined
      ? { cancellation: undefined }
      : {}),
    ...(changes.includes("extension") && extension !== undefined && extension.confirmedBy === undefined
      ? { extension: undefined }
      : {}),
    ...(changes.includes("scope") && scopeChange !== undefined ? { scopeChange: undefined } : {}),
  };
  return Object.keys(dropped).length === 0 ? voucher : { ...voucher, ...dropped };
}
