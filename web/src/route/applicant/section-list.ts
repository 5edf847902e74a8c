/** The sections of an application as a person goes through them, and how far each is. */
import type { SectionState } from "../../component/task-list.tsx";
import type { CaseView, Check } from "../case/case-query.ts";

export type StepName = "project" | "provider" | "company" | "aid" | "declarations";

/** In the order of the page. */
export const steps: readonly StepName[] = ["project", "provider", "company", "aid", "declarations"];

/** @param check absent while it is being asked for: a section that has answers then counts as begun */
export function stepState(view: CaseView, check: Check | undefined, step: StepName): SectionState {
  if (step === "provider") {
    if (view.offer === undefined || view.offer.status === "declined") return "not-started";
    return view.offer.status === "confirmed" ? "completed" : "in-progress";
  }
  const data = view.sections[step]?.data ?? {};
  if (Object.keys(data).length === 0) return "not-started";
  const missing = check?.missing.some((gap) => gap.section === step) ?? true;
  return missing ? "in-progress" : "completed";
}

/** The first section that is not completed; undefined when all are. */
export function nextStep(states: Readonly<Record<StepName, SectionState>>): StepName | undefined {
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
