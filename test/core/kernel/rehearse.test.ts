import { release } from "@multihelix/core/decision/release.ts";
import { DomainError } from "@multihelix/core/kernel/error.ts";
import { refusalOf, rehearse } from "@multihelix/core/kernel/rehearse.ts";
import { verb } from "@multihelix/core/kernel/verb.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { caseId } from "../../fixture/build/case.ts";
import { max, mia, releaseFacts } from "../../fixture/build/decision.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { ascendingIds, frozenClock } from "../../fixture/deps.ts";

const { network, digest } = aMoment();
/** Ports of which only these are touched: whatever else a rehearsal did would fail here. */
const deps = {
  store: {},
  clock: frozenClock(),
  ids: ascendingIds,
  digest,
  network: { current: async () => network, refresh: () => undefined },
} as unknown as Deps;

const refusing = (error: Error) =>
  verb({
    name: "test.refuse",
    input: z.object({}),
    read: async () => undefined,
    decide: () => {
      throw error;
    },
  });

describe("a rehearsal", () => {
  test("the proposer is told, by the release itself, that another person releases; a colleague is not refused", async () => {
    const asIfStored = { ...release, read: async () => releaseFacts() };
    const input = { caseId, noInterest: true } as const;
    expect(await refusalOf(deps, mia, asIfStored, input)).toEqual({
      code: "duties.same-person",
      facts: { step: "decision.propose" },
    });
    expect(await refusalOf(deps, max, asIfStored, input)).toBeUndefined();
  });

  test("gives the decision with its result and commits nothing", async () => {
    const decision = await rehearse(
      deps,
      max,
      { ...release, read: async () => releaseFacts() },
      { caseId, noInterest: true },
    );
    expect(decision.result).toEqual({ outcome: "released" });
    expect(decision.changes.length).toBeGreaterThan(0);
  });

  test("what the input lacks or the state forbids is no refusal of the person", async () => {
    expect(await refusalOf(deps, mia, refusing(new DomainError("invalid", "test.missing")), {})).toBeUndefined();
    expect(await refusalOf(deps, mia, refusing(new DomainError("conflict", "test.late")), {})).toBeUndefined();
  });

  test("a fault stays a fault", async () => {
    await expect(refusalOf(deps, mia, refusing(new TypeError("broken")), {})).rejects.toThrow(TypeError);
  });
});
