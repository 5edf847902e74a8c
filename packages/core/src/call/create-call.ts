/** Drafting a call: who pays which share from which fund under which aid basis, for whom and within which limits. */
import * as z from "zod";
import { requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { CallId } from "../kernel/id.ts";
import { toZonedDateString } from "../kernel/instant.ts";
import { namedId } from "../kernel/named-id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { budgetYearOf } from "../network/fund.ts";
import { parkOf } from "../network/network-file.ts";
import type { Reader } from "../port/store.ts";
import { type Call, callSchema, type Payer } from "./call.ts";
import { callProblems } from "./call-problems.ts";
import { payerInput } from "./change-schema.ts";

export const createCallInput = callSchema
  .omit({
    callId: true,
    state: true,
    frozen: true,
    superseded: true,
    superseding: true,
    // Chosen on the desk from those that were posed: nobody writes one in another's name.
    challenge: true,
    createdBy: true,
    publishedBy: true,
    writers: true,
    unconfirmed: true,
    version: true,
  })
  .extend({ payers: z.array(payerInput).min(1).max(5) });
export type CreateCall = z.infer<typeof createCallInput>;

/** The code names the call: its id follows from it, so that two calls cannot share one. */
export function callIdOf(code: string, digest: (text: string) => string): CallId {
  return namedId("call", code, digest);
}

/** Managers of the lead park. @throws conflict `call.code-taken`; invalid `input.invalid` with every problem. */
export const createCall = verb({
  name: "call.create",
  input: createCallInput,
  // The id follows from the code by a digest, which only the decision has: it looks through the list of calls.
  read: async (reader: Reader) => ({ calls: await reader.list("call", {}) }),
  decide({ calls }: { calls: readonly Call[] }, actor, drafted, moment): Decision<{ callId: CallId }> {
    const person = requireRole(actor, "manager", drafted.leadPark, moment.now);
    if (calls.some(({ code }) => code === drafted.code))
      throw new DomainError("conflict", "call.code-taken", { code: drafted.code });
    const callId = callIdOf(drafted.code, moment.digest);
    const unknown = drafted.payers.flatMap(({ parkId, fundId }, index) => {
      const there = moment.network.funds.some((fund) => fund.id === fundId && fund.parkId === parkId);
      return there ? [] : [{ path: `payers.${index}.fundId`, message: `${parkId} has no fund "${fundId}".` }];
    });
    if (unknown.length > 0) throw new DomainError("invalid", "input.invalid", { problems: unknown });
    const call: Call = {
      ...drafted,
      callId,
      payers: drafted.payers.map((payer) => payerOf(payer, callId, drafted, moment)),
      state: "draft",
      createdBy: person.personId,
      version: 0,
    };
    const problems = callProblems(call, moment.network);
    if (problems.length > 0) throw new DomainError("invalid", "input.invalid", { problems });
    const facts = { code: call.code, leadPark: call.leadPark, payers: call.payers.map(({ parkId }) => parkId) };
    return {
      changes: [{ op: "create", name: "call", value: call }],
      events: [{ stream: `call:${callId}`, type: "call.created", to: "draft", facts }],
      result: { callId },
    };
  },
});

/** With the ledger key that follows from park, fund, opening day and call. */
export function payerOf(
  { parkId, fundId, budgetYear, sharePercent, aidBasis, redressPercent }: CreateCall["payers"][number],
  callId: CallId,
  { opens }: Pick<Call, "opens">,
  { network }: Pick<Moment, "network">,
): Payer {
  const park = parkOf(network, parkId);
  const fund = network.funds.find((one) => one.id === fundId);
  const year = budgetYear ?? (fund === undefined ? 0 : budgetYearOf(fund, toZonedDateString(opens, park.zone)));
  return {
    parkId,
    ledger: { parkId, fundId, callId, budgetYear: year, currency: park.currency },
    sharePercent,
    aidBasis,
    ...(redressPercent === undefined ? {} : { redressPercent }),
  };
}
