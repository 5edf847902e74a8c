// The only place that decides whether the web pages must be built again. Plain Node 20, no dependencies.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { productNode, root, run, SetUpError, say, seconds } from "./install.mjs";

/** What the pages are made from. */
const SOURCES = ["web", "packages/core/src", "packages/api/src", "package-lock.json"];
const NOT_SOURCES = new Set(["node_modules", "dist"]);
const STAMP = join(root, "web/dist/.built-from");

/**
 * Build web/dist unless it was built from these very sources.
 * @throws {SetUpError} with the end of what the build printed
 */
export async function ensureWebBuilt() {
  const sources = digest();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources) return;
  const began = Date.now();
  say("Building the web pages …");
  try {
    // Whatever is set where we run (a test runner says "test"), the pages are built for their readers.
    const env = { NODE_ENV: "production" };
    await run([productNode(), join(root, "node_modules/vite/bin/vite.js"), "build"], "web", env);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new SetUpError(`The web pages could not be built. The build's last words:\n${words}`);
  }
  writeFileSync(STAMP, sources);
  say(`Built in ${seconds(began)} s.`);
}

/** SHA-256 over names and contents of all sources. */
function digest() {
  const hash = createHash("sha256");
  for (const source of SOURCES) add(hash, source);
  return hash.digest("hex");
}

/**
 * @param {import("node:crypto").Hash} hash
 * @param {string} path relative to the repository
 */
function add(hash, path) {
  if (statSync(join(root, path)).isDirectory()) {
    for (const name of readdirSync(join(root, path)).sort()) {
      if (!NOT_SOURCES.has(name)) add(hash, `${path}/${name}`);
    }
  } else {
    hash.update(`${path}\n`).update(readFileSync(join(root, path)));
  }
}
