/** A manager asks for the calibrated ranking of a deadline call's scores; an effect computes it. */
import * as z from "zod";
import type { Call } from "../../call/call.ts";
import { requireRole } from "../../kernel/actor.ts";
import { DomainError } from "../../kernel/error.ts";
import { callIdSchema } from "../../kernel/id.ts";
import { type Decision, verb } from "../../kernel/verb.ts";
import { readScored, type ScoredCase, scoresText } from "./panel-scores.ts";
import { calibratedFrom, type Ranking } from "./ranking.ts";

interface Facts {
  readonly call: Call | undefined;
  readonly scored: readonly ScoredCase[];
  readonly present: Ranking | undefined;
}

export const askCalibration = verb({
  name: "ranking.calibrate",
  input: z.object({
    callId: callIdSchema,
    /** The same scores and seed give the same ranks. */
    seed: z.number().int().min(0).max(2_147_483_647).default(1),
  }),
  async read(reader, { callId }): Promise<Facts> {
    const [call, present] = await Promise.all([reader.get("call", { callId }), reader.get("ranking", { callId })]);
    return { call, present, scored: call === undefined ? [] : await readScored(reader, call) };
  },
  decide({ call, scored, present }: Facts, actor, { seed }, moment): Decision<{ state: Ranking["state"] }> {
    if (call === undefined) throw new DomainError("not_found", "call.not-found");
    const person = requireRole(actor, "manager", call.leadPark, moment.now);
    if (call.mode !== "deadline") throw new DomainError("conflict", "ranking.rolling");
    const counted = scored.filter(({ score }) => score.counted > 0).length;
    if (counted < calibratedFrom)
      throw new DomainError("conflict", "ranking.too-few", { found: counted, wanted: calibratedFrom });
    const hash = moment.digest(scoresText(call.callId, scored));
    if (present?.hash === hash && present.seed === seed && present.state !== "failed")
      return { changes: [], result: { state: present.state } };
    const value: Ranking = {
      callId: call.callId,
      state: "computing",
      part: 0,
      hash,
      seed,
      askedBy: person.personId,
      askedAt: moment.now,
      applications: [],
      assessors: [],
      groups: [],
      settled: false,
      version: present?.version ?? 0,
    };
    return {
      changes: [{ op: present === undefined ? "create" : "replace", name: "ranking", value }],
      events: [
        {
          stream: `call:${call.callId}`,
          type: "ranking.calibration-asked",
          facts: { hash, seed, applications: counted },
        },
      ],
      effects: [{ body: { kind: "calibrate-call", callId: call.callId, hash } }],
      result: { state: "computing" },
    };
  },
});
