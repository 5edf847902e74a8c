import { answersOf, gapsOf } from "@multihelix/core/application/completeness.ts";
import { expect, test } from "vitest";
import { aSection, theSections } from "../../fixture/build/application.ts";

test("nothing is missing from a complete application", () => {
  expect(gapsOf(theSections())).toEqual([]);
});

test("sections that were never saved miss every field, in the order of the form", () => {
  const gaps = gapsOf([aSection("company"), aSection("declarations")]);
  expect(gaps.map(({ section, field }) => `${section}.${field}`)).toEqual([
    "project.title",
    "project.summary",
    "project.need",
    "project.effect",
    "aid.declared",
    "aid.signed",
  ]);
});

test("blanks are no answer, and a figure that is no figure cannot be read", () => {
  const gaps = gapsOf(theSections({ project: { title: "   " }, company: { headcount: 1.5 } }));
  expect(gaps).toEqual([
    { section: "project", field: "title", reason: "missing" },
    { section: "company", field: "headcount", reason: "unreadable" },
  ]);
});

test("a declaration that was answered with no is complete; whether it will do is for the requirements", () => {
  expect(gapsOf(theSections({ declarations: { notBegun: false } }))).toEqual([]);
});

test("answers are those that can be read", () => {
  const answers = answersOf(theSections({ company: { headcount: "many" } }));
  expect(answers.company).toEqual({
    turnover: 140_000_000,
    balanceSheet: 90_000_000,
    inDifficulty: false,
    outstandingRecovery: false,
  });
  expect(answersOf([]).aid).toEqual({});
});
