import type { Call } from "@multihelix/core/call/call.ts";
import type { Language } from "@multihelix/core/person/person.ts";
import { chanceOf } from "@multihelix/core/review/assignment/chance.ts";
import type { Candidate } from "@multihelix/core/review/pool.ts";
import { type Earlier, imagine } from "@multihelix/core/review/simulation/imagine.ts";
import { placeAll } from "@multihelix/core/review/simulation/place.ts";
import { peopleFor } from "@multihelix/core/review/simulation/shortage.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { idOf } from "../../../fixture/build/ids.ts";
import { aCandidate, aParty, theParties } from "../../../fixture/build/reviewer.ts";
import { aComingCall, aGround, aMix, parks, simulated } from "../../../fixture/build/simulation.ts";

const five = (given: Parameters<typeof aCandidate>[2] = {}) =>
  parks.map((park) => aCandidate(`one-${park}`, park, { capacity: 20, ...given }));
const language = (id: Language, weight = 1) => [{ id, weight }];
const twoLanguages = aComingCall({ languages: ["en", "sv"] });

describe("simulating the pool of a call that is to come (domain 4)", () => {
  test("where everybody reads it and has room, every application has all its reviewers in every draw", () => {
    const found = simulated(aComingCall(), five());
    expect([found.filled, found.missing, found.shortages]).toEqual([{ usual: 1, worst: 1 }, { usual: 0, most: 0 }, []]);
    expect([found.applications, found.reviews, found.binding, found.mended]).toEqual([10, 10, undefined, undefined]);
  });

  test("the same seed and facts give the same answer, another seed another", () => {
    const ask = (seed: number) => simulated(twoLanguages, five(), { seed, applications: 15 });
    expect(ask(7)).toEqual(ask(7));
    expect(ask(8)).not.toEqual(ask(7));
  });

  test("a language that nobody reads is named with the reviewers it wants, and with them nothing is lacking", () => {
    const found = simulated(twoLanguages, five());
    const [shortage, ...others] = found.shortages;
    expect([shortage?.language, others]).toEqual(["sv", []]);
    // Twenty reviews at one time are more than ten applications want, but one person's park may be the provider's.
    expect([shortage?.people, found.mended]).toEqual([{ usual: 1, most: 2 }, 1]);
    expect(found.binding?.kind).toBe("too-few-eligible");
    expect(found.languages.find((one) => one.language === "sv")).toMatchObject({ readers: 0 });
  });

  test("of a call with review languages, readers of the translation count and not those of the original", () => {
    const translated = { ...twoLanguages, reviewLanguages: ["en"] as const satisfies Language[] };
    expect(simulated(translated as unknown as Call, five()).missing.most).toBe(0);
  });

  test("parks that may not send the one who is lacking are not named: those that pay, and those of the provider", () => {
    const mix = { byHand: { homes: [{ id: "limburg", weight: 1 }], providers: [{ id: "lund", weight: 1 }] } };
    const near = [aCandidate("alma", "limburg", { capacity: 20 }), aCandidate("ben", "lund", { capacity: 20 })];
    const [shortage] = simulated(aComingCall(), near, { mix }).shortages;
    expect(shortage?.parks).toEqual(parks.filter((park) => park !== "limburg" && park !== "lund"));
    expect(simulated(aComingCall(), near, { mix }).binding).toMatchObject({ kind: "rule" });
  });

  test("a full pool says so, and how many more with the same limit would do", () => {
    const found = simulated(aComingCall(), five({ capacity: 1 }), { applications: 25 });
    expect(found.missing.most).toBeGreaterThanOrEqual(20);
    expect(found.shortages[0]?.people.most).toBeGreaterThanOrEqual(20);
    expect([found.binding?.kind, found.mended]).toEqual(["load", 1]);
    // The one of the park that pays may not be the only reviewer.
    expect(found.loads.map(({ atOnce }) => atOnce.most)).toEqual([0, 1, 1, 1, 1]);
  });

  test("reviews that are open today, and days out of office, take places away", () => {
    const work = parks.map((park) => ({ personId: idOf("per", `one-${park}`), caseId: idOf("app", "other") }));
    const open = simulated(aComingCall(), five({ capacity: 1 }), { pool: { work } });
    expect(open.filled).toEqual({ usual: 0, worst: 0 });
    const away = [{ from: "2027-02-20", until: "2027-03-20" }];
    expect(simulated(aComingCall(), five({ away })).filled.usual).toBe(0);
  });

  test("a rolling call gives places back when a review is over, a deadline call asks for all at once", () => {
    const pool = five({ capacity: 4 });
    const wanted = { applications: 30, draws: 5 };
    expect(simulated(aComingCall({ mode: "rolling" }), pool, wanted).filled.usual).toBe(1);
    expect(simulated(aComingCall(), pool, wanted).filled.usual).toBeLessThan(0.75);
  });

  test("an amount that wants no review wants no reviewer", () => {
    const call = aComingCall({ mode: "rolling", noReviewUpTo: 1_000_000 });
    expect(simulated(call, [])).toMatchObject({ applications: 0, filled: { usual: 1, worst: 1 }, shortages: [] });
  });

  test("what ties reviewers to those who applied before binds again, and is counted by its rule", () => {
    const vivo = aParty("vivo", { homePark: "limburg" });
    const on = theParties({ parties: [vivo, aParty("lab", { homePark: "lund" })] });
    const earlier = Array.from({ length: 5 }, (): Earlier => ({ on, amount: 600_000 }));
    const owner = aCandidate("uma", "uppsala", {
      capacity: 20,
      interests: [{ organisationId: vivo.organisationId, kind: "equity" }],
    });
    const found = simulated(aComingCall(), [owner], { mix: { earlier } });
    expect(found.filled.usual).toBe(0);
    expect(found.conflicts).toEqual([{ rule: "declared-stake", level: "HARD", reviewers: 1, pairs: 10, binds: 10 }]);
  });

  test("a field that none of the reviewers of an application names is told", () => {
    const call = aComingCall({ sectors: ["sec-pharma"] });
    const [without] = simulated(call, five()).fields;
    expect(without).toMatchObject({
      field: "sec-pharma",
      applications: 10,
      knowing: 0,
      without: { usual: 10, most: 10 },
    });
    const [known] = simulated(call, five({ taxonomy: ["sec-pharma"] })).fields;
    expect(known).toMatchObject({ knowing: 5, without: { usual: 0, most: 0 } });
  });

  test("patients and lay members are counted for themselves, beside the experts and under the same rules", () => {
    const [first, ...rest] = aComingCall().rubric.criteria;
    const rubric = { ...aComingCall().rubric, criteria: [...rest, { ...first, lay: true as const }] };
    const call = aComingCall({ rubric: rubric as Call["rubric"] });
    expect(simulated(call, five()).lay).toEqual({ usual: 0, worst: 0 });
    const lay = five().map(
      (one): Candidate => ({ ...one, personId: `${one.personId}L` as Candidate["personId"], lay: true }),
    );
    const found = simulated(call, five(), { pool: { lay } });
    expect([found.lay, found.filled.usual]).toEqual([{ usual: 1, worst: 1 }, 1]);
  });

  test("a company's own park is never its provider's where the call wants another", () => {
    const call = aComingCall({ crossParkRequired: true });
    const made = imagine(call, aMix(call), 200, chanceOf(3));
    expect(made.filter(({ on }) => on.providerPark === on.parties[0]?.homePark)).toEqual([]);
  });

  test("people who are lacking are counted by the fullest fortnight", () => {
    const spread = [0, 20, 40].map((day) => ({ day, missing: 1 }));
    expect(peopleFor(spread, 1)).toBe(1);
    expect(
      peopleFor(
        spread.map((one) => ({ ...one, day: 3 })),
        1,
      ),
    ).toBe(3);
    expect(peopleFor([{ day: 0, missing: 2 }], 9)).toBe(2);
  });
});

const anyPool = fc.array(
  fc.record({
    park: fc.constantFrom(...parks, undefined),
    reads: fc.constantFrom<Language[]>(["en"], ["sv"], ["en", "sv"]),
    capacity: fc.integer({ min: 0, max: 4 }),
  }),
  { maxLength: 7 },
);
const poolOf = (made: readonly { park: string | undefined; reads: Language[]; capacity: number }[]) =>
  made.map(({ park, reads, capacity }, at) => {
    const one = aCandidate(`any-${"abcdefgh"[at]}`, park ?? "uppsala", { languages: reads, capacity });
    const { parkId: _park, ...profile } = one.profile;
    return park === undefined ? { ...one, profile } : one;
  });

test("one reviewer more never leaves more reviews of a deadline call without anybody", () => {
  const call = { ...twoLanguages, oneReviewUpTo: 500_000 };
  const lacking = (pool: readonly Candidate[], seed: number) =>
    placeAll(aGround(call, pool), imagine(call, aMix(call), 8, chanceOf(seed)), seed).reduce(
      (sum, { missing }) => sum + missing,
      0,
    );
  fc.assert(
    fc.property(anyPool, fc.integer({ min: 1, max: 500 }), (made, seed) => {
      const pool = poolOf(made);
      const more = aCandidate("zoe", "wales", { languages: ["en", "sv"], capacity: 2 });
      expect(lacking([...pool, more], seed)).toBeLessThanOrEqual(lacking(pool, seed));
    }),
    { numRuns: 60 },
  );
});

test("in both modes nobody is given what a rule, a language or the limit forbids, and a language without readers is named", () => {
  fc.assert(
    fc.property(anyPool, fc.constantFrom("deadline" as const, "rolling" as const), (made, mode) => {
      const call = { ...twoLanguages, mode, oneReviewUpTo: 500_000 };
      const pool = poolOf(made);
      const found = simulated(call, pool, {
        applications: 6,
        draws: 3,
        mix: { byHand: { languages: language("sv") } },
      });
      for (const [at, { atOnce }] of found.loads.entries()) {
        const { profile } = pool[at] as Candidate;
        expect(atOnce.most).toBeLessThanOrEqual(profile.languages.includes("sv") ? profile.capacity : 0);
      }
      if (pool.every(({ profile }) => !profile.languages.includes("sv")))
        expect([found.filled.usual, found.shortages.map((one) => one.language)]).toEqual([0, ["sv"]]);
    }),
    { numRuns: 40 },
  );
});
