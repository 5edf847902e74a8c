/** A manager or finance officer proposes to take over the lines of a file, as they were looked at; nothing is done before another confirms. */
import * as z from "zod";
import { holdsRole, type PersonActor, requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { Instant } from "../kernel/instant.ts";
import { perform } from "../kernel/perform.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { refuseTied } from "../person/tie.ts";
import type { Deps } from "../port/deps.ts";
import type { Change, Reader } from "../port/store.ts";
import { requireFresh } from "../sign-in/step-up.ts";
import {
  type ImportId,
  type ImportPart,
  type ImportRun,
  importIdSchema,
  importKindSchema,
  importLineSchema,
} from "./import-run.ts";
import type { Csv } from "./kind.ts";
import { hashOfContent, lookAtFile } from "./look-at-file.ts";
import { refuseOwnLines } from "./second-person.ts";

/** So many lines are taken over in one turn. */
const perPart = 10;
const linesMost = 500;

export const proposeImportResult = z.object({ importId: importIdSchema });

/** @throws forbidden `actor.role-needed`; `duties.interest` for whoever has a HARD interest: a sum without a line would tell. */
export function requireImporter(actor: PersonActor, parkId: string, now: Instant): PersonActor {
  const person = requirePerson(actor);
  if (!holdsRole(person, "finance", parkId, now) && !holdsRole(person, "manager", parkId, now))
    throw new DomainError("forbidden", "actor.role-needed", { role: "finance", parkId });
  refuseTied(person, now);
  return person;
}

/** @throws as `requireImporter`; forbidden `second-factor.stale`, `import.own-line`; conflict `import.already-open`, `import.file-changed`, `import.nothing-new`. */
export const proposeImport = verb({
  name: "import.propose",
  input: z.object({
    parkId: z.string().max(40),
    kind: importKindSchema,
    fileName: z.string().trim().min(1).max(200),
    hash: z.string().max(100),
    lines: z.array(importLineSchema).min(1).max(linesMost),
  }),
  read: async (reader: Reader, { parkId }): Promise<{ runs: readonly ImportRun[] }> => ({
    runs: await reader.list("importRun", { parkId }),
  }),
  decide({ runs }, actor, { parkId, kind, fileName, hash, lines }, moment): Decision<{ importId: ImportId }> {
    const person = requireImporter(requirePerson(actor), parkId, moment.now);
    requireFresh(person, moment.now);
    refuseOwnLines(person, lines);
    const rows = lines.map(({ row }) => row);
    if (hashOfContent(kind, rows, moment.digest) !== hash) throw new DomainError("conflict", "import.file-changed");
    if (lines.every(({ known }) => known)) throw new DomainError("conflict", "import.nothing-new");
    const open = runs.find((run) => run.hash === hash && (run.state === "proposed" || run.state === "running"));
    if (open !== undefined) throw new DomainError("conflict", "import.already-open", { importId: open.importId });
    const importId = importIdSchema.parse(moment.newId("imp"));
    const run: ImportRun = {
      parkId,
      importId,
      kind,
      fileName,
      hash,
      state: "proposed",
      lines: lines.length,
      done: 0,
      refused: 0,
      proposedBy: person.personId,
      proposedAt: moment.now,
      version: 0,
    };
    const parts = Array.from(
      { length: Math.ceil(lines.length / perPart) },
      (_, index): ImportPart => ({
        importId,
        part: index + 1,
        lines: lines.slice(index * perPart, (index + 1) * perPart),
        version: 0,
      }),
    );
    return {
      changes: [
        { op: "create", name: "importRun", value: run },
        ...parts.map((value): Change => ({ op: "create", name: "importPart", value })),
      ],
      events: [
        {
          stream: `import:${importId}`,
          type: "import.proposed",
          facts: { parkId, kind, fileName, hash, lines: lines.length },
        },
      ],
      result: { importId },
    };
  },
});

/**
 * Looked at again, as it lies here now. @param hash of what the person looked at
 * @throws as the verb; invalid `import.not-right` where anything is wrong: nothing of such a file is taken over
 */
export async function proposeFile(
  deps: Deps,
  actor: PersonActor,
  key: string,
  { rows, ...given }: { parkId: string; kind: ImportRun["kind"]; fileName: string; hash: string; rows: Csv },
): Promise<{ importId: ImportId }> {
  requireImporter(actor, given.parkId, deps.clock.now());
  const looked = await lookAtFile(deps, actor, given.parkId, given.kind, rows);
  if (looked.problems.length > 0)
    throw new DomainError("invalid", "import.not-right", { count: looked.problems.length });
  if (looked.hash !== given.hash) throw new DomainError("conflict", "import.file-changed");
  return perform(deps, actor, key, proposeImport, { ...given, lines: looked.lines });
}
