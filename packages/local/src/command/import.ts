/** `multihelix import`: brings lists and running vouchers from elsewhere into the installation on this machine, or a deployed stage. */
import { parseArgs } from "node:util";
import { problemText } from "@multihelix/core/import/problem-text.ts";
import { decimalText } from "@multihelix/core/kernel/amount-text.ts";
import { isDomainError } from "@multihelix/core/kernel/error.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import { importNamesakes } from "@multihelix/core/sanction/import-namesakes.ts";
import { importSanctions } from "@multihelix/core/sanction/import-sanctions.ts";
import { type ImportReport, importVouchers } from "@multihelix/core/voucher/import/import-vouchers.ts";
import { columns } from "@multihelix/core/voucher/import/voucher-file.ts";
import { createLog } from "../log.ts";
import { StartError } from "../start-error.ts";
import { readText, refuse } from "./given-file.ts";
import { openInstallation } from "./installation.ts";
import type { Command } from "./list.ts";

const help = `multihelix import sanctions FILE [options]
multihelix import namesakes FILE [options]
multihelix import vouchers FILE [--dry-run] [options]

  FILE              CSV; also as --file FILE
  --dry-run         vouchers: say what would be done and what is wrong, by line and column, and do nothing
  --data DIR        the installation on this machine (default .multihelix); it must not be running
  --table NAME      the table of a deployed stage instead, with your AWS credentials
  --region REGION   its region (default AWS_REGION)
  --json            print one JSON object

sanctions: a column "name", and "reference" if there is one. Payees are compared with the list before each payment. An
import takes the place of the one before it.

namesakes: companies and providers that were found not to be whom the list names, one a line, with the columns
  register_scheme, register_id, name, reference (as on the list), reason, decided_by.

vouchers: running vouchers with opening balances, one a line, with the columns
  ${columns.slice(0, 8).join(", ")},
  ${columns.slice(8).join(", ")}.
Their organisations and people must be known (multihelix network apply). Nothing is done while anything is wrong; the same
file twice is nothing new.
`;

const operator = { kind: "system", name: "operator" } as const;

export const importList: Command = {
  summary: "import a sanctions list, its namesakes, or running vouchers",
  async run(words) {
    const { values, positionals } = parse(words);
    if (values.help === true) {
      process.stdout.write(help);
      return 0;
    }
    const [what, given, ...more] = positionals;
    const path = given ?? values.file;
    if (path === undefined || more.length > 0 || !isKind(what)) throw new StartError(help, 2);
    const csv = readText(path);
    const log = createLog((line) => process.stderr.write(`${line}\n`), true);
    const opened = await openInstallation(values, log);
    const json = values.json === true;
    try {
      if (what === "sanctions") return await sanctions(opened.deps, path, csv, json);
      if (what === "namesakes") return await namesakes(opened.deps, path, csv, json);
      return await vouchers(opened.deps, path, csv, values["dry-run"] === true, json);
    } catch (error) {
      if (!isDomainError(error, "network.not-applied")) throw error;
      const say =
        "This installation has no network yet. Nothing was imported. Apply one first: multihelix network apply.";
      throw new StartError(say, 1, { cause: error });
    } finally {
      await opened.close();
    }
  },
};

function isKind(what: string | undefined): what is "sanctions" | "namesakes" | "vouchers" {
  return what === "sanctions" || what === "namesakes" || what === "vouchers";
}

async function namesakes(deps: Deps, path: string, csv: string, json: boolean): Promise<number> {
  const words = {
    "unknown-organisation": "no organisation has this register number",
    incomplete: "name, reference, reason or decided_by is missing or too long",
  };
  try {
    const { cleared, problems } = await importNamesakes(deps, operator, csv);
    const lines = problems.map(({ line, problem }) => `${path}, line ${line}: ${words[problem]}.\n`);
    const said = problems.length > 0 ? `${lines.join("")}Nothing was done.\n` : `${cleared} namesakes are known.\n`;
    process.stdout.write(json ? `${JSON.stringify({ cleared, problems })}\n` : said);
    return problems.length > 0 ? 1 : 0;
  } catch (error) {
    if (!isDomainError(error, "sanction.namesake-columns")) throw error;
    throw new StartError(`${path} lacks a column, or has no lines. See multihelix import --help.`, 1, { cause: error });
  }
}

async function sanctions(deps: Deps, path: string, csv: string, json: boolean): Promise<number> {
  try {
    const { names } = await importSanctions(deps, operator, csv);
    process.stdout.write(json ? `${JSON.stringify({ names })}\n` : `${names} names are in force.\n`);
    return 0;
  } catch (error) {
    if (isDomainError(error, "sanction.other-import"))
      throw new StartError("Another list was imported at the same time and counts; import this one again.", 1, {
        cause: error,
      });
    if (!isDomainError(error, "sanction.no-names")) throw error;
    throw new StartError(`${path} has no column "name", or no names in it.`, 1, { cause: error });
  }
}

async function vouchers(deps: Deps, path: string, csv: string, dryRun: boolean, json: boolean): Promise<number> {
  const report = await importVouchers(deps, operator, csv, dryRun);
  if (report.problems.length > 0) {
    const problems = report.problems.map(({ line, column, name, code }) => ({
      line,
      column,
      text: `${name}: ${problemText[code]}`,
    }));
    return refuse(path, problems, json);
  }
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : told(report));
  return 0;
}

function told({ vouchers: all, dryRun }: ImportReport): string {
  const fresh = all.filter(({ known }) => !known);
  const lines = fresh.map(
    ({ oldReference, reference, left, currency }) =>
      `${oldReference}${reference === undefined ? "" : ` → ${reference}`}: ${decimalText({ amount: left, currency })} ${currency} left\n`,
  );
  const before = all.length - fresh.length;
  const done = dryRun ? "would be taken over" : "taken over";
  return `${lines.join("")}${fresh.length} vouchers ${done}; ${before} were here before.\n`;
}

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        file: { type: "string" },
        "dry-run": { type: "boolean" },
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
