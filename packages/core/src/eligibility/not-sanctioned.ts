/** Requirement: applicant, provider and owners do not stand on the sanctions list in force; asked again before every payment. */
import { fails, holds, type Requirement } from "./requirement.ts";

export const notSanctioned: Requirement = {
  id: "not-sanctioned",
  check({ sanctioned }) {
    if (sanctioned.length === 0) return holds();
    const names = sanctioned.map(({ name }) => name).join(", ");
    return fails("sanction.listed", { names, references: sanctioned.map(({ reference }) => reference) });
  },
};
