/** What stands between a drafted call and its publication: its own problems, parks without money, steps without people. */
import { dayOf } from "../application/read-application.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Budget } from "../ledger/posting.ts";
import type { NetworkFile } from "../network/network-file.ts";
import type { RoleHolder } from "../person/role-grant.ts";
import type { Reader } from "../port/store.ts";
import type { Call } from "./call.ts";
import { type CallProblem, callProblems } from "./call-problems.ts";
import { approversOf, readStaff, type StaffingGap, staffingGaps } from "./staffing.ts";

export interface Readiness {
  readonly problems: readonly CallProblem[];
  readonly parksWithoutMoney: readonly string[];
  readonly gaps: readonly StaffingGap[];
}

export interface ReadinessFacts {
  readonly staff: readonly RoleHolder[];
  readonly budgets: readonly Budget[];
}

export async function readReadiness(reader: Reader, call: Call): Promise<ReadinessFacts> {
  const [staff, budgets] = await Promise.all([
    readStaff(reader, call),
    Promise.all(call.payers.map(({ ledger }) => reader.get("budget", { ledger }))),
  ]);
  return { staff, budgets: budgets.flatMap((budget) => budget ?? []) };
}

/** Empty lists where nothing is in the way. Roles that have ended do not count. */
export function readinessOf(
  call: Call,
  { staff, budgets }: ReadinessFacts,
  network: NetworkFile,
  now: Instant,
): Readiness {
  const empty = call.payers.filter(
    ({ parkId }) => !budgets.some(({ ledger, available }) => ledger.parkId === parkId && available > 0),
  );
  const inForce = staff.filter(({ until }) => until === undefined || now < until);
  return {
    problems: [
      ...callProblems(call, network),
      ...(call.unconfirmed ?? []).map((step) => ({
        path: `steps.${step}`,
        message: `Nobody has saved the step "${step}" yet: its settings are only a beginning.`,
      })),
    ],
    parksWithoutMoney: empty.map(({ parkId }) => parkId),
    gaps: staffingGaps(call, inForce, approversOf(call, network, dayOf(call, network, now))),
  };
}

export function isReady({ problems, parksWithoutMoney, gaps }: Readiness): boolean {
  return problems.length + parksWithoutMoney.length + gaps.length === 0;
}
