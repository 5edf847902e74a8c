/** Money asked back as the organisation that owes it reads it: what, why, by when, where to pay, and what has come in. */
import * as z from "zod";
import { isMember, type PersonActor } from "../kernel/actor.ts";
import { moneySchema } from "../kernel/money.ts";
import type { NetworkFile } from "../network/network-file.ts";
import { parkOf } from "../network/network-file.ts";
import { bankAccountSchema } from "../organisation/organisation.ts";
import { owedOf, type Recovery, recoverySchema } from "../recovery/recovery.ts";
import type { CaseView } from "./case-view.ts";

const { received, lowered } = recoverySchema.shape;

export const debtSchema = recoverySchema
  .pick({ recovery: true, parkId: true, amount: true, reasons: true, due: true, askedAt: true })
  .extend({
    /** `ended`: the park asks no more of it. */
    status: z.enum(["asked", "received", "cancelled", "ended"]),
    /** What is still to be paid. */
    owed: moneySchema,
    received: z.array(received.element.omit({ by: true, bankReference: true })),
    /** What was asked before redress was right in part. */
    lowered: lowered.unwrap().pick({ from: true, at: true }).optional(),
    /** The park's account; absent where nothing is owed, or the park has named none. */
    payTo: bankAccountSchema.optional(),
  });
export type Debt = z.infer<typeof debtSchema>;

const anyLevel = ["owner", "editor", "finance", "viewer"] as const;

/**
 * Of a party, what its own organisation owes, the latest first; for everybody else nothing. Who asked, booked or gave up
 * what, and why it was cancelled, stays with the park.
 */
export function viewDebts(
  actor: PersonActor,
  { audience }: Pick<CaseView, "audience">,
  recoveries: readonly Recovery[],
  network: NetworkFile,
): Debt[] {
  if (audience !== "applicant" && audience !== "provider") return [];
  return recoveries
    .filter(({ debtorId }) => isMember(actor, debtorId, anyLevel))
    .toSorted((a, b) => b.recovery - a.recovery)
    .map((one) => shown(one, network));
}

function shown(one: Recovery, network: NetworkFile): Debt {
  const owed = owedOf(one);
  const account = owed > 0 ? parkOf(network, one.parkId).debtor : undefined;
  return {
    recovery: one.recovery,
    parkId: one.parkId,
    amount: one.amount,
    reasons: one.reasons,
    due: one.due,
    askedAt: one.askedAt,
    status: one.status === "written-off" ? "ended" : one.status,
    owed: { amount: owed, currency: one.amount.currency },
    received: one.received.map(({ amount, bookedOn }) => ({ amount, bookedOn })),
    ...(one.lowered === undefined ? {} : { lowered: { from: one.lowered.from, at: one.lowered.at } }),
    ...(account === undefined ? {} : { payTo: account }),
  };
}
