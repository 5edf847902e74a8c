/** Documents and messages on the line, by hand. */
import type { Line } from "./line.ts";
import { sme } from "./parties.ts";
import { fill } from "./person.ts";

/** A document is sent along; one that is not what its name says is refused in words. */
export async function documents({ at, look }: Line): Promise<void> {
  const person = await at(sme);
  const { page } = person;
  await page.getByRole("main").getByRole("link", { name: "Documents to bring along", exact: true }).click();
  const description = page.getByLabel(/Choose a file.*Technical description/);
  const [name, mimeType] = ["Protocol 4 °C to 40 °C.pdf", "application/pdf"];
  await description.setInputFiles({ name, mimeType, buffer: Buffer.from("%PDF-1.7\n% protocol\n") });
  await page.getByRole("button", { name, exact: false }).first().waitFor();
  const accounts = page.getByLabel(/Choose a file.*Annual accounts/);
  await accounts.setInputFiles({ name: "accounts.pdf", mimeType, buffer: Buffer.from("<html></html>") });
  await page.getByText("What is in the file is not what its name says").waitFor();
  await look(person, "section-documents");
  await page.getByRole("button", { name: "Remove accounts.pdf" }).click();
  await page.getByText("What is in the file is not what its name says").waitFor({ state: "detached" });
  const fetched = page.waitForEvent("download");
  await page
    .getByRole("button", { name: /Protocol/ })
    .first()
    .click();
  const under = (await fetched).suggestedFilename();
  if (under !== name) throw new Error(`the file came back as ${under}`);
  await page.getByRole("link", { name: "Back to the application" }).click();
  await page.getByText(/of 5 sections completed/).waitFor();
}

/** The company shows that it paid its own share: nothing that is only typed pays the claim. */
export async function shareProof({ at }: Line): Promise<void> {
  const { page } = await at(sme);
  const [name, mimeType] = ["bank-statement.pdf", "application/pdf"];
  const proof = page.getByLabel(/Choose a file.*Proof that the company paid its share/);
  await proof.setInputFiles({ name, mimeType, buffer: Buffer.from("%PDF-1.7\n% statement\n") });
  await page.getByRole("button", { name, exact: false }).first().waitFor();
}

/** A question to the park; the mail that the park gets says nothing of it. */
export async function write({ at, look }: Line): Promise<void> {
  const person = await at(sme);
  const { page } = person;
  await page.getByRole("link", { name: "Write a message" }).click();
  await fill(page, { "Your message": "May the study begin two weeks later?" });
  await page.getByRole("button", { name: "Send the message" }).click();
  await page.getByRole("listitem").getByText("May the study begin two weeks later?").waitFor();
  await look(person, "messages", "typed");
}

/** The park reads it, answers, and keeps a note that nobody else sees. */
export async function answer({ at, look }: Line): Promise<void> {
  const person = await at("limburg-manager");
  const { page } = person;
  await page.getByText("1 unread").waitFor();
  await page.getByRole("link", { name: "Write a message" }).click();
  await page.getByText("May the study begin two weeks later?").waitFor();
  await fill(page, { "Your message": "Yes, within the validity of the voucher." });
  await page.getByRole("button", { name: "Send the message" }).click();
  await page.getByRole("listitem").getByText("Yes, within the validity").waitFor();
  await page.getByRole("button", { name: /Notes of/ }).click();
  await fill(page, { "New note": "Start may move by two weeks." });
  await page.getByRole("button", { name: "Keep the note" }).click();
  await page.getByRole("listitem").getByText("Start may move").waitFor();
  await look(person, "messages-staff", "typed");
}
