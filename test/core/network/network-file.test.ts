import type { DomainError } from "@multihelix/core/kernel/error.ts";
import { money } from "@multihelix/core/kernel/money.ts";
import { checkNetwork } from "@multihelix/core/network/check-network.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { budgetYearOf } from "@multihelix/core/network/fund.ts";
import {
  approvalPolicyFor,
  calendarOf,
  fundOf,
  isInArea,
  type NetworkFile,
  parkOf,
  registerSchemeOf,
} from "@multihelix/core/network/network-file.ts";
import { textIn } from "@multihelix/core/network/text.ts";
import { describe, expect, test } from "vitest";
import { referenceCalendar } from "../../fixture/calendar.ts";
import { csvRows } from "../../fixture/csv.ts";
import { networkWithGeneva } from "../../fixture/network.ts";

/** What the check says of the demo network after one change. */
function problemsAfter(change: (network: NetworkFile) => unknown): string[] {
  const network = demoNetwork();
  change(network);
  const check = checkNetwork(network);
  return check.ok ? [] : check.problems.map((problem) => `${problem.path}: ${problem.text}`);
}

describe("the demo network", () => {
  test("has no problems and the five parks of the network", () => {
    const check = checkNetwork(demoNetwork());
    expect(check).toMatchObject({ ok: true });
    expect(demoNetwork().parks.map((park) => [park.id, park.country, park.calendar, park.currency, park.zone])).toEqual(
      [
        ["limburg", "BE", "BE", "EUR", "Europe/Brussels"],
        ["sherbrooke", "CA", "CA-QC", "CAD", "America/Toronto"],
        ["wales", "GB", "GB-WLS", "GBP", "Europe/London"],
        ["lund", "SE", "SE", "SEK", "Europe/Stockholm"],
        ["uppsala", "SE", "SE", "SEK", "Europe/Stockholm"],
      ],
    );
  });

  test("carries the holidays and rates of the reference data", () => {
    for (const region of ["BE", "CA-QC", "GB-WLS", "SE"])
      expect(calendarOf(demoNetwork(), region)).toEqual(referenceCalendar(region));
    for (const row of csvRows("fx/rates-2026.csv")) {
      for (const quote of ["CAD", "GBP", "SEK"]) {
        const rate = demoNetwork().rates.find((one) => one.quote === quote && one.period === row.month);
        expect(rate?.rate).toBe(row[`EUR/${quote}`]);
        expect(rate?.source).toMatch(/synthetic/i);
      }
    }
  });

  test("fits into one stored item", () => {
    expect(JSON.stringify(demoNetwork()).length).toBeLessThan(200_000);
  });

  test("each payer has legal texts in each language of the network", () => {
    for (const park of demoNetwork().parks.filter((one) => !one.associate)) {
      expect(Object.keys(park.texts.legalRemedy).toSorted()).toEqual(["cy", "en", "fr", "nl", "sv"]);
      expect(Object.keys(park.texts.awardRemedy ?? {}).toSorted()).toEqual(["cy", "en", "fr", "nl", "sv"]);
      expect(Object.keys(park.texts.terms).toSorted()).toEqual(["cy", "en", "fr", "nl", "sv"]);
    }
  });
});

describe("a new park is data", () => {
  test("geneva joins with its own currency, calendar, register and fund", () => {
    const network = networkWithGeneva();
    expect(parkOf(network, "geneva")).toMatchObject({ currency: "CHF", calendar: "CH-GE", zone: "Europe/Zurich" });
    expect(calendarOf(network, "CH-GE").holidays).toContainEqual({ date: "2026-09-10", name: "Jeûne genevois" });
    expect(fundOf(network, "geneva-cantonal").currency).toBe("CHF");
    expect(registerSchemeOf(network, "CHE-UID").country).toBe("CH");
  });
});

describe("what is wrong with a file is said in words, with its place", () => {
  test("a file of the wrong shape names every field", () => {
    const check = checkNetwork({
      ...demoNetwork(),
      parks: [{ ...demoNetwork().parks[0], zone: 1, initials: "x" }],
      extra: true,
    });
    const paths = check.ok ? [] : check.problems.map((problem) => problem.path);
    expect(paths).toEqual(expect.arrayContaining(["parks[0].zone", "parks[0].initials", "(file)"]));
    expect(checkNetwork(undefined).ok).toBe(false);
  });

  test.each<[string, (network: NetworkFile) => unknown, string]>([
    ["two parks of one name", (n) => n.parks.push({ ...parkOf(n, "uppsala") }), 'Park "uppsala" is there twice.'],
    ["a calendar that is not there", (n) => Object.assign(parkOf(n, "lund"), { calendar: "DK" }), 'the calendar "DK"'],
    ["an unknown zone", (n) => Object.assign(parkOf(n, "lund"), { zone: "Europe/Lund" }), "Europe/Lund"],
    ["a wrong IBAN", (n) => Object.assign(parkOf(n, "lund").debtor ?? {}, { iban: "SE1" }), "parks[3].debtor.iban"],
    ["two account numbers", (n) => Object.assign(parkOf(n, "lund").debtor ?? {}, { other: "1" }), "not both"],
    ["a wrong BIC", (n) => Object.assign(parkOf(n, "lund").debtor ?? {}, { bic: "1" }), "is no BIC"],
    [
      "a wrong register number",
      (n) => Object.assign(parkOf(n, "lund").legalEntity ?? {}, { registerId: "1" }),
      "parks[3].legalEntity.registerId",
    ],
    [
      "a payer without account",
      (n) => Reflect.deleteProperty(parkOf(n, "wales"), "debtor"),
      "the account it pays from",
    ],
    ["a payer without body", (n) => Reflect.deleteProperty(parkOf(n, "wales"), "legalEntity"), "needs a legal entity"],
    [
      "a missing legal text",
      (n) => Reflect.deleteProperty(parkOf(n, "wales").texts.legalRemedy, "cy"),
      'there is no text in "cy"',
    ],
    [
      "a text on awards that misses a language",
      (n) => Reflect.deleteProperty(parkOf(n, "wales").texts.awardRemedy ?? {}, "cy"),
      "texts.awardRemedy",
    ],
    ["an unknown area", (n) => Reflect.deleteProperty(n.areas, "eea"), 'the area "eea" is not in this file'],
    ["a fund of nobody", (n) => Object.assign(fundOf(n, "wales-innovation"), { parkId: "x" }), "funds[3].parkId"],
    ["a fund of an associate", (n) => Object.assign(fundOf(n, "lund-regional"), { parkId: "uppsala" }), "no budget"],
    ["a fund in another currency", (n) => Object.assign(fundOf(n, "wales-innovation"), { currency: "EUR" }), "in GBP"],
    ["no approval rows", (n) => n.approvals.splice(0, 2), "nobody approves a voucher"],
    [
      "a gap between approval rows",
      (n) => Object.assign(n.approvals[1] ?? {}, { from: 2_500_006 }),
      "2500001 to 2500005",
    ],
    ["overlapping approval rows", (n) => Object.assign(n.approvals[1] ?? {}, { from: 2_499_999 }), "are in two rows"],
    ["no upper end of approval", (n) => Object.assign(n.approvals[1] ?? {}, { to: 9_000_000 }), "from 9000001"],
    [
      "two aid rows for one day",
      (n) => n.aid.push(...n.aid.slice(0, 1).map((row) => ({ ...row, jurisdictions: ["SE"] }))),
      "For payers of SE, eu-de-minimis has two rows",
    ],
    ["an unreachable currency", (n) => n.rates.splice(0, n.rates.length), "no rate between EUR and SEK"],
    ["a doubled rate", (n) => n.rates.push(...n.rates.slice(0, 1)), "is there twice"],
    [
      "a holiday outside its calendar",
      (n) => n.calendars[0]?.holidays.push({ date: "2031-01-01", name: "x" }),
      "is outside 2025-01-01 to 2030-12-31",
    ],
    [
      "a scheme whose example fails",
      (n) => Object.assign(registerSchemeOf(n, "SE-ON"), { example: "1" }),
      "does not pass its rule",
    ],
  ])("%s", (_, change, expected) => {
    expect(problemsAfter(change).join("\n")).toContain(expected);
  });

  test("all problems are given at once", () => {
    const problems = problemsAfter((network) => {
      parkOf(network, "lund").zone = "x";
      parkOf(network, "wales").calendar = "y";
      fundOf(network, "lund-regional").currency = "EUR";
    });
    expect(problems.length).toBe(3);
  });
});

describe("looking things up", () => {
  const network = demoNetwork();

  test("what is not there is not found, by name", () => {
    expect(() => parkOf(network, "x")).toThrow(
      expect.objectContaining({ kind: "not_found", code: "park.unknown" }) as DomainError,
    );
    expect(() => calendarOf(network, "x")).toThrow(
      expect.objectContaining({ code: "calendar.unknown" }) as DomainError,
    );
    expect(() => fundOf(network, "x")).toThrow(expect.objectContaining({ code: "fund.unknown" }) as DomainError);
    expect(() => isInArea(network, "x", "BE")).toThrow(
      expect.objectContaining({ code: "area.unknown" }) as DomainError,
    );
  });

  test("the approval row of an amount, up to and including its end", () => {
    expect(approvalPolicyFor(network, "limburg", "voucher", money(2_500_000, "EUR")).approvers).toBe(1);
    expect(approvalPolicyFor(network, "limburg", "voucher", money(2_500_001, "EUR")).approvers).toBe(2);
    const wrong = expect.objectContaining({ code: "approval.wrong-currency" }) as DomainError;
    expect(() => approvalPolicyFor(network, "limburg", "voucher", money(1, "GBP"))).toThrow(wrong);
    const none = expect.objectContaining({ code: "approval.no-policy" }) as DomainError;
    expect(() => approvalPolicyFor(network, "uppsala", "voucher", money(1, "SEK"))).toThrow(none);
  });

  test("a budget year begins on the fund's own first day", () => {
    expect(budgetYearOf(fundOf(network, "wales-innovation"), "2027-03-31")).toBe(2026);
    expect(budgetYearOf(fundOf(network, "wales-innovation"), "2027-04-01")).toBe(2027);
    expect(budgetYearOf(fundOf(network, "limburg-regional"), "2027-01-01")).toBe(2027);
  });

  test("a text is read in the reader's language, else in the park's, else in English", () => {
    expect(textIn({ en: "a", sv: "b" }, "sv")).toBe("b");
    expect(textIn({ en: "a", sv: "b" }, "fr", ["sv"])).toBe("b");
    expect(textIn({ en: "a", sv: "b" }, "fr")).toBe("a");
    expect(textIn({ nl: "c" }, "fr")).toBe("c");
  });
});
