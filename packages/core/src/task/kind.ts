/** The table of human tasks (domain §5): who holds each, in which status it may open, and its due, reminder and escalation. */
import { type CaseStatus, undecidedStatuses } from "../application/case.ts";
import { decisionStands } from "./decision-stands.ts";
import type { TaskKind } from "./task.ts";

/** Working days (`wd`) roll over closures; `days` are calendar days. Both end at 23:59:59 in the zone acted for. */
export type Span = { wd: number } | { days: number };

export interface TaskRule {
  /** Who is asked: a role of the park the task is for, the applicant, whoever the voucher pays, or the slot's reviewer. */
  holder: "manager" | "approver" | "finance" | "redress" | "applicant" | "payee" | "reviewer" | "party";
  /** Case statuses in which the task may open. */
  opensIn: readonly CaseStatus[];
  /** The status that opening it brings the case to, where it differs. */
  enters?: CaseStatus;
  due: Span;
  reminders: readonly Span[];
  /** The first goes to the substitute, the second to the secretary; where there is no substitute, both to the secretary. */
  escalations: readonly Span[];
  /** When silence becomes an answer, and which. Absent: silence never answers, the secretary is told. */
  timeOut?: { after: Span; outcome: string };
  /** Opened by the verb that makes it needed: no workflow waits for its answer. */
  alone?: true;
  /** Letter to the holder on opening; reminders always use `reminder`. */
  letter?: "review-invitation" | "approval-asked" | "question" | "service-to-confirm" | "voucher-terms" | "query";
}

const wd = (n: number): Span => ({ wd: n });
const days = (n: number): Span => ({ days: n });

/** Late with the park's staff: the substitute is told, and a working week later the secretary. */
const late = (after: number): readonly Span[] => [wd(after), wd(after + 5)];
const aWeek = { due: wd(5), reminders: [wd(3)], escalations: late(8) };
const twoWeeks = { due: wd(10), reminders: [wd(7)], escalations: late(13) };
const aMonth = { due: days(30), reminders: [days(20)], escalations: [days(35), days(42)] };
const twentyDays = { due: wd(20), reminders: [wd(13)], escalations: late(23) };

/** Defaults of domain §5; "a; b; c" there is due; reminder; escalation. */
export const taskRules: Record<TaskKind, TaskRule> = {
  screen: { holder: "manager", opensIn: ["screening"], ...aWeek },
  /** Three weeks before an offer runs out; the manager is told of the answer, and of silence. */
  "renew-offer": {
    holder: "party",
    opensIn: [...undecidedStatuses, "conditional"],
    due: wd(10),
    reminders: [wd(7)],
    escalations: [],
    timeOut: { after: wd(10), outcome: "silent" },
    alone: true,
  },
  "answer-question": {
    holder: "applicant",
    opensIn: ["more-information"],
    due: wd(10),
    reminders: [wd(7)],
    escalations: [],
    timeOut: { after: wd(10), outcome: "withdrawn" },
    letter: "question",
  },
  "confirm-ineligible": {
    holder: "manager",
    opensIn: ["ineligible-proposed"],
    due: wd(3),
    reminders: [wd(2)],
    escalations: late(6),
  },
  "assign-reviewer": {
    holder: "manager",
    opensIn: ["in-review"],
    ...aWeek,
  },
  declare: {
    holder: "reviewer",
    opensIn: ["in-review"],
    due: wd(10),
    reminders: [wd(7)],
    escalations: [],
    timeOut: { after: wd(12), outcome: "silent" },
    letter: "review-invitation",
  },
  review: {
    holder: "reviewer",
    opensIn: ["in-review"],
    due: wd(10),
    reminders: [wd(7)],
    escalations: [],
    timeOut: { after: wd(12), outcome: "silent" },
  },
  "settle-scope": {
    holder: "manager",
    opensIn: ["in-review"],
    ...aWeek,
  },
  /** One act answers all tasks of a call; the days are counted from the call's closing. */
  "await-ranking": { holder: "manager", opensIn: ["in-review"], ...twentyDays },
  propose: {
    holder: "manager",
    opensIn: ["in-review", "deciding"],
    enters: "deciding",
    ...aWeek,
  },
  approve: {
    holder: "approver",
    opensIn: ["approving"],
    due: wd(10),
    reminders: [wd(7)],
    escalations: late(10),
    timeOut: { after: wd(20), outcome: "silent" },
    letter: "approval-asked",
  },
  /** Of a decision, and of the grant of an award that was stated and waited for something else. */
  release: {
    holder: "manager",
    opensIn: ["approved", "conditional"],
    due: wd(3),
    reminders: [wd(2)],
    escalations: late(6),
  },
  "give-statement": {
    holder: "applicant",
    opensIn: ["conditional"],
    due: wd(15),
    reminders: [wd(10)],
    escalations: [],
    timeOut: { after: wd(15), outcome: "lapsed" },
  },
  accept: {
    holder: "party",
    opensIn: ["issued"],
    due: days(30),
    reminders: [days(15), days(25)],
    escalations: [],
    timeOut: { after: days(30), outcome: "lapsed" },
    letter: "voucher-terms",
  },
  /** Due and time-out come from the voucher's validity, not from this row. */
  use: {
    holder: "payee",
    opensIn: ["in-use"],
    due: days(0),
    reminders: [],
    escalations: [],
    timeOut: { after: days(30), outcome: "expired" },
  },
  /** The second word on a cancellation, another value, an extension or another service; whose it is comes from the change. */
  "confirm-change": {
    holder: "approver",
    opensIn: ["issued", "in-use", "suspended", "reported", "disputed", "claim-check", "queried"],
    ...twoWeeks,
    alone: true,
  },
  resume: { holder: "manager", opensIn: ["suspended"], ...twentyDays },
  "confirm-service": {
    holder: "applicant",
    opensIn: ["reported"],
    due: wd(10),
    reminders: [wd(7)],
    escalations: [],
    timeOut: { after: wd(10), outcome: "confirmed" },
    letter: "service-to-confirm",
  },
  "settle-dispute": {
    holder: "manager",
    opensIn: ["disputed"],
    due: wd(15),
    reminders: [wd(10)],
    escalations: late(18),
  },
  "check-claim": {
    holder: "manager",
    opensIn: ["claim-check"],
    ...twoWeeks,
  },
  "finance-check": {
    holder: "finance",
    opensIn: ["claim-check"],
    ...twoWeeks,
  },
  "answer-query": {
    holder: "payee",
    opensIn: ["queried"],
    due: wd(10),
    reminders: [wd(7)],
    escalations: [],
    timeOut: { after: wd(10), outcome: "unanswered" },
    letter: "query",
  },
  /** While redress against the refusal may be asked, and then some. */
  "settle-refusal": {
    holder: "manager",
    opensIn: ["claim-refused"],
    due: days(45),
    reminders: [days(35)],
    escalations: [days(50), days(57)],
    alone: true,
  },
  pay: { holder: "finance", opensIn: ["paying"], ...aMonth },
  /** Silence is no fault: it is never overdue, it ends. */
  "answer-kpi": {
    holder: "applicant",
    opensIn: ["redeemed"],
    due: days(45),
    reminders: [days(30)],
    escalations: [],
    timeOut: { after: days(45), outcome: "silent" },
    alone: true,
  },
  /** Its days come from the year of the payment; those of the row stand in for them. */
  "file-slip": { holder: "finance", opensIn: decisionStands, ...twentyDays, alone: true },
  /** Beside whatever the voucher is used for meanwhile. */
  "pay-again": { holder: "finance", opensIn: decisionStands, ...aMonth, alone: true },
  /** A payee named another account: nothing is paid to it until a park has asked it back. */
  "answer-account": {
    holder: "finance",
    opensIn: ["issued", ...decisionStands],
    ...aWeek,
    alone: true,
  },
  /** A voucher ended with more paid than the proven own share supports. */
  "ask-back": { holder: "finance", opensIn: decisionStands, ...twentyDays, alone: true },
  /** Money that was asked back has not come in by its day. */
  "chase-recovery": { holder: "finance", opensIn: decisionStands, ...twentyDays, alone: true },
  "admit-redress": {
    holder: "redress",
    opensIn: decisionStands,
    ...twoWeeks,
  },
  "decide-redress": {
    holder: "redress",
    opensIn: decisionStands,
    due: wd(30),
    reminders: [wd(20)],
    escalations: late(33),
  },
};
