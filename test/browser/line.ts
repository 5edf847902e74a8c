/** One case and its people, each in a browser of their own; the steps of the line are done with it. */
import type { Product } from "@multihelix/local/product.ts";
import type { Browser } from "playwright-core";
import { until } from "../scenario/world.ts";
import { openBrowser } from "./browser.ts";
import { createLooks, type Looks } from "./look.ts";
import { become, openPerson, type Person } from "./person.ts";
import { startDemo } from "./product.ts";

export interface Line extends Looks {
  readonly product: Product;
  readonly browser: Browser;
  /** Path of the case's page, once the application is begun. */
  casePath: string;
  /** The persona's browser, on this page; on the case's if none is said. The persona `""` is a visitor. */
  at(persona: string, path?: string): Promise<Person>;
  /** The persona's browser as it was left. */
  back(persona: string): Person;
  /** The case as the persona's browser is told of it. */
  view(persona: string): Promise<CaseBody>;
  /** Wait until somebody is asked for this kind of answer on the case; as the persona sees it. */
  asked(persona: string, kind: string, slot?: string): Promise<CaseBody>;
  stop(): Promise<void>;
}

/** The case as the API answers it, as far as steps read it. */
export interface CaseBody {
  readonly status: string;
  readonly reference: string;
  readonly tasks: readonly { readonly kind: string; readonly slot: string; readonly status: string }[];
  readonly slots: readonly { readonly slot: string; readonly reviewerId: string; readonly status: string }[];
}

export async function openLine(): Promise<Line> {
  const [browser, product] = await Promise.all([openBrowser(), startDemo()]);
  const people = new Map<string, Person>();
  const line: Line = {
    ...createLooks(),
    product,
    browser,
    casePath: "",
    async at(persona, path = line.casePath) {
      const known = people.get(persona);
      if (known !== undefined) {
        await known.page.goto(path);
        return known;
      }
      const person = await openPerson(browser, product);
      people.set(persona, person);
      if (persona === "") await person.page.goto(path);
      else await become(person, persona, path);
      return person;
    },
    back(persona) {
      const person = people.get(persona);
      if (person === undefined) throw new Error(`${persona} was not here yet`);
      return person;
    },
    async view(persona) {
      const { context } = people.get(persona) ?? (await line.at(persona));
      const answer = await context.request.get(`/api${line.casePath}`);
      if (!answer.ok()) throw new Error(`${persona} may not read the case: ${answer.status()} ${await answer.text()}`);
      return (await answer.json()) as CaseBody;
    },
    asked: (persona, kind, slot) =>
      until(`${kind} to be asked of ${persona}`, async () => {
        const view = await line.view(persona);
        const open = view.tasks.some(
          (task) => task.kind === kind && task.status === "open" && (slot === undefined || task.slot === slot),
        );
        return open ? view : undefined;
      }),
    async stop() {
      await browser.close();
      await product.stop();
    },
  };
  return line;
}
