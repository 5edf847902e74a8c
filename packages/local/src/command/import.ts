/** `multihelix import sanctions FILE`: brings lists from elsewhere into the installation on this machine, or a deployed stage. */
import { parseArgs } from "node:util";
import { isDomainError } from "@multihelix/core/kernel/error.ts";
import { importSanctions } from "@multihelix/core/sanction/import-sanctions.ts";
import { createInbox } from "../inbox.ts";
import { createLog } from "../log.ts";
import { remoteDeps } from "../remote.ts";
import { StartError } from "../start-error.ts";
import { startSystem } from "../system.ts";
import { readText } from "./given-file.ts";
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
    const opened =
      values.table === undefined
        ? await openHere(values.data ?? process.env["MULTIHELIX_DATA"] ?? ".multihelix", log)
        : openThere(values.table, values.region ?? process.env["AWS_REGION"], log);
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

async function openHere(dataDir: string, log: ReturnType<typeof createLog>) {
  const mailer = createInbox(dataDir, () => new Date().toISOString()).mailer;
  const system = await startSystem({ dataDir, log, mailer });
  return { deps: system.deps, close: () => system.stop() };
}

function openThere(table: string, region: string | undefined, log: ReturnType<typeof createLog>) {
  if (region === undefined) throw new StartError("Say in which region the table is: --region, or AWS_REGION.", 2);
  const { deps, close } = remoteDeps(table, region, log);
  return { deps, close: async () => close() };
}
