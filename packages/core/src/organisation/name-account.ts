/** The first bank account of an organisation: its owner's word, until a park verifies the organisation with it. */
import * as z from "zod";
import { DomainError, isDomainError } from "../kernel/error.ts";
import { organisationIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { requireNumber } from "../payment/account.ts";
import { type AccountChange, isWaiting } from "../payment/account-change.ts";
import type { Reader } from "../port/store.ts";
import { payeeOf } from "../voucher/use-facts.ts";
import { checkedAccount } from "./apply-organisation.ts";
import { idsOf } from "./family.ts";
import { requireOwner } from "./invite-member.ts";
import { type BankAccount, bankAccountSchema, type Organisation } from "./organisation.ts";

export const nameAccountInput = z.strictObject({ organisationId: organisationIdSchema, account: bankAccountSchema });
export const nameAccountResult = z.object({ named: z.literal(true) });

export interface AccountFacts {
  readonly organisation: Organisation | undefined;
  /** Records whose ids it took over. */
  readonly absorbed: readonly Pick<Organisation, "numberOnly">[];
  readonly change: AccountChange | undefined;
  /** A voucher that was issued or taken over here pays it. */
  readonly isPaid: boolean;
}

export async function readAccountFacts(
  reader: Reader,
  organisationId: Organisation["organisationId"],
): Promise<AccountFacts> {
  const [organisation, change] = await Promise.all([
    reader.get("organisation", { organisationId }),
    reader.get("accountChange", { organisationId }),
  ]);
  const absorbed = await Promise.all(
    (organisation?.absorbed ?? []).map((id) => reader.get("organisation", { organisationId: id })),
  );
  const facts = { organisation, absorbed: absorbed.flatMap((one) => one ?? []), change, isPaid: false };
  if (organisation === undefined || !mayNameAccount(facts)) return facts;
  return { ...facts, isPaid: await isPaid(reader, organisation) };
}

/** Its own cases, each by its key: those without a voucher pay nobody. */
async function isPaid(reader: Reader, organisation: Organisation): Promise<boolean> {
  const ids = idsOf(organisation);
  const lists = await Promise.all(ids.map((organisationId) => reader.list("partyCase", { organisationId })));
  const payees = await Promise.all(
    lists.flat().map(async ({ caseId }) => {
      const voucher = await reader.get("voucher", { caseId });
      const one = voucher === undefined ? undefined : await reader.get("case", { caseId });
      const call = one === undefined ? undefined : await reader.get("call", { callId: one.callId });
      return voucher === undefined || call === undefined ? undefined : payeeOf(call, voucher);
    }),
  );
  return payees.some((payee) => payee !== undefined && ids.includes(payee));
}

/**
 * Nothing is awarded to an organisation before a park verified it with its account, so until then its owner may correct it;
 * after that, and once a voucher pays it (one that was taken over asks for no verification), another one takes two people and
 * two working days (domain §13). A verified one without an account is verified anew.
 * @throws not_found `organisation.not-found`; forbidden `membership.owner-needed`; conflict `account.named`; invalid
 * `account.number-wrong`
 */
export const nameAccount = verb({
  name: "organisation.name-account",
  input: nameAccountInput,
  read: (reader: Reader, { organisationId }): Promise<AccountFacts> => readAccountFacts(reader, organisationId),
  decide(facts: AccountFacts, actor, { organisationId, account }): Decision<z.infer<typeof nameAccountResult>> {
    const { organisation } = facts;
    const owner = requireOwner(actor, organisationId);
    if (organisation === undefined) throw new DomainError("not_found", "organisation.not-found");
    if (!mayNameAccount(facts)) throw new DomainError("conflict", "account.named");
    // What a park found was found without the account: it looks again, with it, before anything is awarded.
    const verification = organisation.verification === "verified" ? "unverified" : organisation.verification;
    const { verifiedBy, ...rest } = organisation;
    const named: Organisation = {
      ...rest,
      ...(verifiedBy === undefined || verification !== organisation.verification ? {} : { verifiedBy }),
      verification,
      accounts: [wholeAccount(account)],
      ownAccount: true,
    };
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
export function mayNameAccount({ organisation, absorbed, change, isPaid: paid }: AccountFacts): boolean {
  if (organisation === undefined || organisation.mergedInto !== undefined || isWaiting(change) || paid) return false;
  if (absorbed.some(({ numberOnly }) => numberOnly !== true)) return false;
  const { accounts, ownAccount, verification } = organisation;
  return accounts.length === 0 || (ownAccount === true && verification !== "verified");
}
