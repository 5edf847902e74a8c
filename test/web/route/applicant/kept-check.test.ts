import { sectionData } from "@multihelix/core/application/section.ts";
import { sectionsFrom } from "@multihelix/web/route/check/kept-check.ts";
import { expect, test } from "vitest";

const answers = {
  headcount: 12,
  turnover: 100,
  balanceSheet: 100,
  inDifficulty: false,
  outstandingRecovery: false,
  begun: false,
  exportAid: true,
  paidElsewhere: false,
  aidHad: 0,
};

test("a draft begins with what the check was told, and a statement only where it holds", () => {
  const sections = sectionsFrom(answers);
  expect(sections.find(({ sectionId }) => sectionId === "declarations")?.data).toEqual({
    notBegun: true,
    noDoubleFunding: true,
  });
  expect(sectionsFrom({ ...answers, aidHad: 5 }).map(({ sectionId }) => sectionId)).not.toContain("aid");
});

test("every section is one that the API stores", () => {
  for (const { sectionId, data } of sectionsFrom(answers))
    expect(sectionData[sectionId].partial().safeParse(data).success).toBe(true);
});
