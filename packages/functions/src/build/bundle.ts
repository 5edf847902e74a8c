/** The only place that turns the entries into what Lambda runs: one folder of ES modules per function, measured. */
import { readFile, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Metafile, type Plugin } from "esbuild";
import type { Entry } from "./entry.ts";

const source = fileURLToPath(new URL("..", import.meta.url));
const root = fileURLToPath(new URL("../../../..", import.meta.url));

export interface Bundle {
  readonly entry: Entry;
  /** Folder with `index.mjs` and its chunks. */
  readonly folder: string;
  /** What is loaded at the start. */
  readonly bytes: number;
  readonly gzip: number;
  /** Chunks that are loaded only when something asks for them. */
  readonly lazyBytes: number;
  /** Every module in the bundle, from the root of the repository. */
  readonly modules: readonly string[];
}

/** All of zod's translations are re-exported as one object, which keeps them in every bundle; ours are not theirs. */
const withoutZodLocales: Plugin = {
  name: "without-zod-locales",
  setup: ({ onLoad }) => {
    onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({
      contents: 'export { default as en } from "./en.js";',
      loader: "js",
    }));
  },
};

/** Bundle one entry into `<outDir>/<name>`. */
export async function bundleFunction(entry: Entry, outDir: string): Promise<Bundle> {
  const folder = join(outDir, entry.name);
  await rm(folder, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { index: join(source, `${entry.name}.ts`) },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    minify: true,
    legalComments: "none",
    metafile: true,
    logLevel: "error",
    // pdfmake asks where it lies, to cut that off names of fonts; in a bundle it lies nowhere.
    define: { __dirname: '"/"' },
    // What is still CommonJS asks for Node's own modules by `require`.
    banner: {
      js: 'import{createRequire as requireOfNode}from"node:module";const require=requireOfNode(import.meta.url);',
    },
    plugins: [withoutZodLocales],
  });
  return measured(entry, folder, metafile);
}

async function measured(entry: Entry, folder: string, metafile: Metafile): Promise<Bundle> {
  const main = `${relative(root, folder)}/index.mjs`;
  const atStart = reachable(main, metafile);
  const texts = await Promise.all([...atStart].map((path) => readFile(join(root, path))));
  const sum = (sizes: number[]) => sizes.reduce((all, size) => all + size, 0);
  const all = sum(Object.values(metafile.outputs).map(({ bytes }) => bytes));
  const bytes = sum(texts.map(({ length }) => length));
  const modules = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  return {
    entry,
    folder,
    bytes,
    gzip: sum(texts.map((text) => gzipSync(text, { level: 9 }).length)),
    lazyBytes: all - bytes,
    modules: [...new Set(modules)].sort(),
  };
}

/** An output and what it imports statically. */
function reachable(main: string, { outputs }: Metafile, found = new Set<string>()): Set<string> {
  if (found.has(main)) return found;
  found.add(main);
  for (const { path, kind, external } of outputs[main]?.imports ?? []) {
    if (kind === "import-statement" && external !== true) reachable(path, { inputs: {}, outputs }, found);
  }
  return found;
}

/** Sentences about bars that a bundle breaks; none if it keeps them. */
export function broken({ entry, bytes, gzip }: Bundle): string[] {
  const judge = (what: string, is: number, most: number) =>
    is <= most ? [] : [`${entry.name}: ${is} bytes ${what}, at most ${most} are allowed`];
  return [...judge("minified", bytes, entry.most.bytes), ...judge("gzipped", gzip, entry.most.gzip)];
}
