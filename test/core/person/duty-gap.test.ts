/** What is missing from a duty, before anything stalls on it (domain §3). */
import { type DutyHolder, gapsOfDuty } from "@multihelix/core/person/duty-gap.ts";
import { describe, expect, test } from "vitest";
import { at } from "../../fixture/build/moment.ts";

const now = at("2026-11-12T09:00:00Z");
const somebody = (given: Partial<DutyHolder> = {}): DutyHolder => ({
  name: "Mia",
  substitute: false,
  disabled: false,
  until: undefined,
  ...given,
});
const sub = (given: Partial<DutyHolder> = {}) => somebody({ name: "Sam", substitute: true, ...given });
const gaps = (...holders: DutyHolder[]) => gapsOfDuty("approver", holders, now);

describe("a duty of a park", () => {
  test("lacks nothing with somebody who holds it and somebody who stands in", () => {
    expect(gaps(somebody(), sub())).toEqual([]);
  });

  test("has nobody where all roles have ended or their holders cannot sign in", () => {
    expect(gaps()).toEqual(["none"]);
    expect(gaps(somebody({ disabled: true }), sub({ until: now }))).toEqual(["none"]);
  });

  test("hangs on one person where nobody stands in, or the substitute cannot sign in", () => {
    expect(gaps(somebody())).toEqual(["one", "no-substitute"]);
    expect(gaps(somebody(), somebody({ name: "Moa" }))).toEqual(["no-substitute"]);
    expect(gaps(somebody(), sub({ disabled: true }))).toEqual(["one", "substitute-disabled"]);
  });

  test("ends where everybody's role does within 60 days, to the instant", () => {
    const inside = at("2027-01-11T09:00:00Z");
    expect(gaps(somebody({ until: inside }), sub({ until: inside }))).toEqual(["ending"]);
    expect(gaps(somebody({ until: inside }), sub({ until: at("2027-01-11T09:00:01Z") }))).toEqual([]);
  });
});

test("the secretary is one, and reviewers are a pool: nobody stands in for them", () => {
  expect(gapsOfDuty("secretary", [somebody()], now)).toEqual([]);
  expect(gapsOfDuty("reviewer", [somebody()], now)).toEqual(["one"]);
  expect(gapsOfDuty("reviewer", [somebody(), somebody({ name: "Ulf" })], now)).toEqual([]);
});
