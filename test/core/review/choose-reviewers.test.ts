import type { PersonId } from "@multihelix/core/kernel/id.ts";
import { chooseReviewers } from "@multihelix/core/review/choose-reviewers.ts";
import type { PlanningFacts } from "@multihelix/core/review/planning.ts";
import type { Candidate } from "@multihelix/core/review/pool.ts";
import type { Work } from "@multihelix/core/review/work.ts";
import { describe, expect, test } from "vitest";
import { callId } from "../../fixture/build/call.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aCandidate, theParties, thePool } from "../../fixture/build/reviewer.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { fc } from "../../fixture/fast-check.ts";

type Given = Partial<PlanningFacts> & { count?: number };

const choose = (candidates: readonly Candidate[], { count = 2, ...given }: Given = {}) =>
  chooseReviewers(thePool({ candidates, ...given }), { purpose: "plan", count }, aMoment());
/** Names of the chosen, or what binds. */
function names(candidates: readonly Candidate[], given: Given = {}): string[] | string {
  const { chosen, plan } = choose(candidates, given);
  if (chosen !== undefined) return chosen.map(({ personId }) => personId).sort();
  if (plan.outcome.kind !== "impossible") return "?";
  return plan.outcome.binding === "rule" ? plan.outcome.rules.join(" ") : plan.outcome.binding;
}
const per = (...people: string[]): PersonId[] => people.map((name) => idOf("per", name)).sort();
const openReview = (name: string, caseName: string): Work => ({
  personId: idOf("per", name),
  caseId: idOf("app", caseName),
  attempt: 1,
  slot: "r1",
  callId,
  reference: "LIM-V26-OTHER",
  askedAt: at("2026-11-10T09:00:00Z"),
  version: 0,
});

describe("choosing reviewers (domain 8)", () => {
  test("a HARD conflict is out, whoever else there is", () => {
    const owner = aCandidate("alma", "wales", { interests: [{ organisationId: idOf("org", "vivo"), kind: "equity" }] });
    expect(names([owner], { count: 1 })).toBe("too-few-eligible");
    expect(names([owner, aCandidate("uma")], { count: 1 })).toEqual(per("uma"));
  });

  test("who knows the subject comes first, and a SOFT conflict weighs against it", () => {
    const expert = aCandidate("alma", "wales", { terms: ["sensor validation"] });
    expect(names([aCandidate("uma"), expert], { count: 1 })).toEqual(per("alma"));
    const tenant = aCandidate("alma", "wales", { interests: [{ organisationId: "lund", kind: "tenancy" }] });
    expect(names([tenant, aCandidate("uma")], { count: 1 })).toEqual(per("uma"));
  });

  test("open reviews of all cases count: who has no place left is out, who has less to do comes first", () => {
    const full = aCandidate("alma", "wales", { capacity: 1, terms: ["sensor validation"] });
    const free = aCandidate("uma");
    const work = [openReview("alma", "other")];
    expect(names([full, free], { count: 1, work })).toEqual(per("uma"));
    expect(names([full], { count: 1, work })).toBe("load");
    const busy = [openReview("uma", "other"), openReview("uma", "third")];
    expect(names([free, aCandidate("will", "wales")], { count: 1, work: busy })).toEqual(per("will"));
  });

  test("who is out of office for half of the time is not asked", () => {
    const away = (from: string, until: string) => aCandidate("alma", "wales", { away: [{ from, until }] });
    expect(names([away("2026-11-10", "2026-11-18")], { count: 1 })).toBe("load");
    expect(names([away("2026-11-10", "2026-11-17")], { count: 1 })).toEqual(per("alma"));
  });

  test("one of them is from neither a paying nor the provider's park", () => {
    const pool = [aCandidate("alma", "limburg"), aCandidate("ben", "lund"), aCandidate("will", "wales")];
    expect(names(pool)).toContain(idOf("per", "will"));
    expect(names(pool.slice(0, 1), { count: 1 })).toBe("outside-park");
  });

  test("at most one per park", () => {
    expect(names([aCandidate("uma"), aCandidate("ulf")])).toBe("one-per-park/uppsala");
    expect(names([aCandidate("uma"), aCandidate("ulf"), aCandidate("will", "wales")])).toHaveLength(2);
  });

  test("at most one of the applicant's or the provider's park", () => {
    const pool = [aCandidate("alma", "limburg"), aCandidate("ben", "lund"), aCandidate("cas", "lund")];
    expect(names(pool)).toMatch(/parties-park|outside-park/);
  });

  test("the rules hold with those already at work, who are kept", () => {
    const slots = [aSlot({ slot: "r1", status: "accepted", reviewerId: idOf("per", "uma"), reviewerPark: "uppsala" })];
    const pool = [aCandidate("uma"), aCandidate("ulf"), aCandidate("alma", "limburg")];
    expect(names(pool, { count: 1, slots })).toEqual(per("alma"));
    expect(names(pool.slice(1), { count: 1, slots }), "who sits there holds the role no more").toEqual(per("alma"));
  });

  test("a rule that a manager set aside for those at work does not stop the next choice", () => {
    const slots = ["uma", "ulf"].map((name, index) =>
      aSlot({ slot: `r${index + 1}`, status: "filed", reviewerId: idOf("per", name), reviewerPark: "uppsala" }),
    );
    expect(names([aCandidate("uma"), aCandidate("ulf"), aCandidate("will", "wales")], { count: 1, slots })).toEqual(
      per("will"),
    );
  });

  test("only people who read the case's language, hold the role now, have capacity and were not tried", () => {
    const tried = [{ personId: idOf("per", "sara"), reason: "time", at: at("2026-11-01T08:00:00Z") }];
    const pool: Candidate[] = [
      aCandidate("uma", "uppsala", { languages: ["sv"] }),
      { ...aCandidate("ulf"), until: at("2026-11-12T09:00:00Z") },
      aCandidate("will", "wales", { capacity: 0 }),
      aCandidate("sara", "sherbrooke"),
      aCandidate("vera", undefined),
    ];
    expect(names(pool, { count: 1, slots: [aSlot({ status: "unfilled", tried })] })).toEqual(per("vera"));
    expect(names(pool.slice(0, 4), { count: 1, slots: [aSlot({ status: "unfilled", tried })] })).toBe("load");
  });

  test("a marked translation lets others read, at a price", () => {
    const reads = (name: string, park: string, language: "en" | "fr") =>
      aCandidate(name, park, { languages: [language] });
    const on = theParties({ language: "fr" });
    const pool = [reads("will", "wales", "en"), reads("uma", "uppsala", "fr")];
    expect(names([pool[0] as Candidate], { on, count: 1 })).toBe("too-few-eligible");
    expect(names([pool[0] as Candidate], { on, count: 1, translated: ["en"] })).toEqual(per("will"));
    expect(names(pool, { on, count: 1, translated: ["en"] })).toEqual(per("uma"));
  });

  test("where there is no plan, the smallest change that mends it is named", () => {
    const { plan } = choose([aCandidate("uma"), aCandidate("ulf")]);
    expect(plan.outcome).toMatchObject({
      kind: "impossible",
      binding: "rule",
      changes: [{ kind: "waive", rule: "one-per-park/uppsala", by: 1 }],
    });
  });

  test("the question is kept whole: the same plan comes out of what is kept", () => {
    const { plan, chosen } = choose(thePool().candidates);
    expect(plan).toMatchObject({ purpose: "plan", outcome: { kind: "chosen" } });
    expect(plan.seats).toHaveLength(5);
    expect(plan.sheet.pairs).toHaveLength(5);
    expect(chosen).toHaveLength(2);
  });

  test("what is chosen keeps every rule; what is refused cannot be chosen by anybody; the order of the pool is nothing", () => {
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
        const { chosen } = choose(pool, { count });
        expect(choose(pool.toReversed(), { count }).chosen?.map(({ personId }) => personId)).toEqual(
          chosen?.map(({ personId }) => personId),
        );
        const free = pool.filter((_, index) => people[index]?.conflict === false);
        const keeps = (group: readonly Candidate[]) => {
          const of = group.map(({ profile }) => profile.parkId ?? "");
          const home = of.filter((park) => park === "limburg" || park === "lund").length;
          return new Set(of).size === of.length && home <= 1 && home < of.length;
        };
        if (chosen !== undefined) {
          const group = chosen.map(({ personId }) => free.find((one) => one.personId === personId));
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
