/** R2: whatever is asked of the ledger in whatever order, its identities hold, and it says yes and no as a child's model does. */
import { createDynamoStore } from "@multihelix/adapters/dynamo/store.ts";
import { ensureTable } from "@multihelix/adapters/dynamo/table.ts";
import { isDomainError } from "@multihelix/core/kernel/error.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { changesOf } from "@multihelix/core/kernel/perform.ts";
import { trialBalance } from "@multihelix/core/ledger/balance.ts";
import {
  type Account,
  type Budget,
  emptyShare,
  type LedgerKey,
  type Posting,
  type Share,
} from "@multihelix/core/ledger/posting.ts";
import { setBudget } from "@multihelix/core/ledger/set-budget.ts";
import type { Change } from "@multihelix/core/port/store.ts";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { applyChanges, type Items, itemsOf } from "../fixture/apply-changes.ts";
import { staff } from "../fixture/build/actor.ts";
import { aCall, aLedger } from "../fixture/build/call.ts";
import { idOf } from "../fixture/build/ids.ts";
import { aMoment } from "../fixture/build/moment.ts";
import { startTestStore, type TestStore } from "../fixture/store.ts";
import { type Act, acts, budgets, caseIds, createModel, draftsOf } from "./ledger-acts.ts";

const fay = {
  ...staff("fay", "finance", "limburg"),
  grants: [...staff("fay", "finance", "limburg").grants, ...staff("fay", "finance", "lund").grants],
};

interface Holdings {
  budgets: Budget[];
  shares: Share[];
  postings: Posting[];
}
interface Books {
  commit(changes: readonly Change[]): Promise<boolean>;
  read(ledgers: readonly LedgerKey[]): Promise<Holdings>;
}

/** Plays the acts on books and model side by side; after each, both must say the same and the identities hold. */
async function play(list: readonly Act[], ledgers: readonly LedgerKey[], books: Books): Promise<void> {
  const model = createModel();
  const call = aCall({
    callId: ledgers[0]?.callId ?? idOf("call", "none"),
    payers: ledgers.map((ledger) => ({
      parkId: ledger.parkId,
      ledger,
      sharePercent: 50,
      aidBasis: "not-assessed" as const,
    })),
  });
  // Ids of postings go on from act to act.
  const moment = aMoment();
  let before = await books.read(ledgers);
  for (const one of [...budgets, ...list]) {
    const said = one.kind === "set-budget" ? await setOne(one, before, books) : await moveOne(one, before, books);
    expect(said.books, one.kind).toBe(said.model);
    before = await books.read(ledgers);
    await demandIdentities(before);
  }

  async function setOne({ park, amount }: Act, { budgets, postings }: Holdings, on: Books) {
    const ledger = ledgers[park] as LedgerKey;
    const own = (held: { ledger: LedgerKey }) => held.ledger.parkId === ledger.parkId;
    const asked = amount * 50;
    const change = asked + model.held("appropriation", park, undefined);
    const [to, from]: [Account, Account] = change > 0 ? ["available", "appropriation"] : ["appropriation", "available"];
    const expected = change === 0 || model.take([{ park, of: undefined, to, from, amount: Math.abs(change) }]);
    try {
      const decision = setBudget.decide(
        { call, budget: budgets.find(own), postings: postings.filter(own) },
        fay,
        { ledger, amount: asked },
        moment,
      );
      const done =
        decision.changes.length === 0 || (await on.commit(changesOf(decision, "budget.set", fay.personId, moment)));
      return { model: expected, books: done };
    } catch (error) {
      if (!isDomainError(error, "budget.held")) throw error;
      return { model: expected, books: false };
    }
  }

  async function moveOne(one: Act, { budgets, shares }: Holdings, on: Books) {
    const postings = draftsOf(one, ledgers, (account, park, of) => model.held(account, park, of));
    if (
      postings.length === 0 ||
      postings.some(({ ledger }) => !budgets.some((budget) => budget.ledger.parkId === ledger.parkId))
    )
      return { model: true, books: true };
    const missing = new Map(
      postings.map(({ ledger, caseId }) => [ledger.parkId, { ledger, caseId: caseId as CaseId }]),
    );
    for (const share of shares) if (share.caseId === caseIds[one.of]) missing.delete(share.parkId);
    // Only a proposal (or a raise) brings a share into being; the others must find theirs.
    const opens = ["propose", "propose-jointly", "raise"].includes(one.kind);
    const opened = [...(opens ? missing.values() : [])].map(
      ({ ledger, caseId }): Change => ({ op: "create", name: "share", value: emptyShare(caseId, ledger) }),
    );
    const changes = changesOf(
      { changes: opened, postings, result: undefined },
      `test.${one.kind}`,
      "system:test",
      moment,
    );
    const expected = model.take(
      postings.map(({ ledger, to, from, amount }) => ({ park: ledgers.indexOf(ledger), of: one.of, to, from, amount })),
    );
    return { model: expected, books: await on.commit(changes) };
  }

  async function demandIdentities({ budgets, shares, postings }: Holdings): Promise<void> {
    expect(trialBalance(postings, budgets, shares).faults).toEqual([]);
    for (const { ledger, available } of budgets)
      expect(available).toBe(
        model.held(
          "available",
          ledgers.findIndex(({ parkId }) => parkId === ledger.parkId),
          undefined,
        ),
      );
    for (const share of shares) {
      const park = ledgers.findIndex(({ parkId }) => parkId === share.parkId);
      for (const account of ["reserved", "committed", "payable", "disbursed"] as const) {
        expect(share[account], account).toBe(model.held(account, park, caseIds.indexOf(share.caseId)));
      }
    }
  }
}

describe("the ledger under random acts", () => {
  test("per key everything adds up to nothing, no account is below zero, amounts are whole: changes interpreted on a Map", async () => {
    const ledgers = [aLedger(), aLedger("lund", "SEK")];
    await fc.assert(
      fc.asyncProperty(acts(80), async (list) => {
        let items: Items = new Map();
        await play(list, ledgers, {
          commit: async (changes) => {
            const after = applyChanges(items, changes);
            items = after ?? items;
            return after !== undefined;
          },
          read: async () => ({
            budgets: itemsOf(items, "budget"),
            shares: itemsOf(items, "share"),
            postings: itemsOf(items, "posting"),
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
      const ledgers = [aLedger(), aLedger("lund", "SEK")];
      let run = 0;
      await fc.assert(
        fc.asyncProperty(acts(30), async (list) => {
          run += 1;
          const table = `ledger-${run}`;
          await ensureTable(embedded.client, table);
          const store = createDynamoStore(embedded.client, table);
          await play(list, ledgers, {
            commit: async (changes) => (await store.commit(changes)).ok,
            read: async () => ({
              budgets: (await Promise.all(ledgers.map((ledger) => store.get("budget", { ledger })))).flatMap(
                (budget) => budget ?? [],
              ),
              shares: (await Promise.all(caseIds.map((caseId) => store.list("share", { caseId })))).flat(),
              postings: (await Promise.all(ledgers.map((ledger) => store.list("posting", { ledger })))).flat(),
            }),
          });
        }),
        { numRuns: 6, endOnFailure: true },
      );
    });
  });
});
