/** A suspended voucher that a manager wants cancelled: an approver's word is wanted on it, and nobody's else. */
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { askSecondWord, readWordOf } from "@multihelix/core/voucher/second-word.ts";
import { aMoment } from "../fixture/build/moment.ts";
import { aDemoCase, commit, type Parties } from "./demo-cases.ts";
import type { Opened } from "./product.ts";

export async function wordCase({ deps }: Opened, parties: Parties, nth: number): Promise<CaseId> {
  const { one, changes } = aDemoCase(deps, parties, nth, { status: "suspended" });
  await commit(deps, changes);
  const moment = aMoment(deps.clock.now(), await deps.network.current());
  const parks = await readWordOf(deps.store, one, [one.leadPark]);
  const wanted = parks.map((park) => ({ park, turn: { role: "approver" as const } }));
  const by = { kind: "system", name: "outbox" } as const;
  await commit(deps, askSecondWord({ one, tasks: [] }, "cancellation", wanted, ["suspended"], by, moment).changes);
  return one.caseId;
}
