/** The outcome of a request for redress: upheld means that others look anew, or that what was decided is undone, with its postings (domain §9). */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { moveCase } from "../application/move.ts";
import type { Claim } from "../claim/claim.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Money, money } from "../kernel/money.ts";
import type { Moment } from "../kernel/verb.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { type Candidate, recipientsOf } from "../letter/recipient.ts";
import type { Reader } from "../port/store.ts";
import { answerTask, cancelTasks, openOrRepeated } from "../task/answer.ts";
import { nextUse, startWorkflow } from "../task/start-workflow.ts";
import { requireClaim } from "../voucher/use-facts.ts";
import { cancellationUpheld } from "./cancellation-upheld.ts";
import { cutUpheld } from "./cut-upheld.ts";
import { type MoneyFacts, readMoney } from "./fund-again.ts";
import { loweringUpheld } from "./lowering-upheld.ts";
import type { Upheld } from "./outcome.ts";
import { recoveryUpheld } from "./recovery-upheld.ts";
import { type RedressFacts, readRedress, redressLetters, requireOfficer } from "./redress-facts.ts";

export const decideRedressInput = z.object({
  caseId: caseIdSchema,
  noInterest: z.literal(true),
  /** `partly`: a ground is right, yet the decision stands without it; of a cut or a recovery, as far as `amount` says. */
  outcome: z.enum(["upheld", "partly", "rejected"]),
  reasons: z.string().trim().min(1).max(4000),
  /** Only where a cut or a recovery is partly upheld: what is looked at anew at most (voucher's currency), or what is still to be paid back (the park's); minor units. */
  amount: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
});
type Input = z.output<typeof decideRedressInput>;

interface Facts extends RedressFacts {
  /** Of a decision that money went back by. */
  readonly money?: MoneyFacts | undefined;
  /** Of the lead park. */
  readonly finance?: readonly Candidate[];
}

/** @throws invalid `redress.amount-missing`; what the outcome's own rules refuse. */
export const decideRedress = verb({
  name: "redress.decide",
  input: decideRedressInput,
  read: readFacts,
  decide(facts: Facts, actor, input, moment): Decision<{ outcome: string }> {
    const { outcome, reasons } = input;
    const { one, redress, officer } = requireOfficer(facts, actor, moment);
    const task = openOrRepeated(facts.tasks, "decide-redress", undefined, actor, outcome);
    if (task === undefined) return { changes: [], result: { outcome } };
    const closed = { ...redress, status: outcome, outcome: { reasons, by: officer.personId, at: moment.now } };
    const event = {
      type: "redress.decided",
      facts: { redressId: redress.redressId, party: redress.party ?? "applicant", against: redress.against, outcome },
    };
    const closing = answerTask(task, { outcome, round: task.round }, actor, moment);
    const upheld = follows(facts, { ...one, redress: closed }, input, officer, moment, event);
    const told = redressLetters({ ...facts, one }, outcome, reasons, moment, upheld.amount);
    return {
      changes: [...withAmount(upheld), ...closing.changes, ...told.changes],
      postings: upheld.postings,
      events: upheld.events,
      effects: [...closing.effects, ...upheld.effects, ...told.effects],
      result: { outcome },
    };
  },
});

/** What an upheld request commits money again for. */
const moneyBack: readonly (string | undefined)[] = ["claim-cut", "cancellation", "lowering"];

async function readFacts(reader: Reader, { caseId }: Pick<Input, "caseId">): Promise<Facts> {
  const facts = await readRedress(reader, caseId);
  const { one } = facts;
  const against = one?.redress?.against;
  if (one === undefined || !moneyBack.includes(against)) return facts;
  const holder = { kind: "role", role: "finance", parkId: one.leadPark } as const;
  const [moneyFacts, finance] = await Promise.all([
    readMoney(reader, caseId, one.payingParks),
    recipientsOf(reader, holder, one),
  ]);
  return { ...facts, money: moneyFacts, finance };
}

/** The request keeps what its outcome came to. */
function withAmount({ changes, amount }: Upheld): Upheld["changes"] {
  if (amount === undefined) return changes;
  return changes.map((change) => {
    if (change.op !== "replace" || change.name !== "case") return change;
    const { redress } = change.value as Case;
    if (redress?.outcome === undefined) return change;
    return { ...change, value: { ...change.value, redress: { ...redress, outcome: { ...redress.outcome, amount } } } };
  }) as Upheld["changes"];
}

type Event = Parameters<typeof moveCase>[4];

/** @param one with the request as it is afterwards. */
function follows(facts: Facts, one: Case, input: Input, officer: PersonActor, moment: Moment, event: Event): Upheld {
  const against = one.redress?.against;
  const { outcome } = input;
  const partial = outcome === "partly" && (against === "claim-cut" || against === "recovery");
  if (outcome !== "upheld" && !partial) return stands(one, event);
  if (partial && input.amount === undefined) throw new DomainError("invalid", "redress.amount-missing");
  if (against === "recovery") {
    const why = { reasons: input.reasons, officer };
    const undone = recoveryUpheld(facts, one, partial ? (input.amount ?? 0) : 0, why, moment);
    const decided = stands(one, event);
    return {
      ...undone,
      changes: [...decided.changes, ...undone.changes],
      events: [...decided.events, ...undone.events],
    };
  }
  if (against === "claim-cut")
    return cutUpheld(withMoney(facts), one, limitOf(facts, partial, input), officer, moment, event);
  if (against === "cancellation") return cancellationUpheld(withMoney(facts), one, officer, moment, event);
  if (against === "lowering") return loweringUpheld(withMoney(facts), one, officer, moment, event);
  if (against === "claim-refusal") return checkedAnew(facts, one, input.reasons, officer, moment, event);
  const anew = { attempt: one.attempt + 1, restarts: 0, roundsFrom: undefined, ineligibility: undefined };
  const move = moveCase(one, "in-review", anew, moment, event);
  return { changes: move.changes, postings: [], events: move.events, effects: [startWorkflow(move.moved)] };
}

function stands(one: Case, event: Event): Upheld {
  return {
    changes: [{ op: "replace", name: "case", value: one }],
    postings: [],
    events: [{ stream: one.caseId, caseId: one.caseId, ...event }],
    effects: [],
  };
}

function withMoney(facts: Facts): Facts & { readonly money: MoneyFacts } {
  if (facts.money === undefined) throw new Error("the money of a case was not read");
  return { ...facts, money: facts.money };
}

function limitOf({ voucher }: Facts, partial: boolean, { amount }: Input): Money | undefined {
  return partial && amount !== undefined && voucher !== undefined ? money(amount, voucher.value.currency) : undefined;
}

/** A claim whose refusal was wrong is checked anew, by others than who refused it. */
function checkedAnew(
  facts: RedressFacts,
  one: Case,
  reasons: string,
  officer: PersonActor,
  moment: Moment,
  event: Event,
): Upheld {
  const { refusal, ...claim } = requireClaim(facts.claims);
  const who = [...(claim.barred ?? []), refusal?.by, claim.checkedBy].flatMap((personId) => personId ?? []);
  const value: Claim = {
    ...claim,
    status: "confirmed",
    checkedBy: undefined,
    barred: [...new Set(who)],
    sentBack: [...claim.sentBack, { reason: reasons.slice(0, 2000), by: officer.personId, at: moment.now }],
  };
  const move = moveCase(one, "claim-check", nextUse(one), moment, event);
  const settling = facts.tasks.filter(({ kind }) => kind === "settle-refusal");
  const cancelled = cancelTasks(settling, officer, moment, false);
  return {
    changes: [...move.changes, { op: "replace", name: "claim", value }, ...cancelled.changes],
    postings: [],
    events: move.events,
    effects: [startWorkflow(move.moved)],
  };
}
