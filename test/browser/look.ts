/** What every page must be, whatever is on it: named, with one heading that has the focus, quiet, and usable by everybody. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { violationsOf } from "./axe.ts";
import type { Person } from "./person.ts";

const widths = [1280, 390] as const;
const themes = ["light", "dark"] as const;
/** The rules of axe whose answer depends on the theme; all others are asked once per width. */
const rulesOfColour = ["color-contrast", "link-in-text-block"];

/** How the page came to be as it is: a link was followed, its address was typed, or somebody is at work on it. */
export type Came = "followed" | "loaded" | "typed";

export interface Looks {
  /** Look at the page that is open; what is wrong with it fails the test, which goes on. @param name of its pictures */
  look(person: Person, name: string, came?: Came): Promise<void>;
  /** Everything that is wrong with the page that is open. */
  faults(person: Person, name: string, came?: Came): Promise<string[]>;
  /** Paths that were looked at. */
  readonly seen: ReadonlySet<string>;
}

/** Remembers the titles of all pages looked at: no two pages have the same. */
export function createLooks(): Looks {
  const titles = new Map<string, string>();
  const looks = {
    seen: new Set<string>(),
    async look(person: Person, name: string, came: Came = "followed") {
      const faults = await looks.faults(person, name, came);
      expect.soft(faults, `${pathOf(person.page)}: ${faults.join("; ")}`).toEqual([]);
    },
    async faults(person: Person, name: string, came: Came = "followed") {
      const { page, complaints } = person;
      await settle(person);
      const path = pathOf(page);
      looks.seen.add(path);
      const faults: string[] = [];
      if (came === "followed" && !(await headingHasFocus(page))) faults.push("the focus is not on the heading");
      const title = await page.title();
      const other = titles.get(title) ?? path;
      titles.set(title, path);
      if (!/^.+ · MultiHelix$/.test(title)) faults.push(`the title is "${title}"`);
      if (other !== path) faults.push(`the page ${other} has the same title, "${title}"`);
      const headings = await page.locator("h1").allInnerTexts();
      if (headings.length !== 1) faults.push(`the headings are ${JSON.stringify(headings)}`);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        for (const theme of themes) {
          await page.emulateMedia({ colorScheme: theme });
          const violations = await violationsOf(page, theme === "dark" ? rulesOfColour : undefined);
          faults.push(...violations.map((one) => `${width} px, ${theme}: ${one}`));
          await picture(page, `${name}-${width}-${theme}`);
        }
        if (await isWiderThanWindow(page)) faults.push(`at ${width} px it has to be scrolled sideways`);
      }
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.emulateMedia({ colorScheme: "light" });
      return [...faults, ...complaints.splice(0)];
    },
  };
  return looks;
}

/** Everything that the page asked for is there and drawn. */
async function settle({ page, pending }: Person): Promise<void> {
  await page.locator("h1").first().waitFor();
  for (let quiet = 0; quiet < 3; quiet = pending.size === 0 ? quiet + 1 : 0) await page.waitForTimeout(50);
  await page.waitForFunction(() => document.querySelector(".skeleton") === null);
}

async function headingHasFocus(page: Page): Promise<boolean> {
  try {
    await page.waitForFunction(() => document.activeElement?.tagName === "H1", undefined, { timeout: 2000 });
    return true;
  } catch {
    // Not in time is the answer.
    return false;
  }
}

function isWiderThanWindow(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

/** For the documentation; only where somebody asked for pictures. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.MULTIHELIX_SCREENSHOTS;
  if (folder === undefined || folder === "") return;
  mkdirSync(folder, { recursive: true });
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

function pathOf(page: Page): string {
  return new URL(page.url()).pathname;
}
