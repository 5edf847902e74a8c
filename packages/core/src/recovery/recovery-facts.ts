/** What every act on a recovery reads, and who may do it. */
import type { Case } from "../application/case.ts";
import type { Actor, PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { CaseId } from "../kernel/id.ts";
import type { Moment } from "../kernel/verb.ts";
import { type Book, bookKeyOf } from "../ledger/book.ts";
import type { PeriodLock } from "../ledger/period-lock.ts";
import type { RoleName } from "../person/role-grant.ts";
import type { Reader } from "../port/store.ts";
import type { Slot } from "../review/slot.ts";
import type { Task } from "../task/task.ts";
import { requireStaff } from "../voucher/staff.ts";
import { requireCase } from "../voucher/use-facts.ts";
import type { Recovery } from "./recovery.ts";

export interface RecoveryFacts {
  readonly one: Case | undefined;
  readonly slots: readonly Slot[];
  readonly recovery: Recovery | undefined;
  readonly book: Book | undefined;
  readonly lock: PeriodLock | undefined;
  readonly tasks?: readonly Task[];
}

export async function readRecovery(reader: Reader, caseId: CaseId, number: number): Promise<RecoveryFacts> {
  const [one, slots, recovery, tasks] = await Promise.all([
    reader.get("case", { caseId }),
    reader.list("slot", { caseId }),
    reader.get("recovery", { caseId, recovery: number }),
    reader.list("task", { caseId }),
  ]);
  if (recovery === undefined) return { one, slots, recovery, book: undefined, lock: undefined };
  const [book, lock] = await Promise.all([
    reader.get("book", bookKeyOf(recovery.ledger)),
    reader.get("periodLock", { parkId: recovery.parkId }),
  ]);
  return { one, slots, recovery, book, lock, tasks };
}

/** The recovery, for staff of its park. @throws not_found `recovery.not-found`; and as `requireStaff`. */
export function requireRecovery(
  facts: RecoveryFacts,
  actor: Actor,
  role: RoleName,
  moment: Moment,
): { one: Case; recovery: Recovery; person: PersonActor } {
  const one = requireCase(facts);
  const { recovery } = facts;
  const person = requireStaff(actor, role, one, facts.slots, moment.now, recovery?.parkId ?? one.leadPark);
  if (recovery === undefined) throw new DomainError("not_found", "recovery.not-found");
  return { one, recovery, person };
}
