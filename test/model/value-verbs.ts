/** Another value of a voucher, proposed and approved by each paying park, beside what a child would say of it. */
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { approveValue } from "@multihelix/core/voucher/approve-value.ts";
import { proposeValue } from "@multihelix/core/voucher/propose-value.ts";
import { readValueMoney } from "@multihelix/core/voucher/value-money.ts";
import { staff } from "../fixture/build/actor.ts";
import { decisionFacts } from "../fixture/build/decision.ts";
import { type aMoment, at } from "../fixture/build/moment.ts";
import { useFacts } from "../fixture/build/voucher.ts";
import { type Act, allLedgers, type Model, type Move, mostOfVoucher } from "./ledger-acts.ts";
import { ada, decided, type Holdings, ofCase, ofKey, only, type PlannedStep, type Step } from "./ledger-holdings.ts";

const mia = staff("mia", "manager", "limburg");
const adaNow = { ...ada, secondFactorAt: at("2027-02-01T08:59:00Z") };

export function valueSteps(
  one: Act,
  held: Holdings,
  caseId: CaseId,
  model: Model,
  moment: ReturnType<typeof aMoment>,
): PlannedStep[] | undefined {
  if (one.kind !== "raise" && one.kind !== "lower") return undefined;
  const { voucher: before } = ofCase(held, caseId);
  const by = one.kind === "raise" ? 1 + one.amount / 100 : 1 - one.amount / 200;
  const value = Math.min(mostOfVoucher, Math.max(1, Math.round(before.value.amount * by)));
  const parks = [...new Set(holding(caseId, model).map(({ parkId }) => parkId))];
  const sharesOf = ({ shares }: Holdings) => shares.filter((share) => share.caseId === caseId);
  // Only a voucher that is used, and of which nothing was claimed.
  const isOver = (fresh: Holdings) => {
    const { theCase, voucher } = ofCase(fresh, caseId);
    return theCase.status !== "in-use" || voucher.left.amount !== voucher.value.amount;
  };
  const propose = (fresh: Holdings): Step => {
    const { theCase, voucher } = ofCase(fresh, caseId);
    const facts = useFacts({ one: theCase, call: fresh.call, voucher, shares: sharesOf(fresh) });
    const input = { caseId, value, reasons: "The work.", noInterest: true } as const;
    return {
      as: "propose another value",
      no: isOver(fresh) || value === voucher.value.amount,
      moves: [],
      ...decided(() => proposeValue.decide(facts, mia, input, moment)),
    };
  };
  const approve = async (fresh: Holdings, parkId: string): Promise<Step> => {
    const { theCase, voucher } = ofCase(fresh, caseId);
    const shares = sharesOf(fresh);
    const money = await readValueMoney(fresh.reader, shares);
    const input = { caseId, parkId, noInterest: true, contentHash: voucher.valueChange?.contentHash ?? "" } as const;
    const said = wordOf(fresh, caseId, parkId, model);
    return {
      ...said,
      no: said.no === true || isOver(fresh),
      ...decided(() => {
        const { call } = fresh;
        const decision = approveValue.decide(
          {
            ...decisionFacts({ call, shares, tasks: [], slots: [] }),
            one: theCase,
            staff: { approver: [], manager: [], finance: [] },
            parties: [],
            applicants: [],
            providers: [],
            voucher,
            money,
          },
          adaNow,
          input,
          moment,
        );
        return only(decision, ["case", "voucher", "share", "book"]);
      }),
    };
  };
  // What was never proposed is approved by nobody, now and then not even asked.
  if (isOver(held) && one.of > 0) return [propose];
  return [propose, ...parks.map((parkId) => (fresh: Holdings) => approve(fresh, parkId))];
}

const holding = (caseId: CaseId, model: Model) =>
  allLedgers.filter((ledger) => model.held(ledger, "committed", caseId) > 0);

/** With the last park's word each park's money follows the value, in its own currency, within a year that is open. */
function wordOf(fresh: Holdings, caseId: CaseId, parkId: string, model: Model): Step {
  const { voucher } = ofCase(fresh, caseId);
  const { valueChange } = voucher;
  if (valueChange === undefined) return { as: "approve another value", no: true, moves: [] };
  const said = valueChange.approved.map((word) => word.parkId);
  const parts = holding(caseId, model);
  const waits = parts.some((ledger) => ledger.parkId !== parkId && !said.includes(ledger.parkId));
  if (waits || said.includes(parkId)) return { as: "approve another value", moves: [] };
  const [now, before] = [valueChange.value.amount, voucher.value.amount];
  return {
    as: now > before ? "raise" : "lower",
    no: parts.some((ledger) => (fresh.books.find(ofKey(ledger))?.status ?? "open") !== "open"),
    moves: parts.map((ledger): Move => {
      const committed = model.held(ledger, "committed", caseId);
      const more = Math.round((committed * now) / before) - committed;
      return more > 0
        ? { ledger, caseId, to: "committed", from: "available", amount: more }
        : { ledger, caseId, to: "available", from: "committed", amount: -more };
    }),
  };
}
