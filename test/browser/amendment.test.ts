/** A published call is changed in a browser: proposed by one manager, published by another, read by a visitor and at the top of a draft. */
import { sha256 } from "@multihelix/adapters/system/secrets.ts";
import { proposeAmendment, publishAmendment } from "@multihelix/core/call/amend-call.ts";
import { callIdOf } from "@multihelix/core/call/create-call.ts";
import { toInstant, toZonedDateString } from "@multihelix/core/kernel/instant.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Product } from "@multihelix/local/product.ts";
import { actorOf } from "@multihelix/local/seed/actor-of.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { createLooks } from "./look.ts";
import { become, openPerson, type Person, takeRefusals } from "./person.ts";
import { startDemo } from "./product.ts";

let browser: Browser;
let product: Product;
const { look } = createLooks();

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startDemo()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function asPersona(persona: string, path: string): Promise<Person> {
  const person = await openPerson(browser, product);
  await become(person, persona, path);
  return person;
}

test("two managers change a published call; the visitor, the draft and the applicant's mail say what and why", async () => {
  const call = `/calls/${callIdOf("LIM-V26", sha256)}`;
  const applicant = await asPersona("sme-owner", call);
  await applicant.page.getByRole("button", { name: "Start an application" }).click();
  await applicant.page.getByText("this draft is erased after half a year", { exact: false }).waitFor();
  const draft = new URL(applicant.page.url()).pathname;

  const manager = await asPersona("limburg-manager", `${call}/desk`);
  const { page } = manager;
  await page.getByRole("button", { name: "Go on to the change" }).click();
  await page.getByText("Say why; applicants read it in this language.").first().waitFor();
  await page.getByRole("textbox", { name: "Why it is changed, English" }).fill("The region has given more money.");
  await page.getByRole("textbox", { name: "Why it is changed, Dutch" }).fill("De regio heeft meer geld gegeven.");
  await look(manager, "amendment-reason", "typed");
  await page.getByRole("button", { name: "Go on to the change" }).click();
  await page.getByRole("button", { name: "Money and payers" }).click();
  await page.getByRole("combobox", { name: "Aid basis" }).selectOption("no-aid");
  await page.getByRole("button", { name: "Propose this change" }).click();
  await page.getByText("Payers, currency, mode and opening stay as published", { exact: false }).first().waitFor();
  expect(takeRefusals(manager)).toEqual([409]);
  await page.getByRole("combobox", { name: "Aid basis" }).selectOption("eu-de-minimis");
  await page.getByRole("textbox", { name: "Largest award" }).fill("12000");
  await page.getByRole("button", { name: "Propose this change" }).click();
  await page.getByText("You proposed it, so another manager of the park publishes it.").waitFor();
  await look(manager, "amendment-proposed", "typed");

  const second = await asPersona("limburg-second-manager", `${call}/desk`);
  await second.page.getByRole("button", { name: "Publish this change" }).click();
  await second.page.getByRole("heading", { name: "Change 1" }).waitFor();
  await second.page.getByText("The applicants were told by letter.").waitFor();
  await look(second, "amendment-desk", "typed");

  const visitor = await openPerson(browser, product);
  await visitor.page.goto(call);
  await visitor.page.getByText("The region has given more money.").waitFor();
  await look(visitor, "amendment-public", "typed");

  await applicant.page.goto(draft);
  await applicant.page.getByText("The call was changed after you began this draft.").waitFor();
  await look(applicant, "amendment-draft", "typed");
  const mails = product.inbox.all().filter(({ subject }) => subject.startsWith("De oproep is gewijzigd"));
  expect(mails.map(({ to }) => to)).toContain("elodie@kiemkracht.example");
  for (const { complaints } of [applicant, manager, second, visitor]) expect(complaints).toEqual([]);
});

test("a manager whom a published change overtakes keeps reason and step as typed, is told so, and proposes it anew", async () => {
  const callId = callIdOf("LIM-V26", sha256);
  const manager = await asPersona("limburg-manager", `/calls/${callId}/desk`);
  const { page } = manager;
  await page.getByRole("textbox", { name: "Why it is changed, English" }).fill("Companies asked for it.");
  await page.getByRole("textbox", { name: "Why it is changed, Dutch" }).fill("Bedrijven vroegen erom.");
  await page.getByRole("button", { name: "Go on to the change" }).click();
  await page.getByRole("button", { name: "Money and payers" }).click();
  await page.getByRole("textbox", { name: "Largest award" }).fill("13000");

  const { deps } = product.system;
  const before = await deps.store.get("call", { callId });
  if (before === undefined) throw new Error("the demonstration has no call");
  const { title, summary, languages, mode, opens, closes } = before;
  const dayIn = (at: string) => toZonedDateString(toInstant(at), "Europe/Brussels");
  const change = {
    step: "about",
    ...{ languages, mode, opensOn: dayIn(opens), closesOn: dayIn(closes), summary },
    title: { ...title, en: `${title.en ?? ""}, again` },
  };
  const reason = { en: "A clearer title.", nl: "Een duidelijkere titel." };
  const input = { callId, version: before.version, change, reason };
  const as = (persona: string) => actorOf(deps, persona);
  const { number } = await perform(deps, await as("limburg-second-manager"), "p", proposeAmendment, input);
  await perform(deps, await as("limburg-manager"), "q", publishAmendment, { callId, number });

  await page.getByRole("button", { name: "Propose this change" }).click();
  await page.getByText("The call was changed meanwhile. What you typed is still here").waitFor();
  expect(takeRefusals(manager)).toEqual([409]);
  await page.getByRole("heading", { name: `Change ${number}` }).waitFor();
  expect(await page.getByRole("textbox", { name: "Largest award" }).inputValue()).toBe("13000");
  await look(manager, "amendment-overtaken", "typed");
  await page.getByRole("button", { name: "Propose this change" }).click();
  await page.getByText("Companies asked for it.").waitFor();
  await page.getByText("You proposed it, so another manager of the park publishes it.").waitFor();
  expect(manager.complaints).toEqual([]);
});
