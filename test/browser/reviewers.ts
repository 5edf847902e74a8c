/** What reviewers do on the line, by hand: one with the mouse, one with nothing but the keyboard. */
import { text } from "node:stream/consumers";
import { demoPeople, demoPersonId } from "@multihelix/local/seed/seed-steps.ts";
import { expect } from "vitest";
import type { CaseBody, Line } from "./line.ts";
import { choose, fill, type Person } from "./person.ts";
import { manager } from "./staff.ts";

const criteria = 4;

/** The personas that were invited, by review. */
export async function invited({ asked }: Line): Promise<{ readonly slot: string; readonly persona: string }[]> {
  const view: CaseBody = await asked(manager, "declare");
  return view.slots
    .filter(({ status }) => status === "invited")
    .map(({ slot, reviewerId }) => {
      const persona = demoPeople.find((one) => demoPersonId(one.persona) === reviewerId)?.persona;
      if (persona === undefined) throw new Error(`reviewer ${reviewerId} is no persona`);
      return { slot, persona };
    });
}

export async function reviewByMouse({ at, asked, look }: Line, persona: string, slot: string): Promise<void> {
  const person = await at(persona, "/reviews");
  const { page } = person;
  await look(person, "reviews", "loaded");
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await look(person, "declaration");
  await choose(page, "Your declaration", "I have no conflict, and I review it");
  await page.getByRole("button", { name: "Declare and open" }).click();
  await asked(persona, "review", slot);
  const form = page.getByRole("form", { name: "Scoring form" });
  await form.waitFor();
  await withoutConnection(person, look);
  for (const criterion of await form
    .getByRole("group")
    .filter({ has: page.getByRole("radio", { name: "5" }) })
    .all()) {
    await criterion.getByRole("radio", { name: "4", exact: true }).check();
    await criterion
      .getByRole("textbox", { name: /^Why/ })
      .fill("The need is clear and the provider has what it takes.");
  }
  await look(person, "review", "typed");
  await form.getByRole("button", { name: "Check and send" }).click();
  await page.getByRole("button", { name: "Send the review" }).click();
  await page.getByText(/You sent this review on/).waitFor();
}

/** The form is fetched, opened as a file, filled in and saved there; given back, it shows what would change before it does. */
async function withoutConnection(person: Person, look: Line["look"]): Promise<void> {
  const { page } = person;
  await page.getByText("Review without a connection").click();
  const fetched = page.waitForEvent("download");
  await page.getByRole("link", { name: "Fetch the form" }).click();
  const away = await person.context.newPage();
  await away.setContent(await text(await (await fetched).createReadStream()));
  await away.getByLabel("Mark").first().selectOption("3");
  await away.getByLabel("Reasons, to the company").first().fill("Written on a train.");
  const saved = away.waitForEvent("download");
  await away.getByRole("button", { name: "Save my answers as a file" }).click();
  const buffer = Buffer.from(await text(await (await saved).createReadStream()));
  await away.close();
  await page
    .getByLabel("Give the saved form back")
    .setInputFiles({ name: "review.json", mimeType: "application/json", buffer });
  await page.getByRole("cell", { name: "Written on a train." }).waitFor();
  await look(person, "review-form", "typed");
  await page.getByRole("button", { name: "Take these answers" }).click();
  await page.waitForFunction(() =>
    [...document.querySelectorAll("textarea")].some(({ value }) => value === "Written on a train."),
  );
}

/** Tab, Enter, arrows, and the single keys of the review page; the mouse is never used. */
export async function reviewByKeyboard({ at, asked, look }: Line, persona: string, slot: string): Promise<void> {
  const person = await at(persona, "/reviews");
  const { page } = person;
  const { keyboard } = page;
  await tabTo(person, /^Shelf life of a lyophilised enzyme/);
  await keyboard.press("Enter");
  await page.getByRole("button", { name: "Declare" }).waitFor();
  await tabTo(person, /I have no conflict/);
  await keyboard.press("Space");
  await tabTo(person, /^Declare and open/);
  await keyboard.press("Enter");
  await asked(persona, "review", slot);
  await page.getByRole("form", { name: "Scoring form" }).waitFor();
  await keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys of this page" }).waitFor();
  await keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  for (let index = 0; index < criteria; index += 1) {
    if (index > 0) await keyboard.press("j");
    await keyboard.press("5");
    await keyboard.press("e");
    await keyboard.type(`Reason ${index + 1}: the measurement answers the question.`);
    await keyboard.press("Escape");
  }
  await expect.poll(() => page.getByRole("radio", { name: "5", exact: true, checked: true }).count()).toBe(criteria);
  await tabTo(person, /^Check and send/);
  await keyboard.press("Enter");
  await page.getByRole("heading", { name: "Check your review" }).waitFor();
  await look(person, "review-check", "typed");
  await tabTo(person, /^Send the review/);
  await keyboard.press("Enter");
  await page.getByText(/You sent this review on/).waitFor();
  await look(person, "review-sent", "typed");
}

/** Presses Tab until the focus is on what has this label or text. */
async function tabTo({ page }: Person, wanted: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    const name = await page.evaluate(() => {
      const here = document.activeElement as HTMLInputElement | null;
      return (here?.labels?.[0] ?? here)?.textContent?.trim() ?? "";
    });
    if (wanted.test(name)) return;
    passed.push(name.slice(0, 30));
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${wanted}; it passed ${passed.join(" | ")}`);
}

/** A reviewer says when they are away. */
export async function keepProfile(line: Line, persona: string): Promise<void> {
  const person = await line.at(persona, "/reviews");
  const { page } = person;
  await page.getByRole("link", { name: "My profile as a reviewer" }).click();
  await page.getByRole("heading", { name: "How much, and when" }).waitFor();
  await line.look(person, "reviewer-profile");
  await page.getByRole("button", { name: "Add days out of office" }).click();
  await fill(page.getByRole("group", { name: "Out of office 1" }), {
    "First day": ["20", "12", "2027"],
    "Last day": ["6", "1", "2028"],
  });
  await page.getByRole("button", { name: "Save my profile" }).click();
  await page.getByText("Your profile is saved.").waitFor();
  await line.look(person, "reviewer-profile-saved", "typed");
}
