/** R2: whatever is asked of the ledger in whatever order, its identities hold, and it says yes and no as a child's model does. */
import { createDynamoStore } from "@multihelix/adapters/dynamo/store.ts";
import { ensureTable } from "@multihelix/adapters/dynamo/table.ts";
import { sharesOf } from "@multihelix/core/call/shares.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { changesOf } from "@multihelix/core/kernel/perform.ts";
import { trialBalance } from "@multihelix/core/ledger/balance.ts";
import { emptyShare, type LedgerKey, ledgerKeyText } from "@multihelix/core/ledger/posting.ts";
import type { Change } from "@multihelix/core/port/store.ts";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { applyChanges, type Items, itemsOf } from "../fixture/apply-changes.ts";
import { aCall } from "../fixture/build/call.ts";
import { aMoment } from "../fixture/build/moment.ts";
import { eur } from "../fixture/build/voucher.ts";
import { fc } from "../fixture/fast-check.ts";
import { startTestStore, type TestStore } from "../fixture/store.ts";
import { type Act, acts, allLedgers, budgets, caseIds, createModel, draftsOf, firstYear } from "./ledger-acts.ts";
import { fay, type Holdings, keyNow } from "./ledger-holdings.ts";
import { stepsOf } from "./ledger-verbs.ts";

// A hundred years of a park take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const call = aCall({
  payers: firstYear.map((ledger, index) => ({
    parkId: ledger.parkId,
    ledger,
    sharePercent: index === 0 ? 70 : 30,
    aidBasis: "not-assessed" as const,
  })),
});

interface Books {
  commit(changes: readonly Change[]): Promise<boolean>;
  read(): Promise<Holdings>;
}

/** Plays the acts on books and model side by side; after each, both must say the same and the identities hold. */
async function play(list: readonly Act[], books: Books): Promise<void> {
  const model = createModel();
  // Ids of postings go on from act to act.
  const moment = aMoment("2027-02-01T09:00:00Z");
  expect(await books.commit([{ op: "create", name: "call", value: call }])).toBe(true);
  let held = await books.read();
  for (const one of [...budgets, ...list]) {
    const steps = stepsOf(one, held, model, moment);
    if (steps === undefined) await movePlainly(one);
    for (const step of steps ?? []) {
      const { decision, moves, no } = step(held);
      const expected = no !== true && model.take(moves);
      const said =
        decision !== undefined &&
        (decision.changes.length === 0 ||
          (await books.commit(changesOf(decision, `test.${one.kind}`, fay.personId, moment))));
      expect(said, one.kind).toBe(expected);
      held = await books.read();
      demandIdentities(held);
    }
  }

  /** The acts on a case, whose verbs have tests of their own: here only what they post. */
  async function movePlainly(one: Act): Promise<void> {
    const now = (park: number) => keyNow(held, park);
    const { shares, budgets: known } = held;
    const joint = (amount: number) =>
      sharesOf(held.call, eur(amount * 997), moment.network, "2027-02-01").map((part) => part.amount.amount);
    const postings = draftsOf(one, now, joint, model.held);
    const without = ({ ledger }: { ledger: LedgerKey }) =>
      !known.some((budget) => ledgerKeyText(budget.ledger) === ledgerKeyText(ledger));
    if (postings.length === 0 || postings.some(without)) return;
    const missing = postings.filter(
      ({ ledger, caseId }) =>
        !shares.some((share) => share.caseId === caseId && ledgerKeyText(share.ledger) === ledgerKeyText(ledger)),
    );
    // Only a proposal (or a raise) brings a share into being; the others must find theirs.
    const opens = ["propose", "propose-jointly", "raise"].includes(one.kind);
    const opened = (opens ? missing : []).map(
      ({ ledger, caseId }): Change => ({ op: "create", name: "share", value: emptyShare(caseId as CaseId, ledger) }),
    );
    const decision = { changes: opened, postings, result: undefined };
    const expected = model.take(postings);
    expect(await books.commit(changesOf(decision, `test.${one.kind}`, "system:test", moment)), one.kind).toBe(expected);
    held = await books.read();
    demandIdentities(held);
  }

  function demandIdentities({ budgets: known, shares, postings, books: all, claims, orders }: Holdings): void {
    for (const { caseId, claim, draws = [] } of claims)
      for (const { parkId, amount, withheld } of draws) {
        const own = orders.filter(
          (order) => order.caseId === caseId && order.claim === claim && order.parkId === parkId,
        );
        const paid = own.reduce((sum, order) => sum + order.amount.amount, 0);
        expect(paid, "the orders of a claim are its gross amount").toBe(amount.amount);
        const tax = own.find(({ purpose }) => purpose === "tax")?.amount.amount ?? 0;
        expect(tax, "the tax is an order of its own").toBe(withheld?.amount ?? 0);
      }
    expect(trialBalance(postings, known, shares, all).faults).toEqual([]);
    for (const { ledger, given } of all) expect(given, "given").toBe(0 - model.held(ledger, "appropriation"));
    for (const { ledger, available } of known) expect(available).toBe(model.held(ledger, "available"));
    for (const { caseId, parkId } of shares) {
      const held = shares.filter((own) => own.caseId === caseId && own.parkId === parkId && own.committed > 0);
      expect(held.length, "what a park has committed to a case lies in one year").toBeLessThanOrEqual(1);
    }
    for (const share of shares) {
      for (const account of ["reserved", "committed", "payable", "disbursed", "recoverable", "writtenOff"] as const)
        expect(share[account], account).toBe(model.held(share.ledger, account, share.caseId));
    }
  }
}

describe("the ledger under random acts", () => {
  test("per key everything adds up to nothing, no account is below zero, amounts are whole: changes interpreted on a Map", async () => {
    await fc.assert(
      fc.asyncProperty(acts(90), async (list) => {
        let items: Items = new Map();
        await play(list, {
          commit: async (changes) => {
            const after = applyChanges(items, changes);
            items = after ?? items;
            return after !== undefined;
          },
          read: async () => ({
            call: itemsOf(items, "call")[0] ?? call,
            budgets: itemsOf(items, "budget"),
            shares: itemsOf(items, "share"),
            postings: itemsOf(items, "posting"),
            books: itemsOf(items, "book"),
            recoveries: itemsOf(items, "recovery"),
            claims: itemsOf(items, "claim"),
            orders: itemsOf(items, "order"),
          }),
        });
      }),
      { numRuns: 100 },
    );
  });

  describe("on the embedded store", () => {
    let embedded: TestStore;
    beforeAll(async () => {
      embedded = await startTestStore();
    });
    afterAll(() => embedded.stop());

    test("the same acts meet the same yes and no, and leave the same identities", async () => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(acts(40), async (list) => {
          run += 1;
          const table = `ledger-${run}`;
          await ensureTable(embedded.client, table);
          const store = createDynamoStore(embedded.client, table);
          const eachCase = <T>(read: (caseId: CaseId) => Promise<T[]>) => Promise.all(caseIds.map(read));
          await play(list, {
            commit: async (changes) => (await store.commit(changes)).ok,
            read: async () => ({
              call: (await store.get("call", { callId: call.callId })) ?? call,
              budgets: (await Promise.all(allLedgers.map((ledger) => store.get("budget", { ledger })))).flatMap(
                (budget) => budget ?? [],
              ),
              shares: (await eachCase((caseId) => store.list("share", { caseId }))).flat(),
              postings: (await Promise.all(allLedgers.map((ledger) => store.list("posting", { ledger })))).flat(),
              books: (await Promise.all(firstYear.map(({ parkId }) => store.list("book", { parkId })))).flat(),
              recoveries: (await eachCase((caseId) => store.list("recovery", { caseId }))).flat(),
              claims: (await eachCase((caseId) => store.list("claim", { caseId }))).flat(),
              orders: (await eachCase((caseId) => store.list("order", { caseId }))).flat(),
            }),
          });
        }),
        { numRuns: 6, endOnFailure: true },
      );
    });
  });
});
