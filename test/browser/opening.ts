/** How a browser test of its own begins: a browser, a demonstration, and people in front of it. */
import type { Product, ProductOptions } from "@multihelix/local/product.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { openBrowser } from "./browser.ts";
import { askCode, codeFor, enterCode } from "./by-mail.ts";
import { createLooks, type Looks } from "./look.ts";
import { openPerson, type Person } from "./person.ts";
import { startDemo } from "./product.ts";

export interface Opening extends Looks {
  readonly product: Product;
  /** Somebody new, whom nobody knows yet. */
  person(): Promise<Person>;
  /** Signed in with a click. */
  persona(name: string): Promise<Person>;
  /** Signs in with the code that is mailed to the address. */
  byMail(person: Person, email: string): Promise<void>;
}

/** Call it once at the head of a test file: it opens before the tests and closes after them. */
export function openDemo(options: Partial<ProductOptions> = {}): Opening {
  let browser: Browser | undefined;
  let product: Product | undefined;
  beforeAll(async () => {
    [browser, product] = await Promise.all([openBrowser(), startDemo(options)]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });
  const opened = () => {
    if (browser === undefined || product === undefined) throw new Error("the demonstration is not open");
    return { browser, product };
  };
  const person = () => openPerson(opened().browser, opened().product);
  return {
    ...createLooks(),
    get product() {
      return opened().product;
    },
    person,
    async persona(name) {
      const one = await person();
      const { origin } = new URL(opened().product.url);
      const answer = await one.context.request.post("/api/demo/session", {
        data: { persona: name },
        headers: { origin },
      });
      if (!answer.ok()) throw new Error(`${name} cannot sign in: ${answer.status()} ${await answer.text()}`);
      return one;
    },
    async byMail(one, email) {
      await one.page.goto("/sign-in");
      await askCode(one, email);
      await enterCode(one, "Code from the mail", await codeFor(one, email), "Sign in");
    },
  };
}
