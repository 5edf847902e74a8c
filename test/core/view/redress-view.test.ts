/** A request for redress is read by who asked and by the park, and by nobody else. */
import type { Deps } from "@multihelix/core/port/deps.ts";
import type { CaseView } from "@multihelix/core/view/case-view.ts";
import { viewHistory } from "@multihelix/core/view/history.ts";
import { viewRedress } from "@multihelix/core/view/redress-view.ts";
import { describe, expect, test } from "vitest";
import { aCall } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { aRedress } from "../../fixture/build/redress.ts";
import { anna, aRecovery, asking, cut, lars, nora, now } from "../../fixture/build/use-redress.ts";

/** What the store holds of the case; anything else is not read. */
function depsOf(one = aCase({ status: "redeemed" }), events: readonly unknown[] = []): Deps {
  const items: Record<string, unknown> = { case: one, call: aCall(), voucher: asking().voucher };
  const lists: Record<string, readonly unknown[]> = {
    letter: asking().letters,
    claim: [cut()],
    recovery: [aRecovery()],
    event: events,
  };
  return {
    store: { get: async (name: string) => items[name], list: async (name: string) => lists[name] ?? [] },
    network: { current: async () => now.network },
    clock: { now: () => now.now },
  } as unknown as Deps;
}
const viewOf = (audience: CaseView["audience"]) => ({ caseId, audience }) as CaseView;

describe("what may be asked about", () => {
  test("is read by whom it is for: the provider that was cut and is asked to pay back, with the last day", async () => {
    const { may, asks } = await viewRedress(depsOf(), lars, viewOf("provider"));
    expect(may).toBe(true);
    expect(asks).toEqual([
      { against: "recovery", recovery: 1 },
      { against: "claim-cut", claim: 1, until: "2026-12-31T22:59:59.000Z" },
    ]);
    expect(await viewRedress(depsOf(), anna, viewOf("applicant"))).toEqual({ may: false, asks: [], earlier: [] });
    expect((await viewRedress(depsOf(), nora, viewOf("staff"))).asks).toHaveLength(2);
    expect((await viewRedress(depsOf(), anna, viewOf("reviewer"))).asks).toEqual([]);
  });
});

describe("what was asked", () => {
  const redress = aRedress({ against: "claim-cut", claim: 1, party: "provider", by: lars.personId, restarts: 0 });
  const deps = depsOf(aCase({ status: "redeemed", redress }), [
    { eventId: "evt_1", at: now.now, type: "redress.asked", actor: lars.personId, facts: { party: "provider" } },
  ]);

  test("is read by who asked and by the park, without who of them it was", async () => {
    for (const [actor, audience] of [
      [lars, "provider"],
      [nora, "staff"],
    ] as const) {
      const { redress: shown, may } = await viewRedress(deps, actor, viewOf(audience));
      expect(shown).toMatchObject({ against: "claim-cut", status: "asked" });
      expect(shown).not.toHaveProperty("by");
      expect(may).toBe(false);
    }
  });

  test("does not exist for the other party: not as a request, not in the record", async () => {
    expect((await viewRedress(deps, anna, viewOf("applicant"))).redress).toBeUndefined();
    expect((await viewHistory(deps.store, anna, viewOf("applicant"))).entries).toEqual([]);
    expect((await viewHistory(deps.store, lars, viewOf("provider"))).entries).toHaveLength(1);
  });
});
