/** Imports in a browser of their own. */
import { expect, test } from "vitest";
import { takeVouchersOver } from "./imports.ts";
import { openDemo } from "./opening.ts";
import type { Person } from "./person.ts";

const demo = openDemo();

test("running vouchers are looked at, proposed by one person, confirmed by another, and lead to their lines and back", async () => {
  const people = new Map<string, Person>();
  await takeVouchersOver({
    look: demo.look,
    async at(name, path = "/") {
      const person = people.get(name) ?? (await demo.persona(name));
      people.set(name, person);
      await person.page.goto(path);
      return person;
    },
  });
  expect([...people.values()].flatMap(({ complaints }) => complaints)).toEqual([]);
});
