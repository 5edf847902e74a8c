/** Cases that wait at every station of a voucher's life, so that time can pass over all of them at once. */
import { askOfferAgain } from "@multihelix/core/application/ask-offer-again.ts";
import type { Case, CaseStatus } from "@multihelix/core/application/case.ts";
import type { Call } from "@multihelix/core/call/call.ts";
import { callIdOf } from "@multihelix/core/call/create-call.ts";
import { askFollowUp } from "@multihelix/core/follow-up/ask-follow-up.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { addDays } from "@multihelix/core/kernel/instant.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Mark } from "@multihelix/core/review/review.ts";
import type { TaskKind } from "@multihelix/core/task/task.ts";
import { demoPeople, demoPersonId } from "@multihelix/local/seed/seed-steps.ts";
import { aProposal } from "../fixture/build/decision.ts";
import { aRedress } from "../fixture/build/redress.ts";
import { allMarks } from "../fixture/build/reviewer.ts";
import { aVoucher } from "../fixture/build/voucher.ts";
import { until } from "../scenario/world.ts";
import { accountCase } from "./account-station.ts";
import { againCase } from "./again-station.ts";
import { backCase } from "./back-station.ts";
import { chaseCase } from "./chase-station.ts";
import { aDemoCase, commit, demoParties, type Parties, runningCase } from "./demo-cases.ts";
import type { Opened } from "./product.ts";
import { slipCase } from "./slip-station.ts";
import { type Act, stations } from "./station-acts.ts";
import { wordCase } from "./word-station.ts";

/** Station → the case that waits there. */
export async function casesAtStations(opened: Opened): Promise<Map<string, CaseId>> {
  const parties = await demoParties(opened.deps);
  const found = new Map<string, CaseId>();
  const start = async (station: string, status: CaseStatus, given: Partial<Case> = {}) => {
    const one = await runningCase(opened.deps, parties, found.size, { status, ...given });
    found.set(station, one.caseId);
    return one.caseId;
  };
  await early(opened, start);
  found.set("await-ranking", await gated(opened, parties, found.size));
  found.set("file-slip", await slipCase(opened, parties, found.size));
  found.set("pay-again", await againCase(opened, parties, found.size));
  found.set("answer-account", await accountCase(opened, parties, found.size));
  found.set("ask-back", await backCase(opened, parties, found.size));
  found.set("chase-recovery", await chaseCase(opened, parties, found.size));
  found.set("confirm-change", await wordCase(opened, parties, found.size));
  found.set("answer-kpi", await followedUp(opened, parties, found.size));
  const today = opened.deps.clock.now().slice(0, 10);
  const late: Promise<void>[] = [];
  for (const [station, acts] of Object.entries(stations)) {
    const caseId = await start(station, "deciding");
    late.push(lead(opened, caseId, acts(caseId, today), station as TaskKind));
  }
  await Promise.all(late);
  return found;
}

/** Up to the proposal: cases begin at the station itself. */
async function early(
  opened: Opened,
  start: (station: string, status: CaseStatus, given?: Partial<Case>) => Promise<CaseId>,
): Promise<void> {
  const mia = demoPersonId("limburg-manager");
  const at = opened.deps.clock.now();
  const screened = await start("screen", "screening");
  const questions = [{ question: "Which assay will be validated?", by: mia, at }];
  const questioned = await start("answer-question", "more-information", { questions });
  const ineligibility = { reasons: "Outside the sectors.", by: mia, at };
  const refused = await start("confirm-ineligible", "ineligible-proposed", { ineligibility });
  const declared = await start("declare", "in-review");
  await conditional(opened, start);
  await redress(opened, start);
  await reviewed(opened, await start("settle-scope", "in-review"), "out-of-scope", "settle-scope");
  await endingOffer(opened, await start("renew-offer", "in-review"));
  await awaitTask(opened, screened, "screen");
  await awaitTask(opened, questioned, "answer-question");
  await awaitTask(opened, refused, "confirm-ineligible");
  await awaitTask(opened, declared, "declare");
  // One of the two accepts and then stays silent with the review; the other never says a word.
  const slots = await opened.deps.store.list("slot", { caseId: declared });
  const accepting = slots.find(({ slot }) => slot === "r2");
  const persona = demoPeople.find((one) => demoPersonId(one.persona) === accepting?.reviewerId)?.persona ?? "";
  await answer(opened, declared, {
    kind: "declare",
    persona,
    path: "slots/r2/declaration",
    body: { outcome: "accepted" },
  });
  await awaitTask(opened, declared, "review");
}

/** An offer with twenty days left, so that its provider is asked whether it stands. */
async function endingOffer(opened: Opened, caseId: CaseId): Promise<void> {
  const { deps } = opened;
  const validUntil = addDays(deps.clock.now(), 20);
  await commit(deps, [{ op: "patch", name: "offer", key: { caseId }, set: { validUntil }, when: {} }]);
  const clock = { kind: "system", name: "outbox" } as const;
  await perform(deps, clock, `offer-again:${caseId}`, askOfferAgain, { caseId });
  await awaitTask(opened, caseId, "renew-offer");
}

/** An award that was told and waits for the company's statement: nothing of it is granted. */
async function conditional(
  opened: Opened,
  start: (station: string, status: CaseStatus, given?: Partial<Case>) => Promise<CaseId>,
): Promise<void> {
  const askedAt = opened.deps.clock.now();
  const condition = {
    kind: "notification" as const,
    basis: "uk-mfa" as const,
    jurisdiction: "GB",
    parkIds: ["limburg"],
    gross: { amount: 170_000, currency: "GBP" },
    ceiling: { amount: 31_500_000, currency: "GBP" },
    from: "2024-04-01",
    until: askedAt.slice(0, 10),
    law: "Subsidy Control Act 2022, Sections 36 to 38",
    askedAt,
  };
  const caseId = await start("give-statement", "conditional", { condition });
  const proposal = aProposal({ caseId, status: "released", version: 0 });
  await commit(opened.deps, [{ op: "create", name: "proposal", value: proposal }]);
  await awaitTask(opened, caseId, "give-statement");
}

/** Requests for redress: one to be admitted, one to be decided. */
async function redress(
  opened: Opened,
  start: (station: string, status: CaseStatus, given?: Partial<Case>) => Promise<CaseId>,
): Promise<void> {
  const asked = aRedress({ by: demoPersonId("sme-owner"), at: opened.deps.clock.now() });
  const admitting = await start("admit-redress", "rejected", { redress: { ...asked, redressId: newRedress(opened) } });
  const deciding = await start("decide-redress", "ineligible", {
    redress: { ...asked, redressId: newRedress(opened), status: "admitted" },
  });
  await awaitTask(opened, admitting, "admit-redress");
  await awaitTask(opened, deciding, "decide-redress");
}

/** A reviewed case of a call that has closed and whose ranking nobody froze. */
async function gated(opened: Opened, { call, provider }: Parties, nth: number): Promise<CaseId> {
  const code = "LIM-V27";
  const callId = callIdOf(code, opened.deps.digest);
  const closes = addDays(opened.deps.clock.now(), -2);
  const closed: Call = { ...call, callId, code, mode: "deadline", state: "closed", closes, version: 0 };
  await commit(opened.deps, [{ op: "create", name: "call", value: closed }]);
  // Another company: the same service asked for in two calls would be found.
  const contactId = demoPersonId("lund-sme-owner");
  const [membership] = await opened.deps.store.list("membership", { personId: contactId });
  const applicant = membership && (await opened.deps.store.get("organisation", membership));
  if (applicant === undefined) throw new Error("lund-sme-owner belongs to no organisation");
  const parties = { call: closed, applicant, provider, contactId };
  const { caseId } = await runningCase(opened.deps, parties, nth, { status: "in-review" });
  await answer(opened, caseId, {
    kind: "assign-reviewer",
    persona: "limburg-manager",
    path: "slots/-/reviewer",
    body: {
      noInterest: true,
      reviewerIds: ["reviewer-uppsala", "reviewer-sherbrooke"].map(demoPersonId),
      waiver: "They read many cases of this test.",
    },
  });
  await reviewed(opened, caseId, 4, "await-ranking");
  return caseId;
}

/** What came of a voucher was asked for the last time. */
async function followedUp(opened: Opened, parties: Parties, nth: number): Promise<CaseId> {
  const { one, changes } = aDemoCase(opened.deps, parties, nth, { status: "redeemed" });
  const voucher = aVoucher({ caseId: one.caseId, applicantId: one.applicantId, version: 0 });
  await commit(opened.deps, [...changes, { op: "create", name: "voucher", value: voucher }]);
  const asked = { caseId: one.caseId, month: 24 };
  await perform(opened.deps, { kind: "system", name: "outbox" }, `ask:${one.caseId}`, askFollowUp, asked);
  return one.caseId;
}

/** Both reviewers give these marks, and the case goes on to the station. */
async function reviewed(opened: Opened, caseId: CaseId, mark: Mark["score"], station: TaskKind): Promise<void> {
  await awaitTask(opened, caseId, "declare");
  const marks = allMarks(mark);
  for (const slot of ["r1", "r2"]) {
    const [seat] = (await opened.deps.store.list("slot", { caseId })).filter((one) => one.slot === slot);
    const persona = demoPeople.find((one) => demoPersonId(one.persona) === seat?.reviewerId)?.persona ?? "";
    const at = `slots/${slot}`;
    await awaitSlot(opened, caseId, "declare", slot);
    await post(opened, caseId, persona, `${at}/declaration`, { outcome: "accepted" });
    await awaitSlot(opened, caseId, "review", slot);
    await post(opened, caseId, persona, `${at}/review`, { marks, confidence: 3 });
  }
  await awaitTask(opened, caseId, station);
}

const newRedress = ({ deps }: Opened) => `rdr_${deps.ids.ulid()}` as const;

/** Does the acts one after the other, each when its task is open, and waits for the last station's task. */
export async function lead(opened: Opened, caseId: CaseId, acts: readonly Act[], station: TaskKind): Promise<void> {
  for (const act of acts) await answer(opened, caseId, act);
  await awaitTask(opened, caseId, station);
}

async function answer(opened: Opened, caseId: CaseId, { kind, persona, path, body }: Act): Promise<void> {
  await awaitTask(opened, caseId, kind);
  await post(opened, caseId, persona, path, body);
}

async function post(
  opened: Opened,
  caseId: CaseId,
  persona: string,
  path: string,
  body: Record<string, unknown>,
): Promise<void> {
  const client = await opened.as(persona);
  const { status, body: told } = await client.post(`/api/cases/${caseId}/${path}`, body);
  if (status !== 200) throw new Error(`${path} on ${caseId} answered ${status}: ${JSON.stringify(told)}`);
}

export async function awaitTask(opened: Opened, caseId: CaseId, kind: TaskKind): Promise<void> {
  await awaitSlot(opened, caseId, kind);
}

async function awaitSlot({ deps }: Opened, caseId: CaseId, kind: TaskKind, slot?: string): Promise<void> {
  await until(
    `${kind} of ${caseId}`,
    async () => {
      const tasks = await deps.store.list("task", { caseId });
      return tasks.find(
        (task) => task.kind === kind && task.status === "open" && (slot === undefined || task.slot === slot),
      );
    },
    60,
  );
}
