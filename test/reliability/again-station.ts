/** A voucher that ran out after a part of it was paid, and the bank sent that back: nobody waits for it but its park. */
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { askAgain } from "@multihelix/core/payment/again-task.ts";
import { aMoment } from "../fixture/build/moment.ts";
import { anOrder } from "../fixture/build/order.ts";
import { aDemoCase, commit, type Parties } from "./demo-cases.ts";
import type { Opened } from "./product.ts";

export async function againCase({ deps }: Opened, parties: Parties, nth: number): Promise<CaseId> {
  const { one, changes } = aDemoCase(deps, parties, nth, { status: "expired" });
  const back = anOrder({ caseId: one.caseId, status: "returned", sending: 2 });
  const moment = aMoment(deps.clock.now(), await deps.network.current());
  await commit(deps, [...changes, ...askAgain({ one, tasks: [] }, back, moment)]);
  return one.caseId;
}
