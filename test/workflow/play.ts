/** Plays a definition on the real engine with nobody behind it: each person's answer and each task's result is told by the test. */
import { join } from "node:path";
import type { EngineClock } from "@multihelix/engine/clock.ts";
import { createEngine } from "@multihelix/engine/engine.ts";
import { taskFunction } from "@multihelix/workflow/asl.ts";
import { definitions } from "@multihelix/workflow/definition.ts";

type Facts = Record<string, unknown>;

/** What one state asked of the house. */
export interface Ask {
  readonly task: string;
  readonly input: Facts;
}

/** The answer to an ask; undefined lets a person think on for ever. */
export type Answers = (ask: Ask) => Facts | undefined;

export interface Played {
  readonly asks: readonly Ask[];
  readonly status: string;
  readonly transitions: number;
  readonly historyEvents: number;
  readonly largestPayloadBytes: number;
}

/** What a play needs of the file system and of time. */
export interface Stage {
  /** An existing folder for the engine's file. */
  readonly folder: string;
  readonly clock?: EngineClock;
  /** Called when nothing moves any more; may let time pass. */
  readonly afterwards?: (idle: () => Promise<void>) => Promise<void>;
}

let plays = 0;

/** Run `workflow` from this input until it ends or only waits. */
export async function play(workflow: string, input: Facts, answers: Answers, stage: Stage): Promise<Played> {
  plays += 1;
  const asks: Ask[] = [];
  const engine = createEngine({
    databasePath: join(stage.folder, `play-${process.pid}-${plays}.sqlite`),
    ...(stage.clock === undefined ? {} : { clock: stage.clock }),
    invoke: async (_name, payload) => {
      const ask = payload as Ask;
      asks.push(ask);
      const answer = answers(ask);
      if (ask.task !== "open-task") return answer ?? {};
      if (answer !== undefined) later(String(ask.input.token), answer);
      return { status: "open" };
    },
  });
  // A person answers after the task's record is made, as in life.
  const answering: Promise<unknown>[] = [];
  const later = (taskToken: string, answer: Facts) =>
    answering.push(
      new Promise((done) => setImmediate(done)).then(() =>
        engine.sendTaskSuccess({ taskToken, output: JSON.stringify(answer) }),
      ),
    );
  const idle = async () => {
    do {
      await Promise.all(answering.splice(0));
      await engine.idle();
    } while (answering.length > 0);
  };
  await engine.start();
  try {
    const definition = JSON.stringify(definitions[workflow]).replaceAll(taskFunction, "task");
    const { stateMachineArn } = await engine.createStateMachine({ name: workflow, definition });
    const { executionArn } = await engine.startExecution({
      stateMachineArn,
      name: "app_01K8Z3V5J0QW4R7T9Y2B6C8D1F-1",
      input: JSON.stringify(input),
    });
    await idle();
    await stage.afterwards?.(idle);
    const { status } = await engine.describeExecution({ executionArn });
    return { asks, status, ...engine.executionStats(executionArn) };
  } finally {
    await engine.stop();
  }
}
