/** What must hold of the aid rows of a network file. */
import { isKnownCurrency } from "../kernel/currency.ts";
import type { AidRow } from "./aid-row.ts";
import type { NetworkFile } from "./network-file.ts";
import type { Problem } from "./problem.ts";

export function checkAid(network: NetworkFile): Problem[] {
  return network.aid.flatMap((row, index) => [
    ...checkRow(network, row, `aid[${index}]`),
    ...network.aid
      .slice(0, index)
      .flatMap((earlier, at) => clash(network, earlier, row, `aid[${index}]`, `aid[${at}]`)),
  ]);
}

function checkRow(network: NetworkFile, row: AidRow, path: string): Problem[] {
  const problems: Problem[] = [];
  for (const place of row.jurisdictions) {
    if (place.startsWith("area:") && !(place.slice(5) in network.areas))
      problems.push({ path: `${path}.jurisdictions`, text: `The area "${place.slice(5)}" is not in this file.` });
  }
  if (row.validUntil !== undefined && row.validUntil < row.validFrom)
    problems.push({ path, text: `The row of ${row.basis} ends before it begins.` });
  if (row.limit.kind === "ceiling" && !isKnownCurrency(row.limit.currency))
    problems.push({ path: `${path}.limit.currency`, text: `The currency "${row.limit.currency}" is unknown.` });
  return problems;
}

/** Two rows of one basis must not both be valid on one day for payers of one country. */
function clash(network: NetworkFile, earlier: AidRow, later: AidRow, path: string, other: string): Problem[] {
  if (earlier.basis !== later.basis) return [];
  const end = "9999-12-31";
  if (earlier.validFrom > (later.validUntil ?? end) || later.validFrom > (earlier.validUntil ?? end)) return [];
  const shared = placesOf(network, later).find((country) => placesOf(network, earlier).includes(country));
  return shared === undefined
    ? []
    : [{ path, text: `For payers of ${shared}, ${later.basis} has two rows valid on one day (see ${other}).` }];
}

function placesOf(network: NetworkFile, row: AidRow): string[] {
  return row.jurisdictions.flatMap((place) =>
    place.startsWith("area:") ? (network.areas[place.slice(5)] ?? []) : [place],
  );
}
