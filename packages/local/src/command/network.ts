/** `multihelix network apply FILE --people FILE`: puts a network file and its people in force, through the same verbs as everything else. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createLog } from "../log.ts";
import { provision } from "../provision.ts";
import { StartError } from "../start-error.ts";
import { startSystem } from "../system.ts";
import { createInbox } from "../inbox.ts";
import type { Command } from "./list.ts";

const help = "multihelix network apply FILE [--people FILE] [--data DIR]\n";

export const network: Command = {
  summary: "apply a network file and provision its people",
  async run(words) {
    const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options: { people: { type: "string" }, data: { type: "string" }, help: { type: "boolean" } } });
    if (values.help === true) {
      process.stdout.write(help);
      return 0;
    }
    const [verb, file] = positionals;
    if (verb !== "apply" || file === undefined) throw new StartError(help, 2);
    const dataDir = values.data ?? process.env["MULTIHELIX_DATA"] ?? ".multihelix";
    const inbox = createInbox(dataDir, () => new Date().toISOString());
    const system = await startSystem({ dataDir, log: createLog((line) => process.stderr.write(`${line}\n`), true), mailer: inbox.mailer });
    try {
      const report = await provision(system.deps, readJson(file), values.people === undefined ? undefined : readJson(values.people));
      process.stdout.write(`${JSON.stringify(report)}\n`);
    } finally {
      await system.stop();
    }
    return 0;
  },
};

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new StartError(`${path} cannot be read as JSON: ${(cause as Error).message}.`, 1, { cause });
  }
}
