import { systemClock, systemRandom } from "@multihelix/engine/clock.ts";
import { describe, expect, test } from "vitest";
import { aWorld, DAY, outcome, SECOND, START, waiting } from "./world.ts";

const END = { End: true };
const NOTHING = { ask: () => null };
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("a deadline", () => {
  test("of a year is kept to the second", async () => {
    const world = await aWorld(NOTHING);
    const arn = await world.run({ A: waiting(END, {}, { TimeoutSeconds: (365 * DAY) / SECOND }) });
    await world.advance(365 * DAY - SECOND);
    expect((await outcome(world.engine, arn)).status).toBe("RUNNING");
    await world.advance(SECOND);
    expect((await outcome(world.engine, arn)).error).toBe("States.Timeout");
  });

  test("passes once when the clock jumps an hour on, and then an hour back", async () => {
    const world = await aWorld(NOTHING);
    const again = { Catch: [{ ErrorEquals: ["States.Timeout"], Next: "B" }] };
    const arn = await world.run({
      A: waiting(END, {}, { TimeoutSeconds: 1800, ...again }),
      B: waiting(END, {}, { TimeoutSeconds: 7200 }),
    });
    world.clock.jumpTo(START + 3600 * SECOND);
    await world.engine.idle();
    expect(world.calls).toHaveLength(2);
    world.clock.jumpTo(START);
    await world.advance(3600 * SECOND);
    expect(world.calls).toHaveLength(2);
    expect((await outcome(world.engine, arn)).status).toBe("RUNNING");
    await world.advance(7200 * SECOND);
    const history = await world.history(arn);
    expect(history.filter((type) => type === "TaskTimedOut")).toHaveLength(2);
  });

  test("is not lost when the clock jumps back before it", async () => {
    const world = await aWorld(NOTHING);
    const arn = await world.run({ A: waiting(END, {}, { TimeoutSeconds: 60 }) });
    world.clock.jumpTo(START - 3600 * SECOND);
    await world.engine.idle();
    await world.advance(3659 * SECOND);
    expect((await outcome(world.engine, arn)).status).toBe("RUNNING");
    await world.advance(SECOND);
    expect((await outcome(world.engine, arn)).error).toBe("States.Timeout");
  });

  test("of each of many executions is met, in one sweep when they fall together", async () => {
    const world = await aWorld(NOTHING);
    const arn = await world.run({ A: waiting(END, {}, { TimeoutSeconds: 60 }) });
    const { stateMachineArn } = await world.engine.describeExecution({ executionArn: arn });
    const others = Array.from({ length: 30 }, (_, n) =>
      world.engine.startExecution({ stateMachineArn, name: `n${n}` }),
    );
    await Promise.all(others);
    await world.advance(60 * SECOND);
    expect(world.engine.stats()).toMatchObject({ executions: { FAILED: 31 }, openFrames: 0, openTokens: 0 });
  });

  test("is met also when another was met before it and nothing else happened since", async () => {
    const world = await aWorld(NOTHING);
    await world.run({ A: waiting(END, {}, { TimeoutSeconds: 60 }) });
    await world.run({ A: waiting(END, {}, { TimeoutSeconds: 120 }) });
    await world.advance(120 * SECOND);
    expect(world.engine.stats().executions).toEqual({ FAILED: 2 });
  });

  test("leaves no timer behind when it is met or the answer comes first", async () => {
    const world = await aWorld(NOTHING);
    await world.run({ A: waiting(END, {}, { TimeoutSeconds: 60 }) });
    expect(world.clock.pending).toBe(1);
    await world.engine.sendTaskSuccess({ taskToken: world.tokens()[0] ?? "", output: "1" });
    expect(world.clock.pending).toBe(0);
  });
});

describe("the system's clock", () => {
  test("fires once, not before the instant", async () => {
    const at = Date.now() + 40;
    const fired: number[] = [];
    systemClock.setTimer(at, () => fired.push(Date.now()));
    await sleep(120);
    expect(fired).toHaveLength(1);
    expect(fired[0]).toBeGreaterThanOrEqual(at);
  });

  test("does not fire at once for instants beyond what setTimeout can count", async () => {
    let fired = false;
    const warnings: string[] = [];
    process.on("warning", ({ name }) => warnings.push(name));
    const timer = systemClock.setTimer(Date.now() + 400 * DAY, () => {
      fired = true;
    });
    await sleep(30);
    timer.cancel();
    expect(fired).toBe(false);
    expect(warnings).not.toContain("TimeoutOverflowWarning");
  });

  test("fires for an instant that is past, and never once cancelled", async () => {
    const fired: string[] = [];
    systemClock.setTimer(0, () => fired.push("past"));
    systemClock.setTimer(Date.now() + 10, () => fired.push("cancelled")).cancel();
    await sleep(40);
    expect(fired).toEqual(["past"]);
  });
});

test("the system's chance is at least 0 and below 1", () => {
  for (let n = 0; n < 1000; n += 1) {
    const value = systemRandom.number();
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThan(1);
  }
});
