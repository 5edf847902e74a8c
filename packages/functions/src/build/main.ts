/** Builds every function into packages/functions/dist, prints their sizes, and fails when one is too large. */
import { fileURLToPath } from "node:url";
import { broken, bundleFunction } from "./bundle.ts";
import { entries } from "./entry.ts";

const outDir = fileURLToPath(new URL("../../dist", import.meta.url));
const bundles = await Promise.all(entries.map((entry) => bundleFunction(entry, outDir)));
const kilo = (bytes: number) => `${Math.round(bytes / 1000)} kB`.padStart(9);

console.log(`${"function".padEnd(12)}${"min".padStart(9)}${"gzip".padStart(9)}${"lazy".padStart(9)}`);
for (const { entry, bytes, gzip, lazyBytes } of bundles) {
  console.log(`${entry.name.padEnd(12)}${kilo(bytes)}${kilo(gzip)}${kilo(lazyBytes)}`);
}
const complaints = bundles.flatMap(broken);
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;
