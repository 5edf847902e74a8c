/** Chooses the way by which a park can pay an account, or says of each of its channels why not (domain §2). */
import * as z from "zod";
import { type ChannelRow, channelKinds } from "../network/channel-row.ts";
import { isInArea, type NetworkFile, parkOf } from "../network/network-file.ts";
import type { Park } from "../network/park.ts";
import type { BankAccount, Organisation } from "../organisation/organisation.ts";
import { bicOf, canadianAccountOf, ibanCountry, ibanOf, ukAccountOf } from "./account.ts";

export const channelReasons = [
  "currency-not-carried",
  "account-currency",
  "country-not-reached",
  "account-missing",
  "iban-missing",
  "iban-wrong",
  "iban-country",
  "account-number-missing",
  "sort-code-missing",
  "transit-missing",
  "bic-missing",
  "bic-wrong",
] as const;
export type ChannelReason = (typeof channelReasons)[number];

/** Why one channel cannot be used, with what a sentence about it needs. */
export const channelRefusalSchema = z.object({
  kind: z.enum(channelKinds),
  reason: z.enum(channelReasons),
  /** ISO country of the account, or of the payee while no account is known. */
  country: z.string(),
  currency: z.string(),
});
export type ChannelRefusal = Readonly<z.infer<typeof channelRefusalSchema>>;

/** `passedOver`: channels that stand before the chosen one in the park's list, with their reasons. */
export type ChannelChoice =
  | { readonly ok: true; readonly channel: ChannelRow; readonly passedOver: readonly ChannelRefusal[] }
  | { readonly ok: false; readonly reasons: readonly ChannelRefusal[] };

export interface Payee {
  /** ISO country of the organisation; counts only while no account is known. */
  readonly country: string;
  readonly account?: BankAccount | undefined;
}

export interface PayeeChoice {
  /** Absent: the payee has none. */
  readonly account: BankAccount | undefined;
  readonly choice: ChannelChoice;
}

/**
 * The payee's first account that a channel of the park reaches, an account in the payment's currency before others; where none
 * can be reached, the first with the reasons.
 * @throws not_found `park.unknown`, `area.unknown`.
 */
export function accountFor(
  network: NetworkFile,
  parkId: string,
  { accounts, address: { country } }: Pick<Organisation, "accounts" | "address">,
  currency: string,
): PayeeChoice {
  const inOrder = [
    ...accounts.filter((one) => one.currency === currency),
    ...accounts.filter((one) => one.currency !== currency),
  ];
  const tried = inOrder.map((account) => ({
    account,
    choice: channelFor(network, parkId, { country, account }, currency),
  }));
  const first = tried.find(({ choice }) => choice.ok) ?? tried[0];
  return first ?? { account: undefined, choice: channelFor(network, parkId, { country }, currency) };
}

/**
 * The first of the park's channels that carries `currency` to the payee's account. A park without channels gives no reasons.
 * @throws not_found `park.unknown`, `area.unknown`.
 */
export function channelFor(network: NetworkFile, parkId: string, payee: Payee, currency: string): ChannelChoice {
  const park = parkOf(network, parkId);
  const country = payee.account?.country ?? payee.country;
  const passedOver: ChannelRefusal[] = [];
  for (const channel of park.channels) {
    const reason = obstacle(network, park, channel, country, payee.account, currency);
    if (reason === undefined) return { ok: true, channel, passedOver };
    passedOver.push({ kind: channel.kind, reason, country, currency });
  }
  return { ok: false, reasons: passedOver };
}

function obstacle(
  network: NetworkFile,
  park: Park,
  channel: ChannelRow,
  country: string,
  account: BankAccount | undefined,
  currency: string,
): ChannelReason | undefined {
  if (!channel.currencies.includes(currency)) return "currency-not-carried";
  if (!reaches(network, park, channel, country)) return "country-not-reached";
  if (account === undefined) return "account-missing";
  return (
    numberObstacle(channel, account) ??
    currencyObstacle(channel, account, currency) ??
    bicObstacle(network, channel, account)
  );
}

function reaches(network: NetworkFile, park: Park, channel: ChannelRow, country: string): boolean {
  if (channel.reaches === "anywhere") return true;
  if (channel.reaches === "domestic") return country === park.country;
  return isInArea(network, channel.reaches.slice("area:".length), country);
}

function numberObstacle(channel: ChannelRow, account: BankAccount): ChannelReason | undefined {
  const iban = ibanOf(account);
  if (account.iban !== undefined && iban === undefined) return "iban-wrong";
  if (iban !== undefined && ibanCountry(iban) !== account.country) return "iban-country";
  switch (channel.account) {
    case "iban":
      return iban === undefined ? "iban-missing" : undefined;
    case "sort-code":
      return ukAccountOf(account) === undefined ? "sort-code-missing" : undefined;
    case "transit":
      return canadianAccountOf(account) === undefined ? "transit-missing" : undefined;
    case "iban-or-other":
    case "any":
      return iban === undefined && (account.other ?? "").trim() === "" ? "account-number-missing" : undefined;
  }
}

/** National clearings credit only accounts in their own currency; other banks convert on arrival. */
function currencyObstacle(channel: ChannelRow, account: BankAccount, currency: string): ChannelReason | undefined {
  const national = channel.kind === "bacs-csv" || channel.kind === "eft-csv";
  return national && account.currency !== currency ? "account-currency" : undefined;
}

function bicObstacle(network: NetworkFile, channel: ChannelRow, account: BankAccount): ChannelReason | undefined {
  if (account.bic !== undefined && bicOf(account) === undefined) return "bic-wrong";
  if (channel.bic === "never" || account.bic !== undefined) return undefined;
  if (channel.bic === "always") return "bic-missing";
  return isInArea(network, channel.bic.slice("outside:".length), account.country) ? undefined : "bic-missing";
}
