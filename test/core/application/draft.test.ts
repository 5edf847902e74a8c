import { lastChanged, stepOf } from "@multihelix/core/application/draft.ts";
import { addDays } from "@multihelix/core/kernel/instant.ts";
import { expect, test } from "vitest";
import { aCase, caseId as builtId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { fc } from "../../fixture/fast-check.ts";

const day = (n: number) => addDays(at("2026-11-12T09:00:00Z"), n);

test("whatever happens on whatever day, nothing is erased before 180 days without a change and 30 after a warning", () => {
  const days = fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 6 });
  fc.assert(
    fc.property(days, fc.array(fc.integer({ min: 1, max: 1200 }), { minLength: 1, maxLength: 12 }), (saved, looks) => {
      let warnedAt: ReturnType<typeof day> | undefined;
      for (const n of looks.toSorted((a, b) => a - b)) {
        const before = saved.filter((one) => one <= n);
        const file = before.map((one, index) => ({ at: day(one), fileId: idOf("fil", `${index}`) }));
        const one = aCase({ caseId: builtId, status: "draft", createdAt: day(0), statusSince: day(0) });
        const items = { case: [one], section: [], offer: [], file: file as never };
        const found = stepOf(items, warnedAt, day(n));
        const changed = lastChanged(items) ?? day(0);
        if (found.step === "warn") {
          expect(day(n) >= addDays(changed, 150)).toBe(true);
          warnedAt = day(n);
        }
        if (found.step === "erase") {
          expect(day(n) >= addDays(changed, 180)).toBe(true);
          expect(warnedAt !== undefined && warnedAt >= changed && day(n) >= addDays(warnedAt, 30)).toBe(true);
          return;
        }
        if (found.step === "wait") expect(found.until > day(n)).toBe(true);
      }
    }),
  );
});
