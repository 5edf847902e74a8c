/** Another person answers a proposed change of the network's settings: in force at once, or declined; who proposed it may take it back. */
import * as z from "zod";
import type { Call } from "../call/call.ts";
import type { Actor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { perform } from "../kernel/perform.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { RoleGrant } from "../person/role-grant.ts";
import type { Deps } from "../port/deps.ts";
import type { Change, Reader } from "../port/store.ts";
import { requireFresh } from "../sign-in/step-up.ts";
import { checkedNetwork, inForce } from "./apply-network.ts";
import { type NetworkChange, oneIsSecretary, requireSettler } from "./network-change.ts";
import type { NetworkItem } from "./network-item.ts";

export const answerNetworkInput = z.object({
  answer: z.enum(["apply", "decline", "take-back"]),
  /** Of the change that was looked at: another one is not answered by mistake. */
  hash: z.string().max(100),
});
export const answerNetworkResult = z.object({
  /** Version in force after it. */
  number: z.number().int(),
});
type Result = z.infer<typeof answerNetworkResult>;

interface Facts {
  readonly current: NetworkItem | undefined;
  readonly open: NetworkChange | undefined;
  readonly calls: readonly Call[];
  /** Of who proposed it, as they are stored now. */
  readonly grants: readonly RoleGrant[];
}

export const answerNetwork = verb({
  name: "network.answer",
  input: answerNetworkInput,
  async read(reader: Reader): Promise<Facts> {
    const [current, open, calls] = await Promise.all([
      reader.get("network", { id: "current" }),
      reader.get("networkChange", { id: "open" }),
      reader.list("call", {}),
    ]);
    const grants = open === undefined ? [] : await reader.list("grant", { personId: open.by });
    return { current, open, calls, grants };
  },
  decide({ current, open, calls, grants }: Facts, actor, { answer, hash }, moment): Decision<Result> {
    const person = requireSettler(actor, moment.now);
    requireFresh(person, moment.now);
    if (current === undefined) throw new DomainError("unavailable", "network.not-applied");
    if (open === undefined || open.hash !== hash) throw new DomainError("conflict", "network.change-gone");
    const own = open.by === person.personId;
    if (answer === "take-back" && !own) throw new DomainError("forbidden", "network.not-yours");
    const gone: Change = { op: "remove", name: "networkChange", key: { id: "open" }, when: { version: open.version } };
    if (answer !== "apply") return over(answer, open, gone, current.number);
    if (own) throw new DomainError("forbidden", "network.own-change");
    if (!oneIsSecretary({ grants }, person, moment.now))
      throw new DomainError("forbidden", "actor.role-needed", { role: "secretary" });
    if (open.base !== current.number) throw new DomainError("conflict", "network.moved-on", { number: current.number });
    return applied(inForce(current, calls, checkedNetwork(open.file), moment), open, gone);
  },
});

function over(answer: "decline" | "take-back", open: NetworkChange, gone: Change, number: number): Decision<Result> {
  const type = answer === "decline" ? "network.declined" : "network.taken-back";
  return {
    changes: [gone],
    events: [{ stream: "network", type, facts: { hash: open.hash } }],
    result: { number },
  };
}

function applied(decision: ReturnType<typeof inForce>, open: NetworkChange, gone: Change): Decision<Result> {
  return {
    changes: [...decision.changes, gone],
    events: (decision.events ?? []).map((event) => ({ ...event, facts: { ...event.facts, proposedBy: open.by } })),
    result: { number: decision.result.number },
  };
}

/** Performed, and seen by this process at once. */
export async function answerNetworkChange(
  deps: Deps,
  actor: Actor,
  key: string,
  input: z.infer<typeof answerNetworkInput>,
): Promise<Result> {
  const result = await perform(deps, actor, key, answerNetwork, input);
  deps.network.refresh();
  return result;
}
