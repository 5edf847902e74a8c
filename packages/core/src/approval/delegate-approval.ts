/** An approver hands their answer to one case to a colleague until a day, and takes it back while it is unanswered (domain §12). */
import * as z from "zod";
import { type DecisionFacts, readDecision, requireDecision, requireProposal } from "../decision/decision-facts.ts";
import { refuseWhoDid, whoAnswered, whoProposed } from "../decision/duties.ts";
import type { Actor, PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema, personIdSchema } from "../kernel/id.ts";
import { endOfDay, toZonedDateString } from "../kernel/instant.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { type Candidate, inForce, plain } from "../letter/recipient.ts";
import { letterChanges } from "../letter/write-letter.ts";
import { parkOf } from "../network/network-file.ts";
import type { Reader } from "../port/store.ts";
import { requireOpenTask } from "../task/answer.ts";
import { type Delegation, delegateOf, isHandedOn } from "../task/asked.ts";
import { type Task, taskKeyOf } from "../task/task.ts";
import { taskLetterData } from "../task/task-letter.ts";
import { requireStaff } from "../voucher/staff.ts";
import { type Asking, refuseOwnPark, staffFor } from "./park-interest.ts";
import { policyOf } from "./policy.ts";
import { barredFrom, type ParkStaff, readParkStaff, refuseOutOfTurn } from "./turn.ts";

const where = { caseId: caseIdSchema, parkId: z.string() };
export const delegateApprovalInput = z.object({
  ...where,
  to: personIdSchema,
  reason: z.string().trim().min(1).max(500),
  /** The last day of it, in the park's zone. */
  until: z.iso.date(),
});

export interface HandingFacts extends DecisionFacts, Asking<ParkStaff> {}

const noStaff: ParkStaff = { approver: [], manager: [], finance: [] };

export async function readHanding(
  reader: Reader,
  { caseId, parkId }: Pick<z.output<typeof delegateApprovalInput>, "caseId" | "parkId">,
): Promise<HandingFacts> {
  const facts = await readDecision(reader, caseId);
  const asking =
    facts.one === undefined ? { staff: noStaff, parties: [] } : await readParkStaff(reader, parkId, facts.one);
  return { ...facts, ...asking };
}

/** The open task of the park, and whoever acts on it, who may answer it. */
function requireAsked(
  facts: HandingFacts,
  actor: Actor,
  parkId: string,
  moment: Moment,
): { person: PersonActor; task: Task; holders: readonly Candidate[] } {
  const { one, slots, tasks } = requireDecision(facts);
  const role = roleOf(tasks, parkId);
  const person = requireStaff(actor, role, one, slots, moment.now, parkId);
  refuseOwnPark(person, parkId, facts.parties, moment);
  return { person, task: requireOpenTask(tasks, "approve", parkId), holders: staffFor(facts, parkId, moment)[role] };
}

/** The role whose answer is wanted of the park now. */
export function roleOf(tasks: readonly Task[], parkId: string): keyof ParkStaff {
  const open = tasks.find(({ kind, slot, status }) => kind === "approve" && slot === parkId && status === "open");
  const role = open?.holder.kind === "role" ? open.holder.role : "approver";
  return role === "redress" ? "approver" : role;
}

/** Colleagues who may answer in the place of `person`: hold the role, did no earlier step, read it as no reviewer, and handed nothing on themselves. */
export function fitFor(
  facts: Pick<HandingFacts, "tasks" | "slots" | "one" | "proposals">,
  task: Task,
  holders: readonly Candidate[],
  personId: string,
  now: Moment["now"],
): Candidate[] {
  const barred = [
    personId,
    ...barredFrom(facts.tasks, whoProposed(facts)),
    ...(task.given ?? []),
    ...facts.slots.flatMap(({ reviewerId, tried }) => [reviewerId, ...tried.map((left) => left.personId)]),
    ...(task.delegations ?? []).filter((one) => isHandedOn(one, now)).map(({ from }) => from),
  ];
  return inForce(holders, now).filter((one) => !barred.includes(one.personId));
}

/**
 * @throws forbidden `approval.no-delegation` where the policy row says so, `approval.delegate-again` of what was handed to
 * oneself; invalid `approval.delegate-unfit`, `approval.delegation-day`.
 */
export const delegateApproval = verb({
  name: "approval.delegate",
  input: delegateApprovalInput,
  read: readHanding,
  decide(facts: HandingFacts, actor, { parkId, to, reason, until }, moment): Decision<{ until: string }> {
    const { one, tasks } = requireDecision(facts);
    const { person, task, holders } = requireAsked(facts, actor, parkId, moment);
    const proposal = requireProposal(facts, ["open"]);
    refuseWhoDid(person, whoAnswered(tasks, "screen"), "application.screen");
    refuseWhoDid(person, whoProposed(facts), "decision.propose");
    refuseWhoDid(person, task.given ?? [], "approval.answer");
    if (!policyOf(proposal, parkId, moment.network).delegation)
      throw new DomainError("forbidden", "approval.no-delegation", { parkId });
    refuseOutOfTurn(task, person, holders, moment.now);
    if (task.delegations?.some((one_) => one_.to === person.personId && isHandedOn(one_, moment.now)) === true)
      throw new DomainError("forbidden", "approval.delegate-again");
    const colleague = fitFor(facts, task, holders, person.personId, moment.now).find((other) => other.personId === to);
    if (colleague === undefined) throw new DomainError("invalid", "approval.delegate-unfit", { to });
    const { zone } = parkOf(moment.network, parkId);
    const today = toZonedDateString(moment.now, zone);
    if (until < today) throw new DomainError("invalid", "approval.delegation-day", { today });
    const delegation: Delegation = {
      from: person.personId,
      to: colleague.personId,
      reason,
      at: moment.now,
      until: endOfDay(until, zone),
    };
    const delegations = [...(task.delegations ?? []), delegation];
    const letter = letterChanges(
      {
        kind: "approval-asked",
        key: `approval-asked:${task.state}:${parkId}:${task.round}:handed:${delegations.length}:${to}`,
        stream: one.caseId,
        caseId: one.caseId,
        to: plain(colleague),
        data: {
          ...taskLetterData(one, task, moment.network),
          handed: { by: person.name, until: delegation.until, reason },
        },
      },
      moment,
    );
    return {
      changes: [patchOf(task, delegations), ...letter.changes],
      events: [eventOf(one.caseId, "approval.delegated", { round: task.round, parkId, to, until: delegation.until })],
      effects: letter.effects,
      result: { until },
    };
  },
});

/** @throws conflict `approval.not-delegated` where nothing of the person is out, or the colleague has answered. */
export const takeBackApproval = verb({
  name: "approval.take-back",
  input: z.object(where),
  read: readHanding,
  decide(facts: HandingFacts, actor, { parkId }, moment): Decision<{ taken: true }> {
    const { one } = requireDecision(facts);
    const { person, task } = requireAsked(facts, actor, parkId, moment);
    const handed = delegateOf(task, person.personId, moment.now);
    if (handed === undefined || handed.usedAt !== undefined)
      throw new DomainError("conflict", "approval.not-delegated", { parkId });
    const delegations = (task.delegations ?? []).map((delegation) =>
      delegation === handed ? { ...delegation, takenBackAt: moment.now } : delegation,
    );
    return {
      changes: [patchOf(task, delegations)],
      events: [eventOf(one.caseId, "approval.taken-back", { round: task.round, parkId, from: handed.to })],
      result: { taken: true },
    };
  },
});

function patchOf(task: Task, delegations: Delegation[]) {
  return {
    op: "patch" as const,
    name: "task" as const,
    key: taskKeyOf(task),
    set: { delegations },
    when: { status: "open" as const, version: task.version },
  };
}

function eventOf(caseId: Task["caseId"], type: string, facts: Record<string, unknown>) {
  return { stream: caseId, caseId, type, facts };
}
