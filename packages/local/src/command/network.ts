/** `multihelix network apply FILE --people FILE`: puts a network file and its people in force, here or in a deployed stage. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createLog } from "../log.ts";
import { type ProvisionReport, provision } from "../provision.ts";
import { StartError } from "../start-error.ts";
import { openInstallation } from "./installation.ts";
import type { Command } from "./list.ts";

const help = `multihelix network apply FILE [options]

  --people FILE     people, their roles and organisations
  --data DIR        the installation on this machine (default .multihelix); it must not be running
  --table NAME      the table of a deployed stage instead, with your AWS credentials
  --region REGION   its region (default AWS_REGION)
  --json            print one JSON object

Both files are checked before anything is written; applying them again changes nothing.
`;

export const network: Command = {
  summary: "apply a network file and provision its people",
  async run(words) {
    const { values, positionals } = parse(words);
    if (values.help === true) {
      process.stdout.write(help);
      return 0;
    }
    const [verb, path, ...more] = positionals;
    if (verb !== "apply" || path === undefined || more.length > 0) throw new StartError(help, 2);
    const file = readJson(path);
    const people = values.people === undefined ? undefined : readJson(values.people);
    const log = createLog((line) => process.stderr.write(`${line}\n`), true);
    const opened = await openInstallation(values, log);
    try {
      const report = await provision(opened.deps, file, people);
      process.stdout.write(values.json === true ? `${JSON.stringify(report)}\n` : inWords(report));
    } finally {
      await opened.close();
    }
    return 0;
  },
};

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        people: { type: "string" },
        data: { type: "string" },
        table: { type: "string" },
        region: { type: "string" },
        json: { type: "boolean" },
        help: { type: "boolean" },
      },
    });
  } catch (cause) {
    throw new StartError(`${(cause as Error).message}\n\n${help}`, 2, { cause });
  }
}

function inWords({ network: { number, changed }, people }: ProvisionReport): string {
  const file = `Network file: ${changed ? `version ${number} is in force` : `version ${number} was in force already`}.\n`;
  if (people === undefined) return file;
  const counted = (what: string, { changed: new_, unchanged }: { changed: number; unchanged: number }) =>
    `${what}: ${new_} changed, ${unchanged} as they were.\n`;
  return `${file}${counted("Organisations", people.organisations)}${counted("Persons", people.persons)}`;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new StartError(`${path} cannot be read as JSON: ${(cause as Error).message}.`, 1, { cause });
  }
}
