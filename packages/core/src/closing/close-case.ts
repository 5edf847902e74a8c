/** An ended case is closed once nothing can come of it any more: its outcome stays its status, the closing is a date beside it. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { rowsOf } from "../application/move.ts";
import { requireSystem } from "../kernel/actor.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { parkOf } from "../network/network-file.ts";
import type { Change, Reader } from "../port/store.ts";
import { askablesOf } from "../redress/against.ts";
import { isEnded } from "./ended.ts";
import { type ClosingFacts, type Hold, holdsOf, nextLookAt } from "./keeps-open.ts";
import { lookAt } from "./look.ts";

type Facts = Omit<ClosingFacts, "one"> & { readonly one: Case | undefined };

/** `nothing`: it goes on, ended anew meanwhile, or is closed. `later`: looked at again, with what keeps it open. */
export const closeCase = verb({
  name: "case.close",
  /** `since` when it had that status: whoever ends anew is looked at for that end. */
  input: z.object({ caseId: caseIdSchema, since: instantSchema }),
  async read(reader: Reader, { caseId }): Promise<Facts> {
    const [one, voucher, claims, recoveries, shares, orders, tasks] = await Promise.all([
      reader.get("case", { caseId }),
      reader.get("voucher", { caseId }),
      reader.list("claim", { caseId }),
      reader.list("recovery", { caseId }),
      reader.list("share", { caseId }),
      reader.list("order", { caseId }),
      reader.list("task", { caseId }),
    ]);
    const call = one === undefined ? undefined : await reader.get("call", { callId: one.callId });
    const facts = { call, voucher, claims, recoveries, shares, orders, tasks };
    // Letters are many: they are read where there is something to ask about.
    const asks = one === undefined ? [] : askablesOf({ ...facts, one });
    return { ...facts, one, letters: asks.length === 0 ? [] : await reader.list("letter", { stream: caseId }) };
  },
  decide(facts: Facts, actor, { since }, moment): Decision<{ outcome: "closed" | "later" | "nothing"; holds: Hold[] }> {
    requireSystem(actor);
    const { one, shares } = facts;
    if (one === undefined || one.closedAt !== undefined || !isEnded(one) || one.statusSince !== since)
      return { changes: [], result: { outcome: "nothing", holds: [] } };
    const holds = holdsOf({ ...facts, one }, parkOf(moment.network, one.leadPark).zone, moment.now);
    if (holds.length > 0)
      return {
        changes: [],
        effects: [lookAt(one, nextLookAt(holds, moment.now))],
        result: { outcome: "later", holds },
      };
    const closed: Case = { ...one, closedAt: moment.now };
    return {
      changes: [
        { op: "replace", name: "case", value: closed },
        ...rowsOf(closed).map((value): Change => ({ op: "put", name: "row", value })),
        // Money that is asked back or comes back at this moment moves on a share, and not on the case.
        ...shares.map(({ caseId, parkId, budgetYear, version }): Change => {
          return { op: "check", name: "share", key: { caseId, parkId, budgetYear }, when: { version } };
        }),
      ],
      events: [{ stream: one.caseId, caseId: one.caseId, type: "case.closed" }],
      result: { outcome: "closed", holds: [] },
    };
  },
});
