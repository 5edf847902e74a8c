/** What the pages may cost a reader's network and processor (quality, P13). */
import { gzipSync } from "node:zlib";
import type { Page, Response } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Story } from "../scenario/story.ts";
import { screened } from "../scenario/voucher-steps.ts";
import { another, storyOf } from "./aside.ts";
import { type Line, openLine } from "./line.ts";
import { openPerson } from "./person.ts";
import { invited } from "./reviewers.ts";

const mostScript = 170_000;
const longestTask = 200;

let line: Line;
let story: Story;

beforeAll(async () => {
  line = await openLine();
  story = storyOf(line);
});
afterAll(() => line?.stop());

test(`the first page needs at most ${mostScript / 1000} kB of script after gzip, counted as it comes over the network`, async () => {
  const { page } = await openPerson(line.browser, line.product);
  const scripts: Response[] = [];
  page.on("response", (response) => {
    if (response.headers()["content-type"]?.startsWith("text/javascript")) scripts.push(response);
  });
  await page.goto("/");
  await page.getByRole("link", { name: "Health innovation vouchers Limburg" }).waitFor();
  await page.waitForLoadState("networkidle");
  const sizes = await Promise.all(scripts.map(async (script) => gzipSync(await script.body()).length));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`first page: ${(total / 1000).toFixed(1)} kB of script after gzip in ${sizes.length} files`);
  expect(total).toBeGreaterThan(50_000);
  expect(total).toBeLessThanOrEqual(mostScript);
});

// Where the machine is busy with other things, a task may seem long once; one that is too long is so each time.
test(`no task of the reviewer's page keeps the main thread longer than ${longestTask} ms`, { retry: 2 }, async () => {
  const told = await another(line, story);
  await screened(story, told);
  const [review] = await invited(line);
  if (review === undefined) throw new Error("no reviewer was invited");
  const reviewer = await line.at(review.persona);
  await reviewer.context.request.post(`/api${line.casePath}/slots/${review.slot}/declaration`, {
    data: { outcome: "accepted" },
    headers: { "Idempotency-Key": crypto.randomUUID(), origin: line.product.url },
  });
  await line.asked(review.persona, "review", review.slot);
  const { page } = reviewer;
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: "longtask",
      buffered: true,
    });
  });
  await page.goto(line.casePath);
  await page.getByRole("form", { name: "Scoring form" }).waitFor();
  await score(page);
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
  console.log(`reviewer's page: tasks over 50 ms: ${tasks.map(Math.round).join(", ") || "none"}`);
  expect(Math.max(0, ...tasks)).toBeLessThanOrEqual(longestTask);
});

/** Marks and reasons by keyboard until everything is saved. */
async function score(page: Page): Promise<void> {
  const { keyboard } = page;
  for (const reason of ["First", "Second", "Third", "Fourth"]) {
    await keyboard.press("4");
    await keyboard.press("e");
    await keyboard.type(`${reason} reason: the need is clear and the provider has what it takes.`);
    await keyboard.press("Escape");
    await keyboard.press("j");
  }
  await page.getByText(/Saved at \d/).waitFor();
}
