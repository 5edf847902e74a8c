/** The eye of the browser tests: it sees what it is there to see. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { createLooks } from "./look.ts";
import { openPerson, type Person } from "./person.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const whole = `<!doctype html><html lang="en"><head><title>Whole · MultiHelix</title></head>
  <body><main><h1 tabindex="-1">Whole</h1><p>Nothing is wrong here.</p></main></body></html>`;

async function show(
  html: string,
  url = "http://localhost/whole",
  policy = "default-src 'none'; style-src 'unsafe-inline'",
) {
  const person = await openPerson(browser, { url: "http://localhost" });
  await person.context.route("**/*", (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      headers: { "Content-Security-Policy": policy },
      body: html,
    }),
  );
  await person.page.goto(url);
  return person;
}

test("a page with nothing wrong has no fault", async () => {
  const person = await show(whole);
  await person.page.locator("h1").focus();
  expect(await createLooks().faults(person, "whole")).toEqual([]);
});

test.each<[string, RegExp, string]>([
  ["a title of its own", /^the title is "Whole"/, whole.replace(" · MultiHelix", "")],
  ["one heading", /^the headings are \["Whole","Two"\]/, whole.replace("<p>", "<h1>Two</h1><p>")],
  ["fits into a phone", /^at 390 px it has to be scrolled/, whole.replace("<p>", '<p style="width: 500px">')],
  ["no fault that axe knows", /^1280 px, light: image-alt/, whole.replace("<p>", '<img src="data:,"><p>')],
  [
    "can be read in the dark",
    /^390 px, dark: color-contrast/,
    whole.replace(
      "</head>",
      "<style>@media (prefers-color-scheme: dark) { body { background: #111; color: #222 } }</style></head>",
    ),
  ],
  ["keeps the security policy", /^security policy: script-src/, whole.replace("<p>", "<script>1</script><p>")],
])("a page that is not: %s", async (_, fault, html) => {
  const person = await show(html);
  expect(await createLooks().faults(person, "faulty", "loaded")).toContainEqual(expect.stringMatching(fault));
});

test("a followed link that leaves the focus behind, and an error in the console, are faults", async () => {
  const person: Person = await show(whole);
  await person.page.evaluate(() => setTimeout(() => console.error("broken"), 0));
  const faults = await createLooks().faults(person, "left-behind", "followed");
  expect(faults).toEqual(["the focus is not on the heading", expect.stringMatching(/^console: broken/)]);
});

test("two pages with one title are a fault of the second", async () => {
  const looks = createLooks();
  const person = await show(whole);
  expect(await looks.faults(person, "first", "loaded")).toEqual([]);
  await person.page.goto("http://localhost/other");
  expect(await looks.faults(person, "second", "loaded")).toEqual([
    'the page /whole has the same title, "Whole · MultiHelix"',
  ]);
});
