/** Requirement: the applicant signed its declaration of other aid, also when there is none. */
import { declared, type Requirement } from "./requirement.ts";

export const aidDeclared: Requirement = {
  id: "aid-declared",
  check: ({ answers }) => declared(answers.aid.signed, true, { missing: "aid.not-signed", wrong: "aid.not-signed" }),
};
