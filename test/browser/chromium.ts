/** The only place that knows where a Chromium comes from: npm brought one along, unpacked once; else there is Debian's. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflate } from "@sparticuz/chromium";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Chromium {
  executablePath: string;
  /** On top of our own environment. */
  env: Record<string, string>;
}

/** In the order in which they are tried; each throws why it cannot be had. */
export const chromiums: readonly (() => Promise<Chromium>)[] = [ofNpm, ofDebian];

/** With the libraries and fonts that it needs: nothing of the system but its C library is asked for. */
async function ofNpm(): Promise<Chromium> {
  if (process.platform !== "linux" || process.arch !== "x64") throw new Error("npm brings none for this system");
  const folder = await unpack();
  return {
    executablePath: join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: join(folder, "al2023/lib"), FONTCONFIG_FILE: fontsIn(folder) },
  };
}

/** The list of fonts that came along looks in places of another system; without a single font the browser dies on most pages. */
function fontsIn(folder: string): string {
  const file = join(folder, "fonts/here.conf");
  const dir = join(folder, "fonts/fonts");
  if (!existsSync(dir)) throw new Error(`there are no fonts in ${dir}`);
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    `<fontconfig><dir>${dir}</dir><cachedir>${join(folder, "fonts/cache")}</cachedir></fontconfig>`,
  ];
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

async function ofDebian(): Promise<Chromium> {
  const executablePath = "/usr/bin/chromium";
  if (!existsSync(executablePath)) throw new Error(`${executablePath} is not installed`);
  return { executablePath, env: {} };
}

/** Unpacks once per version, whole or not at all: an interrupted attempt leaves nothing that looks finished. */
async function unpack(): Promise<string> {
  const parts = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "..");
  const { version } = JSON.parse(readFileSync(join(parts, "package.json"), "utf8")) as { version: string };
  const cache = join(root, "node_modules/.cache");
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const half = mkdtempSync(`${folder}-`);
  const before = process.env.TMPDIR;
  // The package unpacks to the folder for temporary files, wherever that is.
  process.env.TMPDIR = half;
  try {
    for (const part of ["chromium.br", "al2023.tar.br", "fonts.tar.br"]) await inflate(join(parts, "bin", part));
    renameSync(half, folder);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(half, { recursive: true, force: true });
  }
  return folder;
}
