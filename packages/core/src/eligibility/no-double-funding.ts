/** Requirement: no other public money pays the same cost, as declared and as the network itself knows. */
import { isLive } from "../application/other-case.ts";
import { likeness, sameServiceFrom } from "./likeness.ts";
import { declared, fails, type Requirement } from "./requirement.ts";

export const noDoubleFunding: Requirement = {
  id: "no-double-funding",
  /** The same service from the same provider in another case, of this call too, is found whatever was declared. */
  check({ answers, others, provider }) {
    const text = `${answers.project.title ?? ""} ${answers.project.need ?? ""}`;
    const twin = others.find(
      (other) =>
        isLive(other) &&
        other.providerId !== undefined &&
        other.providerId === provider?.organisationId &&
        likeness(other.text, text) >= sameServiceFrom,
    );
    if (twin !== undefined) return fails("double-funding.same-service", { reference: twin.reference });
    return declared(answers.declarations.noDoubleFunding, true, {
      missing: "double-funding.not-stated",
      wrong: "double-funding.declared",
    });
  },
};
