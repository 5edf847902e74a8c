/** Asks of a workflow that the case has overtaken: by an execution that was replaced, or about a slot that nobody sits in. */
import type { Case } from "../application/case.ts";
import type { Condition } from "../port/store.ts";
import type { Slot } from "../review/slot.ts";
import { cancelledAnswer } from "./answer.ts";
import type { Task } from "./task.ts";

type Ask = Pick<Task, "kind" | "round">;

const afterReviews: readonly Task["kind"][] = ["settle-scope", "await-ranking", "propose"];

/** Asked by an execution that was replaced as the case went back to its reviews or to the gate. */
export function isBehind({ roundsFrom = 1 }: Case, { kind, round }: Ask): boolean {
  return afterReviews.includes(kind) && round < roundsFrom;
}

/** Held by the opening of what follows the reviews: a case that goes back at the same moment is not asked. */
export function roundStillCounts({ roundsFrom }: Case, { kind }: Ask): Condition {
  return afterReviews.includes(kind) ? { roundsFrom: roundsFrom ?? null } : {};
}

/** A slot that was opened again and has nobody yet. */
export function isVacant(slot: Slot | undefined, { kind }: Ask): boolean {
  return kind === "declare" && slot?.status === "planned";
}

/** What the workflow is told of it: it goes on to look for somebody. */
export function vacantAnswer(ask: Ask): Record<string, unknown> {
  return { ...cancelledAnswer(ask), outcome: "vacant" };
}
