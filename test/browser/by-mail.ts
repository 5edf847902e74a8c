/** Signing in by mail in a browser: asked for, read in the demonstration's inbox, typed. */
import { until } from "../scenario/world.ts";
import type { Person } from "./person.ts";

const used = new Map<string, number>();

export async function askCode({ page }: Person, email: string): Promise<void> {
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await page.getByRole("textbox", { name: "Code from the mail" }).waitFor();
}

export async function enterCode({ page }: Person, field: string, code: string, button: string): Promise<void> {
  await page.getByRole("textbox", { name: field }).fill(code);
  await page.getByRole("main").getByRole("button", { name: button, exact: true }).click();
}

/** The newest code that was mailed to the address, which no earlier call gave. */
export async function codeFor({ context }: Person, to: string): Promise<string> {
  return until(`a code for ${to}`, async () => {
    const answer = await context.request.get("/api/demo/inbox", { params: { to } });
    const { mails } = (await answer.json()) as { mails: { text: string }[] };
    const codes = mails.flatMap(({ text }) => /\b\d{8}\b/.exec(text)?.[0] ?? []);
    if (codes.length <= (used.get(to) ?? 0)) return undefined;
    used.set(to, codes.length);
    return codes[0];
  });
}
