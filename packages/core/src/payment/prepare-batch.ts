/** A finance officer puts waiting orders into a batch; each is checked against what its bank wants, and every fault is named. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { type Claim, invoiceNumbersOf } from "../claim/claim.ts";
import { type PersonActor, requireRole } from "../kernel/actor.ts";
import { isWorkingDay } from "../kernel/calendar.ts";
import { daySchema } from "../kernel/day.ts";
import { DomainError } from "../kernel/error.ts";
import { type BatchId, batchIdSchema } from "../kernel/id.ts";
import { toZonedDateString } from "../kernel/instant.ts";
import { money, moneySchema, sum } from "../kernel/money.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { calendarOf, parkOf } from "../network/network-file.ts";
import { addressSchema, type Organisation } from "../organisation/organisation.ts";
import { isBarred } from "../person/tie.ts";
import type { Change, Reader } from "../port/store.ts";
import type { Slot } from "../review/slot.ts";
import type { SanctionHit } from "../sanction/sanction.ts";
import { isOfEitherParty } from "../voucher/party.ts";
import { refuseReviewer } from "../voucher/staff.ts";
import type { AccountChange } from "./account-change.ts";
import { isCarried } from "./bank-text.ts";
import { type Batch, type BatchOrder, type Order, ordersMost } from "./batch.ts";
import { accountFor } from "./channel.ts";
import { paidOf, payeeFaults, readPayee, unknownPayee } from "./payee-facts.ts";

export const prepareBatchInput = z.object({
  parkId: z.string(),
  endToEndIds: z.array(z.string().min(1).max(35)).min(1).max(ordersMost),
  /** Day on which the bank is to pay: a working day of the park, not in the past. */
  executionDate: daySchema,
  noInterest: z.literal(true),
});
export type PrepareBatchInput = z.infer<typeof prepareBatchInput>;

export const prepareBatchResult = z.object({
  status: z.literal("prepared"),
  batchId: batchIdSchema,
  channel: z.string(),
  total: moneySchema,
  count: z.number().int(),
});
export type PrepareBatchResult = z.infer<typeof prepareBatchResult>;

/** What is known of one wanted order; absent parts are faults that the decision names. */
export interface OrderFacts {
  readonly endToEndId: string;
  readonly order: Order | undefined;
  readonly one: Case | undefined;
  readonly claim: Claim | undefined;
  readonly slots: readonly Slot[];
  readonly payee: Organisation | undefined;
  readonly accountChange: AccountChange | undefined;
  /** Names of the payee, the parties, their owners and account holders that stand on a sanctions list now. */
  readonly sanctions: readonly SanctionHit[];
}

export const prepareBatch = verb({
  name: "payment.prepare-batch",
  input: prepareBatchInput,
  read: async (reader: Reader, { endToEndIds }) => ({
    wanted: await Promise.all([...new Set(endToEndIds)].map((id) => readOrder(reader, id))),
  }),
  decide({ wanted }: { wanted: readonly OrderFacts[] }, actor, input, moment): Decision<PrepareBatchResult> {
    const person = requireRole(actor, "finance", input.parkId, moment.now);
    demandDay(input, moment);
    const lines = demandSound(wanted, person, input, moment);
    const channels = [...new Set(lines.map(({ channel }) => channel))];
    const currencies = [...new Set(lines.map(({ sent }) => sent.amount.currency))];
    const [channel, currency] = [channels[0], currencies[0]];
    if (channel === undefined || currency === undefined || channels.length > 1 || currencies.length > 1) {
      throw new DomainError("invalid", "batch.mixed", { channels, currencies });
    }
    const total = sum(lines.map(({ sent }) => sent.amount));
    const batch: Batch = {
      parkId: input.parkId,
      batchId: moment.newId("bat"),
      currency,
      channel,
      status: "prepared",
      orders: lines.map(({ sent }) => sent),
      total: total.amount,
      executionDate: input.executionDate,
      booked: 0,
      preparedBy: person.personId,
      preparedAt: moment.now,
      version: 0,
    };
    return {
      changes: [
        { op: "create", name: "batch", value: batch },
        ...lines.flatMap(({ order }) => intoBatch(order, batch.batchId)),
      ],
      events: [
        {
          stream: `batch:${batch.batchId}`,
          type: "batch.prepared",
          facts: { parkId: input.parkId, count: lines.length, total: total.amount, currency, channel },
        },
      ],
      result: { status: "prepared", batchId: batch.batchId, channel, total, count: lines.length },
    };
  },
});

async function readOrder(reader: Reader, endToEndId: string): Promise<OrderFacts> {
  const none = { endToEndId, order: undefined, one: undefined, claim: undefined, slots: [], ...unknownPayee };
  const ref = await reader.get("orderRef", { endToEndId });
  if (ref === undefined) return none;
  const { caseId, parkId, claim: number, purpose } = ref;
  const [order, one, claim, slots] = await Promise.all([
    reader.get("order", { caseId, parkId, claim: number, purpose }),
    reader.get("case", { caseId }),
    reader.get("claim", { caseId, claim: number }),
    reader.list("slot", { caseId }),
  ]);
  if (order === undefined || order.endToEndId !== endToEndId) return none;
  return { endToEndId, order, one, claim, slots, ...(await readPayee(reader, order)) };
}

function demandDay({ parkId, executionDate }: PrepareBatchInput, { network, now }: Moment): void {
  const park = parkOf(network, parkId);
  const today = toZonedDateString(now, park.zone);
  if (executionDate < today) throw new DomainError("invalid", "batch.day-past", { executionDate, today });
  if (!isWorkingDay(executionDate, calendarOf(network, park.calendar)))
    throw new DomainError("invalid", "batch.no-working-day", { executionDate });
}

interface Line {
  order: Order;
  sent: BatchOrder;
  channel: string;
}

/** @throws conflict `batch.orders` with every order that cannot be sent and why. Orders of other parks do not exist here. */
function demandSound(
  wanted: readonly OrderFacts[],
  person: PersonActor,
  input: PrepareBatchInput,
  moment: Moment,
): Line[] {
  const lines: Line[] = [];
  const problems: { endToEndId: string; reason: string; channels?: unknown }[] = [];
  for (const facts of wanted) {
    const { endToEndId, order, one, claim, payee, slots } = facts;
    if (
      order === undefined ||
      one === undefined ||
      claim === undefined ||
      payee === undefined ||
      order.parkId !== input.parkId ||
      isBarred(person, one, moment.now)
    ) {
      problems.push({ endToEndId, reason: "unknown" });
      continue;
    }
    if (isOfEitherParty(person, one)) throw new DomainError("forbidden", "duties.own-case", { caseId: one.caseId });
    refuseReviewer(person, slots, one);
    if (order.status !== "waiting" && order.status !== "returned") {
      problems.push({ endToEndId, reason: `already-${order.status}` });
      continue;
    }
    const paid = paidOf(order, payee, moment.network);
    const { address } = paid;
    const tax = order.purpose === "tax";
    const written = [address.street, address.number, address.postcode, address.town].every(isCarried);
    if (!addressSchema.safeParse(address).success || !written) problems.push({ endToEndId, reason: "address" });
    problems.push(...payeeFaults(order, facts).map((reason) => ({ endToEndId, reason })));
    const { account, choice } = accountFor(moment.network, input.parkId, paid, order.amount.currency);
    if (!choice.ok || account === undefined) {
      problems.push({ endToEndId, reason: "no-channel", channels: choice.ok ? [] : choice.reasons });
      continue;
    }
    const invoices = invoiceNumbersOf(claim.lines).join(", ");
    const { remittance: authority } = parkOf(moment.network, input.parkId);
    const about = tax ? `${authority?.reference ?? ""} ${one.reference}` : `${one.reference} ${invoices}`;
    const remittance = about.slice(0, 140);
    lines.push({
      order,
      channel: choice.channel.kind,
      sent: {
        endToEndId,
        caseId: order.caseId,
        claim: order.claim,
        purpose: order.purpose,
        payeeId: order.payeeId,
        payeeName: paid.legalName,
        address,
        amount: money(order.amount.amount, order.amount.currency),
        account,
        remittance,
      },
    });
  }
  if (problems.length > 0) throw new DomainError("conflict", "batch.orders", { problems });
  return lines;
}

/** The status is the guard: an order is in one batch only. */
function intoBatch(order: Order, batchId: BatchId): Change[] {
  const { caseId, parkId, claim, purpose, endToEndId } = order;
  return [
    {
      op: "patch",
      name: "order",
      key: { caseId, parkId, claim, purpose },
      set: { status: "batched", batchId },
      when: { status: order.status, endToEndId },
    },
    { op: "remove", name: "orderWaiting", key: { parkId, endToEndId } },
  ];
}
