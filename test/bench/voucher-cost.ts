/** P6 and P8: what the shortest redeemed voucher costs, and how often it writes to items that other cases write too. */
import { atMost, type Benchmark, type BenchRow } from "./benchmark.ts";
import { startBenchProduct } from "./part/bench-product.ts";
import { costOf, costOfIdleMonth, pricesOf } from "./part/price.ts";
import { draftAndSubmit, quietStory, submittedToRedeemed } from "./part/shortest-voucher.ts";
import type { Usage } from "./part/usage.ts";

export const benchmark: Benchmark = {
  bar: "P6",
  async run({ folder, say }) {
    say("one voucher from draft to bank booking, everything counted");
    const { product, counter, url, settled, stop } = await startBenchProduct(folder);
    try {
      const story = quietStory({ url, settled });
      await story.signInAll();
      await settled();
      const mailsBefore = product.inbox.all().length;
      counter.begin();
      const told = await draftAndSubmit(story);
      await settled();
      const draft = { usage: counter.usage, requests: story.requests(), mails: product.inbox.all().length };
      counter.begin();
      await submittedToRedeemed(story, told);
      await settled();
      const { usage } = counter;
      const { transitions } = product.system.engine.stats();
      const tasks = await taskCalls(product.system.engine);
      const usd = costOf({
        stateTransitions: transitions,
        writeUnits: usage.writeUnits,
        readUnits: usage.readUnits,
        mails: product.inbox.all().length - draft.mails,
        httpRequests: story.requests() - draft.requests,
        invocations: { api: story.requests() - draft.requests, task: tasks, outbox: usage.wakes },
      });
      const draftUsd = costOf({
        stateTransitions: 0,
        writeUnits: draft.usage.writeUnits,
        readUnits: draft.usage.readUnits,
        mails: draft.mails - mailsBefore,
        httpRequests: draft.requests,
        invocations: { api: draft.requests, outbox: draft.usage.wakes },
      });
      return [
        atMost("P6 voucher, state transitions", 45, "", transitions),
        atMost("P6 voucher, write units", 1000, "WU", usage.writeUnits, costliest(usage)),
        atMost("P6 voucher, cost", 0.005, "USD", usd, pricesOf),
        atMost("P6 draft until submission, cost", 0.005, "USD", draftUsd, `${Math.round(draft.usage.writeUnits)} WU`),
        atMost("P6 idle month, cost", 0.1, "USD", costOfIdleMonth(), "schedules of outbox and sweep"),
        sharedRow([draft.usage, usage], told.caseId),
      ];
    } finally {
      await stop();
    }
  },
};

async function taskCalls(engine: Awaited<ReturnType<typeof startBenchProduct>>["product"]["system"]["engine"]) {
  let calls = 0;
  for (const { stateMachineArn } of (await engine.listStateMachines({})).stateMachines) {
    for (const { executionArn } of (await engine.listExecutions({ stateMachineArn })).executions) {
      const { events } = await engine.getExecutionHistory({ executionArn, maxResults: 1000 });
      calls += events.filter(({ type }) => type === "TaskScheduled").length;
    }
  }
  return calls;
}

function costliest({ unitsByKind }: Usage): string {
  const sorted = [...unitsByKind].sort(([, a], [, b]) => b - a).slice(0, 4);
  return sorted.map(([kind, units]) => `${kind.split(" ")[0]?.toLowerCase()} ${Math.round(units)}`).join(", ");
}

/** Items that cases share: budgets of a key, undertakings' aid, heads of lists. A batch is one for up to 35 vouchers. */
const shared = /^(LEDGER#\S+ BUDGET|AID#\S+ GROUP|CALLS |NETWORK |PROVIDERS |ORG#\S+ ORG|LIMIT#)/;

function sharedRow(usages: readonly Usage[], caseId: string): BenchRow {
  const writes = usages.flatMap((usage) => [...usage.writes]);
  const found = writes.filter(([key]) => shared.test(key) && !key.includes(caseId));
  const note = found.map(([key, count]) => `${key.split("#")[0]?.toLowerCase()} ${count}`).join(", ");
  return atMost(
    "P8 voucher, writes to shared items",
    3,
    "",
    found.reduce((sum, [, count]) => sum + count, 0),
    note,
  );
}
