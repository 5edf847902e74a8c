// The only place that installs the npm packages. Runs before anything is installed: plain Node 20, no dependencies.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

const OLDEST_NODE = 20;
/** The product itself needs a Node that runs TypeScript; the npm package `node` brings it along. */
const PRODUCT_NODE = 24;

/** A reason not to go on, in one sentence for the person at the terminal. */
export class SetUpError extends Error {}

/**
 * What may be installed: only what running the product needs, or what building and testing it needs too.
 * @typedef {"production" | "full"} Mode
 * @typedef {{ version?: string, link?: boolean, dev?: boolean, devOptional?: boolean, optional?: boolean }} Locked
 * @typedef {Record<string, Locked>} Packages
 */

/**
 * Install the packages of the lockfile unless they are there already; progress goes to stderr.
 * @param {Mode} mode
 * @throws {SetUpError} when Node or npm is missing or too old, or npm failed
 */
export async function ensureInstalled(mode) {
  if (major(process.versions.node) < OLDEST_NODE) {
    throw new SetUpError(
      `MultiHelix needs Node ${OLDEST_NODE} or newer to set itself up, and this is Node ${process.versions.node}.`,
    );
  }
  const wanted = readPackages(join(root, "package-lock.json"));
  if (!wanted) throw new SetUpError("package-lock.json is missing or damaged; take it from the repository again.");
  // npm's own record of what it installed, written as its last step: an interrupted install leaves none.
  const present = readPackages(join(root, "node_modules/.package-lock.json")) ?? {};
  if (missing(wanted, present, mode).length > 0) {
    // What a developer has installed is brought up to date, not thrown away.
    const grown = mode === "full" || Object.values(present).some((entry) => entry.dev);
    await install(wanted, grown ? "full" : "production");
  }
  productNode();
}

/**
 * The Node that runs the product.
 * @returns {string} path of the program
 * @throws {SetUpError}
 */
export function productNode() {
  const own = join(root, "node_modules/.bin/node");
  if (existsSync(own)) return own;
  if (major(process.versions.node) >= PRODUCT_NODE) return process.execPath;
  throw new SetUpError(
    `npm did not bring Node ${PRODUCT_NODE} along, most likely because install scripts are switched off; run "npm rebuild node --ignore-scripts=false", or start with Node ${PRODUCT_NODE}.`,
  );
}

/**
 * Paths of packages that the mode needs and that are not there in the locked version.
 * @param {Packages} wanted
 * @param {Packages} present
 * @param {Mode} mode
 */
function missing(wanted, present, mode) {
  return paths(wanted, mode).filter((path) => present[path]?.version !== wanted[path]?.version);
}

/**
 * @param {Packages} packages
 * @param {Mode} mode
 */
function paths(packages, mode) {
  return (
    Object.entries(packages)
      .filter(([path, { link }]) => path.includes("node_modules/") && !link)
      // Optional packages are those of other platforms; the store's absence is explained where it is started.
      .filter(([, entry]) => !entry.optional && (mode === "full" || !(entry.dev || entry.devOptional)))
      .map(([path]) => path)
  );
}

/**
 * @param {Packages} wanted
 * @param {Mode} mode
 */
async function install(wanted, mode) {
  const npm = npmCommand();
  await run([...npm, "--version"]).catch(() => {
    throw new SetUpError("npm was not found; it comes with Node (https://nodejs.org).");
  });
  const began = Date.now();
  const expected = paths(wanted, mode);
  const progress = showProgress(expected);
  try {
    const flags = mode === "full" ? [] : ["--omit=dev"];
    await run([...npm, "ci", ...flags, "--no-audit", "--no-fund", "--no-progress", "--loglevel=error"]);
  } catch (error) {
    progress.end();
    const words = error instanceof Error ? error.message : String(error);
    throw new SetUpError(`npm could not install the packages. Its last words:\n${words}`);
  }
  progress.end();
  say(`Installed in ${seconds(began)} s.`);
}

/**
 * Count the folders that appear: a bar on a terminal, a line now and then in a log.
 * @param {string[]} expected
 */
function showProgress(expected) {
  const began = Date.now();
  const live = process.stderr.isTTY;
  const what = `Installing ${expected.length} packages with npm (once)`;
  if (!live) say(`${what} …`);
  let open = expected;
  let ticks = 0;
  const timer = setInterval(() => {
    open = open.filter((path) => !existsSync(join(root, path, "package.json")));
    ticks += 1;
    const done = expected.length - open.length;
    if (live) process.stderr.write(`\r${what}: ${done} of ${expected.length}, ${seconds(began)} s `);
    else if (ticks % 20 === 0) say(`  ${done} of ${expected.length}, ${seconds(began)} s`);
  }, 500);
  return {
    end() {
      clearInterval(timer);
      if (live) process.stderr.write("\r\u001b[K");
    },
  };
}

/** npm as it was called, if it was; else npm from the path. */
function npmCommand() {
  const running = process.env.npm_execpath;
  return running?.endsWith(".js") ? [process.execPath, running] : ["npm"];
}

/**
 * Run a command to its end.
 * @param {string[]} command
 * @param {string} folder relative to the repository
 * @param {Record<string, string>} env on top of our own environment
 * @returns {Promise<void>} rejected with the end of what it printed
 */
export function run([program = "", ...args], folder = ".", env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: join(root, folder),
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let words = "";
    const listen = (/** @type {Buffer} */ chunk) => {
      words = (words + chunk).slice(-4_000);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("error", reject);
    child.once("close", (code, signal) =>
      code === 0 ? resolve() : reject(new Error(words.trim() || `${program} ended with ${signal ?? code}`)),
    );
  });
}

/** @param {string} sentence */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** @param {number} since */
export function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1);
}

/** @param {string} version */
function major(version) {
  return Number.parseInt(version, 10);
}

/**
 * @param {string} file
 * @returns {Packages | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}
