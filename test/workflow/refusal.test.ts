import type { Deps } from "@multihelix/core/port/deps.ts";
import { answerState } from "@multihelix/workflow/refusal.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { idOf } from "../fixture/build/ids.ts";
import { startTestDeps } from "../fixture/deps.ts";

const event = { task: "settle-acceptance", input: { caseId: idOf("app", "nobody"), attempt: 1 } };

let started: Awaited<ReturnType<typeof startTestDeps>>;
beforeAll(async () => {
  started = await startTestDeps();
});
afterAll(() => started.stop());

const failureOf = async (deps: Deps, asked: unknown = event) => {
  const error = await answerState(deps, asked).then(
    () => undefined,
    (caught: unknown) => caught,
  );
  return error instanceof Error ? { name: error.name, message: error.message } : error;
};

describe("a task of a state machine that fails", () => {
  test("by a refusal has the name that no state tries again, and the code as its cause", async () => {
    expect(await failureOf(started.deps)).toEqual({ name: "Task.Refused", message: "case.not-found" });
  });

  test("because something is unavailable keeps its own name, so that it is tried again", async () => {
    const { DomainError } = await import("@multihelix/core/kernel/error.ts");
    const away = async () => {
      throw new DomainError("unavailable", "store.away");
    };
    const deps = { ...started.deps, store: { ...started.deps.store, get: away } };
    expect(await failureOf(deps)).toEqual({ name: "DomainError", message: "store.away" });
  });

  test("by a fault keeps its own name, so that it is tried again", async () => {
    const broken = async () => {
      throw new TypeError("the network is down");
    };
    const deps = { ...started.deps, store: { ...started.deps.store, get: broken } };
    expect(await failureOf(deps)).toEqual({ name: "TypeError", message: "the network is down" });
    expect(await failureOf(started.deps, { task: "settle-acceptance", input: {} })).toMatchObject({ name: "ZodError" });
  });
});
