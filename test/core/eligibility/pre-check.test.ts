import { requirements } from "@multihelix/core/eligibility/list.ts";
import { inCurrency, type PreCheck, preCheck } from "@multihelix/core/eligibility/pre-check.ts";
import { expect, test } from "vitest";
import { anApplicant, theSections } from "../../fixture/build/application.ts";
import { aCall } from "../../fixture/build/call.ts";
import { results } from "../../fixture/build/eligibility.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aPreCheck } from "../../fixture/build/pre-check.ts";
import { fc } from "../../fixture/fast-check.ts";

const { now, network } = aMoment();

const check = (given: Partial<PreCheck> = {}, call = aCall()) => preCheck(call, aPreCheck(given), now, network);
const failing = (given: Partial<PreCheck> = {}, call = aCall()) =>
  check(given, call).requirements.flatMap(({ code }) => code ?? []);

test("a company that fits is told yes, with the arithmetic of its price", () => {
  const result = check();
  expect(failing()).toEqual([]);
  expect(result).toMatchObject({ verdict: "yes", funding: { requested: { amount: 1_000_000 } } });
});

test("all that fail are told, never only the first", () => {
  const bad = { country: "FR", headcount: 300, inDifficulty: true, begun: true, exportAid: true, aidHad: 30_000_000 };
  expect(failing(bad)).toEqual([
    "country.not-eligible",
    "size.not-an-sme",
    "difficulty.declared",
    "export.related",
    "work.begun",
    "aid.no-room",
  ]);
  expect(check(bad).verdict).toBe("no");
});

test("no provider and no price yet is something to do, not a refusal", () => {
  const { provider: _provider, price: _price, ...early } = aPreCheck();
  const result = preCheck(aCall(), early, now, network);
  expect(result.verdict).toBe("not-yet");
  expect(result.requirements.flatMap(({ code }) => code ?? [])).toEqual(["offer.none", "price.none"]);
});

test("a call that is still to open can be checked; one that is closed says so", () => {
  expect(check({}, aCall({ opens: at("2026-12-01T00:00:00Z") })).verdict).toBe("not-yet");
  expect(failing({}, aCall({ closes: at("2026-10-01T00:00:00Z") }))).toEqual(["call.closed"]);
});

test("provider, public owners and kind of organisation count as on submission", () => {
  expect(failing({ provider: { park: "limburg", tied: true } }, aCall({ crossParkRequired: true }))).toEqual([
    "provider.not-independent",
    "cross-park.same-park",
  ]);
  expect(failing({ publicOwner: true })).toEqual(["size.public-owner"]);
  expect(failing({ company: false })).toEqual(["size.not-an-enterprise"]);
});

test("it asks requirements of the one list, and an application with the same facts gets the same answers", () => {
  const known = new Set(requirements.map(({ id }) => id));
  const figure = fc.integer({ min: 0, max: 6_000_000_000 });
  fc.assert(
    fc.property(
      fc.record({
        country: fc.constantFrom("BE", "SE"),
        headcount: fc.nat(400),
        turnover: figure,
        balanceSheet: figure,
        inDifficulty: fc.boolean(),
        outstandingRecovery: fc.boolean(),
        begun: fc.boolean(),
        exportAid: fc.boolean(),
        paidElsewhere: fc.boolean(),
      }),
      (given) => {
        const asked = check(given).requirements;
        expect(asked.every(({ requirement }) => known.has(requirement))).toBe(true);
        const { headcount, turnover, balanceSheet, inDifficulty, outstandingRecovery } = given;
        const applied = results({
          applicant: anApplicant({ address: { ...anApplicant().address, country: given.country } }),
          sections: theSections({
            company: { headcount, turnover, balanceSheet, inDifficulty, outstandingRecovery },
            declarations: {
              notBegun: !given.begun,
              noExport: !given.exportAid,
              noDoubleFunding: !given.paidElsewhere,
            },
          }),
        });
        for (const one of asked) {
          const same = applied.find(({ requirement }) => requirement === one.requirement);
          expect([one.requirement, one.ok, one.code]).toEqual([same?.requirement, same?.ok, same?.code]);
        }
      },
    ),
  );
});

test("the same answers are asked of a call in another currency at the stored rate", () => {
  const swedish = inCurrency(aPreCheck(), "EUR", "SEK", "2026-11-12", network);
  expect(swedish.price).toBeGreaterThan(10 * (aPreCheck().price ?? 0));
  expect(swedish.headcount).toBe(12);
});
