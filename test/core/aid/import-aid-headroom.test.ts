/** Headroom after any imports of earlier awards is what a list of them, read by hand, says. */
import type { AidGrant } from "@multihelix/core/aid/group.ts";
import { dayAfter, monthsAfter } from "@multihelix/core/kernel/day.ts";
import { isDomainError } from "@multihelix/core/kernel/error.ts";
import type { Decision } from "@multihelix/core/kernel/verb.ts";
import { expect, test } from "vitest";
import { aidFacts, aidRow, importDay, takeAid, takeAidRowBack } from "../../fixture/build/earlier-award.ts";
import { ask } from "../../fixture/build/headroom.ts";
import { written } from "../../fixture/changes.ts";
import { fc } from "../../fixture/fast-check.ts";

const act = fc.record({
  kind: fc.constantFrom("bring" as const, "bring" as const, "bring" as const, "back" as const),
  award: fc.integer({ min: 1, max: 5 }),
  age: fc.integer({ min: -2, max: 1300 }),
  units: fc.integer({ min: 0, max: 16_000_000 }),
  equivalent: fc.option(fc.integer({ min: 0, max: 16_000_000 }), { nil: undefined }),
  basis: fc.constantFrom("eu-de-minimis", "eu-de-minimis", "gber-28", "gber-25"),
});

const decimal = (units: number) => `${Math.floor(units / 100)}.${String(units % 100).padStart(2, "0")}`;

/** By award: what of it is aid, and its day. Another content of an award that counts is refused, as is what cannot be right. */
interface Held {
  readonly day: string;
  readonly units: number;
  readonly basis: string;
}

test("of awards that are brought, brought again, contradicted and taken back, exactly those that stand count, each on the days of its window", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 14 }), fc.integer({ min: -1300, max: 1300 }), (acts, later) => {
      const model = new Map<number, Held>();
      let grants: readonly AidGrant[] = [];
      const perform = (decide: () => Decision<unknown>) => {
        try {
          for (const value of written(decide().changes, "aidGrant"))
            grants = [...grants.filter(({ caseId }) => caseId !== value.caseId), value];
        } catch (error) {
          if (!isDomainError(error)) throw error;
        }
      };
      for (const { kind, award, age, units, equivalent, basis } of acts) {
        const day = dayAfter(importDay, -age);
        const row = aidRow({
          reference: `R-${award}`,
          basis,
          granted_on: day,
          amount: decimal(units),
          equivalent: equivalent === undefined ? "" : decimal(equivalent),
        });
        if (kind === "back") {
          perform(() => takeAidRowBack(row, aidFacts({ grants })));
          model.delete(award);
          continue;
        }
        perform(() => takeAid(row, aidFacts({ grants }), award));
        const aid = equivalent ?? units;
        const right = age >= 0 && units > 0 && aid > 0 && aid <= units && basis !== "gber-25";
        if (right && !model.has(award)) model.set(award, { day, units: aid, basis });
      }
      const on = dayAfter(importDay, later);
      if (on < "2024-01-01") return;
      const counted = [...model.values()]
        .filter(({ basis }) => basis === "eu-de-minimis")
        .filter(({ day }) => day <= on && on <= monthsAfter(day, 36))
        .reduce((sum, { units }) => sum + units, 0);
      const found = ask({ day: on, grants });
      expect([found.counted, found.room]).toEqual([counted, Math.max(0, 30_000_000 - counted)]);
    }),
    { numRuns: 300 },
  );
});
