/** What company and provider do on the line, by hand. */
import type { Line } from "./line.ts";
import { choose, dayFromToday, fill, type Person } from "./person.ts";

export const sme = "sme-owner";
export const provider = "provider-lund";

/** A visitor looks round, finds a call and what it needs first: being somebody, by a click in the bar of personas. */
export async function visit({ at, look }: Line): Promise<void> {
  const visitor = await at("", "/");
  const { page } = visitor;
  await look(visitor, "first-page", "loaded");
  await page.getByRole("link", { name: "Health innovation vouchers Limburg" }).click();
  await look(visitor, "call");
  await canIApply(visitor, look);
  await page.getByRole("link", { name: "Health innovation vouchers Limburg" }).click();
  for (const [link, name] of [
    ["Sign in to apply", "sign-in"],
    ["Accessibility", "accessibility"],
    ["Privacy", "privacy"],
  ] as const) {
    await page.getByRole("link", { name: link }).click();
    await look(visitor, name);
  }
  await page.goto("/there-is-no-such-page");
  await look(visitor, "not-found", "loaded");
  await page.getByRole("link", { name: "Go to the first page" }).click();
  await page.getByRole("combobox", { name: "Demonstration: you are" }).selectOption(sme);
  await page.getByRole("banner").getByText("Élodie Vandenbroëck").first().waitFor();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "My cases" }).waitFor();
}

/** The public check of the call: refused with its reasons, then mended. */
async function canIApply(visitor: Person, look: Line["look"]): Promise<void> {
  const { page } = visitor;
  await page.getByRole("link", { name: /^Can I apply\?/ }).click();
  await page.getByRole("heading", { name: "Can I apply?" }).waitFor();
  await page.getByRole("combobox", { name: "Where is your company registered?" }).selectOption("BE");
  await page.getByRole("combobox", { name: "In which sector does it work?" }).selectOption("sec-biotech");
  await choose(page, "What are you?", "A company");
  await fill(page, {
    "How many people work there?": "12",
    "Turnover of that year": "1,400,000",
    "Balance sheet total of that year": "900 000",
    "What does it cost?": "12 500",
  });
  for (const question of [
    "Do public bodies hold a quarter or more of it?",
    "Is your company in difficulty?",
    "Must your company pay back state aid?",
    "Does it depend on what you export?",
    "Does another grant, voucher or programme pay the same cost?",
    "Have you found a provider?",
  ])
    await choose(page, question, "No");
  await choose(page, "Has the work begun, or is it ordered?", "Yes");
  await look(visitor, "can-i-apply", "typed");
  await page.getByRole("button", { name: "Check" }).click();
  await page.getByRole("heading", { name: "This call is not for you, for one reason." }).waitFor();
  await look(visitor, "can-i-apply-no", "typed");
  await page.getByRole("button", { name: "Change your answers" }).click();
  await choose(page, "Has the work begun, or is it ordered?", "No");
  await page.getByRole("button", { name: "Check" }).click();
  await page.getByRole("heading", { name: /^Nothing speaks against it/ }).waitFor();
}

export async function start(line: Line): Promise<void> {
  const person = await line.at(sme, "/");
  const { page } = person;
  await page.getByRole("link", { name: "My cases" }).click();
  // The home page has a link of the same words.
  await page.getByRole("heading", { name: "My cases", level: 1 }).waitFor();
  await line.look(person, "my-cases-empty");
  await page.getByRole("link", { name: "See open calls" }).click();
  await page.getByRole("link", { name: "Health innovation vouchers Limburg" }).click();
  await page.getByRole("button", { name: "Start an application" }).click();
  await page.waitForURL("**/cases/*");
  await line.look(person, "draft-empty");
  line.casePath = new URL(page.url()).pathname;
}

/** The four sections, each with its own page, in the order in which the draft leads on. */
export async function fillSections({ at, look }: Line): Promise<void> {
  const person = await at(sme);
  const { page } = person;
  const section = async (name: string, picture: string, work: () => Promise<void>) => {
    await page.getByRole("main").getByRole("link", { name, exact: true }).click();
    await page.getByRole("button", { name: "Save and continue" }).waitFor();
    await work();
    await page.getByText(/Saved at \d/).waitFor();
    await look(person, picture, "typed");
    await page.getByRole("button", { name: "Save and continue" }).click();
    await page.getByText(/of 5 sections completed/).waitFor();
  };
  await section("What you want to buy and why", "section-project", () =>
    fill(page, {
      Title: "Shelf life of a lyophilised enzyme",
      "Public summary": "How long our enzyme keeps its activity outside the cold chain.",
      "The service and why you need it": "We have no climate chambers and no validated assay; the provider has both.",
      "What you will do with the result": "Twelve months at room temperature open three markets.",
    }),
  );
  await section("Size and situation of your company", "section-company", async () => {
    await fill(page, { "Last day of your last closed year": ["31", "12", "2025"] });
    await choose(page, "Does somebody own a quarter or more of your company", "Yes");
    const figures = {
      People: "12",
      Turnover: "1,400,000.00",
      "Balance sheet total": "900 000",
      Name: "Kempen Fonds",
      "Share in percent": "30",
      "Its people, last closed year": "8",
      "Its turnover, last closed year": "2,000,000",
      "Its balance sheet total, last closed year": "1,000,000",
    };
    for (const [name, value] of Object.entries(figures))
      await page.getByRole("textbox", { name, exact: true }).fill(value);
    await page.getByText("partner: counts with 30%").waitFor();
    await choose(page, "Is your company in difficulty?", "No");
    await choose(page, "Must your company pay back state aid?", "No");
  });
  await section("State aid received", "section-aid", async () => {
    await choose(page, "Did your company get other state aid?", "Yes");
    await fill(page, { "Who gave it": "VLAIO", Amount: "25 000.00", "Day of the decision": dayFromToday(-400) });
    await fill(page, { "I declare this for my company": true });
  });
  await section("Statements", "section-declarations", () =>
    fill(page, {
      "The work has not begun, and nothing is ordered": true,
      "Nobody else pays the same cost": true,
      "The aid is not tied to exports": true,
      "All answers are true and complete": true,
    }),
  );
}

export async function inviteProvider({ at, look }: Line): Promise<void> {
  const person = await at(sme);
  const { page } = person;
  await page.getByRole("main").getByRole("link", { name: "Provider and offer", exact: true }).click();
  await page.getByRole("searchbox", { name: "Search by name" }).fill("Skånska");
  await look(person, "section-provider", "typed");
  await page.getByRole("button", { name: "Ask for an offer Skånska Mätlabbet" }).click();
  await page.getByRole("heading", { name: "Ask another provider instead" }).waitFor();
}

/** 12,500.00 €, of which the call pays 80 %. */
export async function offer({ at, look }: Line): Promise<void> {
  const person = await at(provider, "/my");
  const { page } = person;
  await look(person, "my-cases-provider", "loaded");
  await page.getByRole("link", { name: /Confirm your offer to/ }).click();
  await fill(page, {
    "What you will do": "Stability study of a lyophilised enzyme at three temperatures over eight weeks.",
    "Net price, without VAT": "12,500.00",
    "Work starts on": dayFromToday(30),
    "Work ends on": dayFromToday(120),
  });
  await page.getByRole("combobox", { name: "Currency" }).selectOption("EUR");
  await choose(page, "How was the price set?", "Market price");
  await choose(page, "Do you have an interest in the company?", "No");
  await look(person, "offer", "typed");
  await page.getByRole("button", { name: "Confirm the offer" }).click();
  await page.getByText("You have confirmed this offer.").waitFor();
}

export async function submit({ at, look }: Line): Promise<void> {
  const person = await at(sme);
  const { page } = person;
  await look(person, "draft-complete", "loaded");
  await page.getByRole("link", { name: "Check your answers", exact: true }).click();
  await look(person, "check");
  await page.getByRole("button", { name: "Send the application" }).click();
  await page.waitForURL("**/receipt");
  await look(person, "receipt");
}

/** The party accepts the terms of the voucher for itself. */
export async function accept({ at, asked, look }: Line, persona: string): Promise<void> {
  await asked(persona, "accept", persona === sme ? "applicant" : "provider");
  const person = await at(persona);
  const { page } = person;
  await look(person, `voucher-${persona}`, "loaded");
  await page.getByRole("checkbox", { name: /accepts these terms/ }).check();
  await page.getByRole("button", { name: "Accept the terms" }).click();
  await page.getByRole("heading", { name: "Accept the terms" }).waitFor({ state: "detached" });
}

export async function report({ at, asked, look }: Line, invoiceNumber = "MV-2026-118"): Promise<void> {
  await asked(provider, "use");
  const person = await at(provider);
  const { page } = person;
  await page.getByRole("link", { name: "Report and invoice" }).click();
  await fill(page, {
    "What was done": "All three series were measured; the enzyme keeps 94 % of its activity.",
    "Day on which the work was finished": dayFromToday(0),
    "Invoice number": invoiceNumber,
    "Date of the invoice": dayFromToday(0),
    "What it is for": "Stability study",
    "Net amount": "12 500.00",
    VAT: "0",
  });
  await look(person, "report", "typed");
  await page.getByRole("button", { name: "Send report and invoice" }).click();
  await page.waitForURL(`**${new URL(page.url()).pathname.replace("/report", "")}`);
  await look(person, "case-provider");
}

export async function confirm({ at, asked, look }: Line): Promise<void> {
  await asked(sme, "confirm-service");
  const person = await at(sme);
  const { page } = person;
  await look(person, "confirm-service", "loaded");
  await choose(page, "Your answer", "Yes, we received it as agreed");
  await page.getByRole("button", { name: "Send the answer" }).click();
  await page.getByRole("heading", { name: "Did you receive the service?" }).waitFor({ state: "detached" });
}

/** The letters of the case, and one of them opened. */
export async function readLetters({ at, look, casePath }: Line): Promise<void> {
  const person = await at(sme, `${casePath}/letters`);
  await look(person, "letters", "loaded");
  await person.page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await person.page.locator(".letter-text").waitFor();
  await look(person, "letter", "typed");
}
