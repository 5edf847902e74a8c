/** What the applicant declared last of other aid, and when it signed that: in its application, or in a later statement. */
import type { Instant } from "../kernel/instant.ts";
import type { Case } from "./case.ts";
import { answersOf, type SectionAnswers } from "./completeness.ts";
import type { Section } from "./section.ts";

export interface Declared {
  readonly declared: NonNullable<SectionAnswers["aid"]["declared"]>;
  /** Absent where it was never signed. */
  readonly signedAt?: Instant;
}

/** A later statement replaces what the application said: it was asked for at the grant. */
export function declaredLast({ condition }: Pick<Case, "condition">, sections: readonly Section[]): Declared {
  const statement = condition?.statement ?? condition?.before;
  if (statement !== undefined) return { declared: statement.declared, signedAt: statement.at };
  const { declared = [], signed = false } = answersOf(sections).aid;
  // Not the day of submission: what was signed is what was true as it was saved.
  const savedAt = sections.find(({ sectionId }) => sectionId === "aid")?.savedAt;
  return { declared, ...(signed && savedAt !== undefined ? { signedAt: savedAt } : {}) };
}
