/** Habits of every form: errors that lead to their fields, nothing typed ever lost, nothing done twice, Back that works. */
import type { Page, Request } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Line, openLine } from "./line.ts";
import * as parties from "./parties.ts";
import { openPerson, type Person, takeRefusals } from "./person.ts";

let line: Line;

beforeAll(async () => {
  const opened = await openLine();
  // What pages look like is the matter of other tests; these are about what they do.
  line = { ...opened, at: (persona, path = line.casePath) => opened.at(persona, path), look: () => Promise.resolve() };
  await parties.start(line);
});
afterAll(() => line?.stop());

const sectionPath = (section: string) => `${line.casePath}/${section}`;
const scope = "A long scope that nobody wants to type again.";
const saved = (page: Page) => page.getByText(/Saved at \d/).waitFor();

test("errors: on top with the focus, in the same words at each field, in the title; each link leads to its field", async () => {
  const { page, complaints } = await line.at(parties.sme, sectionPath("company"));
  await page.getByRole("textbox", { name: "People", exact: true }).fill("a dozen");
  await page.getByRole("button", { name: "Save and continue" }).click();
  const summary = page.getByRole("alert", { name: "There is something to put right" });
  await expect.poll(() => summary.evaluate((box) => box === document.activeElement)).toBe(true);
  await expect.poll(() => page.title()).toMatch(/^Error: /);
  const links = await summary.getByRole("link").all();
  expect(links).toHaveLength(7);
  for (const link of links) {
    const words = (await link.textContent()) ?? "";
    expect(await page.locator(".field-error", { hasText: words }).count(), words).toBe(1);
    await link.click();
    const describedBy = await page.evaluate(() => {
      const { activeElement } = document;
      const ids = (activeElement?.getAttribute("aria-describedby") ?? "").split(" ");
      const group = activeElement?.closest("fieldset")?.getAttribute("aria-describedby")?.split(" ") ?? [];
      return [...ids, ...group].map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
    });
    expect(describedBy, "what describes the field that the link leads to").toContain(words);
  }
  expect(await page.getByRole("textbox", { name: "People", exact: true }).inputValue()).toBe("a dozen");
  expect(complaints).toEqual([]);
});

test("while the server starts again, what is typed stays, is said to be here, and is saved afterwards", async () => {
  const person = await line.at(parties.sme, sectionPath("project"));
  const { page } = person;
  await page.getByRole("textbox", { name: "Title" }).waitFor();
  await page.route("**/sections/project", (route) =>
    route.fulfill({
      status: 503,
      headers: { "Retry-After": "1" },
      contentType: "application/problem+json",
      body: JSON.stringify({ status: 503, code: "perform.contention", detail: "The server is busy." }),
    }),
  );
  await page.getByRole("textbox", { name: "Title" }).fill("Typed while the server was away");
  await page.getByRole("alert").filter({ hasText: "What you typed is still here." }).waitFor();
  expect(new Set(takeRefusals(person))).toEqual(new Set([503]));
  await page.reload();
  expect(await page.getByRole("textbox", { name: "Title" }).inputValue()).toBe("Typed while the server was away");
  await page.unroute("**/sections/project");
  await page.getByRole("textbox", { name: "Public summary" }).fill("And went on.");
  await saved(page);
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  expect(await page.getByRole("textbox", { name: "Title" }).inputValue()).toBe("Typed while the server was away");
  takeRefusals(person);
  expect(person.complaints).toEqual([]);
});

test("two people in one section: what only one of them changed is merged, at a clash both texts are there to choose from", async () => {
  const mine = await line.at(parties.sme, sectionPath("project"));
  const theirs = await line.at("sme-editor", sectionPath("project"));
  await mine.page.getByRole("textbox", { name: "Title" }).waitFor();
  await theirs.page.getByRole("textbox", { name: "Title" }).fill("A title by Jürgen");
  await saved(theirs.page);
  await expect.poll(() => storedTitle(theirs)).toBe("A title by Jürgen");
  await mine.page.getByRole("textbox", { name: "Public summary" }).fill("A summary by Élodie");
  await expect.poll(() => mine.page.getByRole("textbox", { name: "Title" }).inputValue()).toBe("A title by Jürgen");
  expect(takeRefusals(mine)).toEqual([409]);

  await mine.page.getByRole("textbox", { name: "Title" }).fill("A title by Élodie");
  await expect.poll(() => storedTitle(mine)).toBe("A title by Élodie");
  await theirs.page.getByRole("textbox", { name: "Title" }).fill("Another title by Jürgen");
  const clash = theirs.page.getByRole("region", { name: "Title" });
  await clash.getByText("A title by Élodie").waitFor();
  await clash.getByText("Another title by Jürgen").waitFor();
  expect(await storedTitle(theirs), "nothing is saved over before somebody chose").toBe("A title by Élodie");
  await clash.getByRole("button", { name: "Keep mine" }).click();
  await expect.poll(() => storedTitle(theirs)).toBe("Another title by Jürgen");
  takeRefusals(theirs);
  expect([...mine.complaints, ...theirs.complaints]).toEqual([]);
});

test("a button that may not be pressed can be reached, says why, and does nothing", async () => {
  const { page } = await line.at(parties.sme, sectionPath("check"));
  const send = page.getByRole("button", { name: "Send the application" });
  await send.and(page.locator("[aria-disabled=true]")).waitFor();
  const requests: string[] = [];
  page.on("request", (request) => request.method() === "POST" && requests.push(request.url()));
  await send.focus();
  expect(await send.evaluate((button) => button === document.activeElement)).toBe(true);
  const why = await send.evaluate((button) => {
    const id = button.getAttribute("aria-describedby") ?? "";
    return document.getElementById(id)?.textContent;
  });
  expect(why).toMatch(/^Something is still missing/);
  await page.keyboard.press("Enter");
  await send.click({ force: true });
  await page.waitForTimeout(300);
  expect(requests).toEqual([]);
});

test("Back leads where one was, filters included, with the focus on the heading", async () => {
  const person = await openPerson(line.browser, line.product);
  const { page } = person;
  await page.goto("/");
  await page.getByRole("searchbox", { name: "Search" }).fill("health innovation");
  await page.getByText("1 open call", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Health innovation vouchers Limburg" }).click();
  await page.getByRole("link", { name: "Sign in to apply" }).click();
  await page.waitForURL("**/sign-in?*");
  await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "Health innovation vouchers Limburg" }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  await page.goBack();
  await page.getByText("1 open call", { exact: true }).waitFor();
  expect(await page.getByRole("searchbox", { name: "Search" }).inputValue()).toBe("health innovation");
  expect(person.complaints).toEqual([]);
});

test("two clicks on a button that sends do it once", async () => {
  await parties.fillSections(line);
  await parties.inviteProvider(line);
  await parties.offer(line);
  const { page: ofProvider } = await line.at(parties.provider);
  await ofProvider.getByRole("button", { name: "Change the offer" }).click();
  await ofProvider.getByRole("textbox", { name: "What you will do" }).fill(scope);
  const { page, complaints } = await line.at(parties.sme, sectionPath("check"));
  const sent: Request[] = [];
  page.on("request", (request) => request.url().endsWith("/submission") && sent.push(request));
  await page.getByRole("button", { name: "Send the application" }).dblclick();
  await page.waitForURL("**/receipt");
  await page.getByRole("heading", { level: 1, name: "Your application is sent" }).waitFor();
  const keys = new Set(sent.map((request) => request.headers()["idempotency-key"]));
  expect(keys.size, "however often it is asked, it is one act").toBe(1);
  expect(complaints).toEqual([]);
  await page.goBack();
  await page.getByText("This application was sent.").waitFor();
  expect(await page.getByRole("button", { name: "Send the application" }).count()).toBe(0);
});

test("a case that moved on meanwhile: the form says so, and what was typed is still there", async () => {
  const person = line.back(parties.provider);
  const { page } = person;
  await page.getByRole("button", { name: "Confirm the offer" }).click();
  await page.getByRole("alert").filter({ hasText: "What you typed is still here." }).waitFor();
  expect(takeRefusals(person)).toEqual([409]);
  expect(await page.getByRole("textbox", { name: "What you will do" }).inputValue()).toBe(scope);
  expect(person.complaints).toEqual([]);
});

async function storedTitle({ context }: Person): Promise<unknown> {
  const answer = await context.request.get(`/api${line.casePath}`);
  const view = (await answer.json()) as { sections: { project?: { data: { title?: unknown } } } };
  return view.sections.project?.data.title;
}
