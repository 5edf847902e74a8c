import { emptyLine, typedLines } from "@multihelix/web/route/case/invoice-schema.ts";
import { answerSchema, reportSchema } from "@multihelix/web/route/case/report-schema.ts";
import { callExample } from "@multihelix/web/route/check/call-example.ts";
import { offerSchema, typedOffer } from "@multihelix/web/route/provider/offer-schema.ts";
import { describe, expect, it } from "vitest";

const day = { day: "24", month: "11", year: "2026" };
const line = {
  invoiceNumber: "26-1",
  invoiceDate: day,
  description: "Tests",
  net: "131 250,00",
  vat: "0",
  vatKind: "charged",
};
const sent = {
  invoiceNumber: "26-1",
  invoiceDate: "2026-11-24",
  description: "Tests",
  net: { amount: 13_125_000, currency: "SEK" },
  vat: { amount: 0, currency: "SEK" },
  vatKind: "charged" as const,
};

describe("a report with its invoice", () => {
  const schema = reportSchema(["SEK", "EUR", "JPY"], "sv-SE", false);

  it("is sent in minor units of the invoice's own currency", () => {
    const typed = { report: "Done.", workFinishedOn: day, currency: "SEK", interim: false, lines: [line] };
    expect(schema.parse(typed)).toEqual({
      report: "Done.",
      workFinishedOn: "2026-11-24",
      currency: "SEK",
      interim: false,
      lines: [sent],
    });
    const yen = schema.parse({ ...typed, currency: "JPY", lines: [{ ...line, net: "1200" }] });
    expect(yen.lines[0]?.net).toEqual({ amount: 1200, currency: "JPY" });
  });

  it("says when the work began where it may not have begun before the award", () => {
    const held = reportSchema(["SEK"], "sv-SE", false, true);
    const typed = { report: "Done.", workFinishedOn: day, currency: "SEK", interim: false, lines: [line] };
    expect(held.parse({ ...typed, workBegunOn: { ...day, day: "20" } })).toMatchObject({ workBegunOn: "2026-11-20" });
    const empty = { day: "", month: "", year: "" };
    const problems = held.safeParse({ ...typed, workBegunOn: empty }).error?.issues.map(({ path }) => path.join("."));
    expect(problems).toEqual(["workBegunOn"]);
    expect(schema.parse({ ...typed, workBegunOn: empty })).not.toHaveProperty("workBegunOn");
  });

  it("names every field that is empty, at its place", () => {
    const workFinishedOn = { day: "", month: "", year: "" };
    const typed = { report: "", workFinishedOn, currency: "EUR", interim: false, lines: [emptyLine] };
    const paths = schema.safeParse(typed).error?.issues.map(({ path }) => path.join("."));
    expect(paths).toEqual([
      "report",
      "workFinishedOn",
      "lines.0.invoiceNumber",
      "lines.0.invoiceDate",
      "lines.0.description",
      "lines.0.net",
      "lines.0.vat",
    ]);
  });
});

describe("an answer about a claim", () => {
  const schema = answerSchema(["SEK", "EUR"], "sv-SE", false);

  it("looks at the lines only if they are to be corrected", () => {
    const typed = { answer: "Yes.", correct: false, currency: "SEK", lines: [emptyLine] };
    expect(schema.safeParse(typed).success).toBe(true);
    expect(schema.safeParse({ ...typed, correct: true }).success).toBe(false);
  });

  it("opens the lines as they were sent", () => {
    const lines = typedLines([sent], "sv-SE");
    expect(schema.parse({ answer: "Yes.", correct: true, currency: "SEK", lines }).lines).toEqual([sent]);
  });
});

describe("an offer", () => {
  const content = {
    scope: "Stability of the medium in three batches.",
    price: { amount: 1_250_050, currency: "EUR" },
    startsOn: "2027-02-01",
    endsOn: "2027-05-30",
    independent: true,
    priceBasis: "market-price" as const,
  };

  it("that was confirmed opens again as it was", () => {
    const typed = typedOffer(content, "EUR", "fr-CA");
    expect(offerSchema(["EUR"], "fr-CA").parse(typed)).toEqual({ content });
  });

  it("names a last day only where the provider does", () => {
    const typed = { ...typedOffer(content, "EUR", "en-GB"), validUntil: { day: "30", month: "6", year: "2027" } };
    expect(offerSchema(["EUR"], "en-GB").parse(typed)).toEqual({ content, validUntil: "2027-06-30" });
    const wrong = { ...typed, validUntil: { day: "31", month: "6", year: "2027" } };
    expect(offerSchema(["EUR"], "en-GB").safeParse(wrong).success).toBe(false);
  });

  it("says that the provider is not independent when it has an interest", () => {
    const typed = { ...typedOffer(content, "EUR", "en-GB"), interest: "yes" };
    expect(offerSchema(["EUR"], "en-GB").parse(typed).content.independent).toBe(false);
  });

  it("leaves no answer open", () => {
    const issues = offerSchema(["EUR"], "en-GB").safeParse(typedOffer(undefined, "EUR", "en-GB")).error?.issues ?? [];
    expect(issues.map(({ path }) => path[0])).toEqual([
      "scope",
      "price",
      "startsOn",
      "endsOn",
      "interest",
      "priceBasis",
    ]);
  });
});

describe("the example of a call", () => {
  it("is a round price whose voucher is the call's largest", () => {
    expect(callExample({ currency: "EUR", intensity: 80, maximumAward: 1_000_000 })).toEqual({
      price: 1_250_000,
      voucher: 1_000_000,
      own: 250_000,
    });
  });
});
