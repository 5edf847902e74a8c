import { rowsOf } from "@multihelix/core/application/move.ts";
import { seekEnded } from "@multihelix/core/closing/seek-ended.ts";
import { seekUnasked } from "@multihelix/core/closing/seek-unasked.ts";
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { answerAccount } from "@multihelix/core/payment/answer-account.ts";
import { beforeEach, expect, test } from "vitest";
import { anAccountChange } from "../../fixture/build/account-change.ts";
import { staff } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { aRecovery } from "../../fixture/build/use-redress.ts";
import { aVoucher } from "../../fixture/build/voucher.ts";
import { storeCase, storePeople } from "../../fixture/stored-case.ts";
import { testWorld } from "../../fixture/world.ts";

const world = testWorld();
const fay = staff("fay", "finance", "limburg");
const start = at("2027-02-10T09:00:00Z");
const [change, organisationId] = [anAccountChange({ version: 0 }), idOf("org", "lab")];
const tasksOf = async (caseId: Awaited<ReturnType<typeof aVoucherCase>>) =>
  (await world.store.list("task", { caseId })).map(({ kind, slot, round, status }) => [kind, slot, round, status]);

beforeEach(async () => {
  world.deps.clock.move(start);
  await storePeople(world.store);
  await world.store.commit([
    { op: "put", name: "call", value: aCall() },
    { op: "put", name: "organisation", value: anOrganisation({ organisationId }) },
  ]);
});

async function aVoucherCase() {
  const one = await storeCase(world.store, { status: "in-use", useAttempt: 1 });
  await world.store.commit([
    ...rowsOf(one).map((value) => ({ op: "put", name: "row", value }) as const),
    { op: "put", name: "voucher", value: aVoucher({ caseId: one.caseId }) },
  ]);
  return one.caseId;
}
async function seek(): Promise<number> {
  await seekEnded(world.deps);
  return seekUnasked(world.deps);
}
const drive = async () => {
  while ((await driveEffects(world.deps, 100)).done > 0);
};

test("money that was asked back before late money was a task is looked at when its day has passed, once", async () => {
  const caseId = await aVoucherCase();
  const [late, settled, early] = [
    aRecovery({ caseId, version: 0 }),
    aRecovery({ caseId, recovery: 2, status: "received", version: 0 }),
    aRecovery({ caseId, recovery: 3, due: "2027-02-20", version: 0 }),
  ];
  await world.store.commit([late, settled, early].map((value) => ({ op: "create", name: "recovery", value })));
  expect([await seek(), await seek()]).toEqual([2, 0]);
  await drive();
  expect(await tasksOf(caseId)).toEqual([["chase-recovery", "limburg", 1, "open"]]);
  world.deps.clock.move(at("2027-02-21T00:00:00Z"));
  await drive();
  expect((await tasksOf(caseId)).map(([, , round]) => round)).toEqual([1, 3]);
});

test("an account that was named before that was a task is asked for on the case where it was named, and its answer closes the task", async () => {
  const [other, caseId] = [await aVoucherCase(), await aVoucherCase()];
  const named = {
    stream: caseId,
    eventId: idOf("evt", "named"),
    at: change.proposedAt,
    type: "account.proposed",
    actor: change.proposedBy,
    verb: "account.propose",
    caseId,
    facts: { organisationId },
    version: 0,
  };
  await world.store.commit([
    { op: "create", name: "accountChange", value: change },
    { op: "create", name: "event", value: named },
  ]);
  expect([await seek(), await seek()]).toEqual([1, 0]);
  expect(await tasksOf(other)).toEqual([]);
  expect(await tasksOf(caseId)).toEqual([["answer-account", "limburg", 1, "open"]]);
  // From another case of the payee, too.
  const answer = { caseId: other, parkId: "limburg", outcome: "refused", noInterest: true } as const;
  await perform(world.deps, fay, "answer", answerAccount, { ...answer, proposedAt: change.proposedAt });
  expect(await tasksOf(caseId)).toEqual([["answer-account", "limburg", 1, "answered"]]);
});

test("an account that was answered, or is asked for already, asks nobody", async () => {
  const caseId = await aVoucherCase();
  for (const given of [{ status: "refused" }, { status: "proposed", caseId }] as const) {
    await world.store.commit([{ op: "put", name: "accountChange", value: { ...change, ...given } }]);
    expect(await seek()).toBe(0);
  }
  expect(await tasksOf(caseId)).toEqual([]);
});
