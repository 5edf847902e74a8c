/** Somebody is invited into the applicant's organisation, accepts, and finds what their part allows. */
import { expect } from "vitest";
import { until } from "../scenario/world.ts";
import type { Line } from "./line.ts";
import { takeRefusals } from "./person.ts";

export async function inviteColleague(line: Line): Promise<void> {
  const owner = await line.at("sme-owner", "/account");
  const { page } = owner;
  await page.getByRole("heading", { name: "Your organisations" }).waitFor();
  await page.getByRole("link", { name: /Kiemkracht/ }).click();
  await page.getByRole("button", { name: "Send the invitation" }).waitFor();
  await line.look(owner, "organisation");

  const guest = await line.at("wales-approver", "/account");
  const { me } = await (await guest.context.request.get("/api/session")).json();
  await page.getByRole("textbox", { name: "E-mail address" }).fill(me.email);
  await page.getByRole("combobox", { name: "May", exact: true }).selectOption({ label: "Viewer: Reads" });
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await page.getByText("Sent. The invitation can be accepted for 14 days").waitFor();
  await page.getByRole("button", { name: `Withdraw the invitation of ${me.email}` }).waitFor();
  await line.look(owner, "organisation-invited", "typed");

  const mail = await until("the invitation", async () =>
    line.product.inbox.all().find(({ to, subject }) => to === me.email && /Kiemkracht/.test(subject)),
  );
  const path = /\/invitations\/org_\w+\/inv_\w+/.exec(mail.text)?.[0] ?? "";
  // Whoever it was not written to finds none.
  await page.goto(path);
  await page.getByText("This invitation does not exist, or it was sent to another address.").waitFor();
  expect(new Set(takeRefusals(owner))).toEqual(new Set([404]));

  await guest.page.goto(path);
  await guest.page.getByRole("button", { name: "Accept the invitation" }).waitFor();
  await line.look(guest, "invitation", "loaded");
  await guest.page.getByRole("button", { name: "Accept the invitation" }).click();
  await guest.page.getByRole("button", { name: "Leave the organisation" }).waitFor();
  await line.look(guest, "organisation-of-viewer");
  await guest.page.goto(path);
  await guest.page.getByText("This invitation was accepted already; it works once.").waitFor();

  await page.goto("/account");
  await page.getByRole("link", { name: /Kiemkracht/ }).click();
  await page.getByRole("button", { name: `Remove ${me.name} from the organisation` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByRole("button", { name: `Remove ${me.name} from the organisation` }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Leave the organisation" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Leave", exact: true }).click();
  await page.getByText("An organisation has at least one owner. Make somebody else owner first.").waitFor();
  expect(takeRefusals(owner)).toEqual([409]);

  await page.goto("/account");
  await page.getByRole("link", { name: "Register an organisation" }).click();
  await page.getByRole("button", { name: "Register it" }).waitFor();
  await line.look(owner, "organisation-new");
}
