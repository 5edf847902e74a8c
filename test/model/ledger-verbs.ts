/** The acts of the ledger that are verbs, each decided on what the books hold, beside what a child would say of them. */
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { lastYear, nextYear } from "@multihelix/core/ledger/book.ts";
import { carryCase } from "@multihelix/core/ledger/carry-case.ts";
import { closeYear } from "@multihelix/core/ledger/close-year.ts";
import { endCarry } from "@multihelix/core/ledger/end-carry.ts";
import type { Account, LedgerKey } from "@multihelix/core/ledger/posting.ts";
import { setBudget } from "@multihelix/core/ledger/set-budget.ts";
import { openCasesOf, startYearEnd } from "@multihelix/core/ledger/start-year-end.ts";
import type { aMoment } from "../fixture/build/moment.ts";
import { bankSteps } from "./bank-verbs.ts";
import { claimSteps } from "./claim-verbs.ts";
import { type Act, caseIds, caseOf, firstYear, type Model, type Move } from "./ledger-acts.ts";
import {
  decided,
  fay,
  finn,
  type Holdings,
  keyNow,
  ofKey,
  type PlannedStep,
  type Step,
  system,
} from "./ledger-holdings.ts";
import { moveInSteps } from "./move-in-verbs.ts";
import { recoverySteps } from "./recovery-verbs.ts";
import { redressSteps } from "./redress-verbs.ts";
import { valueSteps } from "./value-verbs.ts";

/** The steps that an act takes now, one commit each; undefined if the act is none of the verbs. */
export function stepsOf(
  one: Act,
  held: Holdings,
  model: Model,
  moment: ReturnType<typeof aMoment>,
): PlannedStep[] | undefined {
  const ledger = keyNow(held, one.park);
  const first = firstYear[one.park] as LedgerKey;
  const caseId = caseOf(one, model.held);
  const bookOf = (fresh: Holdings, key: LedgerKey) => fresh.books.find(ofKey(key));
  switch (one.kind) {
    case "set-budget": {
      const asked = one.amount * 5000;
      const change = asked + model.held(ledger, "appropriation");
      const [to, from]: [Account, Account] =
        change > 0 ? ["available", "appropriation"] : ["appropriation", "available"];
      const moves = change === 0 ? [] : [{ ledger, to, from, amount: Math.abs(change) }];
      return [
        (fresh) => ({
          moves,
          ...decided(() =>
            setBudget.decide(
              {
                call: fresh.call,
                budget: fresh.budgets.find(ofKey(ledger)),
                book: bookOf(fresh, ledger),
                postings: fresh.postings.filter(ofKey(ledger)),
              },
              fay,
              { ledger, amount: asked },
              moment,
            ),
          ),
        }),
      ];
    }
    case "end-year": {
      if (bookOf(held, first)?.status !== "open") return [];
      const open = openCasesOf(held.postings.filter(ofKey(first)));
      const to = nextYear(first);
      const carried = (id: CaseId): Move[] =>
        (["reserved", "committed"] as const).flatMap((account) => {
          const amount = model.held(first, account, id);
          if (amount === 0) return [];
          return [
            { ledger: first, caseId: id, to: "returned" as const, from: account, amount },
            { ledger: to, caseId: id, to: account, from: "appropriation" as const, amount },
          ];
        });
      return [
        (fresh) => ({
          moves: [],
          ...decided(() =>
            startYearEnd.decide(
              {
                call: fresh.call,
                book: bookOf(fresh, first),
                lastBook: bookOf(fresh, lastYear(first)),
                nextBook: bookOf(fresh, to),
                nextBudget: fresh.budgets.find(ofKey(to)),
                postings: fresh.postings.filter(ofKey(first)),
              },
              fay,
              { parkId: first.parkId, ledger: first },
              moment,
            ),
          ),
        }),
        ...open.map((id) => (fresh: Holdings): Step => {
          const share = (key: LedgerKey) => fresh.shares.filter(ofKey(key)).find((own) => own.caseId === id);
          const facts = {
            book: bookOf(fresh, first),
            share: share(first),
            next: share(to),
            nextBook: bookOf(fresh, to),
          };
          return {
            moves: carried(id),
            ...decided(() => carryCase.decide(facts, system, { ledger: first, caseId: id }, moment)),
          };
        }),
        (fresh) => ({
          moves: [],
          ...decided(() =>
            endCarry.decide(
              { book: bookOf(fresh, first), next: bookOf(fresh, to), postings: fresh.postings.filter(ofKey(first)) },
              system,
              { ledger: first },
              moment,
            ),
          ),
        }),
      ];
    }
    case "close-year": {
      // Closed again by the same person, it stays as it is.
      const status = bookOf(held, first)?.status;
      const open = caseIds.some((id) => model.held(first, "reserved", id) + model.held(first, "committed", id) > 0);
      const no = status === "closed" ? false : status !== "ended" || open;
      const amount = model.held(first, "available");
      return [
        (fresh) => ({
          no,
          moves:
            no || status === "closed" || amount === 0
              ? []
              : [{ ledger: first, to: "returned", from: "available", amount }],
          ...decided(() =>
            closeYear.decide(
              {
                book: bookOf(fresh, first),
                budget: fresh.budgets.find(ofKey(first)),
                postings: fresh.postings.filter(ofKey(first)),
              },
              finn,
              { parkId: first.parkId, ledger: first },
              moment,
            ),
          ),
        }),
      ];
    }
    default:
      return (
        claimSteps(one, held, caseId, model, moment) ??
        bankSteps(one, held, moment) ??
        valueSteps(one, held, caseId, model, moment) ??
        moveInSteps(one, caseId, moment) ??
        redressSteps(one, held, caseId, model, moment) ??
        recoverySteps(one, held, caseId, model, moment)
      );
  }
}
