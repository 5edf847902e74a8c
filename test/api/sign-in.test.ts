/** Signing in over HTTP as a stranger, an impatient person and staff do it. */
import { perform } from "@multihelix/core/kernel/perform.ts";
import { type ApplyPerson, applyPerson } from "@multihelix/core/person/apply-person.ts";
import { demoPeople, demoPersonId } from "@multihelix/local/seed/seed-steps.ts";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { until } from "../scenario/world.ts";
import type { Caller, Reply } from "./caller.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
beforeAll(async () => {
  api = await openApi();
});

const minute = 60_000;
const codeOf = ({ status, body }: Reply) => `${status} ${body.code ?? ""}`.trim();
const mailsTo = (email: string) =>
  api.product.inbox.all().filter(({ to, text }) => to === email && /\b\d{8}\b/.test(text));

/** Ask for a code and read it out of the newest mail. */
async function askedBy(caller: Caller, email: string): Promise<string> {
  const before = mailsTo(email).length;
  expect((await caller.post("/api/session/code", { email })).status).toBe(202);
  const mail = await until(`a code for ${email}`, async () => mailsTo(email)[before]);
  const code = /\b(\d{8})\b/.exec(mail.text)?.[1];
  if (code === undefined) throw new Error("the mail holds no code");
  return code;
}

const verify = (caller: Caller, code: string) => caller.post("/api/session/verify", { code });
const wrong = (code: string) => code.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));

describe("a code", () => {
  test("signs in once, however many try it at once in the asking browser", async () => {
    const caller = api.visitor();
    const code = await askedBy(caller, "parallel@visitor.example");
    const replies = await Promise.all(Array.from({ length: 50 }, () => verify(caller, code)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(replies.filter(({ status }) => status !== 200).map(codeOf))).toEqual(
      new Set(["403 sign-in.code-dead"]),
    );
    const sessions = await api.deps.store.list("sessionRef", { personId: await personOf(caller) });
    expect(sessions).toHaveLength(1);
  });

  test("is dead after five wrong tries, however many come at once: the sixth guess is not looked at", async () => {
    const caller = api.visitor();
    const code = await askedBy(caller, "guess@visitor.example");
    const replies = await Promise.all(Array.from({ length: 50 }, () => verify(caller, wrong(code))));
    expect(replies.filter((reply) => codeOf(reply) === "403 sign-in.wrong-code")).toHaveLength(5);
    expect(codeOf(await verify(caller, code))).toBe("403 sign-in.code-dead");
  });

  test("lives ten minutes, and ends when another is asked for", async () => {
    const caller = api.visitor();
    const first = await askedBy(caller, "late@visitor.example");
    const second = await askedBy(caller, "late@visitor.example");
    expect(["403 sign-in.wrong-code", "403 sign-in.code-dead"]).toContain(codeOf(await verify(caller, first)));
    api.clock.move(10 * minute);
    expect(codeOf(await verify(caller, second))).toBe("403 sign-in.code-dead");
    api.clock.move(-10 * minute);
    expect((await verify(caller, second)).status).toBe(200);
  });

  test("works in the browser that asked, and in no other", async () => {
    const caller = api.visitor();
    const code = await askedBy(caller, "bound@visitor.example");
    const thief = api.visitor();
    expect(codeOf(await verify(thief, code))).toBe("403 sign-in.code-dead");
    await askedBy(thief, "thief@visitor.example");
    expect(codeOf(await verify(thief, code))).toBe("403 sign-in.wrong-code");
    expect((await verify(caller, code)).body.me.email).toBe("bound@visitor.example");
  });

  test("is kept nowhere as it is: not in the database, not in a log, not in an answer", async () => {
    const caller = api.visitor();
    const code = await askedBy(caller, "stored@visitor.example");
    const askHash = api.deps.digest(caller.jar.get("mh-ask") ?? "");
    const challenge = await api.deps.store.get("challenge", { askHash });
    expect(challenge).toBeDefined();
    expect(JSON.stringify(challenge)).not.toContain(code);
    const reply = await verify(caller, code);
    expect(reply.text).not.toContain(code);
    const token = caller.jar.get("mh-session") ?? "";
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    expect(reply.text).not.toContain(token);
    const session = await api.deps.store.get("session", { tokenHash: api.deps.digest(token) });
    expect(session).toBeDefined();
    expect(JSON.stringify(session)).not.toContain(token);
  });

  test("asked for an unknown address is answered as for a known one, byte for byte", async () => {
    const told = async (email: string) => {
      const caller = api.visitor();
      const { status, headers, text } = await caller.post("/api/session/code", { email });
      const kept = [...headers].filter(([name]) => name !== "date" && name !== "set-cookie");
      return { status, kept, text, cookies: [...caller.jar.keys()] };
    };
    expect(await told("stranger@nowhere.example")).toEqual(await told("elodie@kiemkracht.example"));
  });
});

async function personOf(caller: Caller) {
  return (await caller.get("/api/session")).body.me.personId;
}

describe("a session", () => {
  test("ends by signing out, here and only here", async () => {
    const email = "two-browsers@visitor.example";
    const [one, two] = [await api.newcomer(email), await api.newcomer(email)];
    const token = one.jar.get("mh-session") ?? "";
    expect((await one.ask("DELETE", "/api/session")).status).toBe(200);
    one.jar.set("mh-session", token);
    expect(codeOf(await one.get("/api/my/tasks"))).toBe("401 session.missing");
    expect((await two.get("/api/my/tasks")).status).toBe(200);
  });

  test("ends after an hour without use, and twelve hours after it began however much it is used", async () => {
    const caller = await api.newcomer("idle@visitor.example");
    api.clock.move(61 * minute);
    expect(codeOf(await caller.get("/api/my/tasks"))).toBe("401 session.missing");
    await api.signInByMail(caller, "idle@visitor.example");
    for (let half = 0; half < 23; half++) {
      api.clock.move(30 * minute);
      expect((await caller.get("/api/my/tasks")).status, `after ${half + 1} half hours`).toBe(200);
    }
    api.clock.move(31 * minute);
    expect(codeOf(await caller.get("/api/my/tasks"))).toBe("401 session.missing");
  });
});

type PersonEntry = Omit<ApplyPerson, "disabled"> & { disabled?: boolean };

describe("roles", () => {
  const operator = { kind: "system", name: "operator" } as const;
  const entry = (persona: string) => {
    const {
      persona: _,
      part: __,
      memberships: ___,
      reviewer: ____,
      ...person
    } = demoPeople.find((one) => one.persona === persona) ?? fail(persona);
    return { ...person, personId: demoPersonId(persona), roles: [...(person.roles ?? [])] } as PersonEntry;
  };
  const apply = (key: string, input: PersonEntry) => perform(api.deps, operator, key, applyPerson, input);

  test("that are removed are gone at the next request of a session that goes on", async () => {
    const caller = await api.as("wales-manager");
    expect((await caller.get("/api/parks/wales/cases")).status).toBe(200);
    await apply("wales-manager-without-role", { ...entry("wales-manager"), roles: [] });
    expect(codeOf(await caller.get("/api/parks/wales/cases"))).toBe("403 actor.role-needed");
    expect((await caller.get("/api/session")).body.me.grants).toEqual([]);
    await apply("wales-manager-again", entry("wales-manager"));
    expect((await caller.get("/api/parks/wales/cases")).status).toBe(200);
  });

  test("with an end hold until then and not after", async () => {
    const caller = await api.as("wales-approver");
    const until_ = new Date(Date.parse(api.deps.clock.now()) + 30 * minute).toISOString();
    const roles = [{ role: "approver", parkId: "wales", substitute: false, until: until_ }] as const;
    await apply("wales-approver-for-a-while", { ...entry("wales-approver"), roles: [...roles] as never });
    expect((await caller.get("/api/parks/wales/cases")).status).toBe(200);
    api.clock.move(30 * minute);
    expect(codeOf(await caller.get("/api/parks/wales/cases"))).toBe("403 actor.role-needed");
  });

  test("of somebody disabled end with everything else, at once", async () => {
    const caller = await api.as("wales-finance");
    expect((await caller.get("/api/parks/wales/payments")).status).toBe(200);
    await apply("wales-finance-disabled", { ...entry("wales-finance"), disabled: true });
    expect(codeOf(await caller.get("/api/parks/wales/payments"))).toBe("401 session.missing");
    const again = api.visitor();
    const code = await askedBy(again, entry("wales-finance").email);
    expect(codeOf(await verify(again, code))).toBe("403 sign-in.code-dead");
  });

  test("of staff wait for a second factor: until then they see nothing of staff", async () => {
    const { email } = entry("limburg-manager");
    const caller = api.visitor();
    await api.signInByMail(caller, email);
    const { me } = (await caller.get("/api/session")).body;
    expect(me).toMatchObject({ secondFactorNeeded: true, secondFactorEnrolled: false, grants: [] });
    for (const path of ["cases", "tables/cases", "ledger", "payments"])
      expect(codeOf(await caller.get(`/api/parks/limburg/${path}`))).toBe("403 actor.role-needed");
    expect((await caller.get("/api/my/tasks")).body.tasks).toEqual([]);
    const budget = { parkId: "limburg", fundId: "limburg-regional", budgetYear: 2026, currency: "EUR" };
    const { calls } = (await caller.get("/api/calls")).body;
    const ledger = { ...budget, callId: calls[0].callId };
    expect(codeOf(await caller.post("/api/budgets", { ledger, amount: 1 }))).toBe("403 actor.role-needed");
  });

  test("a second factor is guessed five times, then not for a quarter of an hour; the answer says how long", async () => {
    const { email } = entry("lund-manager");
    const caller = api.visitor();
    await api.signInByMail(caller, email);
    expect(codeOf(await caller.post("/api/session/second-factor", { code: "000000" }))).toBe(
      "409 second-factor.not-enrolled",
    );
    expect((await caller.post("/api/session/totp")).body.secret).toMatch(/^[A-Z2-7]{16,}$/);
    const replies = await Promise.all(
      Array.from({ length: 12 }, () => caller.post("/api/session/second-factor", { code: "000000" })),
    );
    expect(replies.filter((reply) => codeOf(reply) === "403 second-factor.wrong")).toHaveLength(5);
    const locked = await caller.post("/api/session/second-factor", { code: "000000" });
    expect(codeOf(locked)).toBe("429 second-factor.locked");
    expect(locked.headers.get("retry-after")).toBe(String(15 * 60));
  });
});

function fail(persona: string): never {
  throw new Error(`the demonstration has no persona ${persona}`);
}
