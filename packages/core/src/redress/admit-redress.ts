/** The redress officer says within ten working days whether a request can be examined. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import { type RedressFacts, readRedress, redressLetters, requireOfficer } from "./redress-facts.ts";

export const admitRedressInput = z.object({
  caseId: caseIdSchema,
  noInterest: z.literal(true),
  outcome: z.enum(["admitted", "inadmissible"]),
  /** To whoever asked; needed where it is not admitted. */
  reasons: z.string().trim().max(4000).default(""),
});

/** @throws invalid `redress.reasons-missing`. */
export const admitRedress = verb({
  name: "redress.admit",
  input: admitRedressInput,
  read: (reader, { caseId }) => readRedress(reader, caseId),
  decide(facts: RedressFacts, actor, { outcome, reasons }, moment): Decision<{ outcome: string }> {
    const { one, redress, officer } = requireOfficer(facts, actor, moment);
    const task = openOrRepeated(facts.tasks, "admit-redress", undefined, actor, outcome);
    if (task === undefined) return { changes: [], result: { outcome } };
    if (outcome === "inadmissible" && reasons === "") throw new DomainError("invalid", "redress.reasons-missing");
    const admission = { reasons, by: officer.personId, at: moment.now };
    const value: Case = { ...one, redress: { ...redress, status: outcome, admission } };
    const closing = answerTask(task, { outcome, round: task.round }, actor, moment);
    const told = redressLetters({ ...facts, one }, outcome, reasons, moment);
    return {
      changes: [{ op: "replace", name: "case", value }, ...closing.changes, ...told.changes],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: outcome === "admitted" ? "redress.admitted" : "redress.inadmissible",
          facts: { redressId: redress.redressId, party: redress.party ?? "applicant" },
        },
      ],
      effects: [...closing.effects, ...told.effects],
      result: { outcome },
    };
  },
});
