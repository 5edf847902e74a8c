/** Somebody proposes a change of the network's settings; until another person answers it, nothing is changed. */
import * as z from "zod";
import type { Call } from "../call/call.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { DomainError } from "../kernel/error.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { requireFresh } from "../sign-in/step-up.ts";
import { checkedNetwork, plainNetwork, refuseStranded } from "./apply-network.ts";
import { editedFile } from "./edit-network.ts";
import { type NetworkChange, networkEditSchema, requireSettler } from "./network-change.ts";
import { networkFileSchema } from "./network-file.ts";
import type { NetworkItem } from "./network-item.ts";

export const proposeNetworkInput = z.object({
  edit: networkEditSchema,
  /** Number of the version that was looked at: what is named by its place, or left out, is meant of it. */
  base: z.number().int().min(1),
  reason: z.string().trim().min(1).max(500),
});
export const proposeNetworkResult = z.object({ hash: z.string() });

interface Facts {
  readonly current: NetworkItem | undefined;
  readonly open: NetworkChange | undefined;
  readonly calls: readonly Call[];
}

/**
 * @throws forbidden `actor.role-needed`, `second-factor.stale`; conflict `network.change-open`, `network.moved-on`, `network.unchanged`,
 * `network.in-use` and what `editedFile` refuses; invalid `network.file` with every problem in words.
 */
export const proposeNetwork = verb({
  name: "network.propose",
  input: proposeNetworkInput,
  async read(reader: Reader): Promise<Facts> {
    const [current, open, calls] = await Promise.all([
      reader.get("network", { id: "current" }),
      reader.get("networkChange", { id: "open" }),
      reader.list("call", {}),
    ]);
    return { current, open, calls };
  },
  decide(
    { current, open, calls }: Facts,
    actor,
    { edit, base, reason },
    moment,
  ): Decision<z.infer<typeof proposeNetworkResult>> {
    const person = requireSettler(actor, moment.now);
    requireFresh(person, moment.now);
    if (current === undefined) throw new DomainError("unavailable", "network.not-applied");
    if (open !== undefined) throw new DomainError("conflict", "network.change-open");
    if (base !== current.number) throw new DomainError("conflict", "network.moved-on", { number: current.number });
    const file = editedFile(networkFileSchema.parse(current.file), edit, moment.now);
    const network = checkedNetwork(file);
    refuseStranded(network, calls);
    const stored = plainNetwork(network);
    const hash = moment.digest(canonicalJson(stored));
    if (hash === current.hash) throw new DomainError("conflict", "network.unchanged");
    const value: NetworkChange = {
      id: "open",
      kind: edit.kind,
      file: stored,
      hash,
      base,
      reason,
      by: person.personId,
      at: moment.now,
      version: 0,
    };
    return {
      changes: [{ op: "create", name: "networkChange", value }],
      events: [{ stream: "network", type: "network.proposed", facts: { kind: edit.kind, base, hash } }],
      result: { hash },
    };
  },
});
