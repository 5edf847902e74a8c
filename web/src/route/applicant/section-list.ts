/** The sections of an application as a person goes through them, and how far each is. */
import type { SectionState } from "../../component/task-list.tsx";
import type { Call, CaseView, Check } from "../case/case-query.ts";

export type StepName = "project" | "provider" | "company" | "aid" | "declarations" | "questions";

/** In the order of the page. A call may ask questions of its own. */
export function stepsOf(call: Pick<Call, "questions"> | undefined): readonly StepName[] {
  const own: readonly StepName[] = call?.questions === undefined ? [] : ["questions"];
  return ["project", ...own, "provider", "company", "aid", "declarations"];
}

/** @param check absent while it is being asked for: a section that has answers then counts as begun */
export function stepState(view: CaseView, check: Check | undefined, step: StepName): SectionState {
  if (step === "provider") {
    if (view.offer === undefined || view.offer.status === "declined") return "not-started";
    return view.offer.status === "confirmed" ? "completed" : "in-progress";
  }
  const data = view.sections[step]?.data ?? {};
  const missing = check?.missing.some((gap) => gap.section === step) ?? true;
  // Questions that all may stay unanswered are completed as they are.
  if (Object.keys(data).length === 0) return step === "questions" && !missing ? "completed" : "not-started";
  return missing ? "in-progress" : "completed";
}

/** The first section that is not completed; undefined when all are. */
export function nextStep(steps: readonly StepName[], states: Readonly<Record<StepName, SectionState>>) {
  return steps.find((step) => states[step] !== "completed");
}

/** Which section mends a requirement that is not met; undefined where nothing in the application does. */
export function stepOfRequirement(requirement: string): StepName | undefined {
  const places: Readonly<Record<string, StepName>> = {
    size: "company",
    "not-in-difficulty": "company",
    "no-recovery-order": "company",
    "not-export": "declarations",
    "not-begun": "declarations",
    "no-double-funding": "declarations",
    truthful: "declarations",
    "offer-confirmed": "provider",
    "provider-independent": "provider",
    "payee-reachable": "provider",
    "cross-park": "provider",
    "price-within-limits": "provider",
    "provider-criteria": "provider",
    "own-contribution": "provider",
    "price-compared": "project",
    "aid-declared": "aid",
    "aid-headroom": "aid",
  };
  return places[requirement];
}
