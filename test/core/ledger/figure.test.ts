import { balancesOf } from "@multihelix/core/ledger/balance.ts";
import { postingsOfFigure, sumOfFigure } from "@multihelix/core/ledger/figure.ts";
import { accounts, type Posting } from "@multihelix/core/ledger/posting.ts";
import { statementsOf } from "@multihelix/core/ledger/statement.ts";
import { describe, expect, test } from "vitest";
import { aLedger } from "../../fixture/build/call.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { fc } from "../../fixture/fast-check.ts";

const zoneOf = () => "Europe/Brussels";
const ledgers = [aLedger(), { ...aLedger(), budgetYear: 2027 }, aLedger("lund", "SEK")];
const posting: fc.Arbitrary<Posting> = fc
  .record({
    ledger: fc.constantFrom(...ledgers),
    at: fc.constantFrom("2026-03-01T08:00:00Z", "2026-06-30T22:30:00Z", "2026-12-31T23:30:00Z").map(at),
    pair: fc.shuffledSubarray([...accounts], { minLength: 2, maxLength: 2 }),
    amount: fc.integer({ min: 1, max: 1_000_000 }),
  })
  .map(({ pair: [to = "available", from = "reserved"], ...rest }) => ({
    ...rest,
    to,
    from,
    postingId: idOf("pst", `${rest.amount}`),
    verb: "test.move",
    actor: "system:test",
    memo: "",
    version: 0,
  }));
const many = fc.array(posting, { maxLength: 30 });

/** What a figure adds up to in one currency. */
const sum = (found: ReturnType<typeof postingsOfFigure>, currency: string) =>
  sumOfFigure(found).find((one) => one.currency === currency)?.amount ?? 0;

describe("a figure", () => {
  test("of an account is its balance, the budget's with its sign turned", () => {
    fc.assert(
      fc.property(many, fc.constantFrom(...ledgers), (postings, ledger) => {
        const own = postings.filter((one) => one.ledger === ledger);
        for (const account of accounts) {
          const found = postingsOfFigure(own, { accounts: [account] }, zoneOf);
          const balance = balancesOf(own)[account] * (account === "appropriation" ? -1 : 1);
          expect(sum(found, ledger.currency)).toBe(balance + 0);
        }
      }),
    );
  });

  test("of several accounts is the sum of their balances: what moves between them counts for nothing", () => {
    const several = ["committed", "payable", "disbursed"] as const;
    fc.assert(
      fc.property(many, (postings) => {
        const found = postingsOfFigure(postings, { accounts: several, currency: "EUR" }, zoneOf);
        const own = balancesOf(postings.filter(({ ledger }) => ledger.currency === "EUR"));
        expect(sum(found, "EUR")).toBe(several.reduce((all, account) => all + own[account], 0));
        const within = (one: Posting) =>
          [one.to, one.from].every((side) => several.some((account) => account === side));
        expect(found.filter((one) => within(one.posting))).toEqual([]);
      }),
    );
  });

  test("of a statement, opening, movement or closing, is what its postings add up to", () => {
    const span = { from: "2026-06-30", to: "2026-12-31", by: "year" } as const;
    fc.assert(
      fc.property(many, (postings) => {
        for (const {
          ledgers: [ledger],
          currency,
          opening,
          movements,
          closing,
        } of statementsOf(postings, span, zoneOf)) {
          const of = { currency, year: ledger?.budgetYear };
          const find = (more: object) => sum(postingsOfFigure(postings, { ...of, ...more }, zoneOf), currency);
          for (const account of accounts) {
            const sign = account === "appropriation" ? -1 : 1;
            expect(find({ accounts: [account], to: "2026-06-29" })).toBe(opening[account] * sign + 0);
            expect(find({ accounts: [account], to: span.to })).toBe(closing[account] * sign + 0);
          }
          for (const moved of movements)
            expect(find({ accounts: [moved.to], against: moved.from, from: span.from, to: span.to })).toBe(
              moved.amount,
            );
        }
      }),
    );
  });

  test("adds no unlike currencies", () => {
    const [euro, krona] = [aLedger(), aLedger("lund", "SEK")].map((ledger, index) => ({
      ledger,
      postingId: idOf("pst", `c${index}`),
      at: at("2026-03-01T08:00:00Z"),
      to: "available" as const,
      from: "appropriation" as const,
      amount: 5,
      verb: "budget.set",
      actor: "system:test",
      memo: "",
      version: 0,
    }));
    const found = postingsOfFigure(
      [euro, krona].flatMap((one) => one ?? []),
      { accounts: ["available"] },
      zoneOf,
    );
    expect(sumOfFigure(found)).toEqual([
      { currency: "EUR", amount: 5 },
      { currency: "SEK", amount: 5 },
    ]);
  });
});
