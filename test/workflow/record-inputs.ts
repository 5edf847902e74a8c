/**
 * `node test/workflow/record-inputs.ts`: adds to the recorded inputs what today's definitions send to each task. To be
 * run before a definition or a task's schema changes; recorded inputs are never taken away while a case may rest on them.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { definitions } from "@multihelix/workflow/definition.ts";
import { longestAnswers, startOf } from "./longest-path.ts";
import { type Answers, type Ask, play } from "./play.ts";
import { waysOf } from "./walk.ts";

export const recordedFolder = new URL("../fixture/data/workflow-inputs/", import.meta.url);

export interface Recorded {
  /** Day on which the input was sent. */
  readonly recorded: string;
  readonly input: Record<string, unknown>;
}

/** What tells one shape of a task's input from another. */
const shapeOf = ({ input }: Pick<Ask, "input">) => `${String(input.kind ?? "")} ${Object.keys(input).sort().join(",")}`;

if (import.meta.main) {
  const folder = await mkdtemp(join(tmpdir(), "record-"));
  const asks: Ask[] = [];
  for (const [workflow, input] of Object.entries(startOf)) {
    const answers = longestAnswers(1);
    asks.push(...(await play(workflow, input, answers, { folder })).asks);
    for (const from of waysOf(definitions[workflow]?.States.From ?? {}))
      asks.push(...(await play(workflow, { ...input, from }, longestAnswers(1), { folder })).asks);
    const lost: Answers = () => ({ outcome: "asked" });
    asks.push(...(await play(workflow, { ...input, from: "Nowhere" }, lost, { folder })).asks);
  }
  await rm(folder, { recursive: true });
  await mkdir(recordedFolder, { recursive: true });
  const today = new Date().toISOString().slice(0, 10);
  for (const task of new Set(asks.map((ask) => ask.task))) {
    const file = new URL(`${task}.json`, recordedFolder);
    const known: Recorded[] = await readFile(file, "utf8").then(JSON.parse, () => []);
    const shapes = new Set(known.map(shapeOf));
    for (const ask of asks.filter((one) => one.task === task)) {
      if (shapes.has(shapeOf(ask))) continue;
      shapes.add(shapeOf(ask));
      known.push({ recorded: today, input: ask.input });
    }
    await writeFile(file, `${JSON.stringify(known, null, 2)}\n`);
  }
}
