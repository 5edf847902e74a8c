/** A finance officer who did not propose it confirms exactly the lines that were looked at, or declines them; who proposed them may take them back. */
import * as z from "zod";
import { type PersonActor, requirePerson, requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { perform } from "../kernel/perform.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Deps } from "../port/deps.ts";
import type { Reader } from "../port/store.ts";
import { requireFresh } from "../sign-in/step-up.ts";
import { type ImportPart, type ImportRun, importIdSchema, importRunSchema } from "./import-run.ts";
import { hashOfContent } from "./look-at-file.ts";
import { lookAtLines } from "./look-at-lines.ts";
import { requireImporter } from "./propose-import.ts";
import { refuseOwnLines } from "./second-person.ts";

const hash = z.string().max(100);
/** Each names the content that was looked at by its hash. */
export const importAnswerSchema = z.discriminatedUnion("answer", [
  z.object({ answer: z.literal("confirm"), hash, noInterest: z.literal(true) }),
  z.object({ answer: z.literal("decline"), hash }),
  z.object({ answer: z.literal("take-back"), hash }),
]);
export const answerImportInput = z.intersection(
  z.object({ parkId: z.string().max(40), importId: importIdSchema }),
  importAnswerSchema,
);
export type AnswerImportInput = z.infer<typeof answerImportInput>;
export const answerImportResult = z.object({ state: importRunSchema.shape.state });
type Result = z.infer<typeof answerImportResult>;

interface Facts {
  readonly run: ImportRun | undefined;
  readonly parts: readonly ImportPart[];
}

/**
 * @throws not_found `import.not-found`; conflict `import.answered`, `import.file-changed`; forbidden `actor.role-needed`,
 * `second-factor.stale`, `import.own-line`, `duties.same-person`, `duties.interest`, `import.not-yours`
 */
export const answerImport = verb({
  name: "import.answer",
  input: answerImportInput,
  async read(reader: Reader, { parkId, importId }): Promise<Facts> {
    const [run, parts] = await Promise.all([
      reader.get("importRun", { parkId, importId }),
      reader.list("importPart", { importId }),
    ]);
    return { run, parts };
  },
  decide({ run, parts }: Facts, actor, { parkId, importId, answer, hash: seen }, moment): Decision<Result> {
    const person = requireImporter(requirePerson(actor), parkId, moment.now);
    requireFresh(person, moment.now);
    if (run === undefined) throw new DomainError("not_found", "import.not-found");
    if (run.state !== "proposed") throw new DomainError("conflict", "import.answered", { state: run.state });
    const lines = parts.flatMap((part) => part.lines);
    if (answer !== "take-back") refuseOwnLines(person, lines);
    const rows = lines.map(({ row }) => row);
    if (run.hash !== seen || hashOfContent(run.kind, rows, moment.digest) !== seen)
      throw new DomainError("conflict", "import.file-changed");
    const own = run.proposedBy === person.personId;
    if (answer === "take-back" && !own) throw new DomainError("forbidden", "import.not-yours");
    if (answer !== "take-back" && own)
      throw new DomainError("forbidden", "duties.same-person", { step: "import.propose" });
    if (answer === "confirm") requireRole(person, "finance", parkId, moment.now);
    const state = answer === "confirm" ? "running" : answer === "decline" ? "declined" : "taken-back";
    const type = answer === "confirm" ? "import.confirmed" : `import.${state}`;
    return {
      changes: [
        {
          op: "replace",
          name: "importRun",
          value: { ...run, state, answeredBy: person.personId, answeredAt: moment.now },
        },
      ],
      events: [{ stream: `import:${importId}`, type, facts: { parkId, hash: seen, proposedBy: run.proposedBy } }],
      ...(answer === "confirm" ? { effects: [{ body: { kind: "advance-import" as const, parkId, importId } }] } : {}),
      result: { state },
    };
  },
});

/** @throws as the verb; conflict `import.no-longer-right` where a line that was right when it was proposed is not any more. */
export async function answerFile(
  deps: Deps,
  actor: PersonActor,
  key: string,
  input: AnswerImportInput,
): Promise<Result> {
  const { parkId, importId } = input;
  requireImporter(actor, parkId, deps.clock.now());
  const run = await deps.store.get("importRun", { parkId, importId });
  if (run?.state === "proposed" && input.answer === "confirm") {
    const { problems } = await lookAtLines(deps, actor, run);
    const [first] = problems;
    if (first !== undefined)
      throw new DomainError("conflict", "import.no-longer-right", { count: problems.length, line: first.line });
  }
  return perform(deps, actor, key, answerImport, input);
}
