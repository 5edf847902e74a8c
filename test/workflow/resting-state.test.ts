import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Case, CaseStatus } from "@multihelix/core/application/case.ts";
import { openTaskInput } from "@multihelix/core/task/open-task.ts";
import { redressRests, restingStates, resumeInput } from "@multihelix/core/task/restart-case.ts";
import { definitions } from "@multihelix/workflow/definition.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aCase } from "../fixture/build/case.ts";
import { aRedress } from "../fixture/build/redress.ts";
import { aTask } from "../fixture/build/task.ts";
import { startOf } from "./longest-path.ts";
import { type Answers, play } from "./play.ts";
import { waysOf } from "./walk.ts";

const workflows = Object.entries(definitions);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "resting-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a resting state", () => {
  const resting = [
    ...Object.entries(restingStates).map(([status, rest]) => ({
      what: status,
      given: { status: status as CaseStatus } as Partial<Case>,
      ...rest,
    })),
    ...Object.entries(redressRests).map(([status, rest]) => ({
      what: `redress ${status}`,
      given: { status: "rejected", redress: aRedress({ status: status as "asked" }) } as Partial<Case>,
      ...rest,
    })),
  ];

  test.each(resting)(
    "$what is taken up in $from, and its first task is the one that waits there",
    async ({ given, workflow, from, waitsIn }) => {
      const thinking: Answers = ({ task }) =>
        task === "plan-reviews" ? { outcome: "planned", slots: [{ slot: "r1", round: 1 }], round: 1 } : undefined;
      const input = resumeInput(aCase(given), [], []);
      expect(input.from).toBe(from);
      const { asks, status: running } = await play(workflow, input, thinking, { folder });
      expect(running).toBe("RUNNING");
      const opened = asks
        .filter(({ task }) => task === "open-task")
        .map(({ input: asked }) => openTaskInput.parse(asked));
      const states = [...new Set(opened.map(({ state }) => state))];
      // Reviews are planned first; what they find is where the case was.
      expect(from === "PlanReviews" ? ["Declare"] : [waitsIn[0]]).toEqual(states);
      for (const { caseId, attempt, round } of opened)
        expect({ caseId, attempt, round }).toEqual({ caseId: input.caseId, attempt: 1, round: 1 });
    },
  );

  test("after an assessment is finance's check, not a second assessment", async () => {
    const input = resumeInput(aCase({ status: "claim-check" }), [aTask("finance-check", { round: 2 })], []);
    const { asks } = await play("voucher-use", input, () => undefined, { folder });
    expect(asks.map(({ input: asked }) => [asked.state, asked.round])).toEqual([["FinanceCheck", 2]]);
  });

  test.each(workflows)("stands behind every way into %s", (workflow, definition) => {
    const entries = waysOf(definition.States.From ?? {}).filter((name) => name !== "Reconcile");
    const known = resting
      .filter((rest) => rest.workflow === workflow)
      .flatMap(({ from, waitsIn }) => [from, ...waitsIn]);
    expect(entries.filter((name) => !known.includes(name))).toEqual([]);
  });

  test.each(workflows)("that %s does not know asks the reconciler", async (workflow) => {
    const { asks, status } = await play(
      workflow,
      { ...startOf[workflow], from: "Nowhere" },
      () => ({ outcome: "asked" }),
      { folder },
    );
    expect(asks.map(({ task }) => task)).toEqual(["ask-reconciler"]);
    expect(status).toBe("FAILED");
  });
});
