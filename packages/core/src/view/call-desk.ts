/** Calls as the staff of their parks see them: drafts too, how far their cases are, and what stands between a draft and its publication. */
import * as z from "zod";
import { amendableStates } from "../call/amendable.ts";
import type { Call } from "../call/call.ts";
import { callSchema, callStateSchema } from "../call/call.ts";
import { standingOf } from "../call/call-state.ts";
import { publishCall } from "../call/publish-call.ts";
import { readinessOf, readReadiness } from "../call/readiness.ts";
import { redressPercentOf } from "../call/redress-reserve.ts";
import { holdsRole, type PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type CallId, callIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { refusalOf } from "../kernel/rehearse.ts";
import type { NetworkFile } from "../network/network-file.ts";
import type { Deps } from "../port/deps.ts";
import { stateAt } from "./call-view.ts";
import { namesOfIds } from "./names.ts";
import { refusalSchema } from "./refusal.ts";

const countsSchema = z.object({
  /** Submitted cases. */
  cases: z.number().int(),
  /** Those whose reviews are not over, and those whose decision nobody was told. */
  before: z.number().int(),
  undecided: z.number().int(),
});

const lineSchema = callSchema
  .pick({ callId: true, code: true, leadPark: true, title: true, mode: true, opens: true, closes: true })
  .extend({ state: callStateSchema, ...countsSchema.shape });

export const parkCallsSchema = z.object({ calls: z.array(lineSchema) });

export const callDeskSchema = z.object({
  call: callSchema.omit({
    createdBy: true,
    publishedBy: true,
    writers: true,
    frozen: true,
    superseded: true,
    superseding: true,
    version: true,
  }),
  /** What a change of the draft says it was made on. */
  version: z.number().int(),
  state: callStateSchema,
  ...countsSchema.shape,
  /** The reader manages the call. */
  mine: z.boolean(),
  draftedBy: z.string(),
  publishedBy: z.string().optional(),
  frozenAt: instantSchema.optional(),
  /** Per paying park, in its currency, minor units. */
  payers: z.array(
    z.object({
      parkId: z.string(),
      fundId: z.string(),
      budgetYear: z.number().int(),
      currency: z.string(),
      available: z.number().int(),
      redressPercent: z.number(),
    }),
  ),
  /** Of a call that can be changed, for its managers: the parks that can pay, with their funds and aid bases. */
  payable: z
    .array(
      z.object({
        parkId: z.string(),
        funds: z.array(z.object({ fundId: z.string(), name: z.string() })),
        aidBases: z.array(z.string()),
      }),
    )
    .optional(),
  /** Of a draft: what is in the way of publishing it. */
  readiness: z
    .object({
      problems: z.array(z.object({ path: z.string(), message: z.string() })),
      parksWithoutMoney: z.array(z.string()),
      gaps: z.array(
        z.object({
          step: z.string(),
          role: z.string(),
          scope: z.string(),
          needed: z.number().int(),
          found: z.number().int(),
          apartFrom: z.array(z.string()),
        }),
      ),
    })
    .optional(),
  /** Why the reader may not publish it although they manage it. */
  refusal: refusalSchema.optional(),
  /** What happened to the call, newest last. */
  events: z.array(z.object({ type: z.string(), at: instantSchema, by: z.string() })),
});
export type CallDesk = z.infer<typeof callDeskSchema>;

const readers = ["manager", "approver", "finance", "auditor"] as const;

function reads(deps: Deps, actor: PersonActor, parkId: string): boolean {
  const now = deps.clock.now();
  return readers.some((role) => holdsRole(actor, role, parkId, now)) || holdsRole(actor, "secretary", undefined, now);
}

/** @throws forbidden `actor.role-needed` */
export async function readParkCalls(
  deps: Deps,
  actor: PersonActor,
  parkId: string,
): Promise<z.infer<typeof parkCallsSchema>> {
  if (!reads(deps, actor, parkId)) throw new DomainError("forbidden", "actor.role-needed", { role: "manager", parkId });
  const calls = (await deps.store.list("call", {})).filter(({ payers }) =>
    payers.some((payer) => payer.parkId === parkId),
  );
  const lines = await Promise.all(
    calls.map(async (call) => ({
      callId: call.callId,
      code: call.code,
      leadPark: call.leadPark,
      title: call.title,
      mode: call.mode,
      opens: call.opens,
      closes: call.closes,
      state: stateAt(call, deps.clock.now()),
      ...(await countsOf(deps, call)),
    })),
  );
  return { calls: lines.sort((a, b) => b.opens.localeCompare(a.opens) || a.code.localeCompare(b.code)) };
}

async function countsOf(deps: Deps, { leadPark, callId }: Call): Promise<z.infer<typeof countsSchema>> {
  const rows = await deps.store.list("row", { parkId: leadPark, callId });
  const { before, undecided } = standingOf(
    rows.map(({ status }) => status),
    0,
  );
  return { cases: rows.length, before, undecided };
}

/** @throws not_found `call.not-found`; forbidden `actor.role-needed` */
export async function readCallDesk(deps: Deps, actor: PersonActor, callId: CallId): Promise<CallDesk> {
  const stored = await requireCallOf(deps, actor, callId);
  const {
    createdBy,
    publishedBy,
    writers: _writers,
    frozen,
    version,
    superseded: _past,
    superseding: _asked,
    ...call
  } = stored;
  const now = deps.clock.now();
  const mine = holdsRole(actor, "manager", call.leadPark, now);
  const [counts, facts, events] = await Promise.all([
    countsOf(deps, stored),
    readReadiness(deps.store, stored),
    deps.store.list("event", { stream: `call:${callId}` }),
  ]);
  const names = await namesOfIds(
    deps.store,
    [...new Set([createdBy, publishedBy ?? createdBy, ...events.map((event) => event.actor)])].filter((id) =>
      id.startsWith("per_"),
    ),
  );
  const draft = call.state === "draft";
  const network = await deps.network.current();
  const refusal = draft && mine ? await refusalOf(deps, actor, publishCall, { callId }) : undefined;
  const { problems, parksWithoutMoney, gaps } = readinessOf(stored, facts, network, now);
  return {
    call,
    version,
    state: stateAt(stored, now),
    ...counts,
    mine,
    draftedBy: names[createdBy] ?? "",
    ...(publishedBy === undefined ? {} : { publishedBy: names[publishedBy] ?? "" }),
    ...(frozen === undefined ? {} : { frozenAt: frozen.at }),
    payers: call.payers.map((payer) => ({
      parkId: payer.parkId,
      fundId: payer.ledger.fundId,
      budgetYear: payer.ledger.budgetYear,
      currency: payer.ledger.currency,
      available: facts.budgets.find(({ ledger }) => ledger.parkId === payer.parkId)?.available ?? 0,
      redressPercent: redressPercentOf(payer),
    })),
    ...(mine && (draft || amendableStates.includes(call.state)) ? { payable: payableOf(network) } : {}),
    ...(draft
      ? {
          readiness: {
            problems: [...problems],
            parksWithoutMoney: [...parksWithoutMoney],
            gaps: gaps.map((gap) => ({ ...gap, apartFrom: [...gap.apartFrom] })),
          },
        }
      : {}),
    ...(refusal === undefined ? {} : { refusal }),
    events: events.map(({ type, at, actor: by }) => ({ type, at, by: names[by] ?? "" })),
  };
}

function payableOf({ parks, funds }: NetworkFile): NonNullable<CallDesk["payable"]> {
  return parks
    .filter(({ associate }) => !associate)
    .map(({ id, aidBases }) => ({
      parkId: id,
      funds: funds.filter(({ parkId }) => parkId === id).map((fund) => ({ fundId: fund.id, name: fund.name })),
      aidBases: [...aidBases],
    }));
}

/** A call that the reader has a duty in. A draft does not exist for anybody else. */
export async function requireCallOf(deps: Deps, actor: PersonActor, callId: CallId): Promise<Call> {
  const call = await deps.store.get("call", { callId: callIdSchema.parse(callId) });
  if (call === undefined) throw new DomainError("not_found", "call.not-found");
  if (call.payers.some(({ parkId }) => reads(deps, actor, parkId))) return call;
  if (call.state === "draft") throw new DomainError("not_found", "call.not-found");
  throw new DomainError("forbidden", "actor.role-needed", { role: "manager", parkId: call.leadPark });
}
