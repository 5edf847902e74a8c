/** What became of a part of a run: noted once, after the commits of its lines; the last one ends the run, each other asks for the next. */
import * as z from "zod";
import { requireSystem } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { type ImportPart, type ImportRun, importIdSchema, importLineSchema } from "./import-run.ts";

interface Facts {
  readonly run: ImportRun | undefined;
  readonly part: ImportPart | undefined;
}

export const noteImport = verb({
  name: "import.note",
  input: z.object({
    parkId: z.string(),
    importId: importIdSchema,
    part: z.number().int(),
    outcomes: z.array(
      importLineSchema.pick({ line: true, code: true, taken: true }).extend({
        outcome: importLineSchema.shape.outcome.unwrap(),
      }),
    ),
  }),
  async read(reader: Reader, { parkId, importId, part }): Promise<Facts> {
    const [run, one] = await Promise.all([
      reader.get("importRun", { parkId, importId }),
      reader.get("importPart", { importId, part }),
    ]);
    return { run, part: one };
  },
  decide({ run, part }: Facts, actor, { outcomes }, moment): Decision<{ state: ImportRun["state"] }> {
    requireSystem(actor);
    if (run === undefined || part === undefined) throw new DomainError("not_found", "import.not-found");
    const noted = part.lines.filter(({ outcome }) => outcome !== undefined).length;
    if (noted > 0) return { changes: [], result: { state: run.state } };
    const lines = part.lines.map((one) => ({ ...one, ...outcomes.find(({ line }) => line === one.line) }));
    const done = run.done + lines.filter(({ outcome }) => outcome !== undefined).length;
    const refused = run.refused + lines.filter(({ outcome }) => outcome === "refused").length;
    const { parkId, importId } = run;
    const over = done >= run.lines;
    return {
      changes: [
        { op: "replace", name: "importPart", value: { ...part, lines } },
        {
          op: "replace",
          name: "importRun",
          value: { ...run, done, refused, ...(over ? { state: "done", endedAt: moment.now } : {}) },
        },
      ],
      ...(over
        ? { events: [{ stream: `import:${importId}`, type: "import.done", facts: { parkId, lines: done, refused } }] }
        : { effects: [{ body: { kind: "advance-import" as const, parkId, importId } }] }),
      result: { state: over ? "done" : run.state },
    };
  },
});
