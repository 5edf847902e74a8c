/** `multihelix network apply FILE --people FILE`: puts a network file and its people in force, here or in a deployed stage. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createInbox } from "../inbox.ts";
import { createLog } from "../log.ts";
import { provision } from "../provision.ts";
import { remoteDeps } from "../remote.ts";
import { StartError } from "../start-error.ts";
import { startSystem } from "../system.ts";
import type { Command } from "./list.ts";

const help = `multihelix network apply FILE [options]

  --people FILE     people, their roles and organisations
  --data DIR        the installation on this machine (default .multihelix); it must not be running
  --table NAME      the table of a deployed stage instead, with your AWS credentials
  --region REGION   its region (default AWS_REGION)
`;

export const network: Command = {
  summary: "apply a network file and provision its people",
  async run(words) {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        people: { type: "string" },
        data: { type: "string" },
        table: { type: "string" },
        region: { type: "string" },
        help: { type: "boolean" },
      },
    });
    if (values.help === true) {
      process.stdout.write(help);
      return 0;
    }
    const [verb, file] = positionals;
    if (verb !== "apply" || file === undefined) throw new StartError(help, 2);
    const people = values.people === undefined ? undefined : readJson(values.people);
    const log = createLog((line) => process.stderr.write(`${line}\n`), true);
    const opened =
      values.table === undefined
        ? await openHere(values.data ?? process.env["MULTIHELIX_DATA"] ?? ".multihelix", log)
        : openThere(values.table, values.region ?? process.env["AWS_REGION"], log);
    try {
      process.stdout.write(`${JSON.stringify(await provision(opened.deps, readJson(file), people))}\n`);
    } finally {
      await opened.close();
    }
    return 0;
  },
};

async function openHere(dataDir: string, log: ReturnType<typeof createLog>) {
  const system = await startSystem({
    dataDir,
    log,
    mailer: createInbox(dataDir, () => new Date().toISOString()).mailer,
  });
  return { deps: system.deps, close: () => system.stop() };
}

function openThere(table: string, region: string | undefined, log: ReturnType<typeof createLog>) {
  if (region === undefined) throw new StartError("Say in which region the table is: --region, or AWS_REGION.", 2);
  const { deps, close } = remoteDeps(table, region, log);
  return { deps, close: async () => close() };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new StartError(`${path} cannot be read as JSON: ${(cause as Error).message}.`, 1, { cause });
  }
}
