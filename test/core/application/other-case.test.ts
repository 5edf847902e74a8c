/** domain.md §6, no double funding: what else the applicant has is read in as many steps however much that is. */
import { readOtherCases } from "@multihelix/core/application/other-case.ts";
import type { Reader } from "@multihelix/core/port/store.ts";
import { expect, test } from "vitest";
import { anApplication } from "../../fixture/build/application.ts";

/** The applicant has so many other cases with the same provider, all sent; notes what is listed, and in how many rounds keys are asked for. */
function watched(others: number) {
  const { one, sections } = anApplication();
  if (one === undefined) throw new Error("the application has a case");
  const listed: string[] = [];
  let rounds = 0;
  let round: Promise<void> | undefined;
  const reader = {
    async get(name: string, key: { caseId?: string }) {
      round ??= Promise.resolve().then(() => {
        rounds += 1;
        round = undefined;
      });
      await round;
      if (name === "case") return { ...one, ...key, status: "in-review", awarded: undefined };
      return name === "section" ? sections.find(({ sectionId }) => sectionId === "project") : undefined;
    },
    async list(name: string) {
      listed.push(name);
      const of = (nth: number) => ({ caseId: `app_${String(nth).padStart(3, "0")}`, part: "applicant" });
      return name === "partyCase" ? Array.from({ length: others }, (_, nth) => of(nth)) : [];
    },
  } as unknown as Reader;
  return { one, reader, listed: () => listed.filter((name) => name !== "partyCase"), rounds: () => rounds };
}

test("the texts of all other cases are there, and asked for by key in one breath", async () => {
  const few = watched(2);
  const many = watched(60);
  expect(await readOtherCases(few.reader, few.one)).toHaveLength(2);
  const found = await readOtherCases(many.reader, many.one);
  expect(found).toHaveLength(60);
  expect(found.every(({ text }) => text.trim() !== "")).toBe(true);
  expect(many.listed()).toEqual([]);
  expect(many.rounds()).toBe(few.rounds());
});
