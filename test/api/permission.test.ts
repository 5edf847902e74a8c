/** Permissions, from the route table: whoever has no part learns nothing and changes nothing, on every route. */
import { sha256 } from "@multihelix/adapters/system/secrets.ts";
import { routes } from "@multihelix/api/route/list.ts";
import type { AnyRoute } from "@multihelix/api/route.ts";
import { callIdOf } from "@multihelix/core/call/create-call.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { beforeAll, expect, test, vi } from "vitest";
import { weekdayFrom } from "../day.ts";
import { asked, type CaseBody, expectStatus, type Story } from "../scenario/story.ts";
import { applied, approved, proposed, released, reviewed, screened } from "../scenario/voucher-steps.ts";
import { accepted, checked, reported } from "../scenario/voucher-use-steps.ts";
import type { Caller, Reply } from "./caller.ts";
import { type OpenApi, openApi } from "./open-api.ts";
import { type Access, type Given, type Insider, insiders, permissions } from "./permission-table.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const signedRoutes = (routes as readonly AnyRoute[]).filter(({ access }) => access === "signed-in");
const nameOf = ({ method, path }: AnyRoute) => `${method} ${path}`;
const accessOf = (route: AnyRoute): Access => {
  const access = permissions[nameOf(route)];
  if (access === undefined) throw new Error(`${nameOf(route)} has no line in permission-table.ts`);
  return access;
};

/** Looked up only for who may: the pair of no run, an import that nobody proposed. */
const nothingThere = ["assignment.pair-unknown", "import.not-found"];
/** No case has it: who may see the case is told so, and nobody else learns even that. */
const nobodysFile = "fil_01K8Z3V5J0QW4R7T9Y2B6C8D1F";

let api: OpenApi;
let given: Given;
/** One case in review, one being paid. */
let caseIds: CaseId[];
let batchId: string;
let callId: string;
let planId: string;
let runId: string;
let reviewerId: string;
let outsiders: Record<string, Caller>;
let within: Record<Insider, Caller>;

beforeAll(async () => {
  api = await openApi();
  const story = api.story();
  const paid = await toPayment(story);
  const inReview = await applied(story);
  await screened(story, inReview);
  await story.caseUntil(story.people.manager, inReview.caseId, "reviewers", (one) => asked(one, "declare", "r2"));
  const { reviewer, free } = await seatedIn(inReview.caseId, paid.caseId);
  expectStatus(await reviewer.post(`/api/cases/${inReview.caseId}/slots/r1/declaration`, { outcome: "accepted" }), 200);
  await api.settled();
  caseIds = [inReview.caseId, paid.caseId] as CaseId[];
  batchId = paid.batchId;
  const { plans } = (await (await api.as("limburg-manager")).get(`/api/cases/${inReview.caseId}/review-plans`)).body;
  planId = plans[0].planId;
  reviewerId = plans[0].candidates[0].personId;
  const begun = await (await api.as("limburg-second-manager")).post(
    `/api/calls/${callIdOf("LIM-V26", sha256)}/assignment-runs`,
    {
      noInterest: true,
    },
  );
  expectStatus(begun, 201);
  runId = begun.body.runId;
  await api.settled();
  const { applicant, provider, callId: call } = (await (await api.as("auditor")).get(`/api/cases/${paid.caseId}`)).body;
  callId = call;
  given = {
    now: api.deps.clock.now(),
    organisationId: applicant.organisationId,
    providerId: provider.organisationId,
    endToEndId: paid.endToEndId,
    caseId: inReview.caseId,
    personId: reviewerId,
  };
  outsiders = {
    "somebody without any role": await api.newcomer("nobody@nowhere.example"),
    "the applicant of another organisation": await api.as("lund-sme-owner"),
    "staff of another park": await api.as("wales-substitute"),
    "a reviewer with a conflict": await api.as("reviewer-conflicted"),
    "a reviewer who was not asked": free,
  };
  within = { ...(await signedIn()), reviewer };
});

async function signedIn(): Promise<Record<Insider, Caller>> {
  const entries = Object.entries(insiders).filter(([part]) => part !== "reviewer");
  const callers = await Promise.all(entries.map(async ([part, persona]) => [part, await api.as(persona)] as const));
  return Object.fromEntries(callers) as Record<Insider, Caller>;
}

async function toPayment(story: Story): Promise<{ caseId: string; batchId: string; endToEndId: string }> {
  const told = await applied(story);
  await screened(story, told);
  await reviewed(story, told);
  await proposed(story, told);
  await approved(story, told);
  await released(story, told, "issued");
  await accepted(story, told);
  await reported(story, told);
  await checked(story, told, 800_000);
  await story.caseUntil(story.people.finance, told.caseId, "the payment", (one) => asked(one, "pay"));
  const finance = await api.as("limburg-finance");
  const { endToEndId } = (await finance.get("/api/parks/limburg/payments")).body.waiting[0];
  const executionDate = weekdayFrom(Date.parse(api.deps.clock.now()), 1);
  const prepared = await finance.post("/api/parks/limburg/batches", {
    endToEndIds: [endToEndId],
    executionDate,
    noInterest: true,
  });
  expectStatus(prepared, 201);
  return { caseId: told.caseId, batchId: prepared.body.batchId, endToEndId };
}

/** Who sits in r1 of the first case, and somebody of the pool who was asked about neither. */
async function seatedIn(caseId: string, other: string): Promise<{ reviewer: Caller; free: Caller }> {
  const manager = await api.as("limburg-manager");
  const seats = async (id: string) =>
    (await manager.get(`/api/cases/${id}`)).body.slots.map(({ reviewerId }: CaseBody) => reviewerId as string);
  const [mine, others] = await Promise.all([seats(caseId), seats(other)]);
  const pool = await Promise.all(
    ["uppsala", "wales", "sherbrooke", "lund", "limburg"].map(async (park) => {
      const caller = await api.as(`reviewer-${park}`);
      return { caller, personId: (await caller.get("/api/session")).body.me.personId as string };
    }),
  );
  const reviewer = pool.find(({ personId }) => personId === mine[0])?.caller;
  const free = pool.find(({ personId }) => ![...mine, ...others].includes(personId))?.caller;
  if (reviewer === undefined || free === undefined) throw new Error("the reviewers are not those of the demonstration");
  return { reviewer, free };
}

/** The route, asked about each of the cases where it is about one. */
async function use(route: AnyRoute, caller: Caller): Promise<Reply[]> {
  const body = accessOf(route).body?.(given);
  const paths = (route.path.includes("{caseId}") ? caseIds : ["-"]).map((caseId) =>
    route.path
      .replace("{caseId}", caseId)
      .replace("{parkId}", "limburg")
      .replace("{callId}", callId)
      .replace("{batchId}", batchId)
      .replace("{slot}", "r1")
      .replace("{round}", "1")
      .replace("{planId}", planId)
      .replace("{importId}", "imp_01K8Z3V5J0QW4R7T9Y2B6C8D1F")
      .replace("{fileId}", nobodysFile)
      .replace("{runId}", runId)
      .replace("{personId}", reviewerId)
      .replace("{sectionId}", "project"),
  );
  const asking = body === undefined ? {} : { body };
  return Promise.all(paths.map((path) => caller.ask(route.method.toUpperCase(), path, asking)));
}

/** Everything that the refused acts could have touched. */
async function state(): Promise<string> {
  const { store } = api.deps;
  const cases = await Promise.all(
    caseIds.map(async (caseId) => [
      await store.wholeCase(caseId),
      (await store.list("event", { stream: caseId })).map(({ eventId, type }) => [eventId, type]),
      (await store.list("letter", { stream: caseId })).map(({ letterId }) => letterId),
    ]),
  );
  const calls = await store.list("call", {});
  const budgets = await Promise.all(
    calls.flatMap(({ payers }) => payers.map(({ ledger }) => store.get("budget", { ledger }))),
  );
  const batches = await store.list("batch", { parkId: "limburg" });
  const mine = await store.list("partyCase", { organisationId: given.organisationId as `org_${string}` });
  return canonical([cases, calls, budgets, batches, mine]);
}

/** Text in which the order of a map's fields does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

test("every signed-in route has its line in the table, and the table no line too many", () => {
  expect(Object.keys(permissions).sort()).toEqual(signedRoutes.map(nameOf).sort());
});

test("without a session every one of them asks to sign in, before it looks at anything else", async () => {
  for (const route of signedRoutes)
    for (const reply of await use(route, api.visitor()))
      expect.soft(`${nameOf(route)}: ${reply.status} ${reply.body.code}`).toBe(`${nameOf(route)}: 401 session.missing`);
});

test("who has no part finds no case and no duty in a park, and writes nothing", async () => {
  const before = await state();
  for (const route of signedRoutes.filter((one) => accessOf(one).about !== "own")) {
    const { about } = accessOf(route);
    const answers = Object.entries(outsiders).map(async ([who, caller]) => {
      for (const { status, body } of await use(route, caller)) {
        const wanted = about === "case" ? [404] : [403, 404];
        expect.soft(wanted, `${who}: ${nameOf(route)} → ${status} ${body?.code ?? ""}`).toContain(status);
      }
    });
    await Promise.all(answers);
  }
  expect(await state()).toBe(before);
});

test("what is one's own is empty for who has no part", async () => {
  for (const [who, caller] of Object.entries(outsiders)) {
    const { tasks } = (await caller.get("/api/my/tasks")).body;
    const { cases } = (await caller.get("/api/my/cases")).body;
    expect([who, tasks, cases]).toEqual([who, [], []]);
    for (const caseId of caseIds) expect((await caller.get("/api/session")).text).not.toContain(caseId);
  }
});

test("who has another part in the case is refused all the same, and writes nothing", async () => {
  const before = await state();
  for (const route of signedRoutes.filter((one) => accessOf(one).about !== "own")) {
    const { may } = accessOf(route);
    const others = Object.entries(within).filter(([one]) => !may.includes(one as Insider));
    const answers = others.map(async ([part, caller]) => {
      for (const { status, body } of await use(route, caller))
        expect.soft([403, 404], `${part}: ${nameOf(route)} → ${status} ${body?.code ?? ""}`).toContain(status);
    });
    await Promise.all(answers);
  }
  expect(await state()).toBe(before);
});

test("who has the right part reads what the table says", async () => {
  for (const route of signedRoutes.filter(({ method }) => method === "get")) {
    const { may, ofFirst = false } = accessOf(route);
    for (const [part, caller] of Object.entries(within).filter(([one]) => may.includes(one as Insider))) {
      // A reviewer of the case in review is none of the paid one's.
      const [first, second] = await use(route, caller);
      for (const reply of part === "reviewer" || ofFirst ? [first] : [first, second ?? first])
        if (!nothingThere.includes(reply?.body?.code))
          expect.soft([200, 409], `${part}: ${nameOf(route)} → ${reply?.status}`).toContain(reply?.status);
    }
  }
});
