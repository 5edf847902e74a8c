/** P1 and P2: how large the functions are that Lambda loads, and how long the loading takes in a fresh process. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { type Bundle, bundleFunction } from "@multihelix/functions/build/bundle.ts";
import { entries } from "@multihelix/functions/build/entry.ts";
import { atMost, type Benchmark, type BenchRow, median } from "./benchmark.ts";

const importMost = { api: 150, other: 100 };
const processes = 10;

export const benchmark: Benchmark = {
  bar: "P1",
  async run({ folder, say }) {
    say("bundles of the functions, and their import in fresh processes");
    const bundles = await Promise.all(entries.map((entry) => bundleFunction(entry, join(folder, "bundle"))));
    const rows = bundles.flatMap(sizeRows);
    for (const bundle of bundles) rows.push(await importRow(bundle));
    return rows;
  },
};

function sizeRows({ entry: { name, most }, bytes, gzip, lazyBytes }: Bundle): BenchRow[] {
  const lazy = lazyBytes > 0 ? `${Math.round(lazyBytes / 1000)} kB more in lazy chunks` : undefined;
  return [
    atMost(`P1 bundle ${name}, minified`, most.bytes / 1000, "kB", Math.round(bytes / 1000), lazy),
    atMost(`P1 bundle ${name}, gzipped`, most.gzip / 1000, "kB", Math.round(gzip / 1000)),
  ];
}

/** What the functions insist on at import; none of it is used. */
const environment = {
  AWS_REGION: "eu-west-1",
  AWS_LAMBDA_FUNCTION_NAME: "bench",
  TABLE: "bench",
  VERSION: "0",
  ORIGIN: "https://bench.example",
  INSTALLATION_SECRET: "bench",
  CDN_SECRET: "bench",
  MAIL_FROM: "Bench <bench@bench.example>",
  MAIL_CONFIGURATION_SET: "bench",
  TRANSLATION_KEYS: "bench-",
  MACHINES: "{}",
  FILES: "bench-files",
  AWS_ACCESS_KEY_ID: "bench",
  AWS_SECRET_ACCESS_KEY: "bench",
};

async function importRow({ entry: { name }, folder }: Bundle): Promise<BenchRow> {
  const url = pathToFileURL(join(folder, "index.mjs")).href;
  const script = `const began = performance.now(); await import(${JSON.stringify(url)}); process.stdout.write(String(performance.now() - began)); process.exit(0);`;
  const figures: number[] = [];
  for (let run = 0; run < processes; run++) {
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], {
      env: { PATH: process.env.PATH, ...environment },
    });
    figures.push(Number(stdout));
  }
  const most = name === "api" ? importMost.api : importMost.other;
  const least = Math.round(Math.min(...figures));
  return atMost(`P2 cold import ${name}`, most, "ms", median(figures), `best of ${processes}: ${least} ms`);
}
