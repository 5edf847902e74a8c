/** What must hold of the books after every act, added up from their postings and held against the child's purses. */
import { isCounted } from "@multihelix/core/claim/payable.ts";
import { trialBalance } from "@multihelix/core/ledger/balance.ts";
import { accounts } from "@multihelix/core/ledger/posting.ts";
import { isFinal } from "@multihelix/core/payment/batch.ts";
import { expect } from "vitest";
import { allLedgers, caseIds, type Model } from "./ledger-acts.ts";
import { type Holdings, ofCase, ofKey } from "./ledger-holdings.ts";

export function demandIdentities(held: Holdings, model: Model): void {
  demandKeys(held, model);
  demandShares(held, model);
  demandPayments(held);
}

/** Per key: nothing is lost, nothing but `appropriation` is below zero, and each figure is the model's. */
function demandKeys({ budgets, shares, postings, books }: Holdings, model: Model): void {
  expect(trialBalance(postings, budgets, shares, books).faults).toEqual([]);
  for (const ledger of allLedgers) {
    const sums = Object.fromEntries(accounts.map((account) => [account, 0]));
    for (const { to, from, amount } of postings.filter(ofKey(ledger))) {
      sums[to] = (sums[to] ?? 0) + amount;
      sums[from] = (sums[from] ?? 0) - amount;
    }
    const { appropriation = 0, ...rest } = sums;
    const held = Object.values(rest).reduce((sum, one) => sum + one, 0);
    expect(held + appropriation, "everything adds up to nothing").toBe(0);
    expect(Math.min(...Object.values(rest)), "no account is below zero").toBeGreaterThanOrEqual(0);
    const asked = Object.fromEntries(
      accounts.map((account) => [
        account,
        [undefined, ...caseIds].reduce((sum, caseId) => sum + model.held(ledger, account, caseId), 0),
      ]),
    );
    // The budget's own purses are nobody's case, and are counted once for each.
    for (const account of ["available", "appropriation"] as const) asked[account] = model.held(ledger, account);
    expect(sums).toEqual(asked);
    const [book, budget] = [books.find(ofKey(ledger)), budgets.find(ofKey(ledger))];
    expect(0 - (book?.given ?? 0), "given").toBe(0 + appropriation);
    expect(budget?.available ?? 0).toBe(model.held(ledger, "available"));
  }
}

function demandShares({ shares }: Holdings, model: Model): void {
  for (const { caseId, parkId } of shares) {
    const held = shares.filter((own) => own.caseId === caseId && own.parkId === parkId && own.committed > 0);
    expect(held.length, "what a park has committed to a case lies in one year").toBeLessThanOrEqual(1);
  }
  for (const share of shares)
    for (const account of accounts)
      if (account !== "appropriation" && account !== "available")
        expect(share[account], account).toBe(model.held(share.ledger, account, share.caseId));
}

/** What is owed is what no bank has booked; a claim's orders are its draws; a batch and a case know what was booked of them. */
function demandPayments(held: Holdings): void {
  const { shares, orders, batches } = held;
  for (const { caseId, parkId, budgetYear, payable } of shares) {
    const open = orders.filter(
      (order) =>
        order.caseId === caseId &&
        order.parkId === parkId &&
        order.budgetYear === budgetYear &&
        order.status !== "booked",
    );
    expect(payable, "payable is what waits for the bank").toBe(open.reduce((sum, one) => sum + one.amount.amount, 0));
  }
  for (const { batchId, booked } of batches)
    expect(booked, "booked of a batch").toBe(
      orders.filter((order) => order.batchId === batchId && order.status === "booked").length,
    );
  for (const caseId of caseIds) {
    const { theCase, voucher, claims, orders: own } = ofCase(held, caseId);
    const counted = claims.filter(isCounted).reduce((sum, one) => sum + (one.assessment?.payable.amount ?? 0), 0);
    const before = voucher.paidBefore?.amount ?? 0;
    expect(counted + before, "no more is paid than the award").toBeLessThanOrEqual(voucher.value.amount);
    if (theCase.status === "redeemed") expect(own.every(isFinal), "redeemed").toBe(true);
    for (const { claim, status, draws = [] } of claims) {
      const ofClaim = own.filter((order) => order.claim === claim);
      if (ofClaim.length > 0) expect(status === "paid", "a paid claim").toBe(ofClaim.every(isFinal));
      for (const { parkId, amount, withheld } of draws) {
        const ofPark = ofClaim.filter((order) => order.parkId === parkId);
        const paid = ofPark.reduce((sum, order) => sum + order.amount.amount, 0);
        expect(paid, "the orders of a claim are its gross amount").toBe(amount.amount);
        const tax = ofPark.find(({ purpose }) => purpose === "tax")?.amount.amount ?? 0;
        expect(tax, "the tax is an order of its own").toBe(withheld?.amount ?? 0);
      }
    }
  }
}
