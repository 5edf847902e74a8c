/** What would stall in the network, for its secretary: duties without people, tasks that nobody may do, calls that lack something, accounts that wait. */
import * as z from "zod";
import type { Call } from "../call/call.ts";
import { readinessOf, readReadiness } from "../call/readiness.ts";
import { type PersonActor, requireRole } from "../kernel/actor.ts";
import { callIdSchema, caseIdSchema } from "../kernel/id.ts";
import { type Instant, instantSchema } from "../kernel/instant.ts";
import { recipientsOf } from "../letter/recipient.ts";
import { type DutyHolder, dutyGapKinds, gapsOfDuty } from "../person/duty-gap.ts";
import { type RoleName, roleNameSchema } from "../person/role-grant.ts";
import { isBarred } from "../person/tie.ts";
import type { Deps } from "../port/deps.ts";
import { askedOfTask } from "../task/asked.ts";
import { taskKeyOf, taskKindSchema } from "../task/task.ts";
import { isOfEitherParty } from "../voucher/party.ts";
import { stateAt } from "./call-view.ts";
import { readPayeeChanges } from "./payments.ts";

const holderSchema = z.object({ name: z.string(), substitute: z.boolean(), until: instantSchema.optional() });

const waitingSchema = z.object({
  caseId: caseIdSchema,
  reference: z.string(),
  kind: taskKindSchema,
  role: roleNameSchema,
  parkId: z.string(),
  due: instantSchema,
});

export const networkGapsSchema = z.object({
  duties: z.array(
    z.object({
      role: roleNameSchema,
      /** Absent for duties of the whole network. */
      parkId: z.string().optional(),
      gaps: z.array(z.enum(dutyGapKinds)),
      /** Who may do it now. */
      holders: z.array(holderSchema),
    }),
  ),
  /** Open tasks that nobody may do: nobody holds the role, or a HARD interest keeps all who do from the case. */
  vacant: z.array(waitingSchema),
  /** Open tasks past their day that somebody is asked for, the longest late first. */
  late: z.array(waitingSchema.extend({ asked: z.array(z.string()) })),
  /** Calls that are drafted or take place, and what they lack. */
  calls: z.array(
    z.object({
      callId: callIdSchema,
      code: z.string(),
      leadPark: z.string(),
      problems: z.number().int(),
      parksWithoutMoney: z.array(z.string()),
      /** Steps with too few people, as `step` or `step:park`. */
      steps: z.array(z.string()),
    }),
  ),
  /** Bank accounts of payees that wait for an answer or their day, so that payments wait too. */
  accounts: z.array(
    z.object({
      parkId: z.string(),
      caseId: caseIdSchema,
      payee: z.string(),
      status: z.enum(["proposed", "confirmed"]),
      validFrom: z.string().optional(),
    }),
  ),
});
export type NetworkGaps = z.infer<typeof networkGapsSchema>;

const parkRoles = ["manager", "approver", "finance", "redress"] as const;
const going: readonly Call["state"][] = ["draft", "scheduled", "open", "closed", "deciding"];

/** @throws forbidden `actor.role-needed` to everybody but the secretary. */
export async function readNetworkGaps(deps: Deps, actor: PersonActor): Promise<NetworkGaps> {
  const now = deps.clock.now();
  requireRole(actor, "secretary", undefined, now);
  const calls = (await deps.store.list("call", {})).filter((call) => going.includes(stateAt(call, now)));
  const parks = [...new Set(calls.flatMap(({ payers }) => payers.map(({ parkId }) => parkId)))].sort();
  const [duties, waiting, lacking, accounts] = await Promise.all([
    readDuties(deps, parks, now),
    readWaiting(deps, actor, parks, now),
    readLacking(deps, calls, now),
    Promise.all(
      parks.map(async (parkId) => (await readPayeeChanges(deps.store, parkId)).map((one) => ({ parkId, ...one }))),
    ),
  ]);
  const vacant = waiting.flatMap(({ asked, ...task }) => (asked.length === 0 ? [task] : []));
  const late = waiting.filter(({ asked, due }) => asked.length > 0 && due < now);
  return { duties, vacant, late, calls: lacking, accounts: accounts.flat() };
}

async function readDuties(deps: Deps, parks: readonly string[], now: Instant): Promise<NetworkGaps["duties"]> {
  const places: { role: RoleName; parkId?: string }[] = [
    ...parks.flatMap((parkId) => parkRoles.map((role) => ({ role, parkId }))),
    { role: "secretary" },
    { role: "reviewer" },
  ];
  const all = await Promise.all(
    places.map(async ({ role, parkId }) => {
      const held = await deps.store.list("roleHolder", { role, scope: parkId ?? "network" });
      const people = await Promise.all(held.map(({ personId }) => deps.store.get("person", { personId })));
      const holders = held.map(
        ({ substitute, until }, at): DutyHolder => ({
          name: people[at]?.name ?? "",
          substitute,
          disabled: people[at]?.disabled ?? true,
          until,
        }),
      );
      const able = holders.filter(({ disabled, until }) => !disabled && (until === undefined || now < until));
      return {
        role,
        ...(parkId === undefined ? {} : { parkId }),
        gaps: gapsOfDuty(role, holders, now),
        holders: able.map(({ name, substitute, until }) => ({
          name,
          substitute,
          ...(until === undefined ? {} : { until }),
        })),
      };
    }),
  );
  return all.filter(({ gaps }) => gaps.length > 0);
}

/** The index only finds candidates; each is read strongly before it is shown. */
async function readWaiting(
  deps: Deps,
  actor: PersonActor,
  parks: readonly string[],
  now: Instant,
): Promise<NetworkGaps["late"]> {
  const places = parks.flatMap((parkId) => parkRoles.map((role) => ({ role, parkId })));
  const found = await Promise.all(
    places.map(async ({ role, parkId }) => {
      const tasks = await deps.store.tasksHeldBy(`role:${role}:${parkId}`);
      const read = await Promise.all(
        tasks.map(async (listed) => {
          const [task, one] = await Promise.all([
            deps.store.get("task", taskKeyOf(listed)),
            deps.store.get("case", { caseId: listed.caseId }),
          ]);
          if (task?.status !== "open" || one === undefined) return [];
          if (isBarred(actor, one, now) || isOfEitherParty(actor, one)) return [];
          const asked = askedOfTask(task, await recipientsOf(deps.store, task.holder, one), now).map(
            ({ name }) => name,
          );
          const { caseId, kind, due } = task;
          return [{ caseId, reference: one.reference, kind, role, parkId, due, asked }];
        }),
      );
      return read.flat();
    }),
  );
  return found.flat().sort((a, b) => a.due.localeCompare(b.due));
}

async function readLacking(deps: Deps, calls: readonly Call[], now: Instant): Promise<NetworkGaps["calls"]> {
  const network = await deps.network.current();
  const all = await Promise.all(
    calls.map(async (call) => {
      const { problems, parksWithoutMoney, gaps } = readinessOf(
        call,
        await readReadiness(deps.store, call),
        network,
        now,
      );
      // Once it is published its text is law, and money that is spent is no fault: only its people can still be missing.
      const drafted = call.state === "draft";
      return {
        callId: call.callId,
        code: call.code,
        leadPark: call.leadPark,
        problems: drafted ? problems.length : 0,
        parksWithoutMoney: drafted ? [...parksWithoutMoney] : [],
        steps: gaps.map(({ step }) => step),
      };
    }),
  );
  return all.filter(({ problems, parksWithoutMoney, steps }) => problems + parksWithoutMoney.length + steps.length > 0);
}
