/** Telling a story: steps with their evidence, facts that must hold, and the people in it. */
import type { Client } from "./client.ts";
import { demoSetting, type Setting } from "./people.ts";
import { type Authenticators, signIn, until, type World } from "./world.ts";

export interface Story extends Setting {
  world: World;
  /** The signed-in client of a person; signs in on first use. */
  as(email: string): Promise<Client>;
  /** One step: what is done, and what shows that it was. Throws with the step's name if it fails. */
  step<T>(what: string, work: () => Promise<{ evidence: string; value?: T }>): Promise<T | undefined>;
  /** Poll the case as this person until its status is one of these. */
  caseUntil(email: string, caseId: string, what: string, fits: (view: CaseBody) => boolean): Promise<CaseBody>;
  steps(): number;
}

/** The case as the API answers it, as far as stories read it. */
// biome-ignore lint/suspicious/noExplicitAny: a story reads answers as an outsider would, without the product's types
export type CaseBody = Record<string, any>;

/** Everybody who signed in so far: the branches of one run share their people. */
export interface Cast {
  clients: Map<string, Promise<Client>>;
  authenticators: Authenticators;
  /** How somebody comes in, where it is not by mail and second factor. */
  enter?: (email: string) => Promise<Client>;
}
export function newCast(): Cast {
  return { clients: new Map(), authenticators: new Map() };
}

export function createStory(
  world: World,
  print: (line: string) => void,
  { clients, authenticators, enter = (email) => signIn(world, email, authenticators) }: Cast,
  setting: Setting = demoSetting,
): Story {
  let count = 0;
  const as = (email: string) => {
    const known = clients.get(email);
    if (known !== undefined) return known;
    const made = enter(email);
    clients.set(email, made);
    return made;
  };
  return {
    ...setting,
    world,
    as,
    async step(what, work) {
      count += 1;
      const began = performance.now();
      try {
        const { evidence, value } = await work();
        print(
          `${String(count).padStart(3)}. ${what.padEnd(58)} ${evidence}  (${Math.round(performance.now() - began)} ms)`,
        );
        return value;
      } catch (error) {
        throw new Error(`step ${count} failed: ${what}: ${(error as Error).message}`, { cause: error });
      }
    },
    async caseUntil(email, caseId, what, fits) {
      const client = await as(email);
      return until(`${what} on ${caseId}`, async () => {
        const { status, body } = await client.get(`/api/cases/${caseId}`);
        return status === 200 && fits(body) ? body : undefined;
      });
    },
    steps: () => count,
  };
}

/** Refuse to go on unless the answer has this status. */
export function expectStatus(answer: { status: number; body: unknown }, status: number): void {
  if (answer.status !== status)
    throw new Error(`answered ${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`);
}

export function expect(fact: boolean, what: string): void {
  if (!fact) throw new Error(`does not hold: ${what}`);
}

/** Whether somebody is asked for this kind of answer now. */
export function asked(view: CaseBody, kind: string, slot?: string): boolean {
  return (view.tasks as CaseBody[]).some(
    (task) => task.kind === kind && task.status === "open" && (slot === undefined || task.slot === slot),
  );
}
