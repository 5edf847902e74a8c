/** What redress moves when it is upheld, decided on what the books hold, beside what a child would say of it. */
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { nextYear } from "@multihelix/core/ledger/book.ts";
import type { LedgerKey } from "@multihelix/core/ledger/posting.ts";
import { owedOf } from "@multihelix/core/recovery/recovery.ts";
import { decideRedress } from "@multihelix/core/redress/decide-redress.ts";
import { fundAgain } from "@multihelix/core/redress/fund-again.ts";
import { staff } from "../fixture/build/actor.ts";
import { anApplication } from "../fixture/build/application.ts";
import { aCase } from "../fixture/build/case.ts";
import type { aMoment } from "../fixture/build/moment.ts";
import { aRedress } from "../fixture/build/redress.ts";
import { aTask } from "../fixture/build/task.ts";
import { type Act, firstYear, type Model } from "./ledger-acts.ts";
import { decided, type Holdings, ofKey, type Step } from "./ledger-holdings.ts";

const nora = staff("nora", "redress", "limburg");

export function redressSteps(
  one: Act,
  held: Holdings,
  caseId: CaseId,
  model: Model,
  moment: ReturnType<typeof aMoment>,
): ((fresh: Holdings) => Step)[] | undefined {
  const first = firstYear[one.park] as LedgerKey;
  if (one.kind === "redress-again") {
    const year = held.books.find(ofKey(first))?.status ?? "open";
    const later = held.books.find(ofKey(nextYear(first)));
    const ledger = year === "open" ? first : nextYear(first);
    const closed = year !== "open" && later?.status !== "open";
    const amount = Math.ceil(((model.held(ledger, "available") || 100) * one.amount) / 85);
    return [
      (fresh) => ({
        no: closed,
        moves: [{ ledger, caseId, to: "committed", from: "available", amount }],
        ...decided(() => ({
          ...fundAgain(
            [{ ledger: first, amount }],
            {
              shares: fresh.shares.filter((share) => share.caseId === caseId),
              books: fresh.books.map((book) => ({ ...book, reserved: 0 })),
              budgets: fresh.budgets,
              application: anApplication(),
            },
            { caseId, reference: "LIM-V26-7K3QX" },
            moment,
          ),
          result: undefined,
        })),
      }),
    ];
  }
  if (one.kind !== "redress-recovery") return undefined;
  const recovery = held.recoveries.find(
    (other) => other.caseId === caseId && other.parkId === first.parkId && owedOf(other) > 0,
  );
  if (recovery === undefined) return [];
  const came = recovery.amount.amount - owedOf(recovery);
  // Mostly a part of what is owed, now and then less than what has come in.
  const still = Math.max(1, Math.floor((recovery.amount.amount * one.amount) / 110));
  const redress = aRedress({ against: "recovery", recovery: recovery.recovery, status: "admitted" });
  return [
    (fresh) => ({
      // What is asked back is lowered, or nothing was upheld.
      no: still < came || still >= recovery.amount.amount,
      moves: [
        {
          ledger: recovery.ledger,
          caseId,
          to: "disbursed",
          from: "recoverable",
          amount: recovery.amount.amount - still,
        },
      ],
      ...decided(() => {
        const { changes, ...decision } = decideRedress.decide(
          {
            one: aCase({ caseId, status: "redeemed", payingParks: ["limburg", "lund"], redress }),
            tasks: [aTask("decide-redress", { caseId, state: "Outcome", workflow: "redress" })],
            slots: [],
            proposals: [],
            approvals: [],
            applicants: [],
            providers: [],
            claims: [],
            call: undefined,
            voucher: undefined,
            recoveries: fresh.recoveries.filter((other) => other.caseId === caseId),
          },
          nora,
          { caseId, noInterest: true, outcome: "partly", amount: still, reasons: "Half of it was done." },
          moment,
        );
        // The story keeps neither cases nor tasks.
        return { ...decision, changes: changes.filter(({ name }) => name === "recovery"), effects: [] };
      }),
    }),
  ];
}
