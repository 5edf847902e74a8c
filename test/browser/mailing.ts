/** A manager writes to the applicants whom the pipeline shows: words, preview, sending, and each letter with its delivery. */
import { expect } from "vitest";
import type { Story } from "../scenario/story.ts";
import { another } from "./aside.ts";
import type { Line } from "./line.ts";
import { fill } from "./person.ts";
import { manager } from "./staff.ts";

export async function writeToApplicants(line: Line, story: Story): Promise<void> {
  const { reference } = await another(line, story);
  await another(line, story);
  const person = await line.at(manager, `/pipeline?search=${reference}`);
  const { page } = person;
  await page.getByRole("link", { name: "Write to these applicants" }).click();
  await page.getByRole("heading", { name: "Recipients" }).waitFor();
  await page.getByText("1 case", { exact: true }).waitFor();
  await line.look(person, "mailing-words");
  await page.getByRole("button", { name: "Look at the letters" }).click();
  await page.getByRole("link", { name: "Enter a subject" }).waitFor();
  await fill(page, {
    "Subject in Dutch": "Avond voor aanvragers",
    "Text in Dutch": "Op donderdag leggen wij uit hoe u rapporteert.\n\nKom langs, of bel ons.",
  });
  await page.getByRole("button", { name: "Look at the letters" }).click();
  await page.getByText(`Avond voor aanvragers (${reference})`).waitFor();
  await line.look(person, "mailing-preview", "typed");
  await page.getByRole("button", { name: "Send 1 letter" }).click();
  await page.getByText("Done: 1 case.").waitFor();
  await page.getByText("Accepted by the mail server", { exact: false }).waitFor();
  await line.look(person, "mailing-sent", "typed");
  const mails = line.product.inbox.all().filter(({ subject }) => subject.startsWith("Avond voor aanvragers"));
  expect(mails.map(({ subject }) => subject)).toEqual([`Avond voor aanvragers (${reference})`]);
}
