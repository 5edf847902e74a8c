/** Takes over some lines of an import, each in its own commit under its own key, and asks for the next: cut short, it goes on where it was. */
import type { ImportLine, ImportOutcome, ImportRun } from "../../import/import-run.ts";
import { takers } from "../../import/kind.ts";
import { noteImport } from "../../import/note-import.ts";
import type { PersonActor } from "../../kernel/actor.ts";
import { type DomainError, isDomainError } from "../../kernel/error.ts";
import { perform } from "../../kernel/perform.ts";
import type { Deps } from "../../port/deps.ts";
import { actingPerson } from "../acting-person.ts";
import type { Body } from "./list.ts";

const system = { kind: "system", name: "outbox" } as const;

export async function advanceImport(deps: Deps, { parkId, importId }: Body<"advance-import">): Promise<void> {
  const run = await deps.store.get("importRun", { parkId, importId });
  if (run?.state !== "running" || run.answeredBy === undefined || run.answeredAt === undefined) return;
  const parts = await deps.store.list("importPart", { importId });
  const next = parts.find(({ lines }) => lines.some(({ outcome }) => outcome === undefined));
  if (next === undefined) return;
  const person = await actingPerson(deps, run.answeredBy, run.answeredAt);
  const outcomes: Noted[] = [];
  for (const line of next.lines) outcomes.push({ line: line.line, ...(await takeOne(deps, person, run, line)) });
  const { part } = next;
  await perform(deps, system, `${importId}:note:${part}`, noteImport, { parkId, importId, part, outcomes });
}

interface Found {
  readonly outcome: ImportOutcome;
  readonly code?: string;
  readonly taken?: string;
}
type Noted = Found & { readonly line: number };

/** A refusal is what became of the line; what is only away for now throws, and the effect comes back. */
async function takeOne(deps: Deps, person: PersonActor | undefined, run: ImportRun, line: ImportLine): Promise<Found> {
  if (person === undefined) return { outcome: "refused", code: "actor.role-needed" };
  try {
    const { known, reference } = await takers[run.kind](deps, person, run, line);
    return { outcome: known ? "known" : "taken", taken: reference };
  } catch (error) {
    if (!isDomainError(error) || error.kind === "unavailable") throw error;
    return { outcome: "refused", code: (error as DomainError).code };
  }
}
