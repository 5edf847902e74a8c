/** The whole line of a voucher by hand: everybody in a browser of their own, from the first page to the bank's booking. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Line, openLine } from "./line.ts";
import * as parties from "./parties.ts";

let line: Line;
let broken = false;

beforeAll(async () => {
  line = await openLine();
});
afterAll(() => line?.stop());

/** A step of the line; after one that failed the others are not tried. */
function step(what: string, work: (line: Line) => Promise<void>): void {
  test(what, async (context) => {
    context.skip(broken, "an earlier step failed");
    broken = true;
    await work(line);
    broken = false;
  });
}

step("a visitor looks round", parties.visit);
step("an SME starts an application", parties.start);
step("it fills in four sections", parties.fillSections);
step("it asks a provider in Lund for an offer", parties.inviteProvider);
step("the provider confirms its offer", parties.offer);
step("the SME checks, sends, and gets a receipt", parties.submit);

step("every page of the web has been looked at", async ({ seen }) => {
  const registry = readFileSync(new URL("../../web/src/route/registry.ts", import.meta.url), "utf8");
  const paths = [...registry.matchAll(/pageRoute\(\s*"([^"]+)"/g)].map(([, path = ""]) => path);
  const looked = (path: string) => {
    const shape = new RegExp(`^${path.replaceAll(/\$\w+/g, "[^/]+")}$`);
    return [...seen].some((one) => shape.test(one));
  };
  expect(paths.filter((path) => !looked(path))).toEqual([]);
});
