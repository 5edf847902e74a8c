/** Imports of a park as its staff reads them: each run with its lines, what they bring into each balance, and how far it is. */
import * as z from "zod";
import {
  type ImportFigure,
  type ImportId,
  type ImportLine,
  type ImportRun,
  importFigureSchema,
  importKindSchema,
  importLineSchema,
  importRunSchema,
} from "../import/import-run.ts";
import type { Csv } from "../import/kind.ts";
import { lookAtFile } from "../import/look-at-file.ts";
import { requireImporter } from "../import/propose-import.ts";
import { isOwnLine, refuseOwnLines } from "../import/second-person.ts";
import { holdsRole, type PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { Instant } from "../kernel/instant.ts";
import { fundName, type NetworkFile } from "../network/network-file.ts";
import { isBarred, tiesInForce } from "../person/tie.ts";
import type { Deps } from "../port/deps.ts";
import { takenBackOf, takenBackSchema } from "./import-taken-back.ts";
import { namesOfIds } from "./names.ts";

const lineViewSchema = importLineSchema.omit({ row: true, organisationIds: true, figures: true }).extend({
  /** Of earlier awards, which have no page of their own: the cells that are confirmed. */
  cells: z.record(z.string(), z.string()).optional(),
  takenBack: takenBackSchema.optional(),
});

const totalSchema = importFigureSchema.extend({ fund: z.string().optional(), lines: z.number().int() });

export const importPreviewSchema = z.object({
  kind: importKindSchema,
  /** Of this content; it is proposed and confirmed by this name. */
  hash: z.string(),
  problems: z.array(
    z.object({
      line: z.number().int(),
      column: z.number().int(),
      /** As spreadsheets name it: `L3`. */
      cell: z.string(),
      name: z.string(),
      code: z.string(),
    }),
  ),
  lines: z.array(lineViewSchema),
  /** What the lines that are new would bring in. */
  totals: z.array(totalSchema),
  /** Nothing is wrong and something is new. */
  ready: z.boolean(),
});

const summarySchema = importRunSchema
  .omit({ version: true, hash: true })
  .extend({ proposedByName: z.string(), answeredByName: z.string().optional(), own: z.boolean() });

export const importsSchema = z.object({ runs: z.array(summarySchema), mayPropose: z.boolean() });
export const importViewSchema = summarySchema.extend({
  /** Absent for whom not every line is shown. */
  hash: z.string().optional(),
  /** As they were when they were proposed, with what became of each. */
  entries: z.array(lineViewSchema),
  totals: z.array(totalSchema),
  mayConfirm: z.boolean(),
  mayDecline: z.boolean(),
});
export type ImportView = z.infer<typeof importViewSchema>;

/** A dry run for whoever may propose it. @throws as `requireImporter`; forbidden `import.own-line` */
export async function previewImport(
  deps: Deps,
  actor: PersonActor,
  parkId: string,
  kind: ImportRun["kind"],
  rows: Csv,
): Promise<z.infer<typeof importPreviewSchema>> {
  requireImporter(actor, parkId, deps.clock.now());
  const [{ hash, problems, lines }, network] = await Promise.all([
    lookAtFile(deps, actor, parkId, kind, rows),
    deps.network.current(),
  ]);
  refuseOwnLines(actor, lines);
  return {
    kind,
    hash,
    problems: problems.map((one) => ({ ...one, cell: `${lettersOf(one.column)}${one.line}` })),
    lines: lines.map((line) => shown(kind, line)),
    totals: totalsOf(lines, network),
    ready: problems.length === 0 && lines.some(({ known }) => !known),
  };
}

/** @throws forbidden `actor.role-needed` */
export async function readImports(
  deps: Deps,
  actor: PersonActor,
  parkId: string,
): Promise<z.infer<typeof importsSchema>> {
  const now = deps.clock.now();
  requireReading(actor, parkId, now);
  const runs = (await deps.store.list("importRun", { parkId })).toSorted((a, b) =>
    b.proposedAt.localeCompare(a.proposedAt),
  );
  const seen = await Promise.all(runs.map((run) => seenRun(deps, actor, run, now)));
  const shownRuns = seen.flatMap((one) => one ?? []);
  const names = await namesOf(deps, shownRuns);
  return { runs: shownRuns.map((run) => summaryOf(run, names, actor)), mayPropose: mayImport(actor, parkId, now) };
}

/** @throws forbidden `actor.role-needed`; not_found `import.not-found` */
export async function readImportRun(
  deps: Deps,
  actor: PersonActor,
  parkId: string,
  importId: ImportId,
): Promise<ImportView> {
  const now = deps.clock.now();
  requireReading(actor, parkId, now);
  const run = await deps.store.get("importRun", { parkId, importId });
  if (run === undefined) throw new DomainError("not_found", "import.not-found");
  const lines = await linesFor(deps, actor, run, now);
  if (lines.length === 0) throw new DomainError("not_found", "import.not-found");
  const isWhole = lines.length === run.lines;
  const counted = countedBy(run, lines);
  const [names, network, back] = await Promise.all([
    namesOf(deps, [run]),
    deps.network.current(),
    takenBackOf(deps.store, run, lines),
  ]);
  const own = run.proposedBy === actor.personId;
  const answers = run.state === "proposed" && !own && isWhole && mayImport(actor, parkId, now);
  return {
    ...summaryOf(counted, names, actor),
    ...(isTied(actor, now) || !isWhole ? {} : { hash: run.hash }),
    entries: lines.map((line) => ({ ...shown(run.kind, line), ...back.get(line.line) })),
    totals: totalsOf(lines, network),
    mayConfirm: answers && holdsRole(actor, "finance", parkId, now),
    mayDecline: answers,
  };
}

function requireReading(actor: PersonActor, parkId: string, now: Instant): void {
  if (!(["finance", "manager", "auditor"] as const).some((role) => holdsRole(actor, role, parkId, now)))
    throw new DomainError("forbidden", "actor.role-needed", { role: "finance", parkId });
}

function mayImport(actor: PersonActor, parkId: string, now: Instant): boolean {
  const holds = holdsRole(actor, "finance", parkId, now) || holdsRole(actor, "manager", parkId, now);
  return holds && !isTied(actor, now);
}

function isTied(actor: PersonActor, now: Instant): boolean {
  return tiesInForce(actor, now).some(({ level }) => level === "HARD");
}

/** Lines about organisations that the person belongs to, or that a HARD interest keeps them from, are neither listed nor counted. */
async function linesFor(
  deps: Deps,
  actor: PersonActor,
  { importId }: Pick<ImportRun, "importId">,
  now: Instant,
): Promise<ImportLine[]> {
  const parts = await deps.store.list("importPart", { importId });
  return parts
    .flatMap(({ lines }) => lines)
    .filter((line) => {
      const [applicantId, providerId] = line.organisationIds;
      return (
        applicantId === undefined || !(isOwnLine(actor, line) || isBarred(actor, { applicantId, providerId }, now))
      );
    });
}

async function seenRun(deps: Deps, actor: PersonActor, run: ImportRun, now: Instant): Promise<ImportRun | undefined> {
  if (!isTied(actor, now) && actor.memberships.length === 0) return run;
  const lines = await linesFor(deps, actor, run, now);
  return lines.length === 0 ? undefined : countedBy(run, lines);
}

function countedBy(run: ImportRun, lines: readonly ImportLine[]): ImportRun {
  const of = (outcomes: readonly ImportLine["outcome"][]) =>
    lines.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return { ...run, lines: lines.length, done: lines.length - of([undefined]), refused: of(["refused"]) };
}

async function namesOf(deps: Deps, runs: readonly ImportRun[]): Promise<Record<string, string>> {
  const ids = runs.flatMap(({ proposedBy, answeredBy }) => [
    proposedBy,
    ...(answeredBy === undefined ? [] : [answeredBy]),
  ]);
  return namesOfIds(deps.store, [...new Set(ids)]);
}

function summaryOf(
  { version: _, hash: _hash, ...run }: ImportRun,
  names: Readonly<Record<string, string>>,
  actor: PersonActor,
): z.infer<typeof summarySchema> {
  return {
    ...run,
    proposedByName: names[run.proposedBy] ?? "",
    ...(run.answeredBy === undefined ? {} : { answeredByName: names[run.answeredBy] ?? "" }),
    own: run.proposedBy === actor.personId,
  };
}

function shown(
  kind: ImportRun["kind"],
  { row: cells, organisationIds: _, figures: __, ...line }: ImportLine,
): z.infer<typeof lineViewSchema> {
  return kind === "vouchers" ? line : { ...line, cells };
}

/** Of the lines that are new: what was here before is in the books already. */
export function totalsOf(
  lines: readonly ImportLine[],
  network: Pick<NetworkFile, "funds">,
): z.infer<typeof totalSchema>[] {
  const totals = new Map<string, z.infer<typeof totalSchema>>();
  for (const figure of lines.filter(({ known }) => !known).flatMap(({ figures }) => figures)) {
    const key = keyOf(figure);
    const before = totals.get(key) ?? { ...figure, awarded: 0, paid: 0, left: 0, lines: 0 };
    totals.set(key, {
      ...before,
      awarded: before.awarded + figure.awarded,
      paid: before.paid + figure.paid,
      left: before.left + figure.left,
      lines: before.lines + 1,
    });
  }
  return [...totals.values()]
    .map((total) => (total.fundId === undefined ? total : { ...total, fund: fundName(network, total.fundId) }))
    .toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)));
}

function keyOf({ parkId, fundId = "", basis = "", country = "", year, currency }: ImportFigure): string {
  return `${parkId} ${fundId}${basis} ${country} ${year} ${currency}`;
}

/** 1 → `A`, 27 → `AA`. */
function lettersOf(column: number): string {
  const rest = column - 1;
  const last = String.fromCharCode(65 + (rest % 26));
  return rest < 26 ? last : `${lettersOf(Math.floor(rest / 26))}${last}`;
}
