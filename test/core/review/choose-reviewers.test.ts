import { chooseReviewers, eligibleFor, type Wanted } from "@multihelix/core/review/choose-reviewers.ts";
import type { Candidate } from "@multihelix/core/review/pool.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { aCandidate, theParties } from "../../fixture/build/reviewer.ts";

function wanted(candidates: readonly Candidate[], given: Partial<Wanted> = {}): Wanted {
  return {
    count: 2,
    on: theParties(),
    candidates,
    excluded: [],
    present: [],
    now: at("2026-11-12T09:00:00Z"),
    today: "2026-11-12",
    order: (personId) => personId,
    ...given,
  };
}
function names(choice: ReturnType<typeof chooseReviewers>): string[] | string {
  return choice.ok ? choice.chosen.map(({ personId }) => personId) : choice.binding;
}

describe("choosing reviewers (domain 8)", () => {
  test("a HARD conflict is out, whoever else there is", () => {
    const owner = aCandidate("alma", "wales", { interests: [{ organisationId: idOf("org", "vivo"), kind: "equity" }] });
    expect(names(chooseReviewers(wanted([owner], { count: 1 })))).toBe("nobody-eligible");
    expect(names(chooseReviewers(wanted([owner, aCandidate("uma")], { count: 1 })))).toEqual([idOf("per", "uma")]);
  });

  test("fewer SOFT conflicts come first", () => {
    const soft = aCandidate("alma", "wales", { interests: [{ organisationId: "lund", kind: "tenancy" }] });
    expect(names(chooseReviewers(wanted([soft, aCandidate("uma")], { count: 1 })))).toEqual([idOf("per", "uma")]);
  });

  test("one of them is from neither a paying nor the provider's park", () => {
    const pool = [aCandidate("alma", "limburg"), aCandidate("ben", "lund"), aCandidate("will", "wales")];
    expect(names(chooseReviewers(wanted(pool)))).toContain(idOf("per", "will"));
    expect(names(chooseReviewers(wanted(pool.slice(0, 1), { count: 1 })))).toBe("outsider");
  });

  test("at most one per park", () => {
    expect(names(chooseReviewers(wanted([aCandidate("uma"), aCandidate("ulf")])))).toBe("one-per-park");
    expect(
      names(chooseReviewers(wanted([aCandidate("uma"), aCandidate("ulf"), aCandidate("will", "wales")]))),
    ).toHaveLength(2);
  });

  test("at most one of the applicant's or the provider's park", () => {
    const pool = [aCandidate("alma", "limburg"), aCandidate("ben", "lund")];
    expect(names(chooseReviewers(wanted(pool)))).toBe("one-same-park");
  });

  test("the bounds hold with those already at work", () => {
    const present = [{ personId: idOf("per", "uma"), parkId: "uppsala", soft: [], outsider: true }];
    const pool = [aCandidate("ulf"), aCandidate("alma", "limburg")];
    expect(names(chooseReviewers(wanted(pool, { count: 1, present })))).toEqual([idOf("per", "alma")]);
  });

  test("only people who read the case's language, hold the role now, have capacity and were not tried", () => {
    const pool: Candidate[] = [
      aCandidate("uma", "uppsala", { languages: ["sv"] }),
      { ...aCandidate("ulf"), until: at("2026-11-12T09:00:00Z") },
      aCandidate("will", "wales", { capacity: 0 }),
      aCandidate("sara", "sherbrooke"),
      aCandidate("vera", undefined),
    ];
    const eligible = eligibleFor(wanted(pool, { excluded: [idOf("per", "sara")] }));
    expect(eligible.map(({ personId }) => personId)).toEqual([idOf("per", "vera")]);
  });

  test("what is chosen keeps every bound; what is refused cannot be chosen by anybody; the order of the pool is nothing", () => {
    const parks = ["limburg", "lund", "uppsala", "wales", "sherbrooke"];
    const person = fc.record({ park: fc.constantFrom(...parks), conflict: fc.boolean() });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 7 }), fc.integer({ min: 1, max: 3 }), (people, count) => {
        const pool = people.map(({ park, conflict }, index) =>
          aCandidate(
            `p${index}`,
            park,
            conflict ? { interests: [{ organisationId: idOf("org", "lab"), kind: "board" }] } : {},
          ),
        );
        const choice = chooseReviewers(wanted(pool, { count }));
        expect(chooseReviewers(wanted(pool.toReversed(), { count }))).toEqual(choice);
        const free = pool.filter((_, index) => people[index]?.conflict === false);
        const keeps = (group: readonly Candidate[]) => {
          const of = group.map(({ profile }) => profile.parkId ?? "");
          const home = of.filter((park) => park === "limburg" || park === "lund").length;
          return new Set(of).size === of.length && home <= 1 && home < of.length;
        };
        if (choice.ok) {
          const group = choice.chosen.map(({ personId }) => free.find((one) => one.personId === personId));
          expect(group.every((one) => one !== undefined)).toBe(true);
          expect(keeps(group.flatMap((one) => one ?? []))).toBe(true);
        } else expect(subsets(free, count).some(keeps)).toBe(false);
      }),
    );
  });
});

function subsets<T>(list: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return list.flatMap((first, index) => subsets(list.slice(index + 1), size - 1).map((rest) => [first, ...rest]));
}
