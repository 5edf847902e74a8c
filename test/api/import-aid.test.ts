/** Earlier awards over HTTP: looked at, proposed by one person, confirmed by another, counted once against the ceiling, taken back by two. */
import { beforeAll, expect, test, vi } from "vitest";
import writeSheet from "write-excel-file/node";
import type { CaseBody } from "../scenario/story.ts";
import { applied } from "../scenario/voucher-steps.ts";
import { aidHeads, codeOf, type Importing, openImporting, path } from "./import-steps.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

let api: OpenApi;
let it: Importing;

beforeAll(async () => {
  api = await openApi();
  it = await openImporting(api);
});

function rowOf(given: Record<string, string> = {}): string {
  const row: Record<string, string> = {
    reference: "AGENCY-881",
    grantor: "Agency for Innovation",
    basis: "eu-de-minimis",
    country: "BE",
    organisation_scheme: it.sme["register"].id,
    organisation_number: it.sme["registerId"],
    amount: "45000.00",
    currency: "EUR",
    granted_on: it.dayIn(-200),
    ...given,
  };
  return aidHeads.map((head) => row[head] ?? "").join(",");
}

const fileOf = (rows: readonly string[]) => ({ as: "csv", text: [aidHeads.join(","), ...rows].join("\n") });
const looked = async (rows: readonly string[]): Promise<CaseBody> =>
  (await it.finance.post(`${path}/preview`, { kind: "aid", file: fileOf(rows) })).body;

async function byTwo(kind: string, file: object): Promise<CaseBody> {
  const { hash } = (await it.finance.post(`${path}/preview`, { kind, file })).body;
  const made = await it.finance.post(path, { kind, fileName: "earlier.csv", file, hash });
  expect(made.status, made.text).toBe(201);
  const { importId } = made.body;
  expect(codeOf(await it.answer(it.finance, importId, hash, "confirm"))).toBe("403 duties.same-person");
  expect(codeOf(await it.answer(it.second, importId, hash, "confirm"))).toBe("200");
  await api.settled();
  return (await it.finance.get(`${path}/${importId}`)).body;
}

async function grants() {
  const organisation = await api.deps.store.get("organisation", { organisationId: it.sme["organisationId"] });
  return api.deps.store.list("aidGrant", { aidGroupId: organisation?.aidGroupId ?? "aid_" });
}

test("a dry run names every cell that cannot be right, what ought to be looked at, and does nothing", async () => {
  const before = await grants();
  const wrong = rowOf({ basis: "ca-stacking", organisation_number: "1", amount: "ten", granted_on: it.dayIn(2) });
  const much = rowOf({ reference: "AGENCY-883", amount: "290000.00", granted_on: it.dayIn(-190) });
  const { problems, totals, lines } = await looked([rowOf(), much, wrong]);
  expect(problems.map(({ cell, code }: CaseBody) => [cell, code])).toEqual([
    ["C4", "basis-unknown"],
    ["F4", "organisation-unknown"],
    ["G4", "amount"],
    ["J4", "in-future"],
  ]);
  expect(problems[3].text).toMatch(/future/);
  expect(lines.map(({ reference, warnings }: CaseBody) => [reference, warnings])).toEqual([
    ["AGENCY-881", undefined],
    ["AGENCY-883", ["over-ceiling"]],
  ]);
  expect(totals).toMatchObject([{ basis: "eu-de-minimis", country: "BE", currency: "EUR", awarded: 33_500_000 }]);
  expect(await grants()).toEqual(before);
});

test("confirmed, it counts from its own day in the ceiling's currency; twice is once; taken back by two, it counts no more and its line says so", async () => {
  const before = await grants();
  const rows = [rowOf(), rowOf({ reference: "AGENCY-882", amount: "110525.00", currency: "SEK" })];
  const run = await byTwo("aid", fileOf(rows));
  expect(run).toMatchObject({ state: "done", done: 2, refused: 0 });
  expect(run["entries"].map(({ outcome, cells }: CaseBody) => [outcome, cells.grantor])).toEqual([
    ["taken", "Agency for Innovation"],
    ["taken", "Agency for Innovation"],
  ]);
  const fresh = async () => (await grants()).filter(({ caseId }) => !before.some((one) => one.caseId === caseId));
  const after = await fresh();
  expect(after.map(({ date, currency, status }) => [date, currency, status])).toEqual([
    [it.dayIn(-200), "EUR", "granted"],
    [it.dayIn(-200), "EUR", "granted"],
  ]);
  expect(after.map(({ amount }) => amount)).toContain(4_500_000);
  expect(after.map(({ earlier }) => earlier?.rate?.base)).toContain("SEK");

  const again = await looked(rows);
  expect([again["ready"], again["lines"].map(({ known }: CaseBody) => known)]).toEqual([false, [true, true]]);
  const other = await looked([rowOf({ amount: "1.00" })]);
  expect(other["problems"]).toMatchObject([{ cell: "A2", code: "other-content" }]);
  expect(await fresh()).toEqual(after);

  const heads = ["reference", "grantor", "organisation_scheme", "organisation_number", "reason"];
  const cells = ["AGENCY-881", "agency for innovation", it.sme["register"].id, it.sme["registerId"], "Of another."];
  const file = { as: "csv", text: [heads, cells].map((line) => line.join(",")).join("\n") };
  const back = await byTwo("aid-back", file);
  expect(back).toMatchObject({ state: "done", refused: 0, totals: [{ awarded: -4_500_000 }] });
  expect((await fresh()).map(({ status }) => status).toSorted()).toEqual(["freed", "granted"]);
  const told = (await it.finance.get(`${path}/${run["importId"]}`)).body;
  expect(told.entries.map(({ takenBack }: CaseBody) => takenBack?.reason)).toEqual(["Of another.", undefined]);
  expect(told.entries[0].takenBack.from).toEqual({ importId: back["importId"], line: 2 });
});

test("the check of an application counts it: staff read its source, the company its grantor, day and amount", async () => {
  await byTwo("aid", fileOf([rowOf({ reference: "AGENCY-S1", amount: "70000.00" })]));
  const { caseId } = await applied(it.story);
  const sme = await it.story.as(it.story.people.sme);
  const mine = (await sme.get(`/api/cases/${caseId}/check`)).body.headrooms[0];
  const staff = (await it.finance.get(`/api/cases/${caseId}/evidence`)).body.headrooms[0];
  const lineIn = ({ lines }: CaseBody) => lines.find(({ amount }: CaseBody) => amount === 7_000_000);
  expect(lineIn(mine)).toEqual({
    kind: "earlier",
    day: it.dayIn(-200),
    amount: 7_000_000,
    parkId: "limburg",
    grantor: "Agency for Innovation",
  });
  expect(lineIn(staff)).toMatchObject({ reference: "AGENCY-S1", from: { line: 2 } });
  const lund = await api.as("lund-manager");
  expect((await lund.get(`/api/cases/${caseId}/evidence`)).status).toBe(404);
  expect((await lund.get(path)).status).toBe(403);
  const standing = (await grants()).filter(({ status }) => status === "granted").map(({ amount }) => amount);
  const declared = mine.lines.filter(({ kind }: CaseBody) => kind === "declared").map(({ amount }: CaseBody) => amount);
  expect(mine.counted).toBe([...standing, ...declared].reduce((sum, amount) => sum + amount, 0));
});

test("the template as a workbook, filled in, reads as the CSV file does", async () => {
  const template = await it.finance.get("/api/import-template?kind=aid&format=csv");
  expect(template.text.trim()).toBe(aidHeads.join(","));
  const sheet = await it.finance.get("/api/import-template?kind=aid&format=xlsx");
  expect(sheet.status).toBe(200);
  const row = rowOf({ reference: "AGENCY-X" });
  const cells = row.split(",").map((text, index) => {
    if (aidHeads[index] === "granted_on") return { value: new Date(text), type: Date, format: "dd/mm/yyyy" };
    return { value: text, type: String };
  });
  const made = await writeSheet([aidHeads.map((value) => ({ value, type: String })), cells]).toBuffer();
  const base64 = Buffer.from(made).toString("base64");
  const read = await it.finance.post(`${path}/preview`, { kind: "aid", file: { as: "xlsx", base64 } });
  expect([read.body.problems, read.body.hash]).toEqual([[], (await looked([row]))["hash"]]);
});
