/** Somebody in front of a browser of their own, and everything that the browser complains about meanwhile. */
import type { Product } from "@multihelix/local/product.ts";
import type { Browser, BrowserContext, Locator, Page, Request } from "playwright-core";
import { dayOf } from "../day.ts";

export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors in the console, uncaught errors, broken security policy; a test empties it or expects it to be empty. */
  readonly complaints: string[];
  /** Requests that were not answered yet. */
  readonly pending: ReadonlySet<Request>;
}

/** Widths and themes come later: everybody begins on a desk, in English, in light. */
export async function openPerson(browser: Browser, { url }: Pick<Product, "url">): Promise<Person> {
  const context = await browser.newContext({
    baseURL: url,
    locale: "en-GB",
    timezoneId: "Europe/Brussels",
    viewport: { width: 1280, height: 900 },
    colorScheme: "light",
    reducedMotion: "reduce",
    acceptDownloads: true,
  });
  // Pages ask again every 20 or 30 seconds: what somebody else did is there by then.
  context.setDefaultTimeout(35_000);
  const complaints: string[] = [];
  await context.exposeBinding("complain", (_, what: string) => complaints.push(what));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
      (window as unknown as { complain(what: string): void }).complain(
        `security policy: ${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber}`,
      ),
    );
  });
  const watch = (page: Page) => {
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(`console: ${message.text()} (${message.location().url})`);
    });
    page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  };
  context.on("page", watch);
  const pending = new Set<Request>();
  context.on("request", (request) => pending.add(request));
  context.on("requestfinished", (request) => pending.delete(request));
  context.on("requestfailed", (request) => pending.delete(request));
  return { page: await context.newPage(), context, complaints, pending };
}

/** Makes somebody a persona of the demonstration, then opens `path`. */
export async function become({ page, context }: Person, persona: string, path: string): Promise<void> {
  const answer = await context.request.post("/api/demo/session", { data: { persona } });
  if (!answer.ok()) throw new Error(`${persona} cannot sign in: ${answer.status()} ${await answer.text()}`);
  await page.goto(path);
}

/** Takes the refusals of the API that a test provoked out of the complaints; their HTTP statuses. */
export function takeRefusals({ complaints }: Person): number[] {
  const refusal = /the server responded with a status of (\d{3})/;
  const statuses = complaints.flatMap((what) => refusal.exec(what)?.[1] ?? []).map(Number);
  complaints.splice(0, complaints.length, ...complaints.filter((what) => !refusal.test(what)));
  return statuses;
}

/** Fills the fields of a form by their labels; text in text fields, `true` ticks, a list of three fills a date. */
export async function fill(
  form: Page | Locator,
  fields: Readonly<Record<string, string | true | readonly [string, string, string]>>,
): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    if (value === true) await form.getByRole("checkbox", { name: label }).check();
    else if (typeof value === "string") await form.getByRole("textbox", { name: label }).fill(value);
    else await fillDate(form.getByRole("group", { name: label }), value);
  }
}

async function fillDate(group: Locator, [day, month, year]: readonly [string, string, string]): Promise<void> {
  await group.getByRole("textbox", { name: "Day" }).fill(day);
  await group.getByRole("textbox", { name: "Month" }).fill(month);
  await group.getByRole("textbox", { name: "Year" }).fill(year);
}

/** Chooses the answer of a question whose label begins like this; a hint may follow it. */
export async function choose(form: Page | Locator, question: string, answer: string): Promise<void> {
  const begins = new RegExp(`^${answer.replaceAll(/[^\w\s]/g, "\\$&")}`);
  await form.getByRole("group", { name: question }).getByRole("radio", { name: begins }).check();
}

/** A day some days from today, as the three fields of a form take it. */
export function dayFromToday(days: number): [string, string, string] {
  const [year = "", month = "", day = ""] = dayOf(Date.now(), days).split("-");
  return [String(Number(day)), String(Number(month)), year];
}
