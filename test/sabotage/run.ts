/** npm run sabotage [-- word …]: applies each known-bad patch (whose id has the word) and demands a red test for it. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { copyHouse } from "./copy.ts";
import { applyPatch, type Patch, readPatches } from "./patch.ts";
import { type Outcome, runTest } from "./run-test.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const words = process.argv.slice(2);
const patches = readPatches(fileURLToPath(new URL("patches", import.meta.url))).filter(
  ({ id }) => words.length === 0 || words.some((word) => id.includes(word)),
);
const house = copyHouse(root);
process.on("exit", () => house.remove());
process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));

const healthy = new Map<string, Outcome>();
let escaped = 0;

console.log(`${patches.length} sabotages\n`);
for (const patch of patches) {
  const verdict = sabotage(patch);
  if (verdict !== undefined) escaped += 1;
  console.log(`${verdict === undefined ? "noticed" : "ESCAPED"}  ${patch.id.padEnd(34)}  ${patch.name}`);
  console.log(`         ${" ".repeat(34)}  ${verdict ?? patch.guarantee}\n`);
}
console.log(`${patches.length - escaped} noticed, ${escaped} escaped`);
process.exitCode = escaped === 0 && patches.length > 0 ? 0 : 1;

/** What is wrong with the patch or its test; undefined when the test noticed. */
function sabotage(patch: Patch): string | undefined {
  const before = healthy.get(patch.test) ?? runTest(house.root, patch.test);
  healthy.set(patch.test, before);
  if (before !== "green") return `without the patch its test is ${before}, not green: ${patch.test}`;
  const file = join(house.root, patch.file);
  try {
    const text = readFileSync(file, "utf8");
    writeFileSync(file, applyPatch(patch, text));
    const outcome = runTest(house.root, patch.test);
    writeFileSync(file, text);
    return outcome === "red" ? undefined : `with the patch its test is ${outcome}, not red: ${patch.test}`;
  } catch (error) {
    return `it cannot be applied to ${patch.file}: ${error instanceof Error ? error.message : String(error)}`;
  }
}
