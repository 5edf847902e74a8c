import { sectors, themes } from "@multihelix/core/network/taxonomy.ts";
import { foldedWords, termCounts } from "@multihelix/core/review/match/fold.ts";
import { prepareMatch } from "@multihelix/core/review/match/match.ts";
import { parseMatchLines } from "@multihelix/core/review/match/match-lines.ts";
import { describe, expect, test } from "vitest";

const concepts = [...sectors, ...themes].map(({ id, labels }) => ({ id, names: Object.values(labels) }));
const implants = { id: "A1", text: "Titanium implants, printed by additive manufacturing, heal better." };
const foods = { id: "A2", text: "A probiotic functional food; its fermentation is scaled up." };

test("marks, case, plurals and filler words make no difference", () => {
  expect(foldedWords("The Ageing of Biopolymères, and batteries")).toEqual(foldedWords("ageing biopolymere battery"));
  expect(foldedWords("Straße, Øre, 3D")).toEqual(["strasse", "ore", "3d"]);
  expect([...termCounts("gene therapy. viral gene").keys()]).toEqual([
    "gene",
    "gene therapy",
    "therapy",
    "viral",
    "viral gene",
  ]);
});

test("who shares the rarer terms fits better, and the answer names them", () => {
  const profiles = [
    { id: "ann", text: "additive manufacturing; titanium" },
    { id: "bob", text: "fermentation, probiotics" },
  ];
  const matcher = prepareMatch(profiles, [implants, foods]);
  expect(matcher.score(0, 0)).toBeGreaterThan(matcher.score(1, 0));
  expect(matcher.score(1, 1)).toBeGreaterThan(matcher.score(0, 1));
  const why = matcher.explain(0, 0);
  expect(why.terms.map(({ term }) => term)).toEqual([
    "additive",
    "additive manufacturing",
    "manufacturing",
    "titanium",
  ]);
  expect(why.terms.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(why.score, 3);
  expect(matcher.explain(0, 1).words).toBe("0: no term is common to both.");
});

test("the same words score 1, and nothing scores more", () => {
  const matcher = prepareMatch([{ id: "ann", text: implants.text }], [implants]);
  expect(matcher.score(0, 0)).toBe(1);
});

test("a sector typed in any language of the product counts as the sector", () => {
  const text = { id: "A3", text: "A new tablet.", taxonomy: ["sec-pharma"] };
  const matcher = prepareMatch([{ id: "siv", text: "läkemedel; kliniska prövningar" }], [text], concepts);
  expect(matcher.explain(0, 0)).toMatchObject({ taxonomy: ["sec-pharma"], score: expect.closeTo(0.3, 6) });
});

test("a name that is both a sector and a theme counts as both", () => {
  const text = { id: "A4", text: "", taxonomy: ["sec-e-health", "th-e-health"] };
  const matcher = prepareMatch([{ id: "ann", text: "E-health" }], [text], concepts);
  expect(matcher.explain(0, 0).taxonomy).toEqual(["sec-e-health", "th-e-health"]);
});

test("a reviewer without terms scores 0 because nothing is known, and that is said", () => {
  const matcher = prepareMatch(
    [
      { id: "cat", text: " " },
      { id: "dan", text: "", taxonomy: ["sec-pharma"] },
    ],
    [implants],
  );
  expect(matcher.score(0, 0)).toBe(0);
  expect(matcher.warnings).toEqual([
    "Profile cat has no terms, no sectors and no themes: its score is 0 because nothing is known, not because nothing fits.",
    "Profile dan has no terms: it is matched by its sectors and themes alone.",
  ]);
});

test("who reads none of the languages of the whole is told apart; unknown languages are not held against anybody", () => {
  const profiles = [
    { id: "siv", text: "titanium", languages: ["sv"] },
    { id: "ann", text: "titanium" },
  ];
  const matcher = prepareMatch(profiles, [{ ...implants, languages: ["nl", "en"] }]);
  expect([matcher.reads(0, 0), matcher.reads(1, 0)]).toEqual([false, true]);
  expect(matcher.explain(0, 0).words).toMatch(/siv reads sv, the text is in nl, en\.$/);
});

describe("lines of a file", () => {
  test("are read with what is known of them", () => {
    const { lines } = parseMatchLines('{"id":"a","text":"x","languages":["en"]}\n\n{"id":"b","text":""}\n');
    expect(lines).toEqual([
      { id: "a", text: "x", languages: ["en"] },
      { id: "b", text: "" },
    ]);
  });
  test("that cannot be read are named with line and column", () => {
    const text = '{"id":"Ann@x.org","text":1}\n{"id":"a","text":"x"}\n{"id":"a","text":"y"}\n{"text":"z"}\n[]\n{bad}\n';
    expect(parseMatchLines(text).problems.map(({ line, column, text: words }) => [line, column, words])).toEqual([
      [1, 19, '"text" must be a text.'],
      [3, 2, '"a" stands on line 2 already.'],
      [4, 1, '"id" must be a text, and not an empty one.'],
      [5, 1, 'The line must be an object like {"id": "…", "text": "…"}.'],
      [6, 2, expect.stringMatching(/^The line is not JSON/)],
    ]);
  });
  test("with two spellings of one e-mail address are refused", () => {
    const { problems } = parseMatchLines('{"id":"ann@x.org","text":"x"}\n{"id":"Ann@X.org","text":"y"}\n');
    expect(problems[0]?.text).toBe(
      '"Ann@X.org" is another spelling of the e-mail address "ann@x.org", which stands on line 1 already.',
    );
  });
});
