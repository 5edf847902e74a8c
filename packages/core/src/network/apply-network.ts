/** Puts a network file in force: checked in words, numbered, the earlier version kept, refused where it would strand a call. */
import * as z from "zod";
import type { Call } from "../call/call.ts";
import { type Actor, requireOperator } from "../kernel/actor.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { DomainError } from "../kernel/error.ts";
import { perform } from "../kernel/perform.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import type { Deps } from "../port/deps.ts";
import type { Change, Reader } from "../port/store.ts";
import { checkNetwork } from "./check-network.ts";
import type { NetworkFile } from "./network-file.ts";
import type { NetworkItem } from "./network-item.ts";

export interface Applied {
  /** Version in force after it. */
  readonly number: number;
  readonly changed: boolean;
}

export const applyNetwork = verb({
  name: "network.apply",
  input: z.object({ file: z.record(z.string(), z.unknown()) }),
  async read(reader: Reader) {
    const [current, calls] = await Promise.all([reader.get("network", { id: "current" }), reader.list("call", {})]);
    return { current, calls };
  },
  decide(
    { current, calls }: { current: NetworkItem | undefined; calls: readonly Call[] },
    actor,
    { file },
    moment,
  ): Decision<Applied> {
    requireOperator(actor);
    return inForce(current, calls, checkedNetwork(file), moment);
  },
});

/**
 * The decision that this file is in force from now on; the version before it is kept under its number.
 * @throws conflict `network.in-use` where it would strand a call.
 */
export function inForce(
  current: NetworkItem | undefined,
  calls: readonly Call[],
  network: NetworkFile,
  moment: Moment,
): Decision<Applied> {
  refuseStranded(network, calls);
  const stored = plainNetwork(network);
  const hash = moment.digest(canonicalJson(stored));
  if (current?.hash === hash) return { changes: [], result: { number: current.number, changed: false } };
  const number = (current?.number ?? 0) + 1;
  const value: NetworkItem = {
    id: "current",
    number,
    appliedAt: moment.now,
    file: stored,
    hash,
    version: current?.version ?? 0,
  };
  const changes: Change[] =
    current === undefined
      ? [{ op: "create", name: "network", value }]
      : [
          { op: "replace", name: "network", value },
          { op: "create", name: "network", value: { ...current, id: String(current.number), version: 0 } },
        ];
  return {
    changes,
    events: [{ stream: "network", type: "network.applied", facts: { number, hash } }],
    result: { number, changed: true },
  };
}

/**
 * Check, perform, and let this process see it at once. The act is judged by the new file itself: before the first one
 * there is none in force.
 * @throws invalid `network.file` with every problem in words; conflict `network.in-use`.
 */
export async function applyNetworkFile(deps: Deps, actor: Actor, file: Record<string, unknown>): Promise<Applied> {
  const network = checkedNetwork(file);
  const own: Deps = { ...deps, network: { current: async () => network, refresh: deps.network.refresh } };
  const applied = await perform(own, actor, `network:${deps.ids.ulid()}`, applyNetwork, { file });
  deps.network.refresh();
  return applied;
}

/** @throws invalid `network.file` with every problem in words. */
export function checkedNetwork(file: unknown): NetworkFile {
  const check = checkNetwork(file);
  if (check.ok) return check.network;
  throw new DomainError("invalid", "network.file", {
    problems: check.problems.map(({ path, text }) => ({ path, message: text })),
  });
}

interface Stranded {
  readonly callId: string;
  readonly parkId: string;
  /** What the file no longer has. */
  readonly currency?: string;
  readonly fundId?: string;
}

/** Parks, funds and currencies of calls that are not over must stay: their money is counted in them. */
export function refuseStranded(network: NetworkFile, calls: readonly Call[]): void {
  const problems = calls
    .filter(({ state }) => state !== "archived")
    .flatMap(({ callId, payers }) =>
      payers.flatMap(({ parkId, ledger }): Stranded[] => {
        const park = network.parks.find((one) => one.id === parkId);
        const fund = network.funds.find((one) => one.id === ledger.fundId && one.parkId === parkId);
        if (park === undefined || park.currency !== ledger.currency)
          return [{ callId, parkId, currency: ledger.currency }];
        return fund === undefined ? [{ callId, parkId, fundId: ledger.fundId }] : [];
      }),
    );
  if (problems.length > 0) throw new DomainError("conflict", "network.in-use", { calls: problems });
}

/** Plain data, as the store keeps it. */
export function plainNetwork(network: NetworkFile): Record<string, unknown> {
  return JSON.parse(canonicalJson(network)) as Record<string, unknown>;
}
