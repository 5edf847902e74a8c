/** Duplicates merged over HTTP and carried out by its run: aid, members, links and numbers, whole wherever it is cut short. */
import { readAid } from "@multihelix/core/aid/read-aid.ts";
import { advanceMerge } from "@multihelix/core/effect/handler/advance-merge.ts";
import type { CaseId, OrganisationId } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { applyOrganisation } from "@multihelix/core/organisation/apply-organisation.ts";
import { removeMember } from "@multihelix/core/organisation/change-member.ts";
import { answerMerge } from "@multihelix/core/organisation/merge/answer-merge.ts";
import type { MergeId } from "@multihelix/core/organisation/merge/merge.ts";
import { organisationIdOf, ownAidGroupOf } from "@multihelix/core/organisation/organisation-id.ts";
import { readPayee } from "@multihelix/core/payment/payee-facts.ts";
import { applyPerson } from "@multihelix/core/person/apply-person.ts";
import { readTies } from "@multihelix/core/person/tie.ts";
import { actorOf } from "@multihelix/local/seed/actor-of.ts";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { dyingAt, withoutDriver } from "../fixture/dying.ts";
import { applied, proposed, reviewed, screened } from "../scenario/voucher-steps.ts";
import type { Caller } from "./caller.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });
const operator = { kind: "system", name: "operator" } as const;
const double = { registerScheme: "BE-BCE_KBO", registerId: "0412345614" };
const email = "bert@kiemkracht-double.example";
let api: OpenApi;
let secretary: Caller;
let manager: Caller;
let keptId: OrganisationId;
let mergedId: OrganisationId;
let caseId: CaseId;
let mergeId: MergeId;
let proposal: object;

beforeAll(async () => {
  api = await openApi();
  const { deps } = api;
  const story = api.story();
  const told = await applied(story);
  await screened(story, told);
  await reviewed(story, told, 4);
  await proposed(story, told, "award");
  caseId = told.caseId as CaseId;
  await api.settled();
  keptId = ((await deps.store.get("case", { caseId }))?.applicantId ?? "") as OrganisationId;
  const network = await deps.network.current();
  mergedId = organisationIdOf(network, double, deps.digest);
  const kept = await deps.store.get("organisation", { organisationId: keptId });
  if (kept === undefined) throw new Error("the applicant is not there");
  await perform(deps, operator, "double", applyOrganisation, {
    ...double,
    organisationId: mergedId,
    legalName: "Kiemkracht B.V.",
    kind: "company",
    address: kept.address,
    accounts: kept.accounts.map((account) => ({ ...account, holder: "Kiemkracht B.V." })),
    provider: true,
  });
  await perform(deps, operator, "bert", applyPerson, {
    email,
    name: "Bert Claes",
    language: "nl",
    memberships: [{ organisationId: mergedId, level: "editor" }],
  });
  // An earlier grant of the duplicate, nearly the whole ceiling.
  const aidGroupId = ownAidGroupOf(network, double, deps.digest);
  await deps.store.commit([
    {
      op: "create",
      name: "aidGrant",
      value: {
        aidGroupId,
        caseId: "app_01K8Z3V5J0QW4R7T9Y2B6C8D1F",
        parkId: "limburg",
        jurisdiction: "BE",
        basis: "eu-de-minimis",
        amount: 29_900_000,
        currency: "EUR",
        status: "granted",
        date: "2026-02-03",
        at: deps.clock.now(),
        version: 0,
      },
    },
  ]);
  secretary = await api.as("secretary");
  manager = await api.as("limburg-second-manager");
});

describe("a merge over HTTP", () => {
  test("both records side by side: people, cases, accounts, and the ceiling that both together exceed", async () => {
    const find = (number: string) => secretary.get(`/api/merge-search?scheme=BE-BCE_KBO&number=${number}`);
    expect((await find(double.registerId)).body).toMatchObject({ organisationId: mergedId });
    expect((await find("0412345615")).body.code).toBe("register-id.check-digit");
    const { body } = await secretary.get(`/api/merge-preview?kept=${keptId}&merged=${mergedId}`);
    expect(body).toMatchObject({
      kept: { cases: { open: 1 }, provider: false },
      merged: { legalName: "Kiemkracht B.V.", members: 1, cases: { open: 0 }, provider: true },
      ceilings: [{ basis: "eu-de-minimis", jurisdiction: "BE", merged: 29_900_000, exceeded: true }],
    });
    expect(body.people).toBe(body.kept.members + 1);
    // What Belgian parks paid is not shown to a manager in Wales.
    const foreign = await api.as("wales-manager");
    const seen = (await foreign.get(`/api/merge-preview?kept=${keptId}&merged=${mergedId}`)).body;
    expect([seen.ceilings, seen.kept.cases.open]).toEqual([[], 0]);
    for (const persona of ["sme-owner", "limburg-approver", "auditor", "reviewer-lund"]) {
      const other = await api.as(persona);
      expect((await other.get("/api/merges")).status).toBe(404);
      expect((await other.get(`/api/merge-preview?kept=${keptId}&merged=${mergedId}`)).status).toBe(404);
    }
  });

  test("the secretary proposes; nothing changes before a second person confirms, and who proposed does not", async () => {
    const { body } = await secretary.get(`/api/merge-preview?kept=${keptId}&merged=${mergedId}`);
    proposal = {
      keptId,
      mergedId,
      reason: "One company, entered twice.",
      noInterest: true,
      keptVersion: body.kept.version,
      mergedVersion: body.merged.version,
    };
    const made = await secretary.post("/api/merges", proposal);
    expect(made.status).toBe(201);
    mergeId = made.body.mergeId;
    expect((await manager.post("/api/merges", proposal)).body.code).toBe("merge.another-open");
    const own = await secretary.post(`/api/merges/${mergeId}/answer`, { answer: "confirm", noInterest: true });
    expect([own.status, own.body.code]).toEqual([403, "duties.same-person"]);
    expect((await api.deps.store.get("organisation", { organisationId: mergedId }))?.mergedInto).toBeUndefined();
  });

  test("confirmed: from that commit on the union counts, and an open approval is counted anew", async () => {
    const { deps } = api;
    const before = await approve();
    await perform(
      withoutDriver(deps, "advance-merge"),
      await actorOf(deps, "limburg-second-manager"),
      "confirmed",
      answerMerge,
      {
        mergeId,
        answer: "confirm",
        noInterest: true,
      },
    );
    // The run has not begun: nobody is joined, and yet no room is left.
    const kept = await deps.store.get("organisation", { organisationId: keptId });
    if (kept === undefined) throw new Error("the kept record is gone");
    const { aidGrants } = await readAid(deps.store, kept);
    expect(aidGrants.map(({ amount }) => amount)).toContain(29_900_000);
    const refusedNow = await approve();
    expect([before.code, refusedNow.code]).toEqual([undefined, "aid.no-room"]);
  });

  /** What approving would meet; nothing is written, because the proposal that is named is another one. */
  async function approve(): Promise<{ code?: string }> {
    const approver = await api.as("limburg-approver");
    const { body } = await approver.get(`/api/cases/${caseId}/evidence`);
    const short = body.headrooms?.find(({ fits }: { fits: boolean }) => !fits);
    if (short === undefined) return {};
    return (
      await approver.post(`/api/cases/${caseId}/approvals/limburg`, { answer: "approve", noInterest: true, reason: "" })
    ).body;
  }

  test("cut short at any point the run goes on: everybody of either record belongs to both, once", async () => {
    const { deps } = api;
    for (let at = 1; at <= 10; at++)
      await advanceMerge(dyingAt(deps, Math.ceil(at / 2), at % 2 === 0), { kind: "advance-merge", mergeId }).catch(
        (error: unknown) => {
          if (!(error instanceof Error && error.message === "killed")) throw error;
        },
      );
    await advanceMerge(deps, { kind: "advance-merge", mergeId });
    await api.settled();
    const [kept, merged] = await Promise.all([
      deps.store.list("member", { organisationId: keptId }),
      deps.store.list("member", { organisationId: mergedId }),
    ]);
    const people = (list: typeof kept) => list.map(({ personId, level }) => `${personId} ${level}`).sort();
    expect(people(kept)).toEqual(people(merged));
    expect(kept.length).toBe(3);
    const events = await deps.store.list("event", { stream: `organisation:${keptId}` });
    const types = events.map(({ type }) => type);
    expect(types.filter((type) => type === "merge.done")).toHaveLength(1);
    expect(types.filter((type) => type === "membership.set")).toHaveLength(kept.length);
    expect((await secretary.get("/api/merges")).body.merges).toMatchObject([{ mergeId, state: "done" }]);
  });

  test("old links open the kept record, both numbers find it, and the case keeps the name in its letters", async () => {
    const page = (await manager.get(`/api/organisations/${mergedId}`)).body;
    expect(page).toMatchObject({
      organisationId: keptId,
      mergedFrom: [{ legalName: "Kiemkracht B.V.", registerId: double.registerId }],
    });
    const found = await secretary.get(`/api/merge-search?scheme=BE-BCE_KBO&number=${double.registerId}`);
    expect(found.body.organisationId).toBe(keptId);
    const one = await api.deps.store.get("case", { caseId });
    expect([one?.applicantId, one?.applicantName]).toEqual([keptId, page.legalName]);
    const bert = api.visitor();
    await api.signInByMail(bert, email);
    const { memberships } = (await bert.get("/api/session")).body.me;
    expect(memberships.map(({ organisationId }: { organisationId: string }) => organisationId)).toEqual([keptId]);
    expect((await bert.get("/api/my/cases")).body.cases.map((mine: { caseId: string }) => mine.caseId)).toContain(
      caseId,
    );
    expect((await bert.get(`/api/my/organisations/${mergedId}`)).body.organisationId).toBe(keptId);
    const { callId } = (await manager.get(`/api/cases/${caseId}`)).body;
    const started = await bert.post("/api/cases", { callId, organisationId: mergedId });
    expect([started.status, started.body.code]).toEqual([409, "organisation.merged"]);
  });

  test("accounts of the merged record pay nobody, and ties to either are ties to both", async () => {
    const { deps } = api;
    const { payee } = await readPayee(deps.store, { payeeId: mergedId, caseId });
    expect(payee?.organisationId).toBe(keptId);
    expect(payee?.accounts.map(({ holder }) => holder)).not.toContain("Kiemkracht B.V.");
    const person = {
      ...(await deps.store.get("person", { personId: (await actorOf(deps, "wales-manager")).personId })),
    } as never;
    const entries = [
      { kind: "stake", register: { scheme: double.registerScheme, id: double.registerId }, level: "HARD" },
    ] as never;
    const ties = await readTies(deps, person, { personId: "per_x", entries, version: 0 } as never, []);
    expect(ties.map(({ organisationId }) => organisationId).sort()).toEqual([keptId, mergedId].sort());
  });

  test("whoever leaves the organisation afterwards has left both records", async () => {
    const { deps } = api;
    const owner = await actorOf(deps, "sme-owner");
    const known = await deps.store.get("email", { email });
    if (known === undefined) throw new Error("Bert is not there");
    await perform(deps, owner, "bert-goes", removeMember, { organisationId: keptId, personId: known.personId });
    expect(await deps.store.list("membership", { personId: known.personId })).toEqual([]);
  });
});
