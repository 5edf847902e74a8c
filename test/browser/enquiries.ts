/** A question about a call by hand: a visitor asks it, a manager answers it, the visitor reads the answer without a trace of who asked. */
import { expect } from "vitest";
import type { Line } from "./line.ts";
import { fill, takeRefusals } from "./person.ts";

export async function askAndAnswer({ at, look, back }: Pick<Line, "at" | "look" | "back">): Promise<void> {
  const visitor = await at("", "/");
  const { page } = visitor;
  await page
    .getByRole("link", { name: /^Innovation vouchers Limburg|^Health innovation vouchers Limburg/ })
    .first()
    .click();
  await page.getByRole("heading", { name: "Questions and answers" }).waitFor();
  const call = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "Send the question" }).click();
  await page.getByText("Write your question in a sentence.").first().waitFor();
  await look(visitor, "call-ask", "typed");
  await fill(page, {
    "Your question": "I am Jan of Yeast & Co. <b>May</b> we apply with a branch?",
    "Where the answer goes: your e-mail address": "jan@asker.example",
  });
  await page.getByRole("button", { name: "Send the question" }).click();
  await page.getByText("Your question is with the park.").waitFor();

  const manager = await at("limburg-manager", "/work");
  await manager.page.getByRole("heading", { name: "Questions about calls" }).waitFor();
  await look(manager, "work-with-question", "loaded");
  await manager.page.getByRole("link", { name: /^Answer a question about/ }).click();
  await manager.page.getByText("<b>May</b>").first().waitFor();
  await look(manager, "call-enquiries");
  await fill(manager.page, {
    "Question as it is published, English": "",
    "Answer, English": "Yes, if it is registered in Belgium.",
  });
  const send = manager.page.getByRole("button", { name: "Send the answer" });
  await send.click();
  await manager.page.getByText("Word the question as it is to be published.").first().waitFor();
  await fill(manager.page, { "Question as it is published, English": "May a company apply with a branch?" });
  await send.click();
  await manager.page.getByText("No question about this call waits for an answer.").waitFor();
  await look(manager, "call-enquiries-answered", "typed");
  expect(takeRefusals(manager)).toEqual([]);

  const { page: again } = back("");
  await again.goto(call);
  await again.getByText("May a company apply with a branch?").waitFor();
  expect(await again.getByRole("main").textContent()).not.toContain("Yeast");
  await look(back(""), "call-answered", "loaded");
}
