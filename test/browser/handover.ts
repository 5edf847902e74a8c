/** A contact asks a colleague to take a case over; the colleague accepts, and speaks for the company from then on. */
import type { Story } from "../scenario/story.ts";
import { another } from "./aside.ts";
import type { Line } from "./line.ts";
import * as parties from "./parties.ts";

const colleague = "sme-editor";

export async function handOver(line: Line, story: Story): Promise<void> {
  await another(line, story);
  const contact = await line.at(parties.sme);
  await contact.page.getByRole("link", { name: "Name another contact" }).click();
  await contact.page.getByRole("button", { name: "Ask them" }).waitFor();
  await line.look(contact, "contact");
  await contact.page.getByRole("button", { name: "Ask them" }).click();
  await contact.page.getByRole("link", { name: "Choose who takes it over." }).waitFor();
  await contact.page.getByRole("combobox", { name: "Who takes it over" }).selectOption({ index: 1 });
  await contact.page.getByRole("button", { name: "Ask them" }).click();
  await contact.page.getByText(/was asked on/).waitFor();
  await line.look(contact, "contact-asked", "typed");

  const asked = await line.at(colleague);
  await asked.page.getByRole("link", { name: "You are asked to take it over" }).click();
  await asked.page.getByRole("button", { name: "Take it over" }).waitFor();
  await line.look(asked, "contact-answer");
  await asked.page.getByRole("button", { name: "Take it over" }).click();
  await asked.page.getByText("You are the contact.").waitFor();
  await contact.page.reload();
  await contact.page.getByText(/ is the contact\.$/).waitFor();
}
