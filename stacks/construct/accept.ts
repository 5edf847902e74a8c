/** The only place where a finding of the security rules is accepted: with its date and its reason. */
import { NagSuppressions } from "cdk-nag";
import type { IConstruct } from "constructs";

/**
 * Accept one finding on one construct and what is below it.
 *
 * @param date day of the decision, ISO.
 * @param applies limits the acceptance to findings of this text (`Resource::*`), or that match a `/pattern/`.
 */
export function accept(
  construct: IConstruct,
  id: string,
  date: string,
  reason: string,
  ...applies: readonly (string | { readonly regex: string })[]
): void {
  const suppression = {
    id,
    reason: `${date}: ${reason}`,
    ...(applies.length === 0 ? {} : { appliesTo: [...applies] }),
  };
  NagSuppressions.addResourceSuppressions(construct, [suppression], true);
}
