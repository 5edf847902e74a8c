/** Requirement: the applicant declares that it is no undertaking in difficulty. */
import { declared, type Requirement } from "./requirement.ts";

export const notInDifficulty: Requirement = {
  id: "not-in-difficulty",
  check: ({ answers }) =>
    declared(answers.company.inDifficulty, false, { missing: "difficulty.not-stated", wrong: "difficulty.declared" }),
};
