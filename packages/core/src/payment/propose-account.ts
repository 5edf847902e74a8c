/** A payee names another bank account; nothing is paid to it until a park has confirmed it and two working days have passed. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import type { Call } from "../call/call.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema, type OrganisationId } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { organisationOf } from "../organisation/family.ts";
import { bankAccountSchema } from "../organisation/organisation.ts";
import type { Change, Reader } from "../port/store.ts";
import type { Task } from "../task/task.ts";
import { requireParty } from "../voucher/party.ts";
import { payeeOf, requireCase, requireVoucher } from "../voucher/use-facts.ts";
import type { Voucher } from "../voucher/voucher.ts";
import { requireNumber } from "./account.ts";
import { type AccountChange, isWaiting } from "./account-change.ts";
import { askAccount } from "./account-task.ts";

export const proposeAccountInput = z.object({ caseId: caseIdSchema, account: bankAccountSchema });
export const proposeAccountResult = z.object({ status: z.literal("proposed") });

interface Facts {
  readonly one: Case | undefined;
  readonly call: Call | undefined;
  readonly voucher: Voucher | undefined;
  /** Whose account it is: the payee, or the organisation that the payee was merged into. */
  readonly keptId?: OrganisationId;
  readonly change: AccountChange | undefined;
  readonly tasks?: readonly Task[];
}

/** Owner or finance of the payee: invalid `account.number-wrong`, conflict `account.change-waiting`. */
export const proposeAccount = verb({
  name: "account.propose",
  input: proposeAccountInput,
  async read(reader: Reader, { caseId }): Promise<Facts> {
    const [one, voucher] = await Promise.all([reader.get("case", { caseId }), reader.get("voucher", { caseId })]);
    const call = one === undefined ? undefined : await reader.get("call", { callId: one.callId });
    if (call === undefined || voucher === undefined) return { one, call, voucher, change: undefined };
    const payee = await organisationOf(reader, payeeOf(call, voucher));
    if (payee === undefined) return { one, call, voucher, change: undefined };
    const { organisationId } = payee;
    const [change, tasks] = await Promise.all([
      reader.get("accountChange", { organisationId }),
      reader.list("task", { caseId }),
    ]);
    return { one, call, voucher, keptId: organisationId, change, tasks };
  },
  decide(facts: Facts, actor, { account }, moment): Decision<z.infer<typeof proposeAccountResult>> {
    const one = requireCase(facts);
    const { voucher, call } =
      facts.voucher === undefined ? { voucher: undefined, call: facts.call } : requireVoucher(facts);
    const payeeId =
      voucher === undefined || call === undefined ? (one.providerId ?? one.applicantId) : payeeOf(call, voucher);
    const person = requireParty(actor, payeeId, ["owner", "finance"], one);
    requireVoucher(facts);
    requireNumber(account);
    const { change: before, keptId: organisationId = payeeId } = facts;
    if (before !== undefined && isWaiting(before)) {
      if (before.proposedBy === person.personId && JSON.stringify(before.account) === JSON.stringify(account))
        return { changes: [], result: { status: "proposed" } };
      throw new DomainError("conflict", "account.change-waiting", { status: before.status });
    }
    const value: AccountChange = {
      organisationId,
      account,
      status: "proposed",
      proposedBy: person.personId,
      proposedAt: moment.now,
      caseId: one.caseId,
      version: before?.version ?? 0,
    };
    const change: Change =
      before === undefined
        ? { op: "create", name: "accountChange", value }
        : { op: "replace", name: "accountChange", value };
    return {
      changes: [change, ...askAccount(one, facts.tasks ?? [], moment)],
      events: [{ stream: one.caseId, caseId: one.caseId, type: "account.proposed", facts: { organisationId } }],
      result: { status: "proposed" },
    };
  },
});
