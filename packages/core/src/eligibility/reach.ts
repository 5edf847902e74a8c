/** Whether every paying park has a channel that reaches the payee, in its own currency. */
import type { Call } from "../call/call.ts";
import type { NetworkFile } from "../network/network-file.ts";
import type { Organisation } from "../organisation/organisation.ts";
import { type ChannelRefusal, channelFor } from "../payment/channel.ts";

export interface Unreached {
  readonly parkId: string;
  readonly currency: string;
  readonly reasons: readonly ChannelRefusal[];
}

/** A voucher pays the provider, or reimburses the SME. */
export function payeeOfCall(
  call: Pick<Call, "pays">,
  applicant: Organisation,
  provider: Organisation | undefined,
): Organisation | undefined {
  return call.pays === "provider" ? provider : applicant;
}

/** The payers that cannot pay any account of the payee, with the obstacle of each channel; empty when all can. */
export function unreachedBy(network: NetworkFile, call: Pick<Call, "payers">, payee: Organisation): Unreached[] {
  return call.payers.flatMap(({ parkId, ledger: { currency } }) => {
    const accounts = payee.accounts.length === 0 ? [undefined] : payee.accounts;
    const choices = accounts.map((account) =>
      channelFor(network, parkId, { country: payee.address.country, account }, currency),
    );
    if (choices.some((choice) => choice.ok)) return [];
    return [{ parkId, currency, reasons: choices.flatMap((choice) => (choice.ok ? [] : choice.reasons)) }];
  });
}
