/** What must be known of a payee before it is paid, read anew at each step: its accounts, a change of them, sanctions. */
import type { Organisation } from "../organisation/organisation.ts";
import type { Reader } from "../port/store.ts";
import { type SanctionHit, sanctionHits } from "../sanction/sanction.ts";
import type { AccountChange } from "./account-change.ts";
import type { Order } from "./batch.ts";

export interface PayeeFacts {
  readonly payee: Organisation | undefined;
  readonly accountChange: AccountChange | undefined;
  readonly sanctions: readonly SanctionHit[];
}

export const unknownPayee: PayeeFacts = { payee: undefined, accountChange: undefined, sanctions: [] };

export async function readPayee(reader: Reader, { payeeId }: Pick<Order, "payeeId">): Promise<PayeeFacts> {
  const organisationId = payeeId;
  const [payee, accountChange] = await Promise.all([
    reader.get("organisation", { organisationId }),
    reader.get("accountChange", { organisationId }),
  ]);
  if (payee === undefined) return unknownPayee;
  const names = [payee.legalName, ...payee.accounts.map(({ holder }) => holder)];
  return { payee, accountChange, sanctions: await sanctionHits(reader, names) };
}
