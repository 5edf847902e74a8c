/** Requirement: no order to repay unlawful aid is outstanding against the applicant. */
import { declared, type Requirement } from "./requirement.ts";

export const noRecoveryOrder: Requirement = {
  id: "no-recovery-order",
  check: ({ answers }) =>
    declared(answers.company.outstandingRecovery, false, {
      missing: "recovery.not-stated",
      wrong: "recovery.outstanding",
    }),
};
