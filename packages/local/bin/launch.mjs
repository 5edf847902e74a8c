// The only place that hands over from the Node that is on the machine to the product. Plain Node 20, no dependencies.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import { ensureWebBuilt } from "./build-web.mjs";
import { ensureInstalled, productNode, root, SetUpError, say } from "./install.mjs";

/*
 * The shell becomes the product (exec, same pid) and leaves a watcher on a pipe that we hold: should we be killed with
 * -9, so is the product, instead of running on with nobody to stop it.
 */
const TIED_TO_US = '(read -r _ <&3; kill -KILL $$) >/dev/null 2>&1 & exec "$@" 3<&-';

/**
 * Set up what is missing, then run the product's command line with these words; ends this process as that one ends.
 * @param {string[]} words
 */
export async function launch(words) {
  try {
    await ensureInstalled("production");
    if (words[0] === "start") await ensureWebBuilt();
    handOver([productNode(), join(root, "packages/local/src/main.ts"), ...words]);
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    say(error.message);
    process.exit(1);
  }
}

/** @param {string[]} command */
function handOver(command) {
  const path = `${join(root, "node_modules/.bin")}${delimiter}${process.env.PATH ?? ""}`;
  const child = spawn("/bin/sh", ["-c", TIED_TO_US, "sh", ...command], {
    env: { ...process.env, PATH: path },
    stdio: ["inherit", "inherit", "inherit", "pipe"],
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => {
      // Ctrl-C in a terminal reaches the product by itself; sent twice it would mean "at once".
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  }
  if (process.env.npm_lifecycle_event) {
    const npm = process.ppid;
    const look = () => process.ppid !== npm && child.kill("SIGKILL");
    setInterval(look, 200).unref();
  }
  child.once("error", (error) => {
    say(`The product could not be started: ${error.message}.`);
    process.exit(1);
  });
  child.once("exit", (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}
