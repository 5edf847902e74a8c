/** Writes a payment batch as ISO 20022 pain.001.001.09; pure, the same input gives the same bytes. */
import Big from "big.js";
import { decimalText } from "../kernel/amount-text.ts";
import { DomainError } from "../kernel/error.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Money } from "../kernel/money.ts";
import type { ChannelRow } from "../network/channel-row.ts";
import type { Address, BankAccount } from "../organisation/organisation.ts";
import { bicOf, ibanOf } from "./account.ts";
import { bankText, isBankReference, isCarried } from "./bank-text.ts";
import { element, type Xml, xmlDocument } from "./xml.ts";

export interface TransferParty {
  readonly name: string;
  readonly address: Address;
  readonly account: BankAccount;
}

export interface Transfer {
  /** Comes back with the booking; see `isBankReference`. */
  readonly endToEndId: string;
  /** Above zero. */
  readonly amount: Money;
  readonly payee: TransferParty;
  readonly remittance: string;
  readonly channel: Pick<ChannelRow, "kind" | "charges">;
  /** Day on which the bank is to pay, `YYYY-MM-DD`. */
  readonly executionDate: string;
}

export interface TransferFile {
  /** At most 30 characters, so that each block can add its number; see `isBankReference`. */
  readonly messageId: string;
  readonly createdAt: Instant;
  readonly debtor: TransferParty;
  readonly transfers: readonly Transfer[];
}

/** ISO allows 140, the SEPA guidelines 70. */
const nameLongest = 70;
const namespace = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
/** SEPA credit transfer, or an ordinary one. */
const serviceLevels: Partial<Record<ChannelRow["kind"], string>> = {
  sepa: "SEPA",
  "pain001-domestic": "NURG",
  "pain001-cross-border": "NURG",
};

/** One block (PmtInf) per channel and day. @throws invalid `payment.…` naming the transfer and what is wrong with it. */
export function pain001(file: TransferFile): string {
  demand(isBankReference(file.messageId) && file.messageId.length <= 30, "payment.bad-reference", {
    id: file.messageId,
  });
  demand(file.transfers.length > 0, "payment.nothing-to-pay", {});
  for (const [index, transfer] of file.transfers.entries()) {
    checkTransfer(transfer);
    const earlier = file.transfers.findIndex((one) => one.endToEndId === transfer.endToEndId);
    demand(earlier === index, "payment.doubled-reference", { endToEndId: transfer.endToEndId });
  }
  demandAccount(file.debtor, "debtor");
  const header = element("GrpHdr", [
    element("MsgId", file.messageId),
    element("CreDtTm", file.createdAt),
    ...totals(file.transfers),
    element("InitgPty", [element("Nm", bankText(file.debtor.name, nameLongest))]),
  ]);
  const blocks = blocksOf(file.transfers).map((transfers, index) => block(file, transfers, index + 1));
  return xmlDocument(element("Document", [element("CstmrCdtTrfInitn", [header, ...blocks])], { xmlns: namespace }));
}

/** Exact sum of the figures whatever their currencies, as the control sum wants it. */
export function controlSum(amounts: readonly Money[]): string {
  const texts = amounts.map(decimalText);
  const places = Math.max(0, ...texts.map((text) => text.split(".")[1]?.length ?? 0));
  return texts.reduce((total, text) => total.plus(text), new Big(0)).toFixed(places);
}

function totals(transfers: readonly Transfer[]): Xml[] {
  return [
    element("NbOfTxs", String(transfers.length)),
    element("CtrlSum", controlSum(transfers.map((transfer) => transfer.amount))),
  ];
}

function blocksOf(transfers: readonly Transfer[]): Transfer[][] {
  const blocks = new Map<string, Transfer[]>();
  for (const transfer of transfers) {
    const key = `${transfer.channel.kind} ${transfer.channel.charges} ${transfer.executionDate}`;
    blocks.set(key, [...(blocks.get(key) ?? []), transfer]);
  }
  return [...blocks.values()];
}

function block(file: TransferFile, transfers: readonly Transfer[], number: number): Xml {
  const [first] = transfers;
  if (first === undefined) throw new DomainError("invalid", "payment.nothing-to-pay");
  return element("PmtInf", [
    element("PmtInfId", `${file.messageId}-${number}`),
    element("PmtMtd", "TRF"),
    // One entry per payment: only such a booking says by itself which voucher was paid.
    element("BtchBookg", "false"),
    ...totals(transfers),
    element("PmtTpInf", [element("SvcLvl", [element("Cd", serviceLevels[first.channel.kind] ?? "NURG")])]),
    element("ReqdExctnDt", [element("Dt", first.executionDate)]),
    party("Dbtr", file.debtor),
    account("DbtrAcct", file.debtor.account),
    agent("DbtrAgt", file.debtor.account) ??
      element("DbtrAgt", [element("FinInstnId", [element("Othr", [element("Id", "NOTPROVIDED")])])]),
    element("ChrgBr", first.channel.charges),
    ...transfers.map(transaction),
  ]);
}

function transaction(transfer: Transfer): Xml {
  const bank = agent("CdtrAgt", transfer.payee.account);
  return element("CdtTrfTxInf", [
    element("PmtId", [element("EndToEndId", transfer.endToEndId)]),
    element("Amt", [element("InstdAmt", decimalText(transfer.amount), { Ccy: transfer.amount.currency })]),
    ...(bank === undefined ? [] : [bank]),
    party("Cdtr", transfer.payee),
    account("CdtrAcct", transfer.payee.account),
    ...(isCarried(transfer.remittance)
      ? [element("RmtInf", [element("Ustrd", bankText(transfer.remittance, 140))])]
      : []),
  ]);
}

function party(name: string, { name: called, address }: TransferParty): Xml {
  const lines = addressLines(address).map(([tag, text, longest]) => element(tag, bankText(text, longest)));
  return element(name, [
    element("Nm", bankText(called, nameLongest)),
    element("PstlAdr", [...lines, element("Ctry", address.country)]),
  ]);
}

/** Structured, in the order and length of the schema. */
function addressLines({ street, number, postcode, town }: Address): [tag: string, text: string, longest: number][] {
  return [
    ["StrtNm", street, 70],
    ["BldgNb", number, 16],
    ["PstCd", postcode, 16],
    ["TwnNm", town, 35],
  ];
}

/** The bank converts for the payee, so only the debtor's currency is said. */
function account(name: "DbtrAcct" | "CdtrAcct", held: BankAccount): Xml {
  const iban = ibanOf(held);
  const other = () => element("Othr", [element("Id", bankText(held.other ?? "", 34))]);
  const currency = name === "DbtrAcct" ? [element("Ccy", held.currency)] : [];
  return element(name, [element("Id", [iban === undefined ? other() : element("IBAN", iban)]), ...currency]);
}

function agent(name: string, held: BankAccount): Xml | undefined {
  const bic = bicOf(held);
  return bic === undefined ? undefined : element(name, [element("FinInstnId", [element("BICFI", bic)])]);
}

function checkTransfer(transfer: Transfer): void {
  const { endToEndId, amount, payee, channel } = transfer;
  demand(isBankReference(endToEndId), "payment.bad-reference", { id: endToEndId });
  demand(Number.isSafeInteger(amount.amount) && amount.amount > 0, "payment.bad-amount", { endToEndId, ...amount });
  demand(channel.kind in serviceLevels, "payment.other-channel", { endToEndId, kind: channel.kind });
  demandAccount(payee, endToEndId);
}

function demandAccount(one: TransferParty, of: string): void {
  const { name, address, account: held } = one;
  demand(isCarried(name), "payment.unwritable-name", { of });
  const lines = addressLines(address).every(([, text]) => isCarried(text));
  demand(lines && /^[A-Z]{2}$/.test(address.country), "payment.bad-address", { of });
  const other = (held.other ?? "").trim();
  const otherHolds = held.iban === undefined && isCarried(other) && bankText(other, 34) === other;
  demand(ibanOf(held) !== undefined || otherHolds, "payment.bad-account", { of });
  demand(held.bic === undefined || bicOf(held) !== undefined, "payment.bad-bic", { of });
}

function demand(holds: boolean, code: string, facts: Record<string, unknown>): asserts holds {
  if (!holds) throw new DomainError("invalid", code, facts);
}
