/** How often the books said yes and no, by what was asked: a story in which hardly anything happens proves nothing. */
import { expect } from "vitest";

export type Tally = Map<string, { yes: number; no: number }>;

export function count(tally: Tally, asked: string, said: boolean): void {
  const { yes, no } = tally.get(asked) ?? { yes: 0, no: 0 };
  tally.set(asked, said ? { yes: yes + 1, no } : { yes, no: no + 1 });
}

/** How often each must at least have been done by a hundred stories, whatever their lot: most is done far more often. */
export const leastDone: Readonly<Record<string, number>> = {
  "set-budget": 100,
  propose: 50,
  "propose-jointly": 20,
  free: 20,
  commit: 50,
  "propose another value": 50,
  "approve another value": 10,
  raise: 8,
  lower: 8,
  lapse: 20,
  "clear a claim": 50,
  "clear a foreign invoice": 20,
  "clear the last claim": 20,
  "reverse-clearing": 10,
  prepare: 50,
  release: 50,
  send: 50,
  book: 50,
  "book twice": 5,
  return: 20,
  "return before booking": 5,
  "return once redeemed": 3,
  "return in a closed year": 3,
  "pay again": 5,
  reject: 10,
  "pay after a rejection": 2,
  "book-rejected": 5,
  "end-year": 50,
  "close-year": 20,
  "ask-back": 20,
  "receive-back": 5,
  "cancel-recovery": 5,
  "write-off": 5,
  "move-in": 20,
  "redress-again": 20,
  "redress-recovery": 5,
};

/** The same of what must have been refused. */
export const leastRefused: Readonly<Record<string, number>> = {
  "set-budget": 5,
  raise: 3,
  "propose another value": 10,
  "clear a claim": 5,
  "clear a foreign invoice": 3,
  "reverse-clearing": 10,
  reject: 3,
  "close-year": 10,
  "ask-back": 10,
};

/** Five stories of vouchers that are paid. */
export const leastOnStore: Readonly<Record<string, number>> = {
  commit: 10,
  "clear the last claim": 5,
  send: 15,
  book: 15,
  "return once redeemed": 1,
  "end-year": 1,
};

export function demandPlayed(tally: Tally, done: typeof leastDone, refused: typeof leastRefused = {}): void {
  const short = [
    ...Object.entries(done).map(([asked, least]) => ({ asked, said: "yes", least, found: tally.get(asked)?.yes ?? 0 })),
    ...Object.entries(refused).map(([asked, least]) => ({
      asked,
      said: "no",
      least,
      found: tally.get(asked)?.no ?? 0,
    })),
  ].filter(({ found, least }) => found < least);
  expect(short, "asked too seldom to prove anything").toEqual([]);
}
