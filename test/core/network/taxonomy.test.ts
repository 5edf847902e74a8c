import type { DomainError } from "@multihelix/core/kernel/error.ts";
import { industries, sectors, termLabel, themes } from "@multihelix/core/network/taxonomy.ts";
import { expect, test } from "vitest";

test("eight sectors and eight themes have ids of their own and a label in each of the five languages", () => {
  const ids = [...sectors, ...themes].map((term) => term.id);
  expect([sectors.length, themes.length, new Set(ids).size]).toEqual([8, 8, 16]);
  for (const term of [...sectors, ...themes]) {
    expect(Object.keys(term.labels).toSorted()).toEqual(["cy", "en", "fr", "nl", "sv"]);
  }
  expect(termLabel("sec-biotech", "sv")).toBe("Bioteknik");
  expect(() => termLabel("sec-x", "en")).toThrow(expect.objectContaining({ code: "term.unknown" }) as DomainError);
});

test("each of the 33 industry codes suggests a sector there is", () => {
  const known = new Set(sectors.map((sector) => sector.id));
  expect(industries.length).toBe(33);
  expect(industries.filter((industry) => !known.has(industry.suggestedSector))).toEqual([]);
});
