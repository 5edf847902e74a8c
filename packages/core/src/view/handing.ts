/** Whether an approver may hand their answer to a colleague, to whom, and what is handed on already. */

import * as z from "zod";
import { delegateApproval, fitFor, readHanding, roleOf } from "../approval/delegate-approval.ts";
import { staffFor } from "../approval/park-interest.ts";
import { policyOf } from "../approval/policy.ts";
import { requireProposal } from "../decision/decision-facts.ts";
import { holdsRole, type PersonActor } from "../kernel/actor.ts";
import { type CaseId, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { refusalOf } from "../kernel/rehearse.ts";
import { wholeOf } from "../kernel/whole-store.ts";
import type { Deps } from "../port/deps.ts";
import { isHandedOn } from "../task/asked.ts";
import { readInside } from "./inside.ts";
import { refusalSchema } from "./refusal.ts";

export const handingSchema = z.object({
  /** The park's policy row for the amount lets approvers hand their answers on. */
  allowed: z.boolean(),
  /** Why the reader may hand nothing on; absent if they may. */
  refusal: refusalSchema.optional(),
  colleagues: z.array(z.object({ personId: personIdSchema, name: z.string(), substitute: z.boolean() })),
  handed: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      reason: z.string(),
      until: instantSchema,
      /** The reader handed it on and may take it back. */
      mine: z.boolean(),
    }),
  ),
});
export type Handing = z.infer<typeof handingSchema>;

const nothing: Handing = { allowed: false, colleagues: [], handed: [] };

/** Empty while the park is not asked. @throws not_found for outsiders. */
export async function readHandingOn(deps: Deps, actor: PersonActor, caseId: CaseId, parkId: string): Promise<Handing> {
  const { view } = await readInside(deps, actor, caseId);
  const facts = await readHanding(wholeOf(deps.store), { caseId, parkId });
  const now = deps.clock.now();
  const network = await deps.network.current();
  const task = facts.tasks.find((one) => one.kind === "approve" && one.slot === parkId && one.status === "open");
  if (task === undefined || view.status !== "approving") return nothing;
  const role = roleOf(facts.tasks, parkId);
  const proposal = requireProposal(facts, ["open"]);
  const handed = (task.delegations ?? []).filter((one) => isHandedOn(one, now));
  const people = await Promise.all(
    [...new Set(handed.flatMap(({ from, to }) => [from, to]))].map((personId) =>
      deps.store.get("person", { personId }),
    ),
  );
  const nameOf = (personId: string) => people.find((one) => one?.personId === personId)?.name ?? "";
  const holds = holdsRole(actor, role, parkId, now);
  const colleagues = holds ? fitFor(facts, task, staffFor(facts, parkId, { network })[role], actor.personId, now) : [];
  const [first] = colleagues;
  const refusal = await refusalOf(deps, actor, delegateApproval, {
    caseId,
    parkId,
    to: first?.personId ?? actor.personId,
    reason: "-",
    until: "9999-12-31",
  });
  return {
    allowed: policyOf(proposal, parkId, network).delegation,
    ...(refusal === undefined ? {} : { refusal }),
    colleagues: colleagues.map(({ personId, name, substitute }) => ({
      personId,
      name,
      substitute: substitute === true,
    })),
    handed: handed.map(({ from, to, reason, until, usedAt }) => ({
      from: nameOf(from),
      to: nameOf(to),
      reason,
      until,
      mine: from === actor.personId && usedAt === undefined,
    })),
  };
}
