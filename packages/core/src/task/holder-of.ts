/** Which role, person or organisation a task is for, by its kind and the case. */
import type { Case } from "../application/case.ts";
import type { Call } from "../call/call.ts";
import { DomainError } from "../kernel/error.ts";
import type { Slot } from "../review/slot.ts";
import { taskRules } from "./kind.ts";
import type { Holder, Task } from "./task.ts";

/** Whom a task of this case is for. */
export function holderOf(
  one: Case,
  input: Pick<Task, "kind" | "slot">,
  slot: Slot | undefined,
  pays: Call["pays"] = "provider",
): Holder {
  const { holder } = taskRules[input.kind];
  if (holder === "approver") return { kind: "role", role: "approver", parkId: input.slot };
  if (holder === "manager" || holder === "finance" || holder === "redress")
    return { kind: "role", role: holder, parkId: one.leadPark };
  if (holder === "reviewer") {
    if (slot?.reviewerId === undefined) throw new DomainError("conflict", "slot.no-reviewer", { slot: input.slot });
    return { kind: "person", personId: slot.reviewerId };
  }
  const provider = holder === "payee" ? pays === "provider" : holder === "party" && input.slot === "provider";
  if (!provider) return { kind: "organisation", organisationId: one.applicantId };
  if (one.providerId === undefined) throw new DomainError("conflict", "case.no-provider", { caseId: one.caseId });
  return { kind: "organisation", organisationId: one.providerId };
}
