/** A superseded ranking by hand: its versions, what moved between them, and two managers who supersede the one in force. */
import type { Call } from "@multihelix/core/call/call.ts";
import { callIdOf } from "@multihelix/core/call/create-call.ts";
import { addDays, addMinutes } from "@multihelix/core/kernel/instant.ts";
import type { Change } from "@multihelix/core/port/store.ts";
import type { FrozenRanking } from "@multihelix/core/review/ranking/frozen.ts";
import { demoPersonId } from "@multihelix/local/seed/seed-steps.ts";
import { expect } from "vitest";
import { aDemoCase, commit, demoParties } from "../reliability/demo-cases.ts";
import type { Line } from "./line.ts";
import { fill } from "./person.ts";
import { manager, noInterest, secondManager } from "./staff.ts";

const titles = ["A test strip without a freezer", "A plaster that tells when to change it", "A sensor for tap water"];

/** Three cases that wait for their proposal; in the first version the last two stood the other way round. */
async function rankedCall({ product }: Pick<Line, "product">): Promise<string> {
  const { deps } = product.system;
  const parties = await demoParties(deps);
  const code = "RNK-V27";
  const callId = callIdOf(code, deps.digest);
  const now = deps.clock.now();
  const by = demoPersonId(manager);
  const made = titles.map((title, nth) => aDemoCase(deps, parties, nth, { callId, title, status: "deciding" }));
  const ids = made.map(({ one }) => one);
  const entries = (order: readonly number[], means: readonly number[]): FrozenRanking["entries"] =>
    order.flatMap((nth, place) => {
      const one = ids[nth];
      const mean = means[place];
      return one === undefined || mean === undefined
        ? []
        : [{ caseId: one.caseId, reference: one.reference, rank: place + 1, mean, marks: [] }];
    });
  const conflicted = ids[1];
  if (conflicted === undefined) throw new Error("three cases were made");
  const first: FrozenRanking = {
    callId,
    round: 1,
    at: addDays(now, -1),
    by,
    hash: deps.digest("first"),
    scores: deps.digest("first scores"),
    entries: entries([0, 1, 2], [92, 78.5, 71]),
    superseded: { cause: "conflict", at: addMinutes(now, -90), caseId: conflicted.caseId, slot: "r1" },
    version: 0,
  };
  const { superseded: _not, ...rest } = first;
  const second: FrozenRanking = {
    ...rest,
    round: 2,
    at: addMinutes(now, -30),
    hash: deps.digest("second"),
    entries: entries([0, 2, 1], [92, 71, 54.25]),
  };
  const call: Call = {
    ...parties.call,
    callId,
    code,
    mode: "deadline",
    state: "deciding",
    closes: addDays(now, -20),
    frozen: { round: 2, hash: second.hash, by, at: second.at },
    superseded: { round: 1, at: addMinutes(now, -90) },
    version: 0,
  };
  const changes: Change[] = [
    { op: "create", name: "call", value: call },
    { op: "create", name: "frozenRanking", value: first },
    { op: "create", name: "frozenRanking", value: second },
  ];
  await commit(deps, changes);
  for (const one of made) await commit(deps, one.changes);
  return callId;
}

export async function supersede(line: Line): Promise<void> {
  const { at, look, product } = line;
  const callId = await rankedCall(line);
  const path = `/calls/${callId}/ranking`;
  const { page, ...first } = await at(manager, path);
  await page.getByRole("heading", { name: "Versions of the ranking" }).waitFor();
  await page.getByText("a review that it counted was set aside").waitFor();
  await look({ page, ...first }, "ranking-versions", "loaded");
  await page.getByRole("link", { name: "What moved after version 1" }).click();
  await page.getByText("no longer over the line").waitFor();
  await page.getByText("1 place down").waitFor();
  await look({ page, ...first }, "ranking-comparison");
  await page.goBack();
  await page.getByRole("button", { name: "Supersede this version" }).click();
  await page.getByRole("button", { name: "Propose it" }).click();
  await page.getByText("Say why; it is recorded.").first().waitFor();
  await look({ page, ...first }, "ranking-supersede", "typed");
  await fill(page, { "Why it shall not count any more": "The vote of the panel was counted wrongly.", ...noInterest });
  await page.getByRole("button", { name: "Propose it" }).click();
  await page.getByText("You proposed it, so another manager confirms it.").waitFor();

  const second = await at(secondManager, path);
  await second.page.getByText("The vote of the panel was counted wrongly.").waitFor();
  await look(second, "ranking-superseding", "loaded");
  await fill(second.page, { ...noInterest });
  await second.page.getByRole("button", { name: "Confirm that it is superseded" }).click();
  await second.page.getByText(/^Version 2 was superseded, so nothing can be proposed/).waitFor();
  await look(second, "ranking-gate-shut", "typed");
  const call = await product.system.deps.store.get("call", { callId: callId as Call["callId"] });
  expect([call?.frozen, call?.superseded?.round]).toEqual([undefined, 2]);
}
