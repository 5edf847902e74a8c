/** Awards that were made elsewhere: when two of them are the same one, and what a company declares that stands here already. */
import { canonicalJson } from "../kernel/canonical-json.ts";
import type { AidGrant } from "./group.ts";
import type { DeclaredAid } from "./headroom.ts";

/** Without case and needless blanks: people write the same name in more ways than one. */
export function folded(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}

/** A grantor's reference is of one award. */
export function awardName({ grantor, reference }: { readonly grantor: string; readonly reference: string }): string {
  return canonicalJson([folded(grantor), folded(reference)]);
}

/**
 * An award that a park brought and the applicant declares, too, counts once: the same grantor, day, country and amount.
 * Each declared award stands for one at most; where anything differs, both count.
 */
export function sameAwards(
  grants: readonly AidGrant[],
  declared: readonly DeclaredAid[],
): { readonly twice: ReadonlySet<AidGrant>; readonly alone: readonly DeclaredAid[] } {
  const twice = new Set<AidGrant>();
  const alone = declared.filter((aid) => {
    const same = grants.find((grant) => !twice.has(grant) && isSame(grant, aid));
    if (same !== undefined) twice.add(same);
    return same === undefined;
  });
  return { twice, alone };
}

function isSame({ earlier, jurisdiction, date }: AidGrant, aid: DeclaredAid): boolean {
  return (
    earlier !== undefined &&
    folded(earlier.grantor) === folded(aid.grantor) &&
    date === aid.granted &&
    jurisdiction === aid.jurisdiction &&
    earlier.original.amount === aid.amount.amount &&
    earlier.original.currency === aid.amount.currency
  );
}
