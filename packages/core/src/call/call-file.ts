/** A call as one file: what its drafting needs and nothing that happened to it, so that it can be kept, sent and drafted anew. */
import * as z from "zod";
import { daySchema } from "../kernel/day.ts";
import { DomainError } from "../kernel/error.ts";
import { endOfDay, startOfDay } from "../kernel/instant.ts";
import { verb } from "../kernel/verb.ts";
import { parkOf } from "../network/network-file.ts";
import { type Call, callSchema } from "./call.ts";
import { createCall, createCallInput } from "./create-call.ts";

/** Another shape of the file is another version; this one refuses what it does not know. */
export const callFileSchema = z.strictObject({
  format: z.literal("multihelix-call"),
  version: z.literal(1),
  call: createCallInput,
});
export type CallFile = z.infer<typeof callFileSchema>;

/** The file of a call. Its payers carry no budget year: that follows from the opening day of the call that is drafted from it. */
export function callFileOf(call: Call): CallFile {
  const {
    callId: _id,
    state: _state,
    frozen: _frozen,
    superseded: _superseded,
    superseding: _superseding,
    createdBy: _by,
    publishedBy: _published,
    writers: _writers,
    unconfirmed: _unconfirmed,
    version: _version,
    ...drafted
  } = call;
  const payers = call.payers.map(({ parkId, ledger, sharePercent, aidBasis, redressPercent }) => ({
    parkId,
    fundId: ledger.fundId,
    sharePercent,
    aidBasis,
    ...(redressPercent === undefined ? {} : { redressPercent }),
  }));
  return { format: "multihelix-call", version: 1, call: { ...drafted, payers } };
}

export const importCallInput = z.object({
  file: callFileSchema,
  /** What a copy has of its own. */
  code: callSchema.shape.code.optional(),
  /** First and last day in the zone of the lead park. */
  opensOn: daySchema.optional(),
  closesOn: daySchema.optional(),
});

/** Drafts a call from a file, as `createCall` would; problems point into the file. */
export const importCall = verb({
  name: "call.import",
  input: importCallInput,
  read: (reader, { file }, actor) => createCall.read(reader, file.call, actor),
  decide(facts: Awaited<ReturnType<typeof createCall.read>>, actor, { file, code, opensOn, closesOn }, moment) {
    const { zone } = parkOf(moment.network, file.call.leadPark);
    const call = {
      ...file.call,
      ...(code === undefined ? {} : { code }),
      ...(opensOn === undefined ? {} : { opens: startOfDay(opensOn, zone) }),
      ...(closesOn === undefined ? {} : { closes: endOfDay(closesOn, zone) }),
    };
    try {
      return createCall.decide(facts, actor, call, moment);
    } catch (refusal) {
      if (!(refusal instanceof DomainError) || refusal.code !== "input.invalid") throw refusal;
      const problems = (refusal.facts["problems"] as { path: string; message: string }[]).map(({ path, message }) => ({
        path: `file.call.${path}`,
        message,
      }));
      throw new DomainError("invalid", "input.invalid", { problems });
    }
  },
});
