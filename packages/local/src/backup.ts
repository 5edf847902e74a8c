/** The only place that copies a running installation and makes an installation of a copy. */
import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { backup as copyDatabase, DatabaseSync } from "node:sqlite";
import * as z from "zod";
import { filesFolder, makeDataFolder } from "./data-folder.ts";
import { StartError } from "./start-error.ts";
import { version } from "./version.ts";

/**
 * Each of these is copied if it is there. The engine's own database is not: it only remembers who waits, which the
 * restored system reads from the cases, and a copy of it could not be of the same instant as the store's.
 */
const store = "store.sqlite";
const others = ["installation.key", "inbox.jsonl"] as const;
/** Files that people sent and that were kept: never changed, so that copying them one by one is a copy of one instant. */
const keptFiles = `${filesFolder}/kept`;
const keptName = /^files\/kept\/app_[0-9A-Z]{26}\/fil_[0-9A-Z]{26}$/;
/** All pages in one step: a writer who came between two steps would have the copy begun anew, again and again. */
const pagesAtOnce = 2 ** 30;
const manifestName = "backup.json";

const manifestSchema = z.object({
  version: z.string(),
  at: z.string(),
  files: z.record(z.string(), z.string()),
});
export type Manifest = z.infer<typeof manifestSchema>;

/**
 * Copy the installation of `dataDir`, running or not, into the new folder `target`. The store is copied at one instant:
 * between transactions, never inside one. @throws StartError with one sentence.
 */
export async function makeBackup(dataDir: string, target: string): Promise<Manifest> {
  const [from, to] = [resolve(dataDir), resolve(target)];
  if (!existsSync(join(from, store))) throw new StartError(`There is no installation in ${from}.`);
  if (existsSync(to) && readdirSync(to).length > 0) throw new StartError(`${to} is not empty; name a new folder.`);
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(from, store), { readOnly: true, timeout: 10_000 });
  try {
    await copyDatabase(database, join(to, store), { rate: pagesAtOnce });
  } finally {
    database.close();
  }
  for (const name of others) if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
  const sent = keptIn(from);
  for (const name of sent) copyInto(from, to, name);
  const names = [...[store, ...others].filter((name) => existsSync(join(to, name))), ...sent];
  for (const name of names) chmodSync(join(to, name), 0o600);
  const files = Object.fromEntries(names.map((name) => [name, hashOf(join(to, name))]));
  const manifest: Manifest = { version, at: new Date().toISOString(), files };
  writeFileSync(join(to, manifestName), `${JSON.stringify(manifest, undefined, 1)}\n`, { mode: 0o600 });
  return manifest;
}

/** Put a backup into the new data folder `dataDir`. @throws StartError where the backup is not whole, or the folder is in use. */
export function unpackBackup(source: string, dataDir: string): Manifest {
  const from = resolve(source);
  const manifest = readManifest(from);
  for (const [name, hash] of Object.entries(manifest.files)) {
    const known = name === store || others.some((other) => other === name) || keptName.test(name);
    if (!known || !existsSync(join(from, name)) || hashOf(join(from, name)) !== hash)
      throw new StartError(`The backup ${from} is not whole: ${name} is missing or was changed.`);
  }
  const to = makeDataFolder(dataDir);
  if (readdirSync(to).length > 0) throw new StartError(`${to} is not empty; a backup is restored into a new folder.`);
  for (const name of Object.keys(manifest.files)) {
    copyInto(from, to, name);
    chmodSync(join(to, name), 0o600);
  }
  return manifest;
}

/** Kept files, by name below the data folder. One that was removed while we looked is not among them. */
function keptIn(folder: string): string[] {
  const root = join(folder, keptFiles);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((path) => `${keptFiles}/${path.split(sep).join("/")}`)
    .filter((name) => keptName.test(name) && existsSync(join(folder, name)))
    .sort();
}

function copyInto(from: string, to: string, name: string): void {
  mkdirSync(dirname(join(to, name)), { recursive: true, mode: 0o700 });
  copyFileSync(join(from, name), join(to, name));
}

function readManifest(folder: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(folder, manifestName), "utf8")));
  } catch (cause) {
    throw new StartError(`${folder} is no backup: it has no readable ${manifestName}.`, 1, { cause });
  }
}

function hashOf(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
