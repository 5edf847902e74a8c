/** In which order a park's approvers are asked, as its policy row says, and who may not answer out of turn. */
import type { Case } from "../application/case.ts";
import { whoAnswered, whoProposed } from "../decision/duties.ts";
import type { Proposal } from "../decision/proposal.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { PersonId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Moment } from "../kernel/verb.ts";
import { type Candidate, inForce, recipientsOf, withGrants } from "../letter/recipient.ts";
import { type ApprovalPolicy, type ApproverRole, approverRoles } from "../network/fund.ts";
import type { Reader } from "../port/store.ts";
import { type Asked, delegateOf, turnOf } from "../task/asked.ts";
import type { Task, TaskKey } from "../task/task.ts";
import { type Asking, interestOf, readParties, staffFor } from "./park-interest.ts";
import { policyOf } from "./policy.ts";

/** Who holds each role that a policy row can name, in one park. */
export type ParkStaff = Readonly<Record<ApproverRole, readonly Candidate[]>>;

export interface Turn {
  readonly role: ApproverRole;
  /** Absent: everybody who holds the role. */
  readonly asked?: PersonId[];
}

export async function readParkStaff(reader: Reader, parkId: string, one: Case): Promise<Asking<ParkStaff>> {
  const [found, parties] = await Promise.all([
    Promise.all(
      approverRoles.map(async (role) => {
        const holders = await recipientsOf(reader, { kind: "role", role, parkId }, one);
        return [role, await Promise.all(holders.map((holder) => withGrants(reader, holder)))] as const;
      }),
    ),
    readParties(reader, one),
  ]);
  return { staff: Object.fromEntries(found) as Record<ApproverRole, Candidate[]>, parties };
}

/** The role that gives the first or the second approval. */
export function roleOfTurn(policy: Pick<ApprovalPolicy, "roles">, given: number): ApproverRole {
  return policy.roles[Math.min(given, policy.roles.length - 1)] ?? "approver";
}

/**
 * Who is asked after `given` have approved. One after the other: where one role gives both approvals, a single person at a
 * time, regular holders before substitutes; where roles differ, whoever holds the role whose turn it is.
 *
 * @param barred those who did an earlier step of the case.
 */
export function turnAfter(
  policy: Pick<ApprovalPolicy, "roles" | "order" | "approvers">,
  staff: ParkStaff,
  given: readonly PersonId[],
  barred: readonly string[],
  now: Instant,
): Turn {
  const role = roleOfTurn(policy, given.length);
  if (policy.approvers === 1 || policy.order === "parallel") return { role };
  const able = inForce(staff[role], now).filter(
    ({ personId }) => !given.includes(personId) && !barred.includes(personId),
  );
  const regular = able.filter(({ substitute }) => substitute !== true);
  const next = regular.length > 0 ? regular : able;
  const asked = new Set(policy.roles).size > 1 ? next : next.slice(0, 1);
  return asked.length === 0 ? { role } : { role, asked: asked.map(({ personId }) => personId) };
}

export interface Approving extends Asking<ParkStaff> {
  readonly proposal: Proposal | undefined;
  /** Who proposed in the attempt. */
  readonly proposers: readonly PersonId[];
  readonly tasks: readonly Task[];
}

/** What opening a park's approval looks at; `slot` of the key is the park. */
export async function readApproving(reader: Reader, key: TaskKey, one: Case): Promise<Approving> {
  const { caseId, attempt, round, slot } = key;
  const [asking, proposals, tasks] = await Promise.all([
    readParkStaff(reader, slot, one),
    reader.list("proposal", { caseId }),
    reader.list("task", { caseId }),
  ]);
  const proposal = proposals.find((made) => made.attempt === attempt && made.round === round);
  return { ...asking, proposal, proposers: whoProposed({ one: key, proposals }), tasks };
}

/** Who is asked first for a park's approval. */
export interface FirstAsked {
  readonly holder: Task["holder"];
  readonly holders: readonly Candidate[];
  readonly asked?: PersonId[];
  /** The park's own in the case, for whoever answers to know. */
  readonly facts: { readonly parkInterest?: string };
}

/** Undefined where there is no proposal that a policy row could be looked up for. */
export function firstAsked(approving: Approving, parkId: string, moment: Moment): FirstAsked | undefined {
  const { proposal, proposers, tasks, parties } = approving;
  if (proposal === undefined) return undefined;
  const policy = policyOf(proposal, parkId, moment.network);
  const staff = staffFor(approving, parkId, moment);
  const { role, asked } = turnAfter(policy, staff, [], barredFrom(tasks, proposers), moment.now);
  const interest = interestOf(moment.network, parkId, parties);
  return {
    holder: { kind: "role", role, parkId, ...(interest === undefined ? {} : { apart: true }) },
    holders: staff[role],
    ...(asked === undefined ? {} : { asked }),
    facts: interest === undefined ? {} : { parkInterest: interest },
  };
}

/** Whoever screened or proposed. */
export function barredFrom(tasks: readonly Task[], proposers: readonly PersonId[]): string[] {
  return [...whoAnswered(tasks, "screen"), ...proposers];
}

/**
 * @throws forbidden `approval.delegated` for who handed it on; `approval.not-your-turn` for a regular holder while somebody
 * who is asked first can answer. Substitutes stand in at any time.
 */
export function refuseOutOfTurn(
  task: Asked,
  person: Pick<PersonActor, "personId">,
  holders: readonly Candidate[],
  now: Instant,
): void {
  const handed = delegateOf(task, person.personId, now);
  if (handed !== undefined)
    throw new DomainError("forbidden", "approval.delegated", { to: handed.to, until: handed.until });
  const turn = turnOf(task, now);
  if (turn === undefined || turn.includes(person.personId)) return;
  if (holders.some(({ personId, substitute }) => personId === person.personId && substitute === true)) return;
  const given = task.given ?? [];
  const present = inForce(holders, now).filter(({ personId }) => turn.includes(personId) && !given.includes(personId));
  if (present.length > 0)
    throw new DomainError("forbidden", "approval.not-your-turn", { asked: present.map(({ personId }) => personId) });
}
