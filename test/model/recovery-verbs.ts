/** The acts on money that is asked back, each decided on what the books hold, beside what a child would say of them. */
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import type { Account, LedgerKey, Share } from "@multihelix/core/ledger/posting.ts";
import { askRecovery } from "@multihelix/core/recovery/ask-recovery.ts";
import { cancelRecovery } from "@multihelix/core/recovery/cancel-recovery.ts";
import { receiveRecovery } from "@multihelix/core/recovery/receive-recovery.ts";
import { owedOf } from "@multihelix/core/recovery/recovery.ts";
import { writeOffRecovery } from "@multihelix/core/recovery/write-off-recovery.ts";
import { aCase } from "../fixture/build/case.ts";
import type { aMoment } from "../fixture/build/moment.ts";
import { anOrder } from "../fixture/build/order.ts";
import { type Act, firstYear, type Model } from "./ledger-acts.ts";
import { ada, bob, decided, fay, type Holdings, ofKey, type Step } from "./ledger-holdings.ts";

export function recoverySteps(
  one: Act,
  held: Holdings,
  caseId: CaseId,
  model: Model,
  moment: ReturnType<typeof aMoment>,
): ((fresh: Holdings) => Step)[] | undefined {
  const { parkId } = firstYear[one.park] as LedgerKey;
  const theCase = aCase({ caseId, status: "redeemed", payingParks: ["limburg", "lund"] });
  const own = (shares: readonly Share[]) =>
    shares.filter((share) => share.caseId === caseId && share.parkId === parkId);
  if (one.kind === "ask-back") {
    const paid = Math.max(0, ...own(held.shares).map(({ disbursed }) => disbursed));
    const amount = Math.max(1, Math.ceil((paid * one.amount) / 85));
    const from = own(held.shares).find(({ ledger }) => model.held(ledger, "disbursed", caseId) >= amount);
    return [
      (fresh) => ({
        no: from === undefined,
        moves:
          from === undefined ? [] : [{ ledger: from.ledger, caseId, to: "recoverable", from: "disbursed", amount }],
        ...decided(() =>
          askRecovery.decide(
            {
              one: theCase,
              slots: [],
              shares: own(fresh.shares),
              orders: [anOrder({ status: "booked" })],
              recoveries: fresh.recoveries.filter((other) => other.caseId === caseId),
              debtors: [],
            },
            fay,
            { caseId, parkId, amount, due: "2027-12-31", reasons: "Work not done.", noInterest: true },
            moment,
          ),
        ),
      }),
    ];
  }
  if (!["receive-back", "cancel-recovery", "write-off"].includes(one.kind)) return undefined;
  const recovery = held.recoveries.find(
    (other) => other.caseId === caseId && other.parkId === parkId && owedOf(other) > 0,
  );
  if (recovery === undefined) return [];
  const { ledger, recovery: number } = recovery;
  const owed = owedOf(recovery);
  const facts = (fresh: Holdings) => ({
    one: theCase,
    slots: [],
    recovery: fresh.recoveries.find((other) => other.caseId === caseId && other.recovery === number),
    book: fresh.books.find(ofKey(ledger)),
    lock: undefined,
  });
  const ids = { caseId, recovery: number };
  /** A bank's reference is another for each receipt. */
  const referenceIn = (fresh: Holdings) => `KBC-${facts(fresh).recovery?.received.length}`;
  if (one.kind === "receive-back") {
    const amount = Math.ceil((owed * one.amount) / 85);
    const closed = held.books.find(ofKey(ledger))?.status === "closed";
    const to: Account = closed ? "returned" : "available";
    return [
      (fresh) => ({
        moves: [{ ledger, caseId, to, from: "recoverable", amount }],
        no: amount > owed,
        ...decided(() =>
          receiveRecovery.decide(
            facts(fresh),
            fay,
            { ...ids, amount, bookedOn: "2027-01-20", bankReference: referenceIn(fresh) },
            moment,
          ),
        ),
      }),
    ];
  }
  const words = { ...ids, reasons: "Bankrupt.", noInterest: true as const };
  if (one.kind === "cancel-recovery") {
    return [
      (fresh) => ({
        moves: [{ ledger, caseId, to: "disbursed", from: "recoverable", amount: owed }],
        ...decided(() => cancelRecovery.decide(facts(fresh), fay, words, moment)),
      }),
    ];
  }
  return [
    (fresh) => ({
      moves: [],
      ...decided(() => writeOffRecovery.decide({ ...facts(fresh), parties: [] }, ada, words, moment)),
    }),
    (fresh) => ({
      moves: [{ ledger, caseId, to: "writtenOff", from: "recoverable", amount: owed }],
      ...decided(() => writeOffRecovery.decide({ ...facts(fresh), parties: [] }, bob, words, moment)),
    }),
  ];
}
