/** Absurd input: refused with a pointer or taken as it is, never a fault; and whatever is taken is shown, not run. */
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { CaseBody } from "../scenario/story.ts";
import type { Caller, Reply } from "./caller.ts";
import { invited, offer, startedDraft } from "./draft.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
let owner: Caller;
let provider: Caller;
let now: string;

beforeAll(async () => {
  api = await openApi();
  owner = await api.as("sme-owner");
  provider = await api.as("provider-lund");
  now = api.deps.clock.now();
});

const word = "x".repeat(10_000);
const unreadable = ["\u0000", "a\u0008b", "\ud800", "half \udc00", "\uffff", "\u007f"];
const nonsense = [null, true, 7, [], {}, word];
const amounts = [-1, 0.5, 1e308, 2 ** 53, "1e3", null, "١٢", { amount: 1 }];
const days = [
  "2999-02-30",
  "0000-00-00",
  "99999-01-01",
  "tomorrow",
  "",
  "2026-11-25T00:00:00Z",
  "٢٠٢٦-١١-٢٥",
  20261125,
];

/** 422 with at least one pointer that begins with this. */
function expectPointer({ status, body }: Reply, pointer: string, what: unknown): void {
  const said = `${JSON.stringify(what)?.slice(0, 60)} → ${status} ${body?.code}`;
  expect.soft(status, said).toBe(422);
  const pointers: string[] = (body?.errors ?? []).map((error: { pointer: string }) => error.pointer);
  expect
    .soft(
      pointers.some((one) => one.startsWith(pointer)),
      `${said} at ${pointers.join(", ")}`,
    )
    .toBe(true);
}

describe("an application", () => {
  test("takes no section that cannot be read, and says where", async () => {
    const caseId = await startedDraft(api);
    const save = (section: string, data: unknown) => owner.put(`/api/cases/${caseId}/sections/${section}`, { data });
    for (const field of ["title", "summary", "need", "effect"])
      for (const value of [...unreadable, ...nonsense])
        expectPointer(await save("project", { [field]: value }), `/data/${field}`, value);
    for (const field of ["headcount", "turnover", "balanceSheet"])
      for (const value of amounts) expectPointer(await save("company", { [field]: value }), `/data/${field}`, value);
    for (const granted of days)
      expectPointer(
        await save("aid", { declared: [{ grantor: "X", amount: 1, granted }] }),
        "/data/declared/0/granted",
        granted,
      );
    for (const amount of amounts)
      expectPointer(
        await save("aid", { declared: [{ grantor: "X", amount, granted: "2025-01-01" }] }),
        "/data/declared/0/amount",
        amount,
      );
    for (const country of ["be", "BEL", "", "🇧🇪", 7])
      expectPointer(
        await save("aid", { declared: [{ grantor: "X", amount: 1, granted: "2025-01-01", country }] }),
        "/data/declared/0/country",
        country,
      );
    for (const value of ["true", 1, null]) expectPointer(await save("aid", { signed: value }), "/data/signed", value);
    for (const data of [{ unknown: 1 }, { constructor: 1, title: "x" }])
      expectPointer(await save("project", data), "/data", data);
    for (const data of [null, [], "x", 7]) expectPointer(await save("project", data), "/data", data);
    const deep = `{"data":{"title":${"[".repeat(50_000)}${"]".repeat(50_000)}}}`;
    const reply = await owner.ask("PUT", `/api/cases/${caseId}/sections/project`, { raw: deep });
    expect(reply.status).toBe(422);
    const polluted = '{"data":{"__proto__":{"title":"x"},"need":"A need."}}';
    await owner.ask("PUT", `/api/cases/${caseId}/sections/project`, { raw: polluted });
    const { title, sections: stored } = (await owner.get(`/api/cases/${caseId}`)).body;
    expect([title, Object.keys(stored), stored.project.data]).toEqual(["", ["project"], { need: "A need." }]);
  });

  test("keeps every word of every script, and days and sums at the ends of what may be", async () => {
    const caseId = await startedDraft(api);
    const texts = {
      title: "👩🏽‍🔬 مختبر ‏עברית‎ «ŵŷ» ﷽",
      summary: "ZA̡͊͠͝LGO ".repeat(20),
      need: "=cmd|' /C calc'!A0\t'; DROP TABLE cases; --\r\n#{7*7} {{7*7}} %s %00",
      effect: "W".repeat(4000),
    };
    const save = (section: string, data: unknown) => owner.put(`/api/cases/${caseId}/sections/${section}`, { data });
    expect((await save("project", texts)).status).toBe(200);
    const declared = [
      { grantor: "Once", amount: Number.MAX_SAFE_INTEGER, granted: "1900-01-01" },
      { grantor: "Far", amount: 0, granted: "2999-12-31", country: "ZZ" },
    ];
    expect((await save("aid", { declared, signed: true })).status).toBe(200);
    expect((await save("company", { headcount: Number.MAX_SAFE_INTEGER, turnover: 0 })).status).toBe(200);
    const { body } = await owner.get(`/api/cases/${caseId}`);
    expect(body.sections.project.data).toEqual(texts);
    expect(body.title).toBe(texts.title);
    for (const path of ["check", "workflow", "history", "letters"])
      expect((await owner.get(`/api/cases/${caseId}/${path}`)).status).toBe(200);
    expect((await owner.get("/api/my/cases")).text).toContain(texts.title);
  });
});

describe("an offer", () => {
  test("with a day, a price or a currency that cannot be is refused with its place", async () => {
    const caseId = await startedDraft(api);
    await invited(api, caseId);
    const confirm = (change: object) =>
      provider.post(`/api/cases/${caseId}/offer`, { content: { ...offer(now), ...change } });
    for (const day of days) {
      expectPointer(await confirm({ startsOn: day }), "/content/startsOn", day);
      expectPointer(await confirm({ endsOn: day }), "/content/endsOn", day);
    }
    expectPointer(await confirm({ endsOn: "1900-01-01" }), "/content/endsOn", "1900");
    for (const amount of [...amounts, 0])
      expectPointer(await confirm({ price: { amount, currency: "EUR" } }), "/content/price", amount);
    for (const currency of ["eur", "EURO", "XXX", "", "€", "BTC", null])
      expectPointer(await confirm({ price: { amount: 1000, currency } }), "/content/price", currency);
    for (const scope of [...unreadable, word, "short", "", null])
      expectPointer(await confirm({ scope }), "/content/scope", scope);
  });

  test("of more money than there is, or in a thousand years, is taken and then fails the check in words", async () => {
    const caseId = await startedDraft(api);
    await invited(api, caseId);
    for (const price of [
      { amount: Number.MAX_SAFE_INTEGER, currency: "EUR" },
      { amount: Number.MAX_SAFE_INTEGER, currency: "GBP" },
      { amount: 1, currency: "SEK" },
    ]) {
      const content = { ...offer(now), price, startsOn: "1900-01-01", endsOn: "2999-12-31" };
      const confirmed = await provider.post(`/api/cases/${caseId}/offer`, { content });
      expect([200, 422], confirmed.text).toContain(confirmed.status);
      const check = await owner.get(`/api/cases/${caseId}/check`);
      expect(check.status, check.text).toBe(200);
      expect(check.body.ready).toBe(false);
      const submitted = await owner.post(`/api/cases/${caseId}/submission`);
      expect(submitted.status, submitted.text).toBe(422);
    }
  });
});

test("addresses, codes and searches of any kind are answered", async () => {
  const visitor = api.visitor();
  for (const email of ["x", "a@b", `${word}@x.example`, "<script>@x.example", "a@x.example\r\nBcc: b@x.example", null])
    expectPointer(await visitor.post("/api/session/code", { email }), "/email", email);
  for (const code of ["", word, null, 12345678, "\u0000"])
    expectPointer(await visitor.post("/api/session/verify", { code }), "/code", code);
  for (const search of ["%00", "%F0%9F%8E%AB", "%", "%ff", "x".repeat(121), ".*", "a&search=b", "%E2%80%AE"]) {
    const reply = await owner.get(`/api/providers?search=${search}`);
    expect([200, 422], `${search} → ${reply.status}`).toContain(reply.status);
  }
  const manager = await api.as("limburg-manager");
  for (const query of [
    "cursor=x",
    "cursor=%00",
    `cursor=${"A".repeat(400)}`,
    "search=%F0%9F%8E%AB",
    "holder=__proto__",
  ]) {
    const reply = await manager.get(`/api/parks/limburg/cases?${query}`);
    expect([200, 422], `${query} → ${reply.status}`).toContain(reply.status);
  }
  for (const park of ["__proto__", "%00", "limburg%2F..", "🏞", "LIMBURG"])
    for (const path of ["cases", "ledger", "payments"])
      expect([403, 404]).toContain((await manager.get(`/api/parks/${park}/${path}`)).status);
  expect([404]).toContain((await manager.get("/api/parks/__proto__/terms")).status);
});

test("a statement of anything but a statement books nothing and says in which line", async () => {
  const finance = await api.as("limburg-finance");
  const head = "endToEndId,bookedOn,amount,currency,reference\n";
  for (const csv of [
    "x",
    head,
    `${head}a,b,c,d,e\n`,
    `${head}X,2999-12-31,1.00,EUR,R\n`,
    `${head}X,1900-01-01,-1.00,EUR,R\n`,
    `${head}X,2026-11-25,99999999999999999999.99,EUR,R\n`,
    `${head}"X,2026-11-25,1.00,EUR,R\n`,
    `${head}${"X".repeat(10_000)},2026-11-25,1.00,EUR,<script>\n`,
    "\u202e".repeat(50),
  ]) {
    const { status, body } = await finance.post("/api/parks/limburg/statements", { csv });
    expect([200, 422], `${csv.slice(46, 90)} → ${status}`).toContain(status);
    if (status === 200) expect(body.lines.every(({ outcome }: CaseBody) => outcome === "refused")).toBe(true);
  }
});
