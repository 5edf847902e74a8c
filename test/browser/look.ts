/** What every page must be, whatever is on it: named, with one heading that has the focus, quiet, and usable by everybody. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Person } from "./person.ts";

const widths = [1280, 390] as const;
const themes = ["light", "dark"] as const;
/** The rules of axe whose answer depends on the theme; all others are asked once per width. */
const rulesOfColour = ["color-contrast", "link-in-text-block"];

export interface Looks {
  /**
   * Look at the page that is open.
   * @param name of the pictures, where pictures are wanted
   * @param how `loaded`: its address was typed; `typed`: somebody is at work on it; in both the focus is elsewhere
   */
  look(person: Person, name: string, how?: "followed" | "loaded" | "typed"): Promise<void>;
  /** Paths that were looked at. */
  readonly seen: ReadonlySet<string>;
}

/** Remembers the titles of all pages looked at: no two pages have the same. */
export function createLooks(): Looks {
  const titles = new Map<string, string>();
  const seen = new Set<string>();
  return {
    seen,
    async look(person, name, how = "followed") {
      const { page, complaints } = person;
      await settle(person);
      const path = pathOf(page);
      seen.add(path);
      if (how === "followed") await expectFocusOnHeading(page);
      const title = await page.title();
      expect.soft(title, `title of ${path}`).toMatch(/^.+ · MultiHelix$/);
      expect.soft(titles.get(title) ?? path, `page that has the title ${title}`).toBe(path);
      titles.set(title, path);
      expect.soft(await page.locator("h1").allTextContents(), `headings of ${path}`).toHaveLength(1);
      expect.soft(await page.locator("h1").innerText(), `heading of ${path}`).not.toBe("");
      if (process.env["BT_QUICK"] !== undefined) return;
      for (const width of widths) {
        await page.setViewportSize({ width, height: width > 600 ? 900 : 844 });
        for (const theme of themes) {
          await page.emulateMedia({ colorScheme: theme });
          await expectNoViolation(page, `${path}, ${width} px, ${theme}`, theme === "dark");
          await picture(page, `${name}-${width}-${theme}`);
        }
        expect.soft(await sideways(page), `what ${path} has to be scrolled sideways at ${width} px`).toBeLessThanOrEqual(0);
      }
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.emulateMedia({ colorScheme: "light" });
      expect.soft(complaints.splice(0), `what the browser complained about, up to ${path}`).toEqual([]);
    },
  };
}

/** Everything that the page asked for is there and drawn. */
export async function settle({ page, pending }: Person): Promise<void> {
  await page.locator("main h1").first().waitFor();
  for (let quiet = 0; quiet < 3; quiet = pending.size === 0 ? quiet + 1 : 0) await page.waitForTimeout(50);
  await page.waitForFunction(() => document.querySelector(".skeleton") === null);
}

async function expectFocusOnHeading(page: Page): Promise<void> {
  const focused = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120) ?? "");
  await expect.poll(focused, { message: `focus on ${pathOf(page)}`, timeout: 3000 }).toMatch(/^<h1/);
}

async function expectNoViolation(page: Page, where: string, onlyColour: boolean): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (onlyColour ? axe.withRules(rulesOfColour) : axe).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    at: nodes.slice(0, 4).map(({ target, html }) => `${target.join(" ")}  ${html.slice(0, 160)}`),
  }));
  expect.soft(found, where).toEqual([]);
}

/** Pixels by which the page is wider than its window. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** For the documentation; only where somebody asked for pictures. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env["MULTIHELIX_SCREENSHOTS"];
  if (folder === undefined || folder === "") return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

function pathOf(page: Page): string {
  return new URL(page.url()).pathname;
}
