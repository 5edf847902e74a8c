/** `multihelix match`: how well profiles fit texts, explained by the terms that matched. */
import { parseArgs } from "node:util";
import { sectors, themes } from "@multihelix/core/network/taxonomy.ts";
import { type Concept, type Matcher, prepareMatch } from "@multihelix/core/review/match/match.ts";
import { type MatchLine, parseMatchLines } from "@multihelix/core/review/match/match-lines.ts";
import { StartError } from "../start-error.ts";
import { readText, refuse, wholeNumber } from "./given-file.ts";
import type { Command } from "./list.ts";
import { progressLine } from "./progress.ts";

const help = `multihelix match --profiles FILE --texts FILE [options]

  --profiles FILE        JSON lines {"id", "text"}: expertise, in any language of the product
  --texts FILE           JSON lines {"id", "text"}: English summaries
                         both may have "taxonomy" (ids of sectors and themes) and "languages" (read, or readable in)
  --top N                only the best N profiles for each text
  --csv                  print a matrix of scores, as "multihelix assign" reads it
  --json                 print one JSON object

Exit code: 0, or 1 for bad input (with line and column).
`;

export const match: Command = {
  summary: "score how well reviewers' profiles fit applications",
  run(words) {
    const values = parse(words);
    if (values.help === true) {
      process.stdout.write(help);
      return Promise.resolve(0);
    }
    if (values.profiles === undefined || values.texts === undefined)
      throw new StartError(`Give both --profiles FILE and --texts FILE.\n\n${help}`, 1);
    const json = values.json === true;
    const [profiles, texts] = [values.profiles, values.texts].map((file) => ({
      file,
      ...parseMatchLines(readText(file)),
    }));
    if (profiles?.lines === undefined || texts?.lines === undefined) {
      for (const { file, problems } of [profiles, texts].filter((one) => one !== undefined))
        if (problems.length > 0) refuse(file, problems, json);
      return Promise.resolve(1);
    }
    const top = values.top === undefined ? profiles.lines.length : wholeNumber("top", values.top, 1);
    const matcher = prepareMatch(profiles.lines, texts.lines, concepts());
    const found = { profiles: profiles.lines, texts: texts.lines, matcher, top };
    process.stdout.write(json ? asJson(found) : values.csv === true ? asCsv(found) : asText(found));
    for (const warning of matcher.warnings) process.stderr.write(`${warning}\n`);
    return Promise.resolve(0);
  },
};

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      options: {
        profiles: { type: "string" },
        texts: { type: "string" },
        top: { type: "string" },
        csv: { type: "boolean" },
        json: { type: "boolean" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (cause) {
    throw new StartError(`${(cause as Error).message}\n\n${help}`, 1, { cause });
  }
}

interface Found {
  readonly profiles: readonly MatchLine[];
  readonly texts: readonly MatchLine[];
  readonly matcher: Matcher;
  readonly top: number;
}

function concepts(): Concept[] {
  return [...sectors, ...themes].map(({ id, labels }) => ({ id, names: Object.values(labels) }));
}

/** Positions of the best profiles for a text. */
function best({ profiles, matcher, top }: Found, text: number): number[] {
  const order = profiles.map((_, profile) => ({ profile, score: matcher.score(profile, text) }));
  order.sort((a, b) => b.score - a.score || a.profile - b.profile);
  return order.slice(0, top).map(({ profile }) => profile);
}

function asJson(found: Found): string {
  const progress = progressLine("Matching");
  const matches = found.texts.flatMap((_, text) => {
    progress.at(text / found.texts.length);
    return best(found, text).map((profile) => found.matcher.explain(profile, text));
  });
  progress.end();
  return `${JSON.stringify({ matches, warnings: found.matcher.warnings }, null, 1)}\n`;
}

function asCsv({ profiles, texts, matcher }: Found): string {
  const progress = progressLine("Matching");
  const quoted = (id: string) => (/[",;\t\n]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id);
  const head = ["reviewer", ...texts.map(({ id }) => quoted(id))].join(",");
  const rows = profiles.map(({ id }, profile) => {
    progress.at(profile / profiles.length);
    // Who cannot read it cannot review it.
    const cells = texts.map((_, text) => (matcher.reads(profile, text) ? matcher.score(profile, text) : ""));
    return [quoted(id), ...cells].join(",");
  });
  progress.end();
  return `${[head, ...rows].join("\n")}\n`;
}

function asText(found: Found): string {
  const shown = { ...found, top: Math.min(found.top, 5) };
  const blocks = found.texts.map(({ id }, text) => {
    const lines = best(shown, text).map((profile) => {
      const { profile: name, words } = found.matcher.explain(profile, text);
      return `  ${name}  ${words}`;
    });
    return `${id}\n${lines.join("\n")}`;
  });
  return `${blocks.join("\n\n")}\n`;
}
