/** Screening by the lead park's manager: eligible, not eligible with reasons, or a question to the applicant. */
import * as z from "zod";
import { checkEligibility, failingOf } from "../eligibility/list.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema, type PersonId } from "../kernel/id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import type { Slot } from "../review/slot.ts";
import { answerTask, openOrRepeated, requireOpenTask } from "../task/answer.ts";
import type { Task } from "../task/task.ts";
import { requireStaff } from "../voucher/staff.ts";
import type { Case } from "./case.ts";
import { type Move, moveCase } from "./move.ts";
import { type ApplicationFacts, eligibilityFactsOf, readApplication, requireApplication } from "./read-application.ts";

export const screenApplicationInput = z.object({
  caseId: caseIdSchema,
  noInterest: z.literal(true),
  outcome: z.enum(["eligible", "ineligible", "ask"]),
  /** Told to the applicant once a second person has confirmed them. */
  reasons: z.string().trim().max(4000).default(""),
  question: z.string().trim().max(2000).default(""),
});
/** An execution's history is finite, and so is patience: then it is decided on what is there. */
const questionsMost = 5;
/** So often a second person refuses to find an application ineligible; then it is not proposed again. */
const refusedMost = 5;
type Screening = z.output<typeof screenApplicationInput>;

interface Facts extends ApplicationFacts {
  readonly tasks: readonly Task[];
  readonly slots: readonly Slot[];
}

/** @throws invalid `screening.reasons-missing`, `screening.question-missing`; conflict `eligibility.not-met`, `screening.questions-most`, `screening.refused-most`. */
export const screenApplication = verb({
  name: "application.screen",
  input: screenApplicationInput,
  async read(reader, { caseId }): Promise<Facts> {
    const [application, tasks, slots] = await Promise.all([
      readApplication(reader, caseId),
      reader.list("task", { caseId }),
      reader.list("slot", { caseId }),
    ]);
    return { ...application, tasks, slots };
  },
  decide(facts: Facts, actor, input, moment): Decision<{ outcome: string }> {
    const { one } = requireApplication(facts);
    const person = requireStaff(actor, "manager", one, facts.slots, moment.now);
    const task = openOrRepeated(facts.tasks, "screen", undefined, actor, input.outcome);
    if (task === undefined) {
      // The same words again are no error; others under a closed task are.
      if (!isSame(one, input)) requireOpenTask(facts.tasks, "screen");
      return { changes: [], result: { outcome: input.outcome } };
    }
    const { changes, events } = moveOf(facts, person.personId, input, moment);
    const closing = answerTask(task, { outcome: input.outcome, round: task.round }, actor, moment);
    return {
      changes: [...changes, ...closing.changes],
      events,
      effects: closing.effects,
      result: { outcome: input.outcome },
    };
  },
});

function isSame(one: Case, { outcome, question, reasons }: Screening): boolean {
  if (outcome === "ask") return one.questions?.at(-1)?.question === question;
  return outcome === "eligible" || one.ineligibility?.reasons === reasons;
}

function moveOf(facts: Facts, by: PersonId, input: Screening, moment: Moment): Move {
  const { one } = requireApplication(facts);
  switch (input.outcome) {
    case "eligible": {
      const failing = failingOf(checkEligibility(eligibilityFactsOf(facts, moment, "screening")));
      if (failing.length > 0) throw new DomainError("conflict", "eligibility.not-met", { failing });
      return moveCase(one, "in-review", {}, moment, { type: "application.screened" });
    }
    case "ineligible": {
      if (input.reasons === "") throw new DomainError("invalid", "screening.reasons-missing");
      const refusals = facts.tasks.filter(
        ({ kind, answer }) => kind === "confirm-ineligible" && answer?.["outcome"] === "back",
      );
      if (refusals.length >= refusedMost)
        throw new DomainError("conflict", "screening.refused-most", { most: refusedMost });
      const ineligibility = { reasons: input.reasons, by, at: moment.now };
      return moveCase(one, "ineligible-proposed", { ineligibility }, moment, {
        type: "application.ineligible-proposed",
      });
    }
    case "ask": {
      if (input.question === "") throw new DomainError("invalid", "screening.question-missing");
      if ((one.questions ?? []).length >= questionsMost)
        throw new DomainError("conflict", "screening.questions-most", { most: questionsMost });
      const questions = [...(one.questions ?? []), { question: input.question, by, at: moment.now }];
      return moveCase(one, "more-information", { questions }, moment, {
        type: "application.question-asked",
        facts: { question: questions.length },
      });
    }
  }
}
