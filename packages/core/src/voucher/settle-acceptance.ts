/** The join after both parties were asked: the voucher is in use if both accepted, else it lapses and its money returns. */
import * as z from "zod";
import { moveCase } from "../application/move.ts";
import { requireSystem } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { type EndFacts, endVoucher, readEnd } from "./end.ts";
import { requireCase, requireVoucher } from "./use-facts.ts";

export const settleAcceptanceInput = z.object({ caseId: caseIdSchema, attempt: z.number().int().min(1) });

/** `closed`: the case went another way meanwhile (cancelled). */
export const settleAcceptanceResult = z.object({ outcome: z.enum(["in-use", "lapsed", "closed"]) });
export type SettleAcceptanceResult = z.infer<typeof settleAcceptanceResult>;

export const settleAcceptance = verb({
  name: "voucher.settle-acceptance",
  input: settleAcceptanceInput,
  read: (reader: Reader, { caseId }) => readEnd(reader, caseId),
  decide(facts: EndFacts, actor, { attempt }, moment): Decision<SettleAcceptanceResult> {
    requireSystem(actor);
    const one = requireCase(facts);
    if (one.status === "in-use" || one.status === "lapsed") return { changes: [], result: { outcome: one.status } };
    if (one.status !== "issued") return { changes: [], result: { outcome: "closed" } };
    const { voucher } = requireVoucher(facts);
    const asked = facts.tasks.filter((task) => task.kind === "accept" && task.attempt === attempt);
    const accepted = new Set(voucher.accepted.map(({ party }) => party));
    if (accepted.has("applicant") && accepted.has("provider")) {
      const move = moveCase(one, "in-use", {}, moment, { type: "voucher.in-use" });
      return { changes: move.changes, events: move.events, result: { outcome: "in-use" } };
    }
    if (asked.some((task) => task.status === "open"))
      throw new DomainError("conflict", "voucher.acceptance-open", { caseId: one.caseId });
    const end = endVoucher(one, facts, "lapsed", moment);
    return { ...end, result: { outcome: "lapsed" } };
  },
});
