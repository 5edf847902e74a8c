/** Requirement: the applicant stands by what it wrote. */
import { declared, type Requirement } from "./requirement.ts";

export const truthful: Requirement = {
  id: "truthful",
  check: ({ answers }) =>
    declared(answers.declarations.truthful, true, { missing: "truth.not-stated", wrong: "truth.not-confirmed" }),
};
