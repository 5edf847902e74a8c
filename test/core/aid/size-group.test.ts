import { sizeOfGroup } from "@multihelix/core/aid/size-group.ts";
import type { SizeLink, YearFigures } from "@multihelix/core/aid/size-link.ts";
import { relationOf } from "@multihelix/core/aid/size-relation.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { describe, expect, test } from "vitest";
import { fc } from "../../fixture/fast-check.ts";

const network = demoNetwork();
const million = 100_000_000;

const year = (headcount: number, turnover = 0, balanceSheet = turnover): YearFigures => ({
  headcount,
  turnover,
  balanceSheet,
});
const aLink = (given: Partial<SizeLink> = {}): SizeLink => ({
  name: "Owner",
  kind: "enterprise",
  percent: 100,
  control: false,
  samePersons: false,
  last: year(100, 20 * million),
  ...given,
});
const group = (last: YearFigures, links: SizeLink[] = [], more: Partial<Parameters<typeof sizeOfGroup>[1]> = {}) =>
  sizeOfGroup(network, { currency: "EUR", closed: "2025-12-31", last, newOwner: false, links, ...more });

describe("ties", () => {
  test("under 25 % counts nothing, up to 50 % pro rata, above wholly", () => {
    const relation = (percent: number) => relationOf(aLink({ percent }));
    expect(relation(24.99)).toEqual({ relation: "autonomous", percent: 0 });
    expect(relation(25)).toEqual({ relation: "partner", percent: 25 });
    expect(relation(50)).toEqual({ relation: "partner", percent: 50 });
    expect(relation(50.01)).toEqual({ relation: "linked", percent: 100 });
  });

  test("who decides, or the same persons on the same market, count wholly at any share", () => {
    expect(relationOf(aLink({ percent: 5, control: true })).percent).toBe(100);
    expect(relationOf(aLink({ percent: 0, samePersons: true })).percent).toBe(100);
  });

  test("an exempt investor is no partner, but a linked enterprise where it decides", () => {
    expect(relationOf(aLink({ kind: "exempt-investor", percent: 45 })).percent).toBe(0);
    expect(relationOf(aLink({ kind: "exempt-investor", percent: 51 })).percent).toBe(100);
  });

  test("public bodies with 25 % together make it no SME", () => {
    const council = (percent: number) => aLink({ kind: "public-body", percent });
    expect(group(year(5), [council(12.5), council(12.49)])).toMatchObject({ publicOwned: false, publicPercent: 24.99 });
    expect(group(year(5), [council(12.5), council(12.5)])).toMatchObject({ publicOwned: true, publicPercent: 25 });
    expect(group(year(5), [aLink({ kind: "public-body", percent: 1, control: true })]).publicOwned).toBe(true);
  });

  test("whose figures count and are not stated is named", () => {
    const { last: _last, ...silent } = aLink();
    expect(group(year(5), [{ ...silent, percent: 10 }]).unstated).toEqual([]);
    expect(group(year(5), [{ ...silent, percent: 30 }]).unstated).toEqual(["Owner"]);
  });
});

test("each line says what counts of it; the lines add up to the sum", () => {
  const result = group(year(10, million), [
    aLink({ percent: 30, last: year(15, 10 * million) }),
    aLink({ name: "Mother", percent: 60, currency: "SEK", last: year(20, 100 * million) }),
  ]);
  expect(result.last.lines).toMatchObject([
    { relation: "own", percent: 100, headcount: 10 },
    { name: "Owner", relation: "partner", percent: 30, headcount: 4.5, turnover: { amount: 3 * million } },
    { name: "Mother", relation: "linked", stated: { turnover: { amount: 100 * million, currency: "SEK" } } },
  ]);
  expect(result.last.headcount).toBe(34.5);
  expect(result.last.lines[2]?.rate).toMatchObject({ date: "2025-12-31" });
});

test("a foreign amount counts at the rate of the closing day, not of today", () => {
  const rateOn = (closed: string) => group(year(1), [aLink({ currency: "SEK" })], { closed }).last.lines[1]?.rate?.date;
  expect(rateOn("2025-12-31")).toBe("2025-12-31");
  expect(rateOn("2026-06-29")).toBe("2026-05-31");
  expect(rateOn("2019-12-31")).toBe("2025-01-31");
});

describe("two years in a row", () => {
  const small = year(40);
  const medium = year(60);

  test("one year over the threshold changes nothing, two do", () => {
    expect(group(medium, [], { before: small })).toMatchObject({ class: "small", kept: true });
    expect(group(medium, [], { before: medium })).toMatchObject({ class: "medium", kept: false });
    expect(group(small, [], { before: medium })).toMatchObject({ class: "medium", kept: true });
  });

  test("a first year, or a new owner, counts at once", () => {
    expect(group(medium)).toMatchObject({ class: "medium", kept: false });
    expect(group(medium, [], { before: small, newOwner: true })).toMatchObject({ class: "medium", kept: false });
  });

  test("a link that told one year counts with it in both", () => {
    const result = group(small, [aLink({ last: year(20) })], { before: year(20) });
    expect([result.last.headcount, result.before?.headcount]).toEqual([60, 40]);
  });
});

describe("whatever the figures", () => {
  const order = ["micro", "small", "medium", "large"];
  const figures = fc.record({
    headcount: fc.nat(400),
    turnover: fc.nat(60 * million),
    balanceSheet: fc.nat(60 * million),
  });
  const link = fc.record({
    name: fc.constant("Link"),
    kind: fc.constantFrom("enterprise", "exempt-investor", "public-body"),
    percent: fc.nat(100),
    control: fc.boolean(),
    samePersons: fc.boolean(),
    currency: fc.constantFrom("EUR", "SEK", "GBP"),
    last: figures,
  }) as fc.Arbitrary<SizeLink>;

  test("another tie never makes a company smaller", () => {
    fc.assert(
      fc.property(figures, fc.array(link, { maxLength: 5 }), link, (last, links, one) => {
        const [without, withIt] = [group(last, links), group(last, [...links, one])];
        expect(order.indexOf(withIt.class)).toBeGreaterThanOrEqual(order.indexOf(without.class));
        expect(withIt.last.headcount).toBeGreaterThanOrEqual(without.last.headcount);
      }),
    );
  });

  test("the order of ties does not matter, and the sum is that of its lines", () => {
    fc.assert(
      fc.property(figures, fc.array(link, { maxLength: 6 }), (last, links) => {
        const [there, back] = [group(last, links), group(last, links.toReversed())];
        expect(back.last).toMatchObject({ headcount: there.last.headcount, turnover: there.last.turnover });
        const turnover = there.last.lines.reduce((all, line) => all + line.turnover.amount, 0);
        expect(there.last.turnover).toEqual({ amount: turnover, currency: "EUR" });
      }),
    );
  });
});
