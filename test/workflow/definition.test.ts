import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { taskRules } from "@multihelix/core/task/kind.ts";
import { restOf } from "@multihelix/core/task/restart-case.ts";
import { taskKinds } from "@multihelix/core/task/task.ts";
import { pictureBlocks } from "@multihelix/core/view/workflow-view.ts";
import { problemsOfText } from "@multihelix/engine/definition/machine.ts";
import { refusedName, safetyNetSeconds, taskFunction } from "@multihelix/workflow/asl.ts";
import { definitions } from "@multihelix/workflow/definition.ts";
import { workflowTasks } from "@multihelix/workflow/registry.ts";
import validateAsl from "asl-validator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { manualClock } from "../engine/manual-clock.ts";
import { aRedress } from "../fixture/build/redress.ts";
import { longestAnswers, startOf } from "./longest-path.ts";
import { type Answers, play } from "./play.ts";
import {
  catchersOf,
  type Found,
  isEnd,
  payloadOf,
  reachableFrom,
  retriersOf,
  scopesOf,
  statesOf,
  waits,
} from "./walk.ts";

const workflows = Object.entries(definitions);
const all: (Found & { workflow: string })[] = workflows.flatMap(([workflow, definition]) =>
  statesOf(definition).map((found) => ({ workflow, ...found })),
);
const tasks = all.filter(({ state }) => state.Type === "Task");
const waiting = tasks.filter(({ state }) => waits(state));
const maps = all.filter(({ state }) => state.Type === "Map");
/** Kinds of tasks that a workflow waits for; the others are opened by a verb, and stand in the picture under these names. */
const routed = taskKinds.filter((kind) => taskRules[kind].alone !== true);
const statesAlone = ["Refused", "FollowUp"];
/** States from which the reconciler is asked. */
const asking = tasks.filter(({ state }) => payloadOf(state).task === "ask-reconciler");

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "definition-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(workflows)("the definition %s", (workflow, definition) => {
  const text = JSON.stringify(definition);

  test("is accepted by the engine as it stands and as it is loaded", () => {
    expect(problemsOfText(text)).toEqual([]);
    expect(problemsOfText(text.replaceAll(taskFunction, "task"))).toEqual([]);
  });

  test("is accepted by the public validator of Amazon States Language", () => {
    const { isValid, errorsText } = validateAsl(JSON.parse(text));
    expect(isValid ? "" : errorsText()).toBe("");
  });

  test("gives every state a name of its own, inside its Maps too", () => {
    const names = statesOf(definition).map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test("has no state that is never reached, and none from which there is no end", () => {
    for (const scope of scopesOf(definition)) {
      const names = Object.keys(scope.states);
      const reached = reachableFrom(scope, [scope.startAt]);
      expect(names.filter((name) => !reached.has(name))).toEqual([]);
      const ends = names.filter((name) => isEnd(scope.states[name] ?? {}));
      const endless = names.filter((name) => !ends.some((end) => reachableFrom(scope, [name]).has(end)));
      expect(endless).toEqual([]);
    }
  });

  test("has a way for every answer: what a Choice does not name goes somewhere too", () => {
    const choices = statesOf(definition).filter(({ state }) => state.Type === "Choice");
    expect(choices.filter(({ state }) => state.Default === undefined).map(({ name }) => name)).toEqual([]);
  });

  test("carries at most 32 KB in any state on the longest path, with five parks", async () => {
    const played = await play(workflow, startOf[workflow] ?? {}, longestAnswers(3), { folder });
    expect(played.status).toBe("SUCCEEDED");
    expect(played.largestPayloadBytes).toBeLessThanOrEqual(32 * 1024);
  });
});

describe("a state that waits", () => {
  test.each(waiting)("$workflow $name has a literal time-out, the longest that one execution allows", ({ state }) => {
    expect(state.TimeoutSeconds).toBe(safetyNetSeconds);
    expect(safetyNetSeconds).toBeLessThan(365 * 86_400);
    for (const field of ["TimeoutSecondsPath", "HeartbeatSeconds", "HeartbeatSecondsPath"])
      expect(state).not.toHaveProperty(field);
  });

  test.each(waiting)("$workflow $name has a Catch of everything that asks the reconciler", ({ state, scope }) => {
    expect(catchersOf(state).map(({ ErrorEquals }) => ErrorEquals)).toEqual([["States.ALL"]]);
    const [caught] = catchersOf(state);
    expect(payloadOf(scope.states[caught?.Next ?? ""] ?? {}).task).toBe("ask-reconciler");
  });

  test.each(waiting)(
    "$workflow $name opens the task that bears its name, of a known kind",
    ({ workflow, name, state }) => {
      const { task, input } = payloadOf(state);
      expect(task).toBe("open-task");
      expect(input).toMatchObject({ workflow, state: name });
      expect(taskKinds).toContain(input.kind);
    },
  );

  test.each(waiting)("$workflow $name is shown by exactly one station of the picture", ({ name }) => {
    expect(pictureBlocks.filter(({ states }) => states.includes(name))).toHaveLength(1);
  });

  test("stands behind every station of the picture, and behind every kind of task", () => {
    const names = waiting.map(({ name }) => name);
    const shown = pictureBlocks.flatMap(({ states }) => states);
    expect(shown.filter((name) => !names.includes(name) && !statesAlone.includes(name))).toEqual([]);
    const kinds = waiting.map(({ state }) => payloadOf(state).input.kind);
    expect(routed.filter((kind) => !kinds.includes(kind))).toEqual([]);
  });

  test("for longer than an execution may last is taken up by the reconciler, not lost", async () => {
    const clock = manualClock(Date.UTC(2026, 2, 1, 8));
    const unanswered: Answers = ({ task }) => (task === "ask-reconciler" ? { outcome: "asked" } : undefined);
    const played = await play("voucher-use", { ...startOf["voucher-use"], from: "Use" }, unanswered, {
      folder,
      clock,
      afterwards: (idle) => clock.advanceTo(clock.now() + safetyNetSeconds * 1000, idle),
    });
    expect(played.asks.map(({ task }) => task)).toEqual(["open-task", "ask-reconciler"]);
    expect(played.status).toBe("FAILED");
  });
});

describe("a state that works", () => {
  test.each(tasks)("$workflow $name retries faults of the service with backoff, a bound and jitter", ({ state }) => {
    const retriers = retriersOf(state).slice(1);
    expect(retriers.length).toBeGreaterThan(0);
    for (const retrier of retriers) {
      expect(retrier.IntervalSeconds).toBeGreaterThanOrEqual(1);
      expect(retrier.BackoffRate).toBeGreaterThanOrEqual(1.5);
      expect(retrier.MaxAttempts).toBeGreaterThanOrEqual(2);
      expect(retrier.MaxAttempts).toBeLessThanOrEqual(10);
      expect(retrier.MaxDelaySeconds).toBeLessThanOrEqual(900);
      expect(retrier.JitterStrategy).toBe("FULL");
    }
  });

  test.each(tasks)(
    "$workflow $name retries errors of the service only: neither an answer, which is a value, nor a refusal is tried again",
    ({ state }) => {
      const [refusal, ...others] = retriersOf(state);
      expect(refusal).toEqual({ ErrorEquals: [refusedName], MaxAttempts: 0 });
      const names = others.flatMap(({ ErrorEquals }) => ErrorEquals);
      expect(names.filter((name) => !/^(Lambda\.\w+|States\.TaskFailed)$/.test(name))).toEqual([]);
    },
  );

  test.each(tasks)("$workflow $name has a literal time-out and catches everything", ({ state }) => {
    expect(state.TimeoutSeconds).toEqual(expect.any(Number));
    expect(catchersOf(state).at(-1)?.ErrorEquals).toEqual(["States.ALL"]);
  });

  test("names a registered task, and every registered task is named", () => {
    const named = new Set(tasks.map(({ state }) => payloadOf(state).task));
    expect([...named].sort()).toEqual(Object.keys(workflowTasks).sort());
  });
});

describe("a Map", () => {
  test.each(maps)("$workflow $name runs few items at once and catches its own errors", ({ state, scope }) => {
    expect(state.MaxConcurrency).toBeGreaterThanOrEqual(1);
    expect(state.MaxConcurrency).toBeLessThanOrEqual(40);
    expect(catchersOf(state).map(({ ErrorEquals }) => ErrorEquals)).toEqual([["States.ALL"]]);
    expect(asking.map(({ state: found }) => found)).toContain(scope.states[catchersOf(state)[0]?.Next ?? ""]);
  });

  test.each(maps)("$workflow $name hands on no results of its items", ({ state }) => {
    expect(state.Output).toEqual({ done: true });
  });

  test.each(maps)(
    "$workflow $name never fails as a whole: each fault of an item becomes a value",
    ({ workflow, name }) => {
      const inside = all.filter((found) => found.workflow === workflow && found.scope.map === name);
      expect(inside.length).toBeGreaterThan(0);
      for (const { state, scope } of inside) {
        expect(state.Type).not.toBe("Fail");
        if (state.Type !== "Task") continue;
        for (const { Next = "" } of catchersOf(state)) {
          const after = [...reachableFrom(scope, [Next])].map((reached) => scope.states[reached] ?? {});
          expect(after.filter(isEnd).every((end) => (end.Output as { outcome?: unknown })?.outcome === "fault")).toBe(
            true,
          );
        }
      }
    },
  );

  test.each(maps)("$workflow $name goes on when one item ends in a fault", async ({ workflow, name, state }) => {
    const failing = new Set(waiting.filter(({ scope }) => scope.map === name).map((found) => found.name));
    const usual = longestAnswers(1);
    const answers: Answers = (ask) => {
      if (ask.task === "ask-reconciler") return { outcome: "asked" };
      if (failing.has(String(ask.input.state)) && ask.input.slot === firstSlot(workflow, name))
        throw Object.assign(new Error("a fault that no retry mends"), { name: "Unmendable" });
      return usual(ask);
    };
    const clock = manualClock(Date.UTC(2026, 2, 1, 8));
    const played = await play(workflow, { ...startOf[workflow], from: entryOf(name) }, answers, {
      folder,
      clock,
      afterwards: (idle) => clock.advanceTo(clock.now() + 86_400_000, idle),
    });
    expect(played.asks.map(({ task }) => task)).toContain("ask-reconciler");
    const next = String(state.Next);
    expect(played.asks.map(({ task }) => task)).toContain(payloadOf(definitions[workflow]?.States[next] ?? {}).task);
  });
});

/** The item that fails, and the entry state before its Map. */
const firstSlot = (workflow: string, map: string) =>
  workflow === "voucher-use" ? "applicant" : map === "Approvals" ? "limburg" : "r1";
const entryOf = (map: string) => (map === "Reviews" ? "PlanReviews" : map);

describe("a kind of task", () => {
  test.each(taskKinds)(
    "%s never waits unseen: silence answers, or somebody is reminded and then somebody else told",
    (kind) => {
      const { reminders, escalations, timeOut } = taskRules[kind];
      expect(timeOut !== undefined || (reminders.length > 0 && escalations.length > 0)).toBe(true);
    },
  );

  test.each(routed)("%s opens in a status from which its workflow can be taken up", (kind) => {
    for (const status of taskRules[kind].opensIn)
      expect(restOf({ status, ...(kind.endsWith("-redress") ? { redress: aRedress() } : {}) })).toBeDefined();
  });
});
