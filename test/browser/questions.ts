/** Questions of a call by hand: built in a draft call, and answered in an application of a call that asks some. */

import { expect } from "vitest";
import { call as aDraft } from "../api/forged-call.ts";
import type { Line } from "./line.ts";
import { choose, fill, takeRefusals } from "./person.ts";

/** A manager builds two questions, the second hanging on the first, moves them by keyboard, and saves. */
export async function build({ at, look, product }: Line): Promise<void> {
  const manager = await at("limburg-manager", "/work");
  const { page, context } = manager;
  const headers = { origin: new URL(product.url).origin, "idempotency-key": "questions-by-hand-1" };
  const data = { ...aDraft({ now: new Date().toISOString() }), code: "LIM-V27", languages: ["en", "nl"] };
  const words = {
    title: { en: "Vouchers 2027", nl: "Vouchers 2027" },
    summary: { en: "Next year.", nl: "Volgend jaar." },
  };
  const drafted = await context.request.post("/api/calls", { data: { ...data, ...words }, headers });
  expect(drafted.status(), await drafted.text()).toBe(201);
  const { callId } = await drafted.json();
  await page.goto(`/calls/${callId}/questions`);
  const add = page.getByRole("button", { name: "Add a question" });
  await add.click();
  const first = page.getByRole("group", { name: /^Question 1 q-1/ });
  await first.getByRole("combobox", { name: "Kind of answer" }).selectOption("yes-no");
  await fill(first, { "Question, en": "Are animals used?", "Question, nl": "Worden dieren gebruikt?" });
  await add.click();
  const second = page.getByRole("group", { name: /^Question 2 q-2/ });
  await fill(second, { "Question, en": "How are they treated?", "Question, nl": "Hoe worden ze behandeld?" });
  await second.getByRole("combobox", { name: "Asked only if" }).selectOption("q-1=true");
  await page.getByRole("button", { name: "Save the questions" }).click();
  await page.getByText("2 questions are saved").waitFor();
  const preview = page.getByRole("region", { name: "As applicants see it" });
  await choose(preview, "Are animals used?", "Yes");
  await preview.getByRole("textbox", { name: "How are they treated?" }).waitFor();
  await look(manager, "question-builder", "typed");
  const up = second.getByRole("button", { name: /^Up/ });
  await up.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Save the questions" }).click();
  await page.getByText("It hangs on an earlier question").waitFor();
  expect(takeRefusals(manager)).toEqual([422]);
  await page.goto(`/calls/${callId}/reviewers`);
  await page.getByRole("heading", { name: "What each would have to do" }).waitFor();
  await look(manager, "draft-reviewers", "typed");
  // How the draft is walked is told in a test of its own.
  await page.goto(`/calls/${callId}/dry-run`);
  await look(manager, "dry-run-of-questions", "loaded");
}

/** The call of Wales asks two questions of its own; they are saved while they are typed. */
export async function answer({ at, look }: Line): Promise<void> {
  const person = await at("wales-sme-owner", "/");
  const { page } = person;
  await page.getByRole("link", { name: "Life science vouchers Wales" }).click();
  await page.getByRole("button", { name: "Start an application" }).click();
  await page.waitForURL("**/cases/*");
  await page.getByRole("main").getByRole("link", { name: "Questions of this call", exact: true }).click();
  await choose(page, "Has your company worked with a knowledge provider before?", "Yes");
  await fill(page, { "Whom did you work with, and on what?": "With Swansea, on a buffer." });
  await page.getByText(/Saved at \d/).waitFor();
  await look(person, "section-questions", "typed");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.getByText(/of 6 sections completed/).waitFor();
}
