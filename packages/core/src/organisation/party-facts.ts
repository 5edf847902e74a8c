/** The only place that says which facts of an organisation decide conflicts of interest, and asks for them to be computed again (domain §8). */
import type { EffectDraft } from "../effect/effect.ts";
import { isSmall } from "../person/interest.ts";
import type { Organisation } from "./organisation.ts";

/** @param wake names the change, so that each one is looked at once */
export function recheckOf({ organisationId }: Pick<Organisation, "organisationId">, wake: string): EffectDraft {
  return { body: { kind: "recheck-parties", organisationId, wake } };
}

/** Nothing where neither the number nor the size that makes a tie HARD has changed. */
export function recheckAfter(before: Organisation, after: Organisation): EffectDraft[] {
  const same =
    before.registerScheme === after.registerScheme &&
    before.registerId === after.registerId &&
    isSmall(before) === isSmall(after);
  return same ? [] : [recheckOf(after, `changed:${before.version}`)];
}
