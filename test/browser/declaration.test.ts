/** A declaration of other aid that is too old at the release, by hand: foretold to the releaser, signed again by the company. */

import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { addDays } from "@multihelix/core/kernel/instant.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Story } from "../scenario/story.ts";
import { approved, proposed, reviewed, screened } from "../scenario/voucher-steps.ts";
import * as aside from "./aside.ts";
import { type Line, openLine } from "./line.ts";
import * as parties from "./parties.ts";
import { choose, fill } from "./person.ts";
import { noInterest, open, secondManager } from "./staff.ts";

let line: Line;

beforeAll(async () => {
  line = await openLine();
  const story: Story = aside.storyOf(line);
  const told = await aside.another(line, story);
  await screened(story, told);
  await reviewed(story, told);
  await proposed(story, told);
  await approved(story, told);
  const { store, clock } = line.product.system.deps;
  const key = { caseId: told.caseId as CaseId, sectionId: "aid" } as const;
  const aid = await store.get("section", key);
  if (aid === undefined) throw new Error("nothing was declared");
  await store.commit([{ op: "replace", name: "section", value: { ...aid, savedAt: addDays(clock.now(), -45) } }]);
});
afterAll(() => line?.stop());

test("the releaser reads that the company will be asked to sign again, and releases", async () => {
  const page = await open(line, secondManager, "release", /^Release/, "release-declaration");
  await page.getByText(/^The company signed its declaration of other aid on .*, more than 30 days ago/).waitFor();
  await fill(page, noInterest);
  await page.getByRole("button", { name: /^Release the award of/ }).click();
  await line.asked(parties.sme, "give-statement");
});

test("the company reads why, finds what it declared last, signs again, and has its voucher", async () => {
  const person = await line.at(parties.sme);
  const { page } = person;
  const card = page.getByRole("region", { name: "Sign your declaration again" });
  await card.getByText(/may be at most 30 days old when it is granted\. You signed it last on /).waitFor();
  await choose(page, "Your statement", "We stay within the ceiling and want the award");
  await card.getByText("Did your company get other state aid?").waitFor();
  expect(await card.getByRole("textbox", { name: "Who gave it" }).inputValue()).toBe("VLAIO");
  await line.look(person, "declaration-again", "typed");
  await card.getByRole("checkbox", { name: /^I state this for my company/ }).check();
  await card.getByRole("button", { name: "Send the statement" }).click();
  await line.asked(parties.sme, "accept");
  await line.at(parties.sme);
  await page
    .getByRole("heading", { name: /^Voucher/ })
    .first()
    .waitFor();
});
