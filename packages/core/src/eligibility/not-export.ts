/** Requirement: the aid is not tied to exports (Reg. (EU) 2023/2831, art. 1). */
import { declared, type Requirement } from "./requirement.ts";

export const notExport: Requirement = {
  id: "not-export",
  check: ({ answers }) =>
    declared(answers.declarations.noExport, true, { missing: "export.not-stated", wrong: "export.related" }),
};
