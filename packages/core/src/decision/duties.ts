/** Separation of duties between screening and release (domain §3): which earlier steps bar a person from a later one. */
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { PersonId } from "../kernel/id.ts";
import type { Task, TaskKind } from "../task/task.ts";

/** `forbidden duties.same-person` when the person did an earlier step that must be another's; `step` names it. */
export function refuseWhoDid(person: PersonActor, earlier: readonly (string | undefined)[], step: string): void {
  if (earlier.includes(person.personId)) throw new DomainError("forbidden", "duties.same-person", { step });
}

/** Everyone who answered tasks of a kind on the case. */
export function whoAnswered(tasks: readonly Task[], kind: TaskKind): string[] {
  return tasks.flatMap((task) =>
    task.kind === kind && task.status === "answered" && task.by !== undefined ? [task.by] : [],
  );
}

/** Everyone who proposed in this attempt, a round that was sent back included: none of them approves or releases a later one. */
export function whoProposed(facts: {
  readonly one: { readonly attempt: number } | undefined;
  readonly proposals: readonly { readonly attempt: number; readonly proposedBy: PersonId }[];
}): PersonId[] {
  return facts.proposals.flatMap((made) => (made.attempt === facts.one?.attempt ? [made.proposedBy] : []));
}

/** Who decided in attempts before this one: found it ineligible, confirmed that, or proposed. After upheld redress others do. */
export function whoDecidedBefore(
  attempt: number,
  tasks: readonly Task[],
  proposals: readonly { readonly attempt: number; readonly proposedBy: string }[],
): string[] {
  const before = tasks.filter((task) => task.attempt < attempt);
  const against = before.filter(({ kind, answer }) => kind !== "screen" || answer?.["outcome"] === "ineligible");
  return [
    ...whoAnswered(against, "screen"),
    ...whoAnswered(against, "confirm-ineligible"),
    ...proposals.flatMap((one) => (one.attempt < attempt ? [one.proposedBy] : [])),
  ];
}
