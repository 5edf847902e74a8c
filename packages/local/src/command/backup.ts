/** `multihelix backup FOLDER` and `multihelix restore FOLDER`: a copy of a running installation, and an installation of a copy. */
import { parseArgs } from "node:util";
import { makeBackup, unpackBackup } from "../backup.ts";
import { createInbox } from "../inbox.ts";
import { createLog } from "../log.ts";
import { revive } from "../revive.ts";
import { StartError } from "../start-error.ts";
import { startSystem } from "../system.ts";
import type { Command } from "./list.ts";

const backupHelp = `multihelix backup FOLDER [options]

  FOLDER        a new folder for the copy; it holds personal data and the installation's key
  --data DIR    the installation (default .multihelix); it may be running
  --json        print one JSON object
`;
const restoreHelp = `multihelix restore FOLDER [options]

  FOLDER        what "multihelix backup" made
  --data DIR    a new folder for the installation (default .multihelix)
  --json        print one JSON object

The books are added up and the workflow of every open case is started again before it ends; then "npm start" goes on.
`;

export const backup: Command = {
  summary: "copy an installation, also while it runs",
  async run(words) {
    const { folder, dataDir, json, help } = parse(words, backupHelp);
    if (help) return 0;
    const { files, at } = await makeBackup(dataDir, folder);
    const told = { folder, at, files: Object.keys(files) };
    process.stdout.write(json ? `${JSON.stringify(told)}\n` : `${counted(told.files)} copied to ${folder} (${at}).\n`);
    return 0;
  },
};

export const restore: Command = {
  summary: "make an installation of a backup",
  async run(words) {
    const { folder, dataDir, json, help } = parse(words, restoreHelp);
    if (help) return 0;
    const { at } = unpackBackup(folder, dataDir);
    const log = createLog((line) => process.stderr.write(`${line}\n`), true);
    const mailer = createInbox(dataDir, () => new Date().toISOString()).mailer;
    const system = await startSystem({ dataDir, log, mailer });
    try {
      const found = await revive(system.deps);
      const books = found.faults === 0 ? "all identities hold" : `${found.faults} identities do NOT hold`;
      const said = `Restored as of ${at}: ${found.cases} cases, ${found.open} of them open and going on; ${found.postings} postings in ${found.keys} ledger keys, ${books}.\n`;
      process.stdout.write(json ? `${JSON.stringify({ at, ...found })}\n` : said);
      return found.faults === 0 ? 0 : 1;
    } finally {
      await system.stop();
    }
  },
};

/** Files that people sent are counted, the others named. */
function counted(names: readonly string[]): string {
  const sent = names.filter((name) => name.includes("/")).length;
  const own = names.filter((name) => !name.includes("/"));
  return [...own, ...(sent === 0 ? [] : [`${sent} sent file${sent === 1 ? "" : "s"}`])].join(", ");
}

function parse(words: string[], help: string) {
  const { values, positionals } = read(words, help);
  if (values.help === true) {
    process.stdout.write(help);
    return { folder: "", dataDir: "", json: false, help: true };
  }
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new StartError(help, 2);
  const dataDir = values.data ?? process.env["MULTIHELIX_DATA"] ?? ".multihelix";
  return { folder, dataDir, json: values.json === true, help: false };
}

function read(words: string[], help: string) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: { data: { type: "string" }, json: { type: "boolean" }, help: { type: "boolean" } },
    });
  } catch (cause) {
    throw new StartError(`${(cause as Error).message}\n\n${help}`, 2, { cause });
  }
}
