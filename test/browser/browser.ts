/** The one browser of all browser tests: started before the first file, closed after the last. */
import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";
import type { TestProject } from "vitest/node";
import { findChromium } from "./chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the browser listens. */
    browser: string;
  }
}

/** Called by vitest once per run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { executablePath, env } = await findChromium();
  const server = await chromium.launchServer({
    executablePath,
    env: { ...definedOf(process.env), ...env },
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  project.provide("browser", server.wsEndpoint());
  return () => server.close();
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
