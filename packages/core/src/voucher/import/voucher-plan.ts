/** What a row of running vouchers means here: parties, amounts per paying park and days, or every cell that cannot be right. */
import type { AidGrant, AidGroup } from "../../aid/group.ts";
import { headroomsOf } from "../../aid/headroom.ts";
import type { Case } from "../../application/case.ts";
import type { Call } from "../../call/call.ts";
import { type PayerShare, sharesOf } from "../../call/shares.ts";
import type { ImportRun } from "../../import/import-run.ts";
import { minorUnits } from "../../import/minor-units.ts";
import { type Actor, holdsRole } from "../../kernel/actor.ts";
import { exponentOf } from "../../kernel/currency.ts";
import { dayAfter, daySchema } from "../../kernel/day.ts";
import { DomainError, isDomainError } from "../../kernel/error.ts";
import type { PersonId } from "../../kernel/id.ts";
import { type Instant, toZonedDateString } from "../../kernel/instant.ts";
import { type Money, money, subtract } from "../../kernel/money.ts";
import type { Moment } from "../../kernel/verb.ts";
import type { Book } from "../../ledger/book.ts";
import { ledgerKeyText } from "../../ledger/posting.ts";
import { parkOf } from "../../network/network-file.ts";
import type { Organisation } from "../../organisation/organisation.ts";
import type { Column, VoucherFault, VoucherRow } from "./voucher-file.ts";

/** Absence of a party or a person is a fault of its cell. */
export interface ImportFacts {
  readonly call: Call | undefined;
  readonly known: Case | undefined;
  /** The run that brings it, unless the operator does. */
  readonly run?: ImportRun | undefined;
  readonly applicant: Organisation | undefined;
  readonly provider: Organisation | undefined;
  /** Members of the two organisations with those addresses. */
  readonly contactId: PersonId | undefined;
  readonly providerContactId: PersonId | undefined;
  readonly aidGroup: AidGroup | undefined;
  readonly aidGrants: readonly AidGrant[];
  readonly books: readonly Book[];
}

export interface PlannedShare {
  readonly share: PayerShare;
  /** Paid before the move, in the park's currency; never above its part. */
  readonly paid: number;
}

export interface VoucherPlan {
  readonly call: Call;
  readonly applicant: Organisation;
  readonly provider: Organisation;
  readonly contactId: PersonId;
  readonly providerContactId: PersonId;
  readonly price: Money;
  readonly award: Money;
  readonly left: Money;
  readonly shares: readonly PlannedShare[];
  readonly grantedOn: string;
  readonly expiresOn: string;
  readonly status: "issued" | "in-use";
  readonly acceptedOn: string | undefined;
  readonly zone: string;
}

/** Whose park leads the call, as a manager or in finance; and the operator. */
export function mayBring(actor: Actor, leadPark: string, now: Instant): boolean {
  return (
    actor.kind === "system" || holdsRole(actor, "finance", leadPark, now) || holdsRole(actor, "manager", leadPark, now)
  );
}

/** Days after validity in which a report is still taken (domain §5). */
const filingDays = 30;

export function planVoucher(
  facts: ImportFacts,
  row: VoucherRow,
  actor: Actor,
  moment: Moment,
): { plan: VoucherPlan } | { faults: VoucherFault[] } {
  const { call, applicant, provider, contactId, providerContactId } = facts;
  const faults: VoucherFault[] = [];
  const fault = (name: Column, code: VoucherFault["code"]) => void faults.push({ name, code });
  if (call === undefined || call.state === "draft" || call.instrument !== "voucher") fault("call", "call-unknown");
  else if (!mayBring(actor, call.leadPark, moment.now)) fault("call", "not-your-call");
  if (applicant === undefined) fault("applicant_number", "organisation-unknown");
  if (provider === undefined) fault("provider_number", "organisation-unknown");
  if (applicant !== undefined && contactId === undefined) fault("contact_email", "person-unknown");
  if (provider !== undefined && providerContactId === undefined) fault("provider_email", "person-unknown");
  const currency = call?.currency ?? "EUR";
  const amount = (name: "price" | "award" | "paid") => {
    const read = minorUnits(row[name], exponentOf(currency));
    if (read === undefined && row[name] !== "") fault(name, "amount");
    return read;
  };
  const [price, award, paid = 0] = [amount("price"), amount("award"), amount("paid")];
  if (award === 0) fault("award", "amount");
  if (award !== undefined && paid >= award && award > 0) fault("paid", "paid-too-much");
  const day = (name: "granted_on" | "expires_on" | "accepted_on") => {
    if (row[name] !== "" && !daySchema.safeParse(row[name]).success) fault(name, "day");
    return row[name];
  };
  const [grantedOn, expiresOn, acceptedOn] = [day("granted_on"), day("expires_on"), day("accepted_on")];
  const zone = parkOf(moment.network, call?.leadPark ?? moment.network.parks[0]?.id ?? "").zone;
  const today = toZonedDateString(moment.now, zone);
  if (grantedOn > today) fault("granted_on", "days-out-of-order");
  if (expiresOn < grantedOn) fault("expires_on", "days-out-of-order");
  else if (isDay(expiresOn) && dayAfter(expiresOn, filingDays) < today) fault("expires_on", "filing-over");
  const status = row.status.toLowerCase();
  if (status !== "issued" && status !== "in-use") fault("status", "status");
  if (status === "in-use" && acceptedOn === "") fault("accepted_on", "accepted-missing");
  if (acceptedOn !== "" && (acceptedOn < grantedOn || acceptedOn > today)) fault("accepted_on", "days-out-of-order");
  if (call?.payers.some(({ ledger }) => !isOpen(facts.books, ledgerKeyText(ledger)))) fault("call", "year-not-open");
  if (faults.length > 0) return { faults };
  const [asked, before] = [money(award ?? 0, currency), money(paid, currency)];
  const shares = plannedShares(call, asked, before, grantedOn, today, moment);
  if (shares === undefined) return { faults: [{ name: "granted_on", code: "rate-unknown" }] };
  const entered = headroomsOf({
    network: moment.network,
    day: grantedOn,
    shares: shares.map(({ share }) => share),
    grants: [],
    declared: [],
    cost: money(price ?? 0, currency),
  });
  // A grant that cannot be entered would be missing from every later count of the ceiling.
  if (entered.some(({ state }) => state === "not-in-force" || state === "needs-category"))
    return { faults: [{ name: "granted_on", code: "aid-not-in-force" }] };
  if (
    call === undefined ||
    applicant === undefined ||
    provider === undefined ||
    contactId === undefined ||
    providerContactId === undefined ||
    (status !== "issued" && status !== "in-use")
  )
    throw new DomainError("invalid", "import.row");
  return {
    plan: {
      call,
      applicant,
      provider,
      contactId,
      providerContactId,
      price: money(price ?? 0, currency),
      award: asked,
      left: subtract(asked, before),
      shares,
      grantedOn,
      expiresOn,
      status,
      acceptedOn: acceptedOn === "" ? undefined : acceptedOn,
      zone,
    },
  };
}

function isDay(text: string): boolean {
  return daySchema.safeParse(text).success;
}

/** A year that is being ended has its cases frozen; one without a book was never given money and may begin with this. */
function isOpen(books: readonly Book[], key: string): boolean {
  return (books.find(({ bookKey }) => bookKey === key)?.status ?? "open") === "open";
}

/** What was paid before is each park's part of it, at the rate of the grant: what is left is then exact in every currency. */
function plannedShares(
  call: Call | undefined,
  award: Money,
  paid: Money,
  grantedOn: string,
  today: string,
  { network }: Moment,
): PlannedShare[] | undefined {
  if (call === undefined) return undefined;
  for (const day of [grantedOn, today]) {
    try {
      const parts = sharesOf(call, award, network, day);
      const before = sharesOf(call, paid, network, day);
      return parts.map((share, index) => ({
        share,
        paid: Math.min(before[index]?.amount.amount ?? 0, share.amount.amount),
      }));
    } catch (error) {
      // The rates of this installation may begin after the grant: then the last ones before today count.
      if (!isDomainError(error, "rate.none")) throw error;
    }
  }
  return undefined;
}
