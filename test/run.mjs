// npm test, second half: the stages, one after the other, all of them even if one fails. Plain Node 20.
import { existsSync } from "node:fs";
import { printTotal, runStage } from "./tally.mjs";
import { wholeTests } from "./whole.mjs";

const left = wholeTests.flatMap((glob) => ["--exclude", glob]);

runStage("types, lint, format", ["npm", "run", "--silent", "check"]);
runStage("unit and store tests", ["npm", "run", "--silent", "test:unit", "--", ...left]);
if (existsSync("packages/local/src/main.ts")) {
  runStage("a whole voucher on the embedded system", ["npm", "run", "--silent", "scenario", "--", "voucher"]);
}
process.exitCode = printTotal();
