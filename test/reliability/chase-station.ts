/** Money of an ended voucher was asked back, and did not come in by its day. */
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { chaseRecovery } from "@multihelix/core/recovery/chase-recovery.ts";
import { aRecovery } from "../fixture/build/use-redress.ts";
import { aDemoCase, commit, type Parties } from "./demo-cases.ts";
import type { Opened } from "./product.ts";

export async function chaseCase({ deps }: Opened, parties: Parties, nth: number): Promise<CaseId> {
  const { one, changes } = aDemoCase(deps, parties, nth, { status: "expired" });
  const { caseId } = one;
  const recovery = aRecovery({ caseId, due: "2027-02-26" });
  await commit(deps, [...changes, { op: "create", name: "recovery", value: recovery }]);
  const outbox = { kind: "system", name: "outbox" } as const;
  await perform(deps, outbox, `chase:${caseId}`, chaseRecovery, { caseId, recovery: recovery.recovery });
  return caseId;
}
