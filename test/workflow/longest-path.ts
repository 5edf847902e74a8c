/** The longest way through each workflow: every loop gone as often as told, every reviewer replaced to the cap, every park asked. */
import { proposalsPerExecution } from "@multihelix/core/approval/settle-approvals.ts";
import { triedMost } from "@multihelix/core/review/replace-reviewer.ts";
import type { Answers, Ask } from "./play.ts";

type Facts = Record<string, unknown>;

/** A call has at most five payers. */
const parks = ["limburg", "sherbrooke", "wales", "lund", "uppsala"];

export const caseId = "app_01K8Z3V5J0QW4R7T9Y2B6C8D1F";

/** Inputs as `startWorkflow` makes them. */
export const startOf: Readonly<Record<string, Facts>> = {
  "voucher-selection": { caseId, attempt: 1, from: "Screen", round: 1, parks },
  "voucher-use": { caseId, attempt: 1, from: "Accept", round: 1, parks },
  redress: { caseId, attempt: 1, from: "Admissibility", round: 1, parks },
};

/**
 * Answers that go `rounds` times through every loop before each goes on. Reviewers leave until the cap of automatic
 * replacements, then `rounds` of the manager's choice leave too.
 */
export function longestAnswers(rounds: number): Answers {
  const counts = new Map<string, number>();
  const nth = (what: string): number => {
    const count = (counts.get(what) ?? 0) + 1;
    counts.set(what, count);
    return count;
  };
  /** The first outcome `rounds` times, then the next `rounds` times, and the last from then on. */
  const inTurn = (what: string, ...outcomes: string[]): string =>
    outcomes[Math.min(Math.floor((nth(what) - 1) / rounds), outcomes.length - 1)] ?? "";

  const people: Readonly<Record<string, (input: Facts) => Facts>> = {
    screen: () => ({ outcome: inTurn("screen", "ask", "ineligible", "eligible") }),
    "answer-question": () => ({ outcome: "answered" }),
    "confirm-ineligible": () => ({ outcome: "back" }),
    "assign-reviewer": ({ slot }) => ({ outcome: "assigned", slots: slot === "-" ? slots("r1", "r2") : [] }),
    declare: ({ slot }) => ({
      outcome: nth(`declare ${slot}`) <= triedMost + rounds ? "conflicted" : "accepted",
    }),
    review: ({ slot }) => ({ outcome: nth(`review ${slot}`) === 1 ? "silent" : "filed" }),
    "settle-scope": () => ({ outcome: "in-scope" }),
    "await-ranking": () => ({ outcome: "frozen" }),
    propose: () => ({ outcome: "proposed", parks }),
    approve: ({ slot }) => ({ outcome: slot === parks[0] ? inTurn("approve", "decline", "approve") : "approve" }),
    release: () => ({ outcome: inTurn("release", "back", "condition") }),
    "give-statement": () => ({ outcome: inTurn("give-statement", "back", "waits", "granted") }),
    accept: () => ({ outcome: "accepted" }),
    use: () => ({ outcome: "reported", claim: 1 }),
    resume: () => ({ outcome: "resumed" }),
    "confirm-service": () => ({ outcome: inTurn("confirm-service", "disputed", "confirmed") }),
    "settle-dispute": () => ({ outcome: "again" }),
    "check-claim": () => ({ outcome: inTurn("check-claim", "queried", "assessed") }),
    "answer-query": () => ({ outcome: "answered" }),
    "finance-check": () => ({ outcome: inTurn("finance-check", "back", "accepted") }),
    "admit-redress": () => ({ outcome: "admitted" }),
    "decide-redress": () => ({ outcome: "upheld" }),
    pay: () => ({ outcome: "booked" }),
  };
  const work: Readonly<Record<string, (input: Facts) => Facts>> = {
    "plan-reviews": () => ({ outcome: "manager", slots: [] }),
    "replace-reviewer": ({ slot, round }) => ({
      outcome: nth(`replace ${slot}`) < triedMost ? "replaced" : "manager",
      round: Number(round) + 1,
    }),
    "judge-spread": () =>
      nth("judge") === 1 ? { outcome: "another", slots: slots("r3") } : { outcome: "scope", slots: [] },
    "settle-approvals": ({ round }) => {
      const back = nth("settle") <= rounds;
      if (Number(round) % proposalsPerExecution === 0) return { outcome: "renew", round };
      return back ? { outcome: "back", round: Number(round) + 1 } : { outcome: "approved", round };
    },
    "settle-acceptance": () => ({ outcome: "in-use" }),
  };
  return ({ task, input }: Ask): Facts => {
    const found = task === "open-task" ? people[String(input.kind)] : work[task];
    if (found === undefined) throw new Error(`the longest path never asks ${task} ${String(input.kind ?? "")}`);
    return { round: Number(input.round ?? 0) + 1, slots: [], parks: [], ...found(input) };
  };
}

function slots(...names: string[]) {
  return names.map((slot) => ({ slot, round: 1 }));
}
