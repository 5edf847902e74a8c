/** Who refused a claim does not check it again after redress was upheld: others do (domain §9). */
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { Claim } from "./claim.ts";

/** `forbidden duties.same-person`. */
export function refuseBarred(person: PersonActor, { barred = [] }: Pick<Claim, "barred">): void {
  if (barred.includes(person.personId))
    throw new DomainError("forbidden", "duties.same-person", { step: "claim.refuse" });
}
