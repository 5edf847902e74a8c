/** Questions about a call in a browser; an answer in one language is read in another with a notice. */
import { expect, test } from "vitest";
import { askAndAnswer } from "./enquiries.ts";
import { openDemo } from "./opening.ts";
import type { Person } from "./person.ts";

const demo = openDemo();

test("a visitor asks, a manager answers, and everybody reads it in the language that there is", async () => {
  const people = new Map<string, Person>();
  const back = (name: string): Person => {
    const known = people.get(name);
    if (known === undefined) throw new Error(`${name} was not here yet`);
    return known;
  };
  await askAndAnswer({
    look: demo.look,
    back,
    async at(name, path = "/") {
      const person = people.get(name) ?? (name === "" ? await demo.person() : await demo.persona(name));
      people.set(name, person);
      await person.page.goto(path);
      return person;
    },
  });
  const { page } = back("limburg-manager");
  await page.getByRole("button", { name: "Correct this answer" }).first().click();
  await page
    .getByRole("textbox", { name: "Answer, English" })
    .last()
    .fill("Yes, where the branch is registered in Belgium.");
  await demo.look(back("limburg-manager"), "enquiry-correcting", "typed");
  await page.getByRole("button", { name: "Publish the correction" }).click();
  await page.getByText("What was published before (1)").click();
  await demo.look(back("limburg-manager"), "enquiry-corrected", "typed");
  const visitor = back("");
  await visitor.page.reload();
  await visitor.page
    .getByText(/, corrected/)
    .first()
    .waitFor();
  await visitor.page.getByRole("combobox", { name: "Language" }).selectOption("nl");
  await visitor.page.getByText("Niet beschikbaar in uw taal; getoond in: Engels.").waitFor();
  expect(await visitor.page.locator(".enquiry").first().getAttribute("lang")).toBe("en");
  await demo.look(visitor, "call-answered-elsewhere", "typed");
  await visitor.page.getByRole("combobox", { name: "Taal" }).selectOption("sv");
  const lead = visitor.page.locator("p.lead");
  await expect.poll(() => lead.getAttribute("lang")).toBe("en");
  await lead.locator("..").getByText("Finns inte på ditt språk; visas på: engelska.").waitFor();
  expect([...people.values()].flatMap(({ complaints }) => complaints)).toEqual([]);
});
