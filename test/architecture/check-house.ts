/** The list of all rules of the house. */

import type { House, Violation } from "./house.ts";
import { checkImports } from "./import-rules.ts";
import { checkManifests } from "./manifest-rules.ts";
import { checkMoney } from "./money-rules.ts";
import { checkPurity } from "./purity-rules.ts";
import { checkShape } from "./shape-rules.ts";

export function checkHouse(house: House): Violation[] {
  return [checkImports, checkManifests, checkPurity, checkMoney, checkShape].flatMap((check) => check(house));
}

export function describeViolation({ path, line, rule, says }: Violation): string {
  return `${path}:${line} [${rule}] ${says}`;
}
