/** Requirement: no other public money pays the same cost. */
import { declared, type Requirement } from "./requirement.ts";

export const noDoubleFunding: Requirement = {
  id: "no-double-funding",
  check: ({ answers }) =>
    declared(answers.declarations.noDoubleFunding, true, {
      missing: "double-funding.not-stated",
      wrong: "double-funding.declared",
    }),
};
