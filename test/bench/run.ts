/** `npm run bench [-- --quick] [--fresh] [--only P4]`: runs every benchmark of this folder and prints one table, the machine named. */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { cpus, loadavg, release, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Benchmark, BenchRow } from "./benchmark.ts";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    fresh: { type: "boolean", default: false },
    /** The number of one bar, or the beginning of a file's name. */
    only: { type: "string" },
  },
});

const began = performance.now();
process.stdout.write(`${machine()}\n`);
const busy = busyness();
if (busy !== undefined) process.stdout.write(`${busy}\n`);

const folder = await mkdtemp(join(tmpdir(), "multihelix-bench-"));
const rows: BenchRow[] = [];
try {
  for (const { file, benchmark } of await benchmarks()) {
    const wanted = values.only ?? file;
    if (!file.startsWith(wanted) && benchmark.bar !== wanted) continue;
    const { quick, fresh } = values;
    const say = (sentence: string) => void process.stderr.write(`${seconds()} s  ${sentence}\n`);
    rows.push(...(await measured(benchmark, { quick, fresh, folder, say })));
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
if (rows.length === 0) {
  process.stderr.write(
    `No benchmark is called ${values.only}. What a browser shows (P13) is measured by npm run test:browser.\n`,
  );
  process.exit(1);
}
process.stdout.write(`\n${table(rows)}\n`);
const missed = rows.filter(({ ok }) => !ok).length;
process.stdout.write(
  `${rows.length - missed} rows within their bars, ${missed} not, after ${seconds()} s${values.quick ? " (short run)" : ""}\n`,
);
process.exitCode = missed === 0 ? 0 : 1;

/** A benchmark that breaks is a missed bar with its reason, and the others are still measured. */
async function measured(benchmark: Benchmark, context: Parameters<Benchmark["run"]>[0]): Promise<readonly BenchRow[]> {
  try {
    return await benchmark.run(context);
  } catch (error) {
    process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
    return [{ name: benchmark.bar, bar: "is measured", measured: (error as Error).message, ok: false }];
  }
}

/** Files of this folder that export a benchmark, in the order of their bars. */
async function benchmarks(): Promise<{ file: string; benchmark: Benchmark }[]> {
  const files = (await readdir(import.meta.dirname)).filter((file) => file.endsWith(".ts") && file !== "run.ts");
  const found = await Promise.all(
    files.map(async (file) => {
      const { benchmark } = (await import(`./${file}`)) as { benchmark?: Benchmark };
      return benchmark === undefined ? [] : [{ file, benchmark }];
    }),
  );
  const order = ({ bar }: Benchmark) => Number(/\d+/.exec(bar)?.[0] ?? 0);
  return found.flat().sort((a, b) => order(a.benchmark) - order(b.benchmark));
}

function machine(): string {
  const [first] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  return `${first?.model.trim() ?? "unknown processor"}, ${cpus().length} cores, ${memory}, ${process.platform} ${release()}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`;
}

/** Times are worth little while others use the processors. */
function busyness(): string | undefined {
  const [lastMinute = 0] = loadavg();
  if (lastMinute < cpus().length / 2) return undefined;
  return `The machine is busy with other work (load ${lastMinute.toFixed(1)}): its times are not to be believed.`;
}

function seconds(): string {
  return Math.round((performance.now() - began) / 1000)
    .toString()
    .padStart(4);
}

function table(all: readonly BenchRow[]): string {
  const cells = [
    ["", "bar", "measured", "", ""],
    ...all.map(({ name, bar, measured: is, ok, note = "" }) => [name, bar, is, ok ? "ok" : "MISSED", note]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => (column === 4 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
