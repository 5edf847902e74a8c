/** The first bank account of an organisation: its owner's word, until a park verifies the organisation with it. */
import * as z from "zod";
import { DomainError, isDomainError } from "../kernel/error.ts";
import { organisationIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { requireNumber } from "../payment/account.ts";
import { type AccountChange, isWaiting } from "../payment/account-change.ts";
import type { Reader } from "../port/store.ts";
import { checkedAccount } from "./apply-organisation.ts";
import { requireOwner } from "./invite-member.ts";
import { type BankAccount, bankAccountSchema, type Organisation } from "./organisation.ts";

export const nameAccountInput = z.strictObject({ organisationId: organisationIdSchema, account: bankAccountSchema });
export const nameAccountResult = z.object({ named: z.literal(true) });

interface Facts {
  readonly organisation: Organisation | undefined;
  readonly change: AccountChange | undefined;
}

/**
 * Nothing was awarded to an organisation before a park verified it, so until then its owner may correct the account; after
 * that another one takes two people and two working days (domain §13).
 * @throws not_found `organisation.not-found`; forbidden `membership.owner-needed`; conflict `account.named`; invalid
 * `account.number-wrong`
 */
export const nameAccount = verb({
  name: "organisation.name-account",
  input: nameAccountInput,
  async read(reader: Reader, { organisationId }): Promise<Facts> {
    const [organisation, change] = await Promise.all([
      reader.get("organisation", { organisationId }),
      reader.get("accountChange", { organisationId }),
    ]);
    return { organisation, change };
  },
  decide(
    { organisation, change }: Facts,
    actor,
    { organisationId, account },
  ): Decision<z.infer<typeof nameAccountResult>> {
    const owner = requireOwner(actor, organisationId);
    if (organisation === undefined) throw new DomainError("not_found", "organisation.not-found");
    if (!mayNameAccount(organisation, change)) throw new DomainError("conflict", "account.named");
    const named: Organisation = { ...organisation, accounts: [wholeAccount(account)], ownAccount: true };
    return {
      changes: [{ op: "replace", name: "organisation", value: named }],
      events: [
        {
          stream: `organisation:${organisationId}`,
          type: "organisation.account-named",
          facts: { personId: owner.personId },
        },
      ],
      result: { named: true },
    };
  },
});

/** Whoever types it is told one thing: the number cannot be right. */
function wholeAccount(account: BankAccount): BankAccount {
  requireNumber(account);
  try {
    return checkedAccount(account);
  } catch (error) {
    if (isDomainError(error)) throw new DomainError("invalid", "account.number-wrong");
    throw error;
  }
}

/** Not where it took over the vouchers of another record: of those somebody was awarded something. */
export function mayNameAccount(
  { accounts, ownAccount, verification, absorbed = [], mergedInto }: Organisation,
  change: AccountChange | undefined,
): boolean {
  if (mergedInto !== undefined || absorbed.length > 0 || isWaiting(change)) return false;
  return accounts.length === 0 || (ownAccount === true && verification !== "verified");
}
