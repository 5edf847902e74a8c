/** Who speaks for whom, by hand: a provider's contact leaves, an owner names another where one left, an approver hands an answer on, a provider renews its offer. */
import { askOfferAgain } from "@multihelix/core/application/ask-offer-again.ts";
import { addDays } from "@multihelix/core/kernel/instant.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectStatus, type Story } from "../scenario/story.ts";
import { proposed, reviewed, screened, type Told } from "../scenario/voucher-steps.ts";
import { until } from "../scenario/world.ts";
import * as aside from "./aside.ts";
import { type Line, openLine } from "./line.ts";
import * as parties from "./parties.ts";
import { dayFromToday, fill, type Person, takeRefusals } from "./person.ts";
import { approver, noInterest } from "./staff.ts";

let line: Line;
let story: Story;
let told: Told;

beforeAll(async () => {
  line = await openLine();
  story = aside.storyOf(line);
  told = await aside.another(line, story);
});
afterAll(() => line?.stop());

const sessionOf = async (person: Person) => (await (await person.context.request.get("/api/session")).json()).me;

/** Invited into the provider's organisation and accepted. */
async function joinProvider(persona: string): Promise<Person> {
  const guest = await line.at(persona, "/account");
  const { email } = await sessionOf(guest);
  const owner = await story.as(story.people.provider);
  const { me } = (await owner.get("/api/session")).body;
  const { organisationId } = me.memberships[0];
  expectStatus(await owner.post(`/api/my/organisations/${organisationId}/invitations`, { email, level: "owner" }), 201);
  const path = await until("the invitation", async () => {
    const mail = line.product.inbox.all().find(({ to, text }) => to === email && text.includes("/invitations/org_"));
    return /\/invitations\/org_\w+\/inv_\w+/.exec(mail?.text ?? "")?.[0];
  });
  await guest.page.goto(path);
  await guest.page.getByRole("button", { name: "Accept the invitation" }).click();
  await guest.page.getByRole("button", { name: "Leave the organisation" }).waitFor();
  return guest;
}

test("the provider asked whether its offer still stands answers on its page of the case", async () => {
  const { deps } = line.product.system;
  const { caseId } = told;
  const offer = await deps.store.get("offer", { caseId: caseId as `app_${string}` });
  if (offer === undefined) throw new Error("the offer is confirmed");
  // Ten days are left of it.
  const validUntil = addDays(deps.clock.now(), 10);
  await deps.store.commit([{ op: "replace", name: "offer", value: { ...offer, validUntil } }]);
  await perform(deps, { kind: "system", name: "outbox" }, "renewal of a test", askOfferAgain, {
    caseId: offer.caseId,
  });
  const provider = await line.at(parties.provider);
  const card = provider.page.getByRole("region", { name: "Does your offer still stand?" });
  await card.waitFor();
  await line.look(provider, "renew-offer", "loaded");
  await card.getByRole("button", { name: "The offer still stands" }).click();
  await card.waitFor({ state: "detached" });
});

test("the provider's contact hands a case over and leaves with it; the colleague speaks for the provider", async () => {
  const colleague = await joinProvider("provider-wales");
  const contact = await line.at(parties.provider);
  await contact.page.getByRole("link", { name: "Name another contact" }).click();
  await contact.page.getByRole("combobox", { name: "Who takes it over" }).selectOption({ index: 1 });
  await contact.page.getByRole("checkbox", { name: "I leave the organisation with it" }).check();
  await line.look(contact, "contact-leaving", "typed");
  await contact.page.getByRole("button", { name: "Ask them" }).click();
  await contact.page.getByText(/was asked on/).waitFor();

  await colleague.page.goto(line.casePath);
  await colleague.page.getByRole("link", { name: "You are asked to take it over" }).click();
  await colleague.page.getByText(/and leaves your organisation with that\./).waitFor();
  await line.look(colleague, "contact-leaving-answer");
  await colleague.page.getByRole("button", { name: "Take it over" }).click();
  await colleague.page.getByText("You are the contact.").waitFor();
  await contact.page.goto(line.casePath);
  await contact.page.getByText("This case does not exist, or you have no part in it.").waitFor();
  expect(new Set(takeRefusals(contact))).toEqual(new Set([404]));
});

test("where the contact has left, an owner names another at once", async () => {
  const editor = await line.at("sme-editor");
  const owner = await line.at(parties.sme);
  await owner.page.getByRole("link", { name: "Name another contact" }).click();
  await owner.page.getByRole("combobox", { name: "Who takes it over" }).selectOption({ index: 1 });
  await owner.page.getByRole("button", { name: "Ask them" }).click();
  await owner.page.getByText(/was asked on/).waitFor();
  await editor.page.goto(`${line.casePath}/contact`);
  await editor.page.getByRole("button", { name: "Take it over" }).click();
  await editor.page.getByText("You are the contact.").waitFor();

  const { personId } = await sessionOf(editor);
  const { memberships } = await sessionOf(owner);
  const { organisationId } = memberships[0];
  const client = await story.as(story.people.sme);
  const gone = await client.post(`/api/my/organisations/${organisationId}/members/${personId}/removal`, {});
  expect(gone.status).toBe(200);
  await owner.page.goto(line.casePath);
  await owner.page.getByText("Nobody: the contact has left.").waitFor();
  await owner.page.getByRole("link", { name: "Name another contact" }).click();
  await owner.page.getByText(/^The contact has left your organisation\./).waitFor();
  await line.look(owner, "contact-left");
  await owner.page.getByRole("combobox", { name: "Who takes it over" }).selectOption({ index: 1 });
  await owner.page.getByRole("button", { name: "Make them the contact" }).click();
  await owner.page.getByText("You are the contact.").waitFor();
});

test("an approver hands an answer to a colleague, who approves; the evidence says for whom", async () => {
  await screened(story, told);
  await reviewed(story, told);
  await proposed(story, told);
  await line.asked(approver, "approve");
  const asked = await line.at(approver);
  await asked.page
    .getByRole("main")
    .getByRole("link", { name: /^Approve for/ })
    .first()
    .click();
  const card = asked.page.getByRole("region", { name: "Hand this approval on" });
  await card.getByText("Hand it to a colleague").click();
  await card.getByRole("combobox", { name: "Colleague" }).selectOption({ label: "Raphaël Moors" });
  for (const [at, part] of ["Day", "Month", "Year"].entries())
    await card.getByRole("textbox", { name: part }).fill(dayFromToday(20)[at] ?? "");
  await fill(asked.page, { "Why you hand it on": "I am on leave until then." });
  await line.look(asked, "handing-on", "typed");
  await card.getByRole("button", { name: "Hand it on" }).click();
  await card.getByText(/handed this approval to Raphaël Moors, until/).waitFor();
  await line.look(asked, "handed-on", "typed");

  const colleague = await line.at("limburg-second-approver");
  await colleague.page
    .getByRole("main")
    .getByRole("link", { name: /^Approve for/ })
    .first()
    .click();
  await fill(colleague.page, noInterest);
  await colleague.page.getByRole("button", { name: /^Approve €/ }).click();
  await colleague.page
    .getByText(/Raphaël Moors for Hélène Schrijvers, /)
    .first()
    .waitFor();
  await line.look(colleague, "approved-for", "typed");
});
