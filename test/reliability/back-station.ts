/** A voucher that ran out after a part of it was paid whose own share was never proven: its park is to ask that back. */
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { askBackUnproven } from "@multihelix/core/recovery/ask-back-task.ts";
import { sweep } from "../fixture/build/actor.ts";
import { aMoment } from "../fixture/build/moment.ts";
import { anInterimClaim, aVoucher, eur } from "../fixture/build/voucher.ts";
import { aDemoCase, commit, type Parties } from "./demo-cases.ts";
import type { Opened } from "./product.ts";

export async function backCase({ deps }: Opened, parties: Parties, nth: number): Promise<CaseId> {
  const { one, changes } = aDemoCase(deps, parties, nth, { status: "expired" });
  const moment = aMoment(deps.clock.now(), await deps.network.current());
  const voucher = aVoucher({ caseId: one.caseId, intensity: 80, left: eur(200_000) });
  const claims = [anInterimClaim(1_000_000, 0)];
  const back = askBackUnproven(one, { voucher, call: parties.call, claims, tasks: [] }, sweep, moment);
  await commit(deps, [...changes, ...back]);
  return one.caseId;
}
