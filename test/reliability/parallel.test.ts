import type { Case } from "@multihelix/core/application/case.ts";
import { verifyChain } from "@multihelix/core/event/seal.ts";
import { balancesByKey, faultsOf } from "@multihelix/core/ledger/balance.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import type { Change } from "@multihelix/core/port/store.ts";
import { demoPersonId } from "@multihelix/local/seed/seed-steps.ts";
import { describe, expect, test } from "vitest";
import { idOf } from "../fixture/build/ids.ts";
import { aTask } from "../fixture/build/task.ts";
import { type Overlaps, rejectOverlaps } from "../fixture/fault.ts";
import type { Answer, Client } from "../scenario/client.ts";
import { aDemoCase, commit, demoParties, type Parties } from "./demo-cases.ts";
import { patientClient } from "./patient-client.ts";
import { type Opened, openProduct, settled } from "./product.ts";

const crowd = 200;

/** 200 cases in `deciding` with an open proposal task each. */
async function decidingCases({ deps }: Opened, parties: (nth: number) => Parties): Promise<Case[]> {
  const made = Array.from({ length: crowd }, (_, nth) => aDemoCase(deps, parties(nth), nth, { status: "deciding" }));
  await Promise.all(
    made.map(({ one, changes }) => {
      const { token: _, ...task } = aTask("propose", { caseId: one.caseId, version: 0 });
      return commit(deps, [...changes, { op: "create", name: "task", value: task }]);
    }),
  );
  return made.map(({ one }) => one);
}

/** All at once, each under a key of its own; 503 is tried again under the same key, as Retry-After asks. */
async function proposeAll(manager: Client, cases: readonly Case[], amount: number) {
  let repeated = 0;
  const patient = patientClient(manager, {
    again: () => new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 200)),
    repeated: () => {
      repeated += 1;
    },
  });
  const answers = await Promise.all(
    cases.map(({ caseId }) =>
      patient.post(`/api/cases/${caseId}/proposal`, {
        noInterest: true,
        kind: "award",
        amount: { amount, currency: "EUR" },
        reasons: "Clear need, right provider.",
        outOfOrderReason: "All are decided today.",
      }),
    ),
  );
  return { answers, repeated };
}

function counted(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, body } of answers) {
    const what = `${status} ${String(body.code ?? body.outcome)}`;
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}

describe("200 at once", () => {
  test("proposals against money for 100: exactly 100 succeed, whoever they are", { timeout: 60_000 }, async () => {
    const opened = await openProduct();
    const { deps } = opened;
    const parties = await demoParties(deps);
    const applicants = Array.from({ length: crowd }, (_, nth) => ({
      ...parties.applicant,
      organisationId: idOf("org", `crowd${nth}z`),
      aidGroupId: idOf("aid", `crowd${nth}z`),
    }));
    await Promise.all(
      applicants.map((applicant) =>
        commit(deps, [
          { op: "create", name: "organisation", value: { ...applicant, version: 0 } },
          {
            op: "create",
            name: "aidGroup",
            value: {
              aidGroupId: applicant.aidGroupId,
              members: [applicant.organisationId],
              membership: 0,
              drawn: 0,
              version: 0,
            },
          },
        ]),
      ),
    );
    const cases = await decidingCases(opened, (nth) => ({
      ...parties,
      applicant: applicants[nth] ?? parties.applicant,
    }));
    const { ledger } = parties.call.payers[0] ?? {};
    if (ledger === undefined) throw new Error("nobody pays the call");
    // 262,500 € less the redress reserve of the published call: 250,000 € are there; each asks 2,500 €.
    const mia = await opened.as("limburg-manager");
    expect((await mia.post("/api/budgets", { ledger, amount: 26_250_000 })).status).toBe(200);
    const { answers } = await proposeAll(await opened.as("limburg-manager"), cases, 250_000);
    expect(counted(answers)).toEqual({ "200 proposed": 100, "409 budget.too-little": 100 });
    expect((await deps.store.get("budget", { ledger }))?.available).toBe(0);
    const [balance] = balancesByKey(await deps.store.list("posting", { ledger }));
    expect(balance?.balances).toMatchObject({ available: 0, reserved: 26_250_000 });
    expect(balance === undefined ? [] : faultsOf(balance)).toEqual([]);
    const rows = await deps.store.list("row", { parkId: "limburg", callId: parties.call.callId });
    expect(rows.filter(({ status }) => status === "approving")).toHaveLength(100);
  });

  test("proposals against aid headroom for 100: exactly 100 succeed", { timeout: 60_000 }, async () => {
    const opened = await openProduct();
    const { deps } = opened;
    const parties = await demoParties(deps);
    const { ledger } = parties.call.payers[0] ?? {};
    if (ledger === undefined) throw new Error("nobody pays the call");
    const finance = await opened.as("limburg-finance");
    expect((await finance.post("/api/budgets", { ledger, amount: 100_000_000 })).status).toBe(200);
    // What the call keeps for redress is reserved since its publication.
    const free = (await deps.store.get("budget", { ledger }))?.available ?? 0;
    // De minimis leaves 300,000 € to one undertaking; each asks 3,000 €.
    const cases = await decidingCases(opened, () => parties);
    const { answers, repeated } = await proposeAll(await opened.as("limburg-manager"), cases, 300_000);
    expect(counted(answers)).toEqual({ "200 proposed": 100, "409 aid.no-room": 100 });
    const grants = await deps.store.list("aidGrant", { aidGroupId: parties.applicant.aidGroupId });
    expect(grants.reduce((sum, { amount }) => sum + amount, 0)).toBe(30_000_000);
    expect((await deps.store.get("budget", { ledger }))?.available).toBe(free - 30_000_000);
    // Nobody was sent away to try again: those that find room do not wait for each other.
    expect(repeated).toBe(0);
  });

  test("answers on one case's tasks need at most 1.2 commits each where overlapping transactions are cancelled", {
    timeout: 120_000,
  }, async () => {
    let overlaps: Overlaps | undefined;
    const declared = countingCommits("review.declare");
    const opened = await openProduct({
      onClient: (client) => {
        overlaps = rejectOverlaps(client);
      },
      around: declared.around,
    });
    const { deps } = opened;
    const parties = await demoParties(deps);
    const { one, changes } = aDemoCase(deps, parties, 0, { status: "in-review" });
    const reviewerId = demoPersonId("reviewer-uppsala");
    const slots = Array.from({ length: crowd }, (_, nth) => `r${nth + 1}`);
    await commit(deps, changes);
    for (let from = 0; from < crowd; from += 20)
      await commit(
        deps,
        slots.slice(from, from + 20).flatMap((slot): Change[] => {
          const key = { caseId: one.caseId, slot, version: 0 };
          const { token: _, ...task } = aTask("declare", { ...key, holder: { kind: "person", personId: reviewerId } });
          return [
            { op: "create", name: "task", value: task },
            {
              op: "create",
              name: "slot",
              value: { ...key, attempt: 1, round: 1, reviewerId, status: "invited", tried: [], soft: [] },
            },
          ];
        }),
      );
    const reviewer = await opened.as("reviewer-uppsala");
    const answers = await Promise.all(
      slots.map((slot) => reviewer.post(`/api/cases/${one.caseId}/slots/${slot}/declaration`, { outcome: "accepted" })),
    );
    expect(counted(answers)).toEqual({ "200 accepted": crowd });
    expect(overlaps?.tried).toBeGreaterThanOrEqual(crowd);
    expect(declared.count() / crowd).toBeLessThanOrEqual(1.2);
    await settled(opened, 80);
    const tasks = await deps.store.list("task", { caseId: one.caseId });
    expect(tasks.every(({ status }) => status === "answered")).toBe(true);
    expect(await deps.store.parkedEffects(10)).toEqual([]);
    const [head, events] = await Promise.all([
      deps.store.get("sealHead", { stream: one.caseId }),
      deps.store.list("event", { stream: one.caseId }),
    ]);
    expect(verifyChain(one.caseId, events, head, deps.digest)).toMatchObject({ sealed: crowd, unsealed: 0 });
    expect(verifyChain(one.caseId, events, head, deps.digest).brokenAt).toBeUndefined();
  });
});

/** Counts the tries to commit one verb. */
function countingCommits(verb: string) {
  let count = 0;
  const around = (deps: Deps): Deps => ({
    ...deps,
    store: {
      ...deps.store,
      commit(changes) {
        const memory = changes.find(({ op, name }) => op === "create" && name === "idempotency");
        if (memory?.op === "create" && memory.name === "idempotency" && memory.value.verb === verb) count += 1;
        return deps.store.commit(changes);
      },
    },
  });
  return { around, count: () => count };
}
