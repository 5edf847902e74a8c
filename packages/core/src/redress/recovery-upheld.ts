/** Redress upheld against a recovery: it is cancelled, or lowered, and what is no longer asked back counts as paid again (domain §9, §11). */
import type { Case } from "../application/case.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { money } from "../kernel/money.ts";
import type { Moment } from "../kernel/verb.ts";
import { chaseOver } from "../recovery/chase-recovery.ts";
import type { Recovery } from "../recovery/recovery.ts";
import type { Upheld } from "./outcome.ts";
import type { RedressFacts } from "./redress-facts.ts";

/**
 * `still` is what it comes to in the end, minor units; 0 where it should not have been asked: disbursed ← recoverable.
 * @throws conflict `redress.recovery-received` below what has come in; conflict `recovery.settled` where nothing is
 * owed any more; invalid `redress.amount` unless it is less than was asked.
 */
export function recoveryUpheld(
  { recoveries, tasks }: RedressFacts,
  one: Case,
  still: number,
  { reasons, officer }: { reasons: string; officer: PersonActor },
  moment: Moment,
): Upheld {
  const { now } = moment;
  const by = officer.personId;
  const recovery = recoveries.find((other) => other.recovery === one.redress?.recovery);
  if (recovery?.status !== "asked") throw new DomainError("conflict", "recovery.settled", { status: recovery?.status });
  const { amount, ledger, received } = recovery;
  const came = received.reduce((sum, part) => sum + part.amount, 0);
  if (still >= amount.amount)
    throw new DomainError("invalid", "redress.amount", { most: amount.amount, currency: amount.currency });
  if (still < came)
    throw new DomainError("conflict", "redress.recovery-received", { received: came, currency: amount.currency });
  const left = money(still, amount.currency);
  const over = still === came;
  const value: Recovery = {
    ...recovery,
    amount: left,
    lowered: { from: amount, by, at: now, reasons: reasons.slice(0, 2000) },
    status: !over ? "asked" : came === 0 ? "cancelled" : "received",
    ...(over && came === 0 ? { cancelled: { by, at: now, reasons: reasons.slice(0, 2000) }, amount } : {}),
  };
  const done =
    value.status === "asked" ? { changes: [], effects: [] } : chaseOver(tasks, recovery, value.status, officer, moment);
  return {
    changes: [{ op: "replace", name: "recovery", value }, ...done.changes],
    postings: [
      {
        ledger,
        to: "disbursed",
        from: "recoverable",
        amount: amount.amount - still,
        caseId: one.caseId,
        memo: over && came === 0 ? `recovery ${recovery.recovery} cancelled` : `recovery ${recovery.recovery} lowered`,
      },
    ],
    events: [
      {
        stream: one.caseId,
        caseId: one.caseId,
        type: over && came === 0 ? "recovery.cancelled" : "recovery.lowered",
        facts: {
          parkId: recovery.parkId,
          recovery: recovery.recovery,
          amount: amount.amount - still,
          currency: amount.currency,
        },
      },
    ],
    effects: done.effects,
    amount: left,
  };
}
