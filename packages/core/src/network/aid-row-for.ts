/** Picks the row of aid limits that governs a grant of a payer on a day. */
import type { AidBasis } from "../call/call.ts";
import type { AidRow } from "./aid-row.ts";
import { isInArea, type NetworkFile } from "./network-file.ts";

/** `not-in-force`: the basis has rows for this payer, but none valid that day: no new grant. `not-assessed`: it has no row at all. */
export type AidLookup =
  | { readonly state: "in-force"; readonly row: AidRow }
  | { readonly state: "not-in-force"; readonly row: AidRow }
  | { readonly state: "not-assessed" };

/**
 * @param jurisdiction ISO country of the *payer* (domain §7): the SME's home never counts.
 * @param date day of the grant, or of the decision that is to be explained.
 */
export function aidRowFor(
  network: Pick<NetworkFile, "aid" | "areas">,
  basis: AidBasis,
  jurisdiction: string,
  date: string,
): AidLookup {
  const rows = network.aid.filter((row) => row.basis === basis && holdsIn(network, row, jurisdiction));
  const valid = rows.find((row) => row.validFrom <= date && date <= (row.validUntil ?? "9999-12-31"));
  if (valid !== undefined) return { state: "in-force", row: valid };
  const [nearest] = rows.toSorted((left, right) => (left.validFrom < right.validFrom ? 1 : -1));
  return nearest === undefined ? { state: "not-assessed" } : { state: "not-in-force", row: nearest };
}

/** Whether a row holds for payers of a country. */
export function holdsIn(network: Pick<NetworkFile, "areas">, row: AidRow, country: string): boolean {
  return row.jurisdictions.some((place) =>
    place.startsWith("area:") ? isInArea(network, place.slice(5), country) : place === country,
  );
}
