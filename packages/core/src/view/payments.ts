/** What a park's finance officers see of its payments: orders that wait, batches on their way. */
import * as z from "zod";
import { holdsRole, type PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { CaseId } from "../kernel/id.ts";
import { moneySchema } from "../kernel/money.ts";
import { refusalOf } from "../kernel/rehearse.ts";
import { channelKinds } from "../network/channel-row.ts";
import type { NetworkFile } from "../network/network-file.ts";
import { organisationOf } from "../organisation/family.ts";
import type { Organisation } from "../organisation/organisation.ts";
import { type Batch, type BatchOrder, batchSchema, type Order, orderSchema } from "../payment/batch.ts";
import { accountFor, channelRefusalSchema } from "../payment/channel.ts";
import { paidOf } from "../payment/payee-facts.ts";
import { releaseBatch } from "../payment/release-batch.ts";
import type { Deps } from "../port/deps.ts";
import type { Reader } from "../port/store.ts";
import { namesOfIds, personIdsIn } from "./names.ts";
import { refusalSchema } from "./refusal.ts";

export const waitingOrderSchema = orderSchema
  .pick({ caseId: true, parkId: true, claim: true, purpose: true, endToEndId: true, payeeId: true, status: true })
  .extend({
    amount: moneySchema,
    payee: z.string(),
    reference: z.string(),
    /** How it would be sent today; absent where no channel of the park reaches the payee. */
    channel: z.enum(channelKinds).optional(),
    /** Channels of the park that come before that one, or all of them, each with its reason. */
    notBy: z.array(channelRefusalSchema),
  });
export type WaitingOrder = z.infer<typeof waitingOrderSchema>;

export const paymentsSchema = z.object({
  waiting: z.array(waitingOrderSchema),
  /** Account changes that stop payments of the queue: of whom, how far, and a case where it is answered. */
  accountChanges: z.array(
    z.object({
      caseId: orderSchema.shape.caseId,
      payee: z.string(),
      status: z.enum(["proposed", "confirmed"]),
      validFrom: z.string().optional(),
    }),
  ),
  /** Newest first. */
  batches: z.array(batchSchema),
  /** Why the reader may not release a prepared batch, by its id. */
  refusals: z.record(z.string(), refusalSchema),
  names: z.record(z.string(), z.string()),
  /** Case id → reference, of every order shown. */
  references: z.record(z.string(), z.string()),
  /** How far each order of a batch is, by EndToEndId. */
  orders: z.record(
    z.string(),
    orderSchema.pick({ status: true, bookedOn: true, bankReference: true, returnedOn: true }),
  ),
});
export type Payments = z.infer<typeof paymentsSchema>;

/** `forbidden` for who has no duty in the park's finance. */
export async function readPayments(deps: Deps, actor: PersonActor, parkId: string): Promise<Payments> {
  const now = deps.clock.now();
  if (!(["finance", "manager", "auditor"] as const).some((role) => holdsRole(actor, role, parkId, now)))
    throw new DomainError("forbidden", "actor.role-needed", { role: "finance", parkId });
  const [queue, batches, network] = await Promise.all([
    deps.store.list("orderWaiting", { parkId }),
    deps.store.list("batch", { parkId }),
    deps.network.current(),
  ]);
  const waiting = await Promise.all(
    queue.map(async ({ caseId, claim, purpose }) => {
      const [order, one] = await Promise.all([
        deps.store.get("order", { caseId, parkId, claim, purpose }),
        deps.store.get("case", { caseId }),
      ]);
      if (order === undefined || one === undefined) return undefined;
      const payee = await organisationOf(deps.store, order.payeeId);
      const paid = payee === undefined ? undefined : paidOf(order, payee, network);
      return {
        ...order,
        payeeId: payee?.organisationId ?? order.payeeId,
        payee: paid?.legalName ?? "",
        reference: one.reference,
        ...wayTo(paid, order, network),
      };
    }),
  );
  const inQueue = waiting.flatMap((order) => order ?? []);
  const sent = batches.flatMap(({ orders }) => orders);
  const [refusals, names, references, orders] = await Promise.all([
    refusalsOf(deps, actor, batches),
    namesOfIds(deps.store, personIdsIn(batches)),
    referencesOf(
      deps.store,
      sent.map(({ caseId }) => caseId),
    ),
    statesOf(deps.store, parkId, sent),
  ]);
  return {
    waiting: inQueue,
    accountChanges: await changesOf(
      deps.store,
      inQueue.filter(({ purpose }) => purpose === "payee"),
    ),
    batches: [...batches].reverse(),
    refusals,
    names,
    references,
    orders,
  };
}

/** The channel that a batch would take today, and what speaks against those before it. */
function wayTo(
  payee: Pick<Organisation, "accounts" | "address"> | undefined,
  { parkId, amount }: Order,
  network: NetworkFile,
): Pick<WaitingOrder, "channel" | "notBy"> {
  if (payee === undefined) return { notBy: [] };
  const { choice } = accountFor(network, parkId, payee, amount.currency);
  return choice.ok ? { channel: choice.channel.kind, notBy: [...choice.passedOver] } : { notBy: [...choice.reasons] };
}

/** Account changes that stop payments of the park: of whom, how far, and a case where each is answered. */
export async function readPayeeChanges(reader: Reader, parkId: string): Promise<Payments["accountChanges"]> {
  const queue = await reader.list("orderWaiting", { parkId });
  const orders = await Promise.all(
    queue.map(({ caseId, claim, purpose }) => reader.get("order", { caseId, parkId, claim, purpose })),
  );
  const waiting = await Promise.all(
    orders
      .flatMap((order) => (order === undefined || order.purpose === "tax" ? [] : [order]))
      .map(async ({ payeeId, caseId }) => {
        const payee = await organisationOf(reader, payeeId);
        return { payeeId: payee?.organisationId ?? payeeId, caseId, payee: payee?.legalName ?? "" };
      }),
  );
  return changesOf(reader, waiting);
}

async function changesOf(
  reader: Reader,
  waiting: readonly Pick<WaitingOrder, "payeeId" | "payee" | "caseId">[],
): Promise<Payments["accountChanges"]> {
  const byPayee = [...new Map(waiting.map((order) => [order.payeeId, order])).values()];
  const found = await Promise.all(
    byPayee.map(async ({ payeeId: organisationId, payee, caseId }) => {
      const change = await reader.get("accountChange", { organisationId });
      if (change?.status !== "proposed" && change?.status !== "confirmed") return [];
      const { status, validFrom } = change;
      return [{ caseId, payee, status, ...(validFrom === undefined ? {} : { validFrom }) }];
    }),
  );
  return found.flat();
}

async function refusalsOf(deps: Deps, actor: PersonActor, batches: readonly Batch[]): Promise<Payments["refusals"]> {
  const prepared = batches.filter(({ status }) => status === "prepared");
  const found = await Promise.all(
    prepared.map(async ({ parkId, batchId }) => {
      const refusal = await refusalOf(deps, actor, releaseBatch, { parkId, batchId, noInterest: true });
      return refusal === undefined ? [] : [[batchId, refusal] as const];
    }),
  );
  return Object.fromEntries(found.flat());
}

/** Case id → reference. */
export async function referencesOf(reader: Reader, caseIds: readonly CaseId[]): Promise<Record<string, string>> {
  const cases = await Promise.all([...new Set(caseIds)].map((caseId) => reader.get("case", { caseId })));
  return Object.fromEntries(cases.flatMap((one) => (one === undefined ? [] : [[one.caseId, one.reference]])));
}

/** An order that came back has another EndToEndId now: under its old one it counts as returned. */
async function statesOf(reader: Reader, parkId: string, sent: readonly BatchOrder[]): Promise<Payments["orders"]> {
  const orders = await Promise.all(
    sent.map(({ caseId, claim, purpose }) => reader.get("order", { caseId, parkId, claim, purpose })),
  );
  return Object.fromEntries(
    sent.flatMap(({ endToEndId }, index) => {
      const order = orders[index];
      if (order === undefined) return [];
      const { status, bookedOn, bankReference, returnedOn } = order;
      return [
        [
          endToEndId,
          order.endToEndId === endToEndId ? { status, bookedOn, bankReference } : { status: "returned", returnedOn },
        ],
      ];
    }),
  );
}
