import type { Case } from "@multihelix/core/application/case.ts";
import { expect, test } from "vitest";
import type { Client } from "../scenario/client.ts";
import { people } from "../scenario/people.ts";
import { asked, type CaseBody } from "../scenario/story.ts";
import { until } from "../scenario/world.ts";
import { personaOf } from "./cast.ts";
import { startChild } from "./child.ts";
import { aDemoCase, commit, demoParties, startChanges } from "./demo-cases.ts";
import { enter, openProduct } from "./product.ts";
import { scratchFolder } from "./scratch.ts";

/** 35 wait for a screening, 35 for a proposal, 15 for two reviewers each: a hundred people are awaited. */
const waiting = [
  ...Array.from({ length: 35 }, () => "screening" as const),
  ...Array.from({ length: 35 }, () => "deciding" as const),
  ...Array.from({ length: 15 }, () => "in-review" as const),
];

test("a hundred people awaited, the product killed: all are awaited still and until the same instants, and each answer moves its case on", {
  timeout: 90_000,
}, async () => {
  const dataDir = await scratchFolder();
  const cases = await makeCases(dataDir);
  const first = await startChild({ dataDir });
  const before = await openTasks(first.port, cases);
  expect(before).toHaveLength(100);
  await first.kill("SIGKILL");

  const second = await startChild({ dataDir, port: first.port });
  expect(await openTasks(second.port, cases)).toEqual(before);
  await answerAll(second.port, cases);
  await second.kill("SIGTERM");

  // Each went on in the execution that had waited for it: none was lost and taken up anew.
  const { deps } = await openProduct({ dataDir });
  const after = await Promise.all(cases.map(({ caseId }) => deps.store.get("case", { caseId })));
  expect(after.map((one) => one?.restarts)).toEqual(cases.map(() => 0));
});

/** Committed with the effect that starts their workflow, which nobody drives yet. */
async function makeCases(dataDir: string): Promise<Case[]> {
  const opened = await openProduct({ dataDir });
  const parties = await demoParties(opened.deps);
  const made = waiting.map((status, nth) => aDemoCase(opened.deps, parties, nth, { status }));
  for (const { one, changes } of made) await commit(opened.deps, [...changes, ...startChanges(opened.deps, one)]);
  await opened.stop();
  return made.map(({ one }) => one);
}

async function clientOf(port: number, email: string): Promise<Client> {
  return enter(`http://127.0.0.1:${port}`, `http://localhost:${port}`, personaOf(email));
}

/** Every open task with its due instant, once all are open. */
async function openTasks(port: number, cases: readonly Case[]): Promise<string[]> {
  const manager = await clientOf(port, people.manager);
  const views: CaseBody[][] = [];
  for (const { caseId, status } of cases)
    views.push(
      await until(`the tasks of ${caseId}`, async () => {
        const { body } = await manager.get(`/api/cases/${caseId}`);
        const open = (body.tasks as CaseBody[]).filter((task) => task.status === "open");
        return open.length === (status === "in-review" ? 2 : 1) ? open : undefined;
      }),
    );
  return views.flatMap((open, nth) =>
    open.map(({ path, slot, due, opened }) => `${cases[nth]?.caseId} ${path} ${slot} ${opened} ${due}`).sort(),
  );
}

/** Everybody answers at once; then every case must have come to its next station. */
async function answerAll(port: number, cases: readonly Case[]): Promise<void> {
  const manager = await clientOf(port, people.manager);
  const reviewers = new Map<string, Promise<Client>>();
  const reviewerOf = (email: string) => {
    const known = reviewers.get(email) ?? clientOf(port, email);
    reviewers.set(email, known);
    return known;
  };
  const see = async (caseId: string) => (await manager.get(`/api/cases/${caseId}`)).body as CaseBody;
  await Promise.all(
    cases.map(async ({ caseId, status }) => {
      const answer = async (client: Client, act: string, body: Record<string, unknown>) =>
        expect(await client.post(`/api/cases/${caseId}/${act}`, body)).toMatchObject({ status: 200 });
      if (status === "screening") await answer(manager, "screening", { noInterest: true, outcome: "eligible" });
      if (status === "deciding") await answer(manager, "proposal", proposal);
      if (status === "in-review")
        for (const { slot, reviewerId } of (await see(caseId)).slots as CaseBody[]) {
          const reviewer = await reviewerOf(people.reviewers[String(reviewerId)] ?? "");
          await answer(reviewer, `slots/${slot}/declaration`, { outcome: "accepted" });
        }
    }),
  );
  for (const { caseId, status } of cases) {
    // So many cases at once are more than the reviewers' capacity: the plan of a late one is the manager's.
    const next = { screening: ["declare", "assign-reviewer"], deciding: ["approve"], "in-review": ["review"] }[
      status as "screening"
    ];
    const come = async () => {
      const view = await see(caseId);
      return next.some((kind) => asked(view, kind)) ? true : undefined;
    };
    await until(`${next.join(" or ")} of ${caseId}`, come, 60);
  }
}

const proposal = {
  noInterest: true,
  kind: "award",
  amount: { amount: 200_000, currency: "EUR" },
  reasons: "Clear need.",
  outOfOrderReason: "All are decided today.",
};
