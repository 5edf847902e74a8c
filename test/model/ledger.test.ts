/** R2: whatever is asked of the ledger in whatever order, its identities hold, and it says yes and no as a child's model does. */
import { createDynamoStore } from "@multihelix/adapters/dynamo/store.ts";
import { ensureTable } from "@multihelix/adapters/dynamo/table.ts";
import { sharesOf } from "@multihelix/core/call/shares.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { changesOf } from "@multihelix/core/kernel/perform.ts";
import { emptyShare, type LedgerKey, ledgerKeyText } from "@multihelix/core/ledger/posting.ts";
import type { Change } from "@multihelix/core/port/store.ts";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { applyChanges, type Items, itemsOf, readerOf } from "../fixture/apply-changes.ts";
import { eur } from "../fixture/build/voucher.ts";
import { fc } from "../fixture/fast-check.ts";
import { startTestStore, type TestStore } from "../fixture/store.ts";
import {
  type Act,
  acts,
  allLedgers,
  caseIds,
  committed,
  createModel,
  draftsOf,
  firstYear,
  money,
  paid,
} from "./ledger-acts.ts";
import { fay, type Holdings, keyNow } from "./ledger-holdings.ts";
import { demandIdentities } from "./ledger-identities.ts";
import { beginning, call, startMoment } from "./ledger-start.ts";
import { count, demandPlayed, leastDone, leastOnStore, leastRefused, type Tally } from "./ledger-tally.ts";
import { stepsOf } from "./ledger-verbs.ts";

// A hundred years of a park take their time on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

interface Books {
  commit(changes: readonly Change[]): Promise<boolean>;
  read(): Promise<Holdings>;
}

/** Plays the acts on books and model side by side; after each, both must say the same and the identities hold. */
async function play(list: readonly Act[], books: Books, tally: Tally): Promise<void> {
  const model = createModel();
  const moment = startMoment();
  expect(await books.commit(beginning)).toBe(true);
  let held = await books.read();
  for (const one of list) {
    const steps = stepsOf(one, held, model, moment);
    if (steps === undefined) await movePlainly(one);
    for (const step of steps ?? []) {
      const { decision, moves, no, as = one.kind } = await step(held);
      const expected = no !== true && model.take(moves);
      const said =
        decision !== undefined &&
        (decision.changes.length === 0 ||
          (await books.commit(changesOf(decision, `test.${one.kind}`, fay.personId, moment))));
      expect(said, as).toBe(expected);
      count(tally, as, said);
      held = await books.read();
      demandIdentities(held, model);
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
    // Only a proposal brings a share into being; the others must find theirs.
    const opens = ["propose", "propose-jointly"].includes(one.kind);
    const opened = (opens ? missing : []).map(
      ({ ledger, caseId }): Change => ({ op: "create", name: "share", value: emptyShare(caseId as CaseId, ledger) }),
    );
    const decision = { changes: opened, postings, result: undefined };
    const expected = model.take(postings);
    expect(await books.commit(changesOf(decision, `test.${one.kind}`, "system:test", moment)), one.kind).toBe(expected);
    count(tally, one.kind, expected);
    held = await books.read();
    demandIdentities(held, model);
  }
}

describe("the ledger under random acts", () => {
  test("per key everything adds up to nothing, no account is below zero, amounts are whole: changes interpreted on a Map", async () => {
    const tally: Tally = new Map();
    await fc.assert(
      fc.asyncProperty(acts(100, money, committed, paid), async (list) => {
        let items: Items = new Map();
        await play(
          list,
          {
            commit: async (changes) => {
              const after = applyChanges(items, changes);
              items = after ?? items;
              return after !== undefined;
            },
            read: async () => ({
              reader: readerOf(items),
              call: itemsOf(items, "call")[0] ?? call,
              budgets: itemsOf(items, "budget"),
              shares: itemsOf(items, "share"),
              postings: itemsOf(items, "posting"),
              books: itemsOf(items, "book"),
              recoveries: itemsOf(items, "recovery"),
              claims: itemsOf(items, "claim"),
              orders: itemsOf(items, "order"),
              batches: itemsOf(items, "batch"),
              cases: itemsOf(items, "case"),
              vouchers: itemsOf(items, "voucher"),
            }),
          },
          tally,
        );
      }),
      { numRuns: 100 },
    );
    demandPlayed(tally, leastDone, leastRefused);
  });

  describe("on the embedded store", () => {
    let embedded: TestStore;
    beforeAll(async () => {
      embedded = await startTestStore();
    });
    afterAll(() => embedded.stop());

    test("the same acts meet the same yes and no, and leave the same identities", async () => {
      const tally: Tally = new Map();
      let run = 0;
      await fc.assert(
        fc.asyncProperty(acts(40, paid), async (list) => {
          run += 1;
          const table = `ledger-${run}`;
          await ensureTable(embedded.client, table);
          const store = createDynamoStore(embedded.client, table);
          const eachCase = <T>(read: (caseId: CaseId) => Promise<T>) => Promise.all(caseIds.map(read));
          await play(
            list,
            {
              commit: async (changes) => (await store.commit(changes)).ok,
              read: async () => ({
                reader: store,
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
                batches: (await Promise.all(firstYear.map(({ parkId }) => store.list("batch", { parkId })))).flat(),
                cases: (await eachCase((caseId) => store.get("case", { caseId }))).flatMap((one) => one ?? []),
                vouchers: (await eachCase((caseId) => store.get("voucher", { caseId }))).flatMap((one) => one ?? []),
              }),
            },
            tally,
          );
        }),
        { numRuns: 5, endOnFailure: true },
      );
      demandPlayed(tally, leastOnStore);
    });
  });
});
