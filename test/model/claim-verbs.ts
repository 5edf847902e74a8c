/** What clearing a claim moves where tax is withheld, and taking the clearing back; beside what a child would say of it. */
import type { Claim } from "@multihelix/core/claim/claim.ts";
import { financeCheck } from "@multihelix/core/claim/finance-check.ts";
import { reverseClearance } from "@multihelix/core/claim/reverse-clearance.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { nextYear } from "@multihelix/core/ledger/book.ts";
import type { Change } from "@multihelix/core/port/store.ts";
import { idOf } from "../fixture/build/ids.ts";
import { type aMoment, at } from "../fixture/build/moment.ts";
import { aTask } from "../fixture/build/task.ts";
import { aClaim, eur, useFacts } from "../fixture/build/voucher.ts";
import { assessed, payableFor, penceFor } from "./foreign-invoice.ts";
import { type Act, allLedgers, type Model, type Move, percents } from "./ledger-acts.ts";
import { decided, fay, type Holdings, ofCase, only, type PlannedStep } from "./ledger-holdings.ts";

/** Sweden stands in for a country that taxes at the payment: Lund withholds, Limburg does not. */
const withholding = [
  {
    country: "SE",
    percent: 15,
    source: "a law",
    slip: { form: "SLIP", month: 2 },
    worked: eur(3),
    cost: eur(7),
  },
];
/** The story keeps no tasks and no letters. */
const kept: Change["name"][] = ["case", "voucher", "claim", "order", "orderRef", "orderWaiting", "share", "book"];

export function claimSteps(
  one: Act,
  held: Holdings,
  caseId: CaseId,
  model: Model,
  moment: ReturnType<typeof aMoment>,
): PlannedStep[] | undefined {
  const { theCase, voucher, claims, orders } = ofCase(held, caseId);
  const claim = claims.at(-1);
  switch (one.kind) {
    case "clear": {
      // A claim at a time, as long as something is left.
      const left = voucher.left.amount;
      if (!["in-use", "claim-check"].includes(theCase.status) || left === 0) return [];
      const interim = one.amount % 3 > 0;
      const again = claim?.status === "confirmed" ? claim : undefined;
      const before = claims.filter((other) => other !== again);
      // Every other invoice is in a third currency, and may come to more than is left.
      const pence = penceFor(Math.ceil((left * one.amount) / 90), moment);
      const abroad = one.amount % 2 > 0;
      const payable = abroad
        ? payableFor({ pence, left, interim }, before, moment)
        : Math.ceil((left * one.amount) / 100);
      const drawn = drawnOf(payable, left, caseId, model);
      // Shares that are smaller than a cent of it draw nothing, and that is cleared too.
      const last = !interim || payable === left;
      return [
        (fresh) => ({
          as: last ? "clear the last claim" : abroad ? "clear a foreign invoice" : "clear a claim",
          no: drawn.length === 0 || payable === 0,
          moves: drawn.flatMap(({ ledger, paid, rest }): Move[] => [
            { ledger, caseId, to: "payable", from: "committed", amount: paid },
            { ledger, caseId, to: "available", from: "committed", amount: last ? rest : 0 },
          ]),
          ...decided(() => {
            const number = claims.length + 1;
            const asked = abroad
              ? taxed(
                  assessed({ claim: again, number, before }, { pence, interim }, { voucher, call: fresh.call }, moment),
                )
              : inEuro(caseId, payable, interim, again, number);
            const facts = useFacts({
              one: { ...theCase, status: "claim-check" },
              call: fresh.call,
              voucher,
              tasks: [aTask("finance-check", { caseId })],
              claims: [...before, asked],
              shares: fresh.shares.filter((share) => share.caseId === caseId),
            });
            const input = { caseId, outcome: "accepted", noInterest: true } as const;
            const decision = only(financeCheck.decide(facts, fay, input, moment), kept);
            // The story has no claim before it is cleared.
            const changes = decision.changes.map(
              (change): Change =>
                change.op === "replace" && change.name === "claim" && again === undefined
                  ? { op: "create", name: "claim", value: change.value }
                  : change,
            );
            return { ...decision, changes };
          }),
        }),
      ];
    }
    case "reverse-clearing": {
      if (claim?.draws === undefined) return [];
      const own = orders.filter((order) => order.claim === claim.claim);
      const statusOf = (parkId: string, year: number) =>
        held.books.find(({ ledger }) => ledger.parkId === parkId && ledger.budgetYear === year)?.status ?? "open";
      const closed = own.some(({ parkId, budgetYear }) => statusOf(parkId, budgetYear) === "closed");
      const gone = own.some(({ status, sending }) => status !== "waiting" || sending > 1);
      return [
        (fresh) => ({
          no: theCase.status !== "paying" || gone || closed,
          moves: own.flatMap(({ parkId, budgetYear, amount: { amount } }): Move[] => {
            const ledger = allLedgers.find((key) => key.parkId === parkId && key.budgetYear === budgetYear);
            if (ledger === undefined) return [];
            const back: Move = { ledger, caseId, to: "committed", from: "payable", amount };
            if (statusOf(parkId, budgetYear) === "open") return [back];
            // What comes back to a year that was ended goes to the next one, as everything did.
            return [
              back,
              { ledger, caseId, to: "returned", from: "committed", amount },
              { ledger: nextYear(ledger), caseId, to: "committed", from: "appropriation", amount },
            ];
          }),
          ...decided(() => {
            const facts = useFacts({
              one: theCase,
              call: fresh.call,
              voucher,
              tasks: [],
              claims,
              shares: fresh.shares.filter((share) => share.caseId === caseId),
            });
            const input = { caseId, reasons: "Another invoice.", noInterest: true } as const;
            const decision = reverseClearance.decide({ ...facts, orders, books: fresh.books }, fay, input, moment);
            return only(decision, kept);
          }),
        }),
      ];
    }
    default:
      return undefined;
  }
}

interface Drawn extends Pick<Move, "ledger"> {
  readonly paid: number;
  readonly rest: number;
}

/** Each park that has something committed pays its percents, and of its own currency the same fraction of what it committed. */
function drawnOf(payable: number, left: number, caseId: CaseId, model: Model): Drawn[] {
  const held = allLedgers.filter((ledger) => model.held(ledger, "committed", caseId) > 0);
  const parts = shareOut(
    left,
    held.map(({ parkId }) => percents[parkId] ?? 0),
  );
  const wanted = shareOut(payable, parts);
  return held.map((ledger, at) => {
    const committed = model.held(ledger, "committed", caseId);
    const paid = parts[at] === 0 ? 0 : Math.round((committed * (wanted[at] ?? 0)) / (parts[at] ?? 1));
    return { ledger, paid, rest: committed - paid };
  });
}

/** By weights to whole cents; of two, the larger rest gets the cent that is left over, of equals the first. */
function shareOut(amount: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const whole = weights.map((weight) => Math.floor((amount * weight) / all));
  const [first = 0, second = -1] = weights.map((weight) => (amount * weight) % all);
  const over = amount - whole.reduce((sum, part) => sum + part, 0);
  return whole.map((part, at) => part + ((at === 0) === first >= second ? over : 0));
}

function taxed(claim: Claim): Claim {
  return claim.assessment === undefined ? claim : { ...claim, assessment: { ...claim.assessment, withholding } };
}

function inEuro(caseId: CaseId, payable: number, interim: boolean, before: Claim | undefined, claim: number): Claim {
  return {
    ...(before ?? aClaim({ caseId, claim })),
    status: "assessed",
    interim,
    assessment: {
      by: idOf("per", "mia"),
      at: at("2027-01-20T09:00:00Z"),
      lines: [],
      acceptedNet: eur(payable),
      paidByApplicant: eur(0),
      payable: eur(payable),
      withholding,
      reason: "",
    },
  };
}
