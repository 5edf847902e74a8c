/** The only place that asks axe what is not accessible on a page. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly html: string }[];
}

interface AxeWindow {
  axe?: {
    run(context: Document, options: object): Promise<{ violations: Violation[] }>;
  };
}

// The builder of @axe-core/playwright brings half a megabyte into the page for every question; once per page is enough.
const ofBuilder = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"));
const source = readFileSync(ofBuilder.resolve("axe-core/axe.min.js"), "utf8");

/**
 * Violations as sentences with the places where they are.
 * @param rules ids of the rules to ask for; all if left out
 */
export async function violationsOf(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const violations = await page.evaluate(async (only) => {
    const { axe } = window as unknown as AxeWindow;
    if (axe === undefined) throw new Error("axe is not in the page");
    const options = { resultTypes: ["violations"], ...(only === undefined ? {} : { runOnly: [...only] }) };
    return (await axe.run(document, options)).violations;
  }, rules);
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 4).map(({ target, html }) => `${target.join(" ")} ${html.slice(0, 160)}`);
    return `${id}: ${help} (${nodes.length}): ${places.join(" · ")}`;
  });
}
