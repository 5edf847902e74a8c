/** Requirement: no order to repay aid is outstanding against the applicant, elsewhere or at a park of the network. */
import { declared, fails, type Requirement } from "./requirement.ts";

export const noRecoveryOrder: Requirement = {
  id: "no-recovery-order",
  check({ answers, others }) {
    const owing = others.find(({ owes }) => owes);
    if (owing !== undefined) return fails("recovery.owed-here", { reference: owing.reference });
    return declared(answers.company.outstandingRecovery, false, {
      missing: "recovery.not-stated",
      wrong: "recovery.outstanding",
    });
  },
};
