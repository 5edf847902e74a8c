/** Daily mail in a browser: chosen in the account, a notice that is held for it, and what the case says of it to both sides. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { another, storyOf } from "./aside.ts";
import { type Line, openLine } from "./line.ts";
import { choose } from "./person.ts";
import { manager } from "./staff.ts";

let line: Line;

beforeAll(async () => {
  line = await openLine();
});
afterAll(() => line?.stop());

test("an applicant asks for one letter a day, and a message is held for it; both sides see until when", async () => {
  const { caseId } = await another(line, storyOf(line));
  const sme = await line.at("sme-owner", "/account");
  await choose(sme.page, "How notices reach you", "One letter a day");
  await sme.page.getByRole("region", { name: "Mail" }).getByRole("button", { name: "Save" }).click();
  await sme.page.getByText("From now on notices come in one letter a day.").waitFor();
  await line.look(sme, "account-mail", "typed");

  const staff = await line.at(manager, `/cases/${caseId}/messages`);
  await staff.page.getByRole("textbox", { name: "Your message" }).fill("The welcome session is on Thursday.");
  await staff.page.getByRole("button", { name: "Send the message" }).click();
  await staff.page.getByRole("listitem").getByText("The welcome session").waitFor();

  const held = async () => (await (await sme.context.request.get("/api/my/mail")).json()).held;
  await expect.poll(held, { timeout: 15_000 }).toBe(1);
  await sme.page.goto("/account");
  await sme.page.getByText("1 notice is held for you.").waitFor();
  await line.look(sme, "account-mail-held", "loaded");
  await sme.page.goto(`/cases/${caseId}/letters`);
  await sme.page.getByText("Held for your digest").waitFor();
  await line.look(sme, "letters-held", "loaded");
  await sme.page.getByRole("link", { name: /^(A message about|Een bericht over)/ }).click();
  await sme.page.getByText("Held for the daily digest").waitFor();
  await line.look(sme, "letter-held", "typed");

  const seen = await line.at(manager, `/cases/${caseId}`);
  await seen.page.getByText("Held for the digest of").first().waitFor();
  await line.look(seen, "case-letter-held", "loaded");

  await sme.page.goto("/account");
  await choose(sme.page, "How notices reach you", "Each at once");
  await sme.page.getByRole("region", { name: "Mail" }).getByRole("button", { name: "Save" }).click();
  await sme.page.getByText("From now on each notice comes at once.").waitFor();
  await sme.page.getByText("1 notice is held for you.").waitFor();
});
