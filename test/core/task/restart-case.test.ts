/** Restarting a lost workflow: which statuses have one, under which name it runs, and that it is replaced once. */
import { type Case, caseStatuses, terminalStatuses } from "@multihelix/core/application/case.ts";
import { executionOf, restartCase, restartsOf, restingStates } from "@multihelix/core/task/restart-case.ts";
import { startWorkflow, stopWorkflow } from "@multihelix/core/task/start-workflow.ts";
import { definitions } from "@multihelix/workflow/definition.ts";
import { describe, expect, test } from "vitest";
import { sweep } from "../../fixture/build/actor.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { aRedress } from "../../fixture/build/redress.ts";
import { refused } from "../../fixture/refusal.ts";

const voucherId = idOf("vch", "vivo1");
describe("every status", () => {
  test.each(
    caseStatuses.filter(
      (status) => !terminalStatuses.includes(status) && status !== "draft" && status !== "claim-refused",
    ),
  )("%s that is alive has a workflow whose definition starts there", (status) => {
    const rest = restingStates[status];
    const definition = rest === undefined ? undefined : definitions[rest.workflow];
    if (rest === undefined || definition === undefined) throw new Error("no workflow");
    const choices = (definition.States["From"] as unknown as { Choices: { Next: string }[] }).Choices.map(
      ({ Next }) => Next,
    );
    expect(choices).toContain(rest.from);
  });

  test.each(["draft", ...terminalStatuses] as const)("%s has none", (status) => {
    expect(restingStates[status]).toBeUndefined();
    expect(refused(() => executionOf(aCase({ status })))).toBe("conflict case.no-workflow");
  });
});

describe("an execution's name", () => {
  const named = (given: Partial<Case>) => executionOf(aCase(given)).executionName;

  test("says case or voucher, attempt and restart, so that each try of the same is the same execution", () => {
    expect(named({ status: "screening" })).toBe(`${caseId}-1`);
    expect(named({ status: "approved", attempt: 2, restarts: 3 })).toBe(`${caseId}-2-r3`);
    expect(named({ status: "rejected", redress: aRedress() })).toBe(idOf("rdr", "one"));
    expect(named({ status: "ineligible", redress: aRedress({ status: "admitted" }), restarts: 1 })).toBe(
      `${idOf("rdr", "one")}-r1`,
    );
    expect(named({ status: "paying", restarts: 1 })).toBe(`${voucherId}-1-r1`);
  });

  test("tells how often the case was restarted", () => {
    expect([undefined, `${caseId}-1`, `${caseId}-2-r3`, `${voucherId}-1-r12`].map(restartsOf)).toEqual([0, 0, 3, 12]);
  });

  test("is the same for who starts and who stops", () => {
    const one = aCase({ status: "issued" });
    expect(startWorkflow(one).body).toMatchObject({
      workflow: "voucher-use",
      executionName: `${voucherId}-1`,
      input: { from: "Accept", round: 1 },
    });
    expect(stopWorkflow(one, "withdrawn").body).toMatchObject({
      workflow: "voucher-use",
      executionName: `${voucherId}-1`,
    });
  });
});

describe("a restart", () => {
  const facts = (given: Partial<Case>) => ({ one: aCase(given), tasks: [], proposals: [] });
  const restart = (given: Partial<Case>, executionName: string) =>
    restartCase.decide(facts(given), sweep, { caseId, executionName }, aMoment());

  test("counts, stops what is left of the lost execution and starts the next", () => {
    const { result, changes, effects } = restart({ status: "screening", restarts: 1 }, `${caseId}-1-r1`);
    expect(result).toEqual({ restarted: true });
    expect(changes).toMatchObject([{ op: "replace", name: "case", value: { restarts: 2 } }]);
    expect(effects?.map(({ body }) => body)).toMatchObject([
      { kind: "stop-execution", executionName: `${caseId}-1-r1` },
      { kind: "start-execution", executionName: `${caseId}-1-r2`, input: { from: "Screen" } },
    ]);
  });

  test("of an execution that is not the case's any more does nothing", () => {
    expect(restart({ status: "screening", restarts: 1 }, `${caseId}-1`)).toEqual({
      changes: [],
      result: { restarted: false },
    });
    expect(restart({ status: "issued" }, `${caseId}-1`)).toEqual({ changes: [], result: { restarted: false } });
    expect(restart({ status: "withdrawn" }, `${caseId}-1`)).toEqual({ changes: [], result: { restarted: false } });
  });
});
