/** A manager saves the filters of the pipeline under a name, opens them elsewhere, and deletes them. */
import { expect } from "vitest";
import type { Line } from "./line.ts";
import { become, fill, openPerson, takeRefusals } from "./person.ts";
import { manager } from "./staff.ts";

export async function keepView(line: Line): Promise<void> {
  const person = await line.at(manager, "/pipeline?view=overdue&as=table");
  const { page } = person;
  await page.getByText("My views (0)").click();
  await page.getByRole("button", { name: "Save these filters" }).click();
  await page.getByRole("link", { name: "Give the view a name." }).waitFor();
  await fill(page, { "Name for these filters": "Late ones" });
  await page.getByRole("button", { name: "Save these filters" }).click();
  await page.getByText("My views (1)").waitFor();
  await page.getByText("shown now").waitFor();
  await line.look(person, "own-views", "typed");

  await page.getByRole("button", { name: /^All open/ }).click();
  await page.getByText("shown now").waitFor({ state: "detached" });
  await fill(page, { "Name for these filters": "late ones" });
  await page.getByRole("button", { name: "Save these filters" }).click();
  await page.getByText(/^You have a view of this name with other filters/).waitFor();
  expect(takeRefusals(person)).toEqual([409]);

  const elsewhere = await openPerson(line.browser, line.product);
  await become(elsewhere, manager, "/pipeline");
  await elsewhere.page.getByText("My views (1)").click();
  await elsewhere.page.getByRole("link", { name: "Late ones" }).click();
  await elsewhere.page.waitForURL(/view=overdue/);
  expect(new URL(elsewhere.page.url()).searchParams.get("as")).toBe("table");
  await elsewhere.page.getByRole("button", { name: "Delete the view Late ones" }).click();
  await elsewhere.page.getByRole("dialog").getByRole("button", { name: "Delete the view" }).click();
  await elsewhere.page.getByText("My views (0)").waitFor();
  expect(elsewhere.complaints).toEqual([]);
  await elsewhere.context.close();
}
