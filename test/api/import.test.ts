/** A park moves in mid-year: its running vouchers are looked at, proposed by one person and confirmed by another, line by line. */
import { advanceImport } from "@multihelix/core/effect/handler/advance-import.ts";
import { answerImport } from "@multihelix/core/import/answer-import.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { membershipSchema } from "@multihelix/core/organisation/membership.ts";
import { columns } from "@multihelix/core/voucher/import/voucher-file.ts";
import { actorOf } from "@multihelix/local/seed/actor-of.ts";
import { beforeAll, describe, expect, test, vi } from "vitest";
import writeSheet from "write-excel-file/node";
import { dyingAt, withoutDriver } from "../fixture/dying.ts";
import type { CaseBody } from "../scenario/story.ts";
import { codeOf, csvOf, heads, type Importing, openImporting, path } from "./import-steps.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

let api: OpenApi;
let it: Importing;

beforeAll(async () => {
  api = await openApi();
  it = await openImporting(api);
});

test("a dry run names every cell that cannot be right by line and column, and nothing is done while one is wrong", async () => {
  const wrong = it.rowOf({
    old_reference: "OLD-2026/18",
    award: "ten thousand",
    provider_number: "556000-0000",
    expires_on: "30/11/2026",
  });
  const before = await it.accountsOf();
  const rows = [it.rowOf(), wrong];
  const { problems, lines, totals, ready, hash } = await it.looked(rows);
  expect(ready).toBe(false);
  expect(lines.map(({ reference }: CaseBody) => reference)).toEqual(["OLD-2026/17"]);
  expect(problems.map(({ cell, name, code }: CaseBody) => [cell, name, code])).toEqual([
    ["I3", "provider_number", "organisation-unknown"],
    ["L3", "award", "amount"],
    ["O3", "expires_on", "day"],
  ]);
  expect(problems[1].text).toMatch(/9600\.00/);
  expect(totals).toMatchObject([{ parkId: "limburg", currency: "EUR", lines: 1, awarded: 1_000_000, left: 600_000 }]);
  expect(codeOf(await it.propose(rows, hash))).toBe("422 import.not-right");
  expect((await it.finance.get(path)).body.runs).toEqual([]);
  expect(await it.accountsOf()).toEqual(before);
});

test("vouchers of a call that another park leads are not finance's to bring, and nothing of them is told", async () => {
  const { problems } = await it.looked([it.rowOf({ call: "LUN-V26", provider_number: "nobody" })]);
  expect(problems.map(({ name, code }: CaseBody) => [name, code])).toEqual([["call", "not-your-call"]]);
});

describe("two people", () => {
  test("a file that changed since it was looked at is not proposed, a run is confirmed on exactly what was looked at", async () => {
    const { hash } = await it.looked([it.rowOf()]);
    expect(codeOf(await it.propose([it.rowOf({ award: "9999.00" })], hash))).toBe("409 import.file-changed");
    const { importId } = await it.proposed([it.rowOf()]);
    expect(codeOf(await it.propose([it.rowOf()], hash, it.second))).toBe("409 import.already-open");
    expect(codeOf(await it.answer(it.second, importId, "another", "confirm"))).toBe("409 import.file-changed");
    const [part] = await api.deps.store.list("importPart", { importId });
    const [line] = part?.lines ?? [];
    if (part === undefined || line === undefined) throw new Error("the run has no line");
    const other = { ...part, lines: [{ ...line, row: { ...line.row, award: "9999.00" } }] };
    await api.deps.store.commit([{ op: "replace", name: "importPart", value: other }]);
    expect(codeOf(await it.answer(it.second, importId, hash, "confirm"))).toBe("409 import.file-changed");
    const changed = await api.deps.store.get("importPart", { importId, part: 1 });
    await api.deps.store.commit([
      { op: "replace", name: "importPart", value: { ...part, version: changed?.version ?? 0 } },
    ]);
    expect(codeOf(await it.answer(it.finance, importId, hash, "confirm"))).toBe("403 duties.same-person");
    const manager = await api.as("limburg-manager");
    expect(codeOf(await it.answer(manager, importId, hash, "confirm"))).toBe("403 actor.role-needed");
    expect(codeOf(await it.answer(it.second, importId, hash, "take-back"))).toBe("403 import.not-yours");
    expect(codeOf(await it.answer(it.finance, importId, hash, "take-back"))).toBe("200");
    expect(codeOf(await it.answer(it.second, importId, hash, "confirm"))).toBe("409 import.answered");
  });

  test("a run is cut short at any point and goes on: every line once, in one state, with links both ways", async () => {
    const { deps } = api;
    const before = await it.accountsOf();
    const numbers = Array.from({ length: 13 }, (_, index) => `OLD-R/${index + 1}`);
    const rows = numbers.map((old_reference) => it.rowOf({ old_reference, award: "100.00", paid: "0.00" }));
    const { importId, hash } = await it.proposed(rows);
    const confirmer = await actorOf(deps, "limburg-second-finance");
    const run = { parkId: "limburg", importId };
    const input = { ...run, hash, answer: "confirm" as const, noInterest: true as const };
    await perform(withoutDriver(deps, "advance-import"), confirmer, "confirmed", answerImport, input);
    for (let at = 1; at <= 24; at++)
      await advanceImport(withoutDriver(dyingAt(deps, Math.ceil(at / 2), at % 2 === 0), "advance-import"), {
        kind: "advance-import",
        ...run,
      }).catch((error: unknown) => {
        if (!(error instanceof Error && error.message === "killed")) throw error;
      });
    const half = (await it.finance.get(`${path}/${importId}`)).body;
    expect([half.state === "done" || half.done > 0, half.lines]).toEqual([true, 13]);
    await advanceImport(deps, { kind: "advance-import", ...run });
    await api.settled();
    const told = (await it.finance.get(`${path}/${importId}`)).body;
    expect(told).toMatchObject({ state: "done", done: 13, refused: 0 });
    expect(told.entries.map(({ outcome }: CaseBody) => outcome)).toEqual(rows.map(() => "taken"));
    const after = await it.accountsOf();
    expect((after["committed"] ?? 0) - (before["committed"] ?? 0)).toBe(130_000);
    const [first] = told.entries;
    const { imported } = (await it.finance.get(`/api/cases/${first.caseId}`)).body;
    expect(imported).toMatchObject({ oldReference: "OLD-R/1", from: { importId, line: 2 } });
    const again = await it.looked(rows);
    expect([again.ready, again.totals]).toEqual([false, []]);
    expect(codeOf(await it.propose(rows, again.hash))).toBe("409 import.nothing-new");
    expect(await it.accountsOf()).toEqual(after);
  });

  test("what is not right any more when it is confirmed is told, and nothing is taken over", async () => {
    const rows = [it.rowOf({ old_reference: "OLD-K/1" })];
    const { importId, hash } = await it.proposed(rows);
    await it.takenOver([it.rowOf({ old_reference: "OLD-K/1", award: "9000.00" })]);
    const late = await it.answer(it.second, importId, hash, "confirm");
    expect([codeOf(late), late.body.facts]).toEqual(["409 import.no-longer-right", { count: 1, line: 2 }]);
    expect(codeOf(await it.answer(it.second, importId, hash, "decline"))).toBe("200");
  });

  test("whoever a hard interest ties to a party neither reads nor counts its lines, and proposes or confirms nothing", async () => {
    const { importId, hash } = await it.proposed([it.rowOf({ old_reference: "OLD-T/1" })]);
    const manager = await api.as("limburg-second-manager");
    const runs = async () => (await manager.get(path)).body.runs.map((one: CaseBody) => one["importId"]);
    expect(await runs()).toContain(importId);
    const { body: mine } = await manager.get("/api/my/interests");
    const register = { scheme: it.sme["register"].id, id: it.sme["registerId"], name: it.sme["legalName"] };
    const interests = [{ kind: "household", register }];
    const told = await manager.post("/api/my/interests", { version: mine.version, interests });
    expect(told.status, told.text).toBe(200);
    expect(await runs()).not.toContain(importId);
    expect(codeOf(await manager.get(`${path}/${importId}`))).toBe("404 import.not-found");
    expect(codeOf(await it.answer(manager, importId, hash, "decline"))).toBe("403 duties.interest");
    expect(codeOf(await it.propose([it.rowOf({ old_reference: "OLD-T/2" })], hash, manager))).toBe(
      "403 duties.interest",
    );
    expect(codeOf(await it.answer(it.finance, importId, hash, "take-back"))).toBe("200");
  });
});

test("who belongs to a party of a line neither reads it nor proposes or answers its import", async () => {
  const { importId, hash } = await it.proposed([it.rowOf({ old_reference: "OLD-M/1" })]);
  const second = await actorOf(api.deps, "limburg-second-finance");
  const [{ organisationId = "" } = {}] = (await (await api.as("provider-lund")).get("/api/session")).body.me
    .memberships;
  const value = membershipSchema.parse({ personId: second.personId, organisationId, level: "viewer" });
  const key = { personId: value.personId, organisationId: value.organisationId };
  await api.deps.store.commit([{ op: "create", name: "membership", value }]);
  expect((await it.second.get(path)).body.runs.map((one: CaseBody) => one["importId"])).not.toContain(importId);
  expect(codeOf(await it.second.get(`${path}/${importId}`))).toBe("404 import.not-found");
  for (const given of ["confirm", "decline"])
    expect(codeOf(await it.answer(it.second, importId, hash, given))).toBe("403 import.own-line");
  const mine = [it.rowOf({ old_reference: "OLD-M/2" })];
  const looked = await it.finance.post(`${path}/preview`, { kind: "vouchers", file: csvOf(mine) });
  expect(codeOf(await it.propose(mine, looked.body.hash, it.second))).toBe("403 import.own-line");
  expect(codeOf(await it.second.post(`${path}/preview`, { kind: "vouchers", file: csvOf(mine) }))).toBe(
    "403 import.own-line",
  );
  // Confirmed before they joined it, the line is not taken over in their name.
  await api.deps.store.commit([{ op: "remove", name: "membership", key }]);
  await perform(withoutDriver(api.deps, "advance-import"), second, "own-line", answerImport, {
    parkId: "limburg",
    importId,
    answer: "confirm",
    hash,
    noInterest: true,
  });
  await api.deps.store.commit([{ op: "create", name: "membership", value }]);
  await advanceImport(api.deps, { kind: "advance-import", parkId: "limburg", importId });
  const [line] = (await it.finance.get(`${path}/${importId}`)).body.entries;
  expect([line.outcome, line.code]).toEqual(["refused", "import.own-line"]);
  await api.deps.store.commit([{ op: "remove", name: "membership", key }]);
});

test("the template as a workbook, filled in with real days and numbers, reads as the CSV file does", async () => {
  const template = await it.finance.get("/api/import-template?kind=vouchers&format=csv");
  expect(template.text.trim()).toBe(heads);
  expect((await it.finance.get("/api/import-template?kind=vouchers&format=xlsx")).status).toBe(200);
  const row = it.rowOf({ old_reference: "OLD-X/1", price: "12500", award: "10000", paid: "4000.5" });
  const days = ["granted_on", "expires_on", "accepted_on"];
  const cells = row.split(",").map((text, index) => {
    const name = columns[index] ?? "";
    if (days.includes(name)) return { value: new Date(text), type: Date, format: "dd/mm/yyyy" };
    if (["price", "award", "paid"].includes(name)) return { value: Number(text), type: Number };
    return { value: text, type: String };
  });
  const head = columns.map((value) => ({ value, type: String }));
  const base64 = Buffer.from(await writeSheet([head, cells]).toBuffer()).toString("base64");
  const preview = async (file: object) => (await it.finance.post(`${path}/preview`, { kind: "vouchers", file })).body;
  const [sheet, csv] = [await preview({ as: "xlsx", base64 }), await preview(csvOf([row]))];
  expect(sheet).toEqual(csv);
  expect(sheet.ready).toBe(true);
  const broken = await it.finance.post(`${path}/preview`, {
    kind: "vouchers",
    file: { as: "xlsx", base64: Buffer.from("no workbook").toString("base64") },
  });
  expect(codeOf(broken)).toBe("422 import.unreadable");
});
