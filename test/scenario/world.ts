/** Where a story is told: the product's address, and how its mail is read there. */
import { demoPeople } from "@multihelix/local/seed/seed-steps.ts";
import { Secret, TOTP } from "otpauth";
import { type Client, createClient } from "./client.ts";

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

export interface World {
  /** Name printed with the evidence: `embedded`, `cloud`. */
  name: string;
  url: string;
  /** Origin of the product's pages. */
  origin: string;
  /** Mail to an address, oldest first. */
  mails(to: string): Promise<Mail[]>;
  /** Make time pass until the tasks of this case are due, and let the product look. */
  passTime?(milliseconds: number): Promise<void>;
  /** Set the product's clock to an instant that is still to come. */
  moveTo?(instant: string): Promise<void>;
  /** What the product's clock says, epoch milliseconds, where it can be moved. */
  now?(): number;
  /** Come in anew as a persona of the demonstration, whatever the clock. */
  enter?(persona: string): Promise<Client>;
}

/** Authenticator secrets of staff, kept between sign-ins of one story. */
export type Authenticators = Map<string, string>;

/** Sign in as anybody does: ask for a code, read the mail, use it; staff then prove their authenticator app. */
export async function signIn(world: World, email: string, authenticators: Authenticators): Promise<Client> {
  const client = createClient(world.url, world.origin);
  const before = (await world.mails(email)).length;
  const asked = await client.post("/api/session/code", { email });
  if (asked.status !== 202) throw new Error(`asking a code for ${email} answered ${asked.status}`);
  const mail = await until(`the code for ${email}`, async () =>
    (await world.mails(email)).slice(before).find(({ text }) => /\b\d{8}\b/.test(text)),
  );
  const code = /\b(\d{8})\b/.exec(mail.text)?.[1] ?? "";
  const verified = await client.post("/api/session/verify", { code });
  if (verified.status !== 200) throw new Error(`the code of ${email} was refused: ${JSON.stringify(verified.body)}`);
  if (verified.body.me.secondFactorNeeded)
    await proveSecondFactor(client, email, verified.body.me.secondFactorEnrolled, authenticators);
  return client;
}

async function proveSecondFactor(
  client: Client,
  email: string,
  enrolled: boolean,
  authenticators: Authenticators,
): Promise<void> {
  if (!enrolled) {
    const set = await client.post("/api/session/totp");
    if (set.status !== 200) throw new Error(`enrolment of ${email} answered ${set.status}`);
    authenticators.set(email, set.body.secret);
  }
  const secret = authenticators.get(email);
  if (secret === undefined) {
    // A demonstration that served another story before: its persona's device is elsewhere, the persona is not.
    const persona = demoPeople.find((one) => one.email === email)?.persona;
    const entered = await client.post("/api/demo/session", { persona });
    if (entered.status === 200) return;
    throw new Error(`the authenticator of ${email} is not known to this story`);
  }
  const totp = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30, algorithm: "SHA1" });
  // A code is taken once: somebody who signs in twice within its half minute uses the next one, which the drift allows.
  for (const timestamp of [Date.now() - 30_000, Date.now(), Date.now() + 30_000]) {
    const proved = await client.post("/api/session/second-factor", { code: totp.generate({ timestamp }) });
    if (proved.status === 200) return;
  }
  throw new Error(`the second factor of ${email} was refused`);
}

/** Ask again until there is an answer; says what was awaited if there is none in time. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>, seconds = 30): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (let pause = 20; ; pause = Math.min(pause * 1.5, 400)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
