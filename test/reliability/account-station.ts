/** A voucher in use whose provider named another account, so that nothing is paid to it. */
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { proposeAccount } from "@multihelix/core/payment/propose-account.ts";
import { anAccountChange } from "../fixture/build/account-change.ts";
import { memberOf } from "../fixture/build/actor.ts";
import { aMoment } from "../fixture/build/moment.ts";
import { aVoucher } from "../fixture/build/voucher.ts";
import { aDemoCase, commit, type Parties } from "./demo-cases.ts";
import type { Opened } from "./product.ts";

export async function accountCase({ deps }: Opened, parties: Parties, nth: number): Promise<CaseId> {
  const { call, provider } = parties;
  const { one, changes } = aDemoCase(deps, parties, nth, { status: "redeemed", payingParks: ["limburg"] });
  const { caseId } = one;
  const { organisationId } = provider;
  const lars = memberOf("lars", "lab");
  const owner = { ...lars, memberships: lars.memberships.map((member) => ({ ...member, organisationId })) };
  const voucher = aVoucher({ caseId, providerId: organisationId });
  const facts = { one, call, voucher, keptId: organisationId, change: undefined };
  const moment = aMoment(deps.clock.now(), await deps.network.current());
  const asked = proposeAccount.decide(facts, owner, { caseId, account: anAccountChange().account }, moment);
  await commit(deps, [...changes, ...asked.changes]);
  return caseId;
}
