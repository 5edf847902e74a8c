/** The lines of a proposed run looked at once more, as everything lies now. */
import type { Actor } from "../kernel/actor.ts";
import type { Deps } from "../port/deps.ts";
import type { ImportRun } from "./import-run.ts";
import { type Looked, lookers } from "./kind.ts";

export async function lookAtLines(deps: Deps, actor: Actor, run: ImportRun): Promise<Looked> {
  const parts = await deps.store.list("importPart", { importId: run.importId });
  const lines = parts.flatMap((part) => part.lines);
  const heads = Object.keys(lines[0]?.row ?? {});
  const rows = lines.map(({ line, row }) => ({ line, cells: heads.map((head) => row[head] ?? "") }));
  return lookers[run.kind](deps, actor, run.parkId, [{ line: 1, cells: heads }, ...rows]);
}
