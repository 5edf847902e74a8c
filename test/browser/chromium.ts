/** The only place that finds a Chromium: the one that npm brought along, unpacked once, else Debian's. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflate } from "@sparticuz/chromium";

const root = fileURLToPath(new URL("../..", import.meta.url));
const ofDebian = "/usr/bin/chromium";

export interface Chromium {
  executablePath: string;
  /** On top of our own environment. */
  env: Record<string, string>;
}

/** The Chromium of npm with the libraries and fonts it needs; where it cannot be unpacked or run, Debian's. */
export async function findChromium(): Promise<Chromium> {
  if (process.platform !== "linux" || process.arch !== "x64") return debian("npm brings none for this system");
  try {
    return unpacked(await unpack());
  } catch (error) {
    return debian((error as Error).message);
  }
}

function debian(why: string): Chromium {
  if (existsSync(ofDebian)) return { executablePath: ofDebian, env: {} };
  throw new Error(`There is no Chromium: ${why}, and ${ofDebian} is not installed.`);
}

/** Nothing of the system but its C library is asked for. */
function unpacked(folder: string): Chromium {
  return {
    executablePath: join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: join(folder, "al2023/lib"), FONTCONFIG_PATH: join(folder, "fonts") },
  };
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
