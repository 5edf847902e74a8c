/** Reads profiles and texts as JSON lines: `{id, text}` each, and `taxonomy` and `languages` where they are known. */
import * as z from "zod";
import { type CellProblem, spelledOnce } from "../assignment/csv-lines.ts";

const lineSchema = z.object({
  id: z.string().trim().min(1),
  text: z.string(),
  taxonomy: z.array(z.string()).optional(),
  languages: z.array(z.string()).optional(),
});

export interface MatchLine {
  readonly id: string;
  readonly text: string;
  readonly taxonomy?: readonly string[];
  readonly languages?: readonly string[];
}

/** All problems there are; the lines only without any. Empty lines are skipped. */
export function parseMatchLines(text: string): { lines?: MatchLine[]; problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  const lines: MatchLine[] = [];
  const seen = new Map<string, { id: string; line: number }>();
  for (const [at, content] of text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (content.trim() === "") continue;
    const line = at + 1;
    const say = (column: number, sentence: string) => problems.push({ line, column, text: sentence });
    const value = jsonIn(content, say);
    if (value === undefined) continue;
    const parsed = lineSchema.safeParse(value.json);
    if (!parsed.success) {
      for (const { path } of parsed.error.issues) say(columnOf(content, path[0]), wanted(path[0]));
      continue;
    }
    const { id, text: words, taxonomy, languages } = parsed.data;
    const earlier = seen.get(spelledOnce(id));
    if (earlier !== undefined) {
      const what =
        earlier.id === id
          ? `"${id}" stands`
          : `"${id}" is another spelling of the e-mail address "${earlier.id}", which stands`;
      say(columnOf(content, "id"), `${what} on line ${earlier.line} already.`);
    } else seen.set(spelledOnce(id), { id, line });
    lines.push({ id, text: words, ...(taxonomy ? { taxonomy } : {}), ...(languages ? { languages } : {}) });
  }
  if (lines.length === 0 && problems.length === 0) problems.push({ line: 1, column: 1, text: "The file is empty." });
  return problems.length > 0 ? { problems } : { lines, problems };
}

function jsonIn(content: string, say: (column: number, sentence: string) => void): { json: unknown } | undefined {
  try {
    return { json: JSON.parse(content) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const place = /position (\d+)/.exec(message);
    say(place === null ? content.trimEnd().length + 1 : Number(place[1]) + 1, `The line is not JSON: ${message}.`);
    return undefined;
  }
}

function wanted(key: PropertyKey | undefined): string {
  if (key === undefined) return 'The line must be an object like {"id": "…", "text": "…"}.';
  if (key === "id") return '"id" must be a text, and not an empty one.';
  return key === "text" ? '"text" must be a text.' : `"${String(key)}" must be a list of texts.`;
}

/** Where the key stands in the line. */
function columnOf(content: string, key: PropertyKey | undefined): number {
  return Math.max(0, content.indexOf(`"${String(key)}"`)) + 1;
}
