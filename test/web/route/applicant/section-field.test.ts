import { declaredField } from "@multihelix/web/route/applicant/declared-aid.ts";
import {
  amountField,
  numberField,
  readTyped,
  schemaOf,
  textField,
  tickField,
  typedOf,
  yesNoField,
} from "@multihelix/web/route/applicant/section-field.ts";
import { describe, expect, it } from "vitest";

const words = { yes: "Yes", no: "No" };
const fields = {
  title: textField("Title", "Enter a title.", 10, "Too long."),
  headcount: numberField("People", "Enter the number."),
  turnover: amountField("Turnover", "EUR", "nl-BE", "Enter the turnover."),
  inDifficulty: yesNoField("In difficulty?", "Say whether.", words),
  truthful: tickField("True", "Confirm.", words),
};
const blank = { title: "", headcount: "", turnover: "", inDifficulty: "", truthful: false };

describe("a half-filled section", () => {
  it("stores what is answered and leaves out what is not", () => {
    const typed = { ...blank, title: " S ", headcount: "31", turnover: "4.200.000,00", inDifficulty: "no" };
    expect(readTyped(fields, typed, {})).toEqual({
      answers: { title: "S", headcount: 31, turnover: 420_000_000, inDifficulty: false },
      unread: [],
    });
  });

  it("keeps the stored answer of a field that cannot be read yet, and names the field", () => {
    const typed = { ...blank, headcount: "thirty", title: "longer than ten" };
    expect(readTyped(fields, typed, { headcount: 12 })).toEqual({
      answers: { headcount: 12 },
      unread: ["title", "headcount"],
    });
  });

  it("counts an unticked statement as not answered, never as a no", () => {
    expect(readTyped(fields, blank, { truthful: true }).answers).toEqual({});
  });

  it("is typed again as the reader's country writes it, and reads back to the same", () => {
    const stored = { title: "S", headcount: 31, turnover: 123_456, inDifficulty: true, truthful: true };
    const typed = typedOf(fields, stored);
    expect(typed).toMatchObject({ turnover: "1.234,56", inDifficulty: "yes", truthful: true });
    expect(readTyped(fields, typed, {}).answers).toEqual(stored);
  });

  it("is complete only when every field is answered", () => {
    const issues = schemaOf(fields).safeParse(blank).error?.issues ?? [];
    expect(issues.map(({ message }) => message)).toEqual([
      "Enter a title.",
      "Enter the number.",
      "Enter the turnover.",
      "Say whether.",
      "Confirm.",
    ]);
  });
});

describe("other aid", () => {
  const field = declaredField("State aid", "EUR", "en-GB", "BE", "None");
  const grant = {
    grantor: "VLAIO",
    amount: "84,000.00",
    granted: { day: "12", month: "3", year: "2024" },
    country: "BE",
  };

  it("is an empty list when there is none, whatever stands in the grants", () => {
    expect(field.schema.parse({ any: "no", grants: [{ ...grant, amount: "?" }] })).toEqual([]);
  });

  it("is each grant with its amount in minor units, its day and its country", () => {
    const stored = [{ grantor: "VLAIO", amount: 8_400_000, granted: "2024-03-12", country: "BE" }];
    expect(field.schema.parse({ any: "yes", grants: [grant] })).toEqual(stored);
    expect(field.schema.parse(field.typed(stored))).toEqual(stored);
  });

  it("is not answered until there is a yes or a no", () => {
    const [issue] = field.schema.safeParse(field.blank).error?.issues ?? [];
    expect(issue).toMatchObject({ path: ["any"], message: "Say whether your company got other state aid." });
  });
});
