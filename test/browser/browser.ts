/** The one browser of all browser tests: started before the first file, closed after the last. */
import { type Browser, type BrowserServer, chromium } from "playwright-core";
import { inject } from "vitest";
import type { TestProject } from "vitest/node";
import { chromiums } from "./chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the browser listens. */
    browser: string;
  }
}

/** Called by vitest once per run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await launch();
  project.provide("browser", server.wsEndpoint());
  return () => server.close();
}

async function launch(): Promise<BrowserServer> {
  const reasons: string[] = [];
  for (const find of chromiums) {
    try {
      const { executablePath, env } = await find();
      return await chromium.launchServer({
        executablePath,
        // Without a language of its surroundings a browser saves files with other letters than ASCII under no name.
        env: { LANG: "C.UTF-8", ...definedOf(process.env), ...env },
        args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
      });
    } catch (error) {
      reasons.push((error as Error).message);
    }
  }
  throw new Error(`No Chromium starts. ${reasons.join("\n")}`);
}

/** The browser, for a test file; closing what is given back leaves the browser itself running. */
export function openBrowser(): Promise<Browser> {
  return chromium.connect(inject("browser"));
}

function definedOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
