/** The account that a voucher is paid to, and a change of it that waits: for the payee and for those who pay. */
import * as z from "zod";
import { holdsRole, isMember, type PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { CaseId } from "../kernel/id.ts";
import { refusalOf } from "../kernel/rehearse.ts";
import { organisationOf } from "../organisation/family.ts";
import { bankAccountSchema } from "../organisation/organisation.ts";
import { accountChangeSchema } from "../payment/account-change.ts";
import { answerAccount } from "../payment/answer-account.ts";
import type { Deps } from "../port/deps.ts";
import { payeeOf } from "../voucher/use-facts.ts";
import { viewCase } from "./case-view.ts";
import { namesOfIds, personIdsIn } from "./names.ts";
import { refusalSchema } from "./refusal.ts";

export const payeeAccountSchema = z.object({
  /** Whoever the voucher pays, by name; empty before there is one. */
  payee: z.string(),
  /** `payee`: may name another account. `finance`: may answer one. `other`: is told the name alone. */
  part: z.enum(["payee", "finance", "reads", "other"]),
  accounts: z.array(bankAccountSchema),
  change: accountChangeSchema.omit({ version: true, organisationId: true, caseId: true }).optional(),
  /** Paying parks for which the reader is finance, each with what keeps them from answering. */
  parks: z.array(z.object({ parkId: z.string(), refusal: refusalSchema.optional() })),
  names: z.record(z.string(), z.string()),
});
export type PayeeAccount = z.infer<typeof payeeAccountSchema>;

/** @throws not_found `case.not-found`; forbidden `actor.role-needed` for staff who do not pay. */
export async function readPayeeAccount(deps: Deps, actor: PersonActor, caseId: CaseId): Promise<PayeeAccount> {
  const now = deps.clock.now();
  const items = await deps.store.wholeCase(caseId);
  const view = viewCase(actor, items, now);
  if (view === undefined || view.audience === "reviewer") throw new DomainError("not_found", "case.not-found");
  const finance = view.payingParks.filter((parkId) => holdsRole(actor, "finance", parkId, now));
  const party = view.audience === "applicant" || view.audience === "provider";
  if (!party && view.audience !== "auditor" && finance.length === 0)
    throw new DomainError("forbidden", "actor.role-needed", { role: "finance", parkId: view.leadPark });
  const voucher = items.voucher[0];
  const call = await deps.store.get("call", { callId: view.callId });
  // Before a voucher there is nobody to pay.
  if (voucher === undefined || call === undefined)
    return { payee: "", part: "other", accounts: [], parks: [], names: {} };
  const named = payeeOf(call, voucher);
  const payee = await organisationOf(deps.store, named);
  const organisationId = payee?.organisationId ?? named;
  const change = await deps.store.get("accountChange", { organisationId });
  const name = payee?.legalName ?? "";
  const own = isMember(actor, organisationId, ["owner", "finance"]);
  if (party && !own) return { payee: name, part: "other", accounts: [], parks: [], names: {} };
  const parks = await Promise.all(
    (change?.status === "proposed" ? finance : []).map(async (parkId) => {
      const refusal = await refusalOf(deps, actor, answerAccount, {
        caseId,
        parkId,
        outcome: "confirmed",
        proposedAt: change?.proposedAt ?? now,
        noInterest: true,
      });
      return { parkId, ...(refusal === undefined ? {} : { refusal }) };
    }),
  );
  const shown = change === undefined ? undefined : shownChange(change, !party);
  return {
    payee: name,
    part: own ? "payee" : finance.length > 0 ? "finance" : "reads",
    accounts: payee?.accounts ?? [],
    ...(shown === undefined ? {} : { change: shown }),
    parks,
    names: party ? {} : await namesOfIds(deps.store, personIdsIn(change)),
  };
}

/** Who answered inside the park is not the payee's to know. */
function shownChange(
  { version: _, organisationId: __, caseId: ___, answeredBy, ...change }: z.infer<typeof accountChangeSchema>,
  inside: boolean,
): PayeeAccount["change"] {
  return inside && answeredBy !== undefined ? { ...change, answeredBy } : change;
}
