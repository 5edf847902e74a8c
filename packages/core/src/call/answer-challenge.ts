/** The draft of a call answers a challenge that was posed to its park, or no longer does. */
import * as z from "zod";
import { requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { callIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import type { Call } from "./call.ts";
import { challengeIdSchema, type PosedChallenge, stillPosed } from "./challenge.ts";
import { writtenBy } from "./change-draft.ts";

interface Facts {
  readonly call: Call | undefined;
  readonly challenge: PosedChallenge | undefined;
}

/** @throws conflict `call.wrong-state`, `call.changed`, `challenge.withdrawn`; not_found `challenge.not-found` */
export const answerChallenge = verb({
  name: "call.answer-challenge",
  input: z.object({
    callId: callIdSchema,
    version: z.number().int().min(0),
    /** Absent: it answers none. */
    challengeId: challengeIdSchema.optional(),
  }),
  async read(reader: Reader, { callId, challengeId }): Promise<Facts> {
    const call = await reader.get("call", { callId });
    const challenge =
      call === undefined || challengeId === undefined
        ? undefined
        : await reader.get("posedChallenge", { parkId: call.leadPark, challengeId });
    return { call, challenge };
  },
  decide({ call, challenge }: Facts, actor, { version, challengeId }, moment): Decision<{ version: number }> {
    if (call === undefined) throw new DomainError("not_found", "call.not-found");
    const person = requireRole(actor, "manager", call.leadPark, moment.now);
    if (call.state !== "draft")
      throw new DomainError("conflict", "call.wrong-state", { state: call.state, wanted: "draft" });
    if (call.version !== version) throw new DomainError("conflict", "call.changed", { version: call.version });
    if (challengeId !== undefined && challenge === undefined) throw new DomainError("not_found", "challenge.not-found");
    if (challenge?.withdrawnAt !== undefined) throw new DomainError("conflict", "challenge.withdrawn");
    const { challenge: _before, ...bare } = call;
    const value = writtenBy(
      challenge === undefined ? bare : { ...bare, challenge: copyOf(challenge) },
      person.personId,
    );
    return {
      changes: [{ op: "replace", name: "call", value }, ...(challenge === undefined ? [] : [stillPosed(challenge)])],
      events: [{ stream: `call:${call.callId}`, type: "call.draft-changed", facts: { step: "challenge" } }],
      result: { version: call.version + 1 },
    };
  },
});

function copyOf({ challengeId, organisationId, organisationName, title, text }: PosedChallenge): Call["challenge"] {
  return { challengeId, organisationId, organisationName, title, text };
}
