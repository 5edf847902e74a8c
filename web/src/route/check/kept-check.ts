/** Answers of the public check, kept in this window alone, and what of them a draft begins with. */
import { forget, keep, readKept } from "../../form/kept.ts";

/** What was sent to the check, amounts in minor units of the call's currency. */
export interface CheckedAnswers {
  readonly headcount: number;
  readonly turnover: number;
  readonly balanceSheet: number;
  readonly inDifficulty: boolean;
  readonly outstandingRecovery: boolean;
  readonly begun: boolean;
  readonly exportAid: boolean;
  readonly paidElsewhere: boolean;
  readonly aidHad: number;
}

interface Kept {
  readonly typed: unknown;
  readonly answers?: CheckedAnswers;
}

const nameOf = (callId: string) => `check:${callId}`;

export function keepCheck(callId: string, kept: Kept): void {
  keep(nameOf(callId), kept);
}

export function keptCheck(callId: string): Kept | undefined {
  const kept = readKept(nameOf(callId));
  return typeof kept === "object" && kept !== null && "typed" in kept ? (kept as Kept) : undefined;
}

/** The draft has them now. */
export function forgetCheck(callId: string): void {
  forget(nameOf(callId));
}

export interface CarriedSection {
  readonly sectionId: "company" | "declarations" | "aid";
  readonly data: Readonly<Record<string, unknown>>;
}

/** Sections as far as the check has asked their questions. A statement is carried over only where it holds. */
export function sectionsFrom(answers: CheckedAnswers): readonly CarriedSection[] {
  const { headcount, turnover, balanceSheet, inDifficulty, outstandingRecovery } = answers;
  const statements = {
    ...(answers.begun ? {} : { notBegun: true }),
    ...(answers.paidElsewhere ? {} : { noDoubleFunding: true }),
    ...(answers.exportAid ? {} : { noExport: true }),
  };
  const company = { headcount, turnover, balanceSheet, inDifficulty, outstandingRecovery };
  const all: readonly CarriedSection[] = [
    { sectionId: "company", data: company },
    { sectionId: "declarations", data: statements },
    { sectionId: "aid", data: answers.aidHad === 0 ? { declared: [] } : {} },
  ];
  return all.filter(({ data }) => Object.keys(data).length > 0);
}
