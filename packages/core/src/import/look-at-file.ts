/** The dry run of a file: what each of its lines would do, everything that is wrong, and the hash of exactly this content. */
import type { Actor } from "../kernel/actor.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import type { Deps } from "../port/deps.ts";
import type { ImportKind, ImportLine } from "./import-run.ts";
import type { Csv } from "./kind.ts";
import { lookers } from "./kind.ts";

/** What is wrong with one cell of a file. */
export interface FileProblem {
  /** Line of the file and cell of the line, both from 1. */
  readonly line: number;
  readonly column: number;
  /** Name of the column. */
  readonly name: string;
  readonly code: string;
}

export interface LookedFile {
  readonly hash: string;
  readonly problems: readonly FileProblem[];
  /** Those that nothing is wrong with. */
  readonly lines: readonly ImportLine[];
}

/** Changes nothing. */
export async function lookAtFile(
  deps: Deps,
  actor: Actor,
  parkId: string,
  kind: ImportKind,
  rows: Csv,
): Promise<LookedFile> {
  const { problems, lines, content } = await lookers[kind](deps, actor, parkId, rows);
  return { hash: hashOfContent(kind, content, deps.digest), problems, lines };
}

/** Of the cells in the order of the file: names of columns that are not asked for, and their order, do not count. */
export function hashOfContent(
  kind: ImportKind,
  content: readonly Readonly<Record<string, string>>[],
  digest: Deps["digest"],
): string {
  return digest(canonicalJson([kind, content]));
}
