/** `multihelix import sanctions FILE`: brings lists from elsewhere into the installation on this machine, or a deployed stage. */
import { parseArgs } from "node:util";
import { isDomainError } from "@multihelix/core/kernel/error.ts";
import { importSanctions } from "@multihelix/core/sanction/import-sanctions.ts";
import { createLog } from "../log.ts";
import { StartError } from "../start-error.ts";
import { readText } from "./given-file.ts";
import { openInstallation } from "./installation.ts";
import type { Command } from "./list.ts";

const help = `multihelix import sanctions FILE [options]

  FILE              CSV with a column "name", and "reference" if there is one
  --data DIR        the installation on this machine (default .multihelix); it must not be running
  --table NAME      the table of a deployed stage instead, with your AWS credentials
  --region REGION   its region (default AWS_REGION)
  --json            print one JSON object

Payees are compared with the list before each payment. An import takes the place of the one before it.
`;

export const importList: Command = {
  summary: "import a sanctions list",
  async run(words) {
    const { values, positionals } = parse(words);
    if (values.help === true) {
      process.stdout.write(help);
      return 0;
    }
    const [what, path, ...more] = positionals;
    if (what !== "sanctions" || path === undefined || more.length > 0) throw new StartError(help, 2);
    const csv = readText(path);
    const log = createLog((line) => process.stderr.write(`${line}\n`), true);
    const opened = await openInstallation(values, log);
    try {
      const { names } = await importSanctions(opened.deps, { kind: "system", name: "operator" }, csv);
      process.stdout.write(values.json === true ? `${JSON.stringify({ names })}\n` : `${names} names are in force.\n`);
      return 0;
    } catch (error) {
      if (!isDomainError(error, "sanction.no-names")) throw error;
      throw new StartError(`${path} has no column "name", or no names in it.`, 1, { cause: error });
    } finally {
      await opened.close();
    }
  },
};

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
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
