/** The told demonstration as a folder that a new installation begins with: telling takes longer than anybody likes to wait. */
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const packages = fileURLToPath(new URL("../../..", import.meta.url));
const dist = join(packages, "local/dist");
const kept = join(dist, "demonstration");
const stamp = join(kept, "told.json");
/** What the cases are told with. */
const sources = ["core", "adapters", "workflow", "engine", "local"];
/** Its days move away from today; after so many it is told anew. */
const freshDays = 7;
/** Claimed by whoever works on the folder, and of no use to another. */
const notCopied = /(^|\/)(lock\.sqlite.*|told\.json)$/;

interface Stamp {
  readonly sources: string;
  readonly at: string;
}

/** Of a copy under way; one that is there at a start was cut short. */
const copying = ".copying";

/** True for a folder on which no installation has worked yet, be it that a copy into it was cut short. */
export function isUntouched(dataDir: string): boolean {
  if (existsSync(join(dataDir, copying))) return true;
  return ["store.sqlite", "engine.sqlite", "installation.key"].every((name) => !existsSync(join(dataDir, name)));
}

/** Give `dataDir` the kept demonstration, whole or, after a crash, once more. False where there is none of today's sources and of this week. */
export function takeTold(dataDir: string, now: Date): boolean {
  const told = stampOf();
  if (told === undefined || told.sources !== digest()) return false;
  const age = now.getTime() - Date.parse(told.at);
  if (age < 0 || age > freshDays * 86_400_000) return false;
  const half = join(dataDir, copying);
  try {
    rmSync(half, { recursive: true, force: true });
    cpSync(kept, half, { recursive: true, filter: (path) => !notCopied.test(path) });
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw error;
  }
  for (const name of readdirSync(half)) cpSync(join(half, name), join(dataDir, name), { recursive: true });
  rmSync(half, { recursive: true });
  return true;
}

/**
 * Tell it into a folder of its own and keep it. `tell` gets the folder and leaves it closed.
 * @returns false where this copy of the product cannot be written to.
 */
export async function keepTold(tell: (folder: string) => Promise<void>, now: Date): Promise<boolean> {
  let folder: string;
  try {
    mkdirSync(dist, { recursive: true });
    removeAbandoned(now);
    folder = mkdtempSync(join(dist, "telling-"));
  } catch {
    return false;
  }
  try {
    await tell(folder);
    writeFileSync(
      join(folder, "told.json"),
      JSON.stringify({ sources: digest(), at: now.toISOString() } satisfies Stamp),
    );
    rmSync(kept, { recursive: true, force: true });
    renameSync(folder, kept);
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Tellings that a crash cut short an hour ago or longer. */
function removeAbandoned(now: Date): void {
  for (const name of readdirSync(dist).filter((one) => one.startsWith("telling-"))) {
    const path = join(dist, name);
    const begun = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now.getTime();
    if (now.getTime() - begun > 3_600_000) rmSync(path, { recursive: true, force: true });
  }
}

function stampOf(): Stamp | undefined {
  return existsSync(stamp) ? (JSON.parse(readFileSync(stamp, "utf8")) as Stamp) : undefined;
}

/** SHA-256 over names and contents of everything that takes part in telling. */
function digest(): string {
  const hash = createHash("sha256");
  for (const name of sources)
    for (const folder of ["src", "data"]) {
      const root = join(packages, name, folder);
      if (!existsSync(root)) continue;
      for (const file of readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name: own }) => join(parentPath, own))
        .sort())
        hash.update(`${file.slice(packages.length)}\n`).update(readFileSync(file));
    }
  return hash.digest("hex");
}
