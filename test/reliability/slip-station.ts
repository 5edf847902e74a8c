/** A redeemed case whose park withheld tax from the provider and owes its authority the slip of that year. */
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { slipOwed } from "@multihelix/core/payment/slip-task.ts";
import { aMoment } from "../fixture/build/moment.ts";
import { aDemoCase, commit, type Parties } from "./demo-cases.ts";
import type { Opened } from "./product.ts";

type Matched = Parameters<typeof slipOwed>[0];

/** The payment was booked last summer, and the slip's month is May: its day lies within the time that passes. */
export async function slipCase({ deps }: Opened, parties: Parties, nth: number): Promise<CaseId> {
  const { one, changes } = aDemoCase(deps, parties, nth, { status: "redeemed" });
  const now = deps.clock.now();
  const parkId = "limburg";
  const withheld = { amount: 120_000, currency: "EUR" };
  const rule = { country: "BE", percent: 15, source: "An invented rule", slip: { form: "S-1", month: 5 } };
  const matched = {
    one,
    claim: { assessment: { withholding: [rule] }, draws: [{ parkId, withheld }] },
    order: { parkId, claim: 1, purpose: "payee", sending: 1 },
  } as unknown as Matched;
  const bookedOn = `${Number(now.slice(0, 4)) - 1}-07-01`;
  const owed = slipOwed(matched, bookedOn, aMoment(now, await deps.network.current()));
  await commit(deps, [...changes, ...owed]);
  return one.caseId;
}
