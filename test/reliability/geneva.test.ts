import { execFile } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { defaultVoucherRubric } from "@multihelix/core/review/rubric.ts";
import { expect, test } from "vitest";
import { networkWithGeneva } from "../fixture/network.ts";
import type { People } from "../scenario/people.ts";
import { type CaseBody, createStory, expectStatus, newCast, type Story } from "../scenario/story.ts";
import { voucherBranches } from "../scenario/voucher.ts";
import { openProduct } from "./product.ts";
import { scratchFolder } from "./scratch.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const peopleFile = fileURLToPath(new URL("../fixture/data/people/geneva.json", import.meta.url));

const people: People = {
  callCode: "GEN-V26",
  providerSearch: "Salève",
  sme: "aurelie@rhodium.example",
  provider: "loris@labosaleve.example",
  manager: "manon@geneva.example",
  secondManager: "ulysse@geneva.example",
  approver: "noe@geneva.example",
  finance: "gaelle@geneva.example",
  secondFinance: "remy@geneva.example",
  redress: "nobody@geneva.example",
  reviewers: Object.fromEntries(
    (JSON.parse(readFileSync(peopleFile, "utf8")) as { persons: { personId?: string; email: string }[] }).persons
      .filter(({ personId }) => personId !== undefined)
      .map(({ personId, email }) => [personId, email]),
  ),
};

test("a park that no code knows pays a voucher in its own currency, by a network file and a people file alone", {
  timeout: 60_000,
}, async () => {
  const dataDir = await scratchFolder();
  const networkFile = join(dataDir, "network.json");
  writeFileSync(networkFile, JSON.stringify(networkWithGeneva()));
  const words = [
    "packages/local/src/main.ts",
    "network",
    "apply",
    networkFile,
    "--people",
    peopleFile,
    "--data",
    dataDir,
    "--json",
  ];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: root });
  expect(JSON.parse(stdout)).toMatchObject({ network: { changed: true }, people: { persons: { changed: 14 } } });

  const { product, world } = await openProduct({ dataDir, seed: false });
  const story = createStory(world, () => undefined, newCast(), {
    people,
    park: "geneva",
    currency: "CHF",
    now: Date.now,
  });
  await openCall(story);
  const line = voucherBranches.find(({ name }) => name === "redeemed");
  const caseId = await line?.tell(story);

  const finance = await story.as(people.finance);
  const { body } = await finance.get(`/api/cases/${caseId}`);
  expect(body).toMatchObject({
    status: "redeemed",
    leadPark: "geneva",
    awarded: { amount: 1_000_000, currency: "CHF" },
  });
  const [batch] = (await finance.get("/api/parks/geneva/payments")).body.batches as CaseBody[];
  expect(batch).toMatchObject({ currency: "CHF", channel: "pain001-domestic" });
  const award = product.inbox.all().find(({ to, text }) => to === people.sme && text.includes("CHF"));
  expect(award?.text).toContain("Geneva Biotech Campus");
  expect(sourcesThatName(/geneva|genève|\bCHF\b/i)).toEqual([]);
});

/** Drafted by one manager, given money by finance, published by another manager. */
async function openCall(story: Story): Promise<void> {
  const year = new Date().getUTCFullYear();
  const manager = await story.as(people.manager);
  const drafted = await manager.post("/api/calls", {
    code: people.callCode,
    leadPark: "geneva",
    instrument: "voucher",
    title: { en: "Innovation vouchers Geneva", fr: "Chèques innovation Genève" },
    summary: { en: "Buy a measurement from a laboratory.", fr: "Achetez une mesure à un laboratoire." },
    mode: "rolling",
    opens: `${year}-01-05T08:00:00.000Z`,
    closes: `${year + 1}-12-15T22:59:59.000Z`,
    payers: [{ parkId: "geneva", fundId: "geneva-cantonal", sharePercent: 100, aidBasis: "not-assessed" }],
    currency: "CHF",
    minimumAward: 200_000,
    maximumAward: 1_000_000,
    intensity: 80,
    validityMonths: 9,
    eligibleCountries: ["CH"],
    sectors: [],
    languages: ["fr", "en"],
    crossParkRequired: false,
    pays: "provider",
    rubric: defaultVoucherRubric,
    oneReviewUpTo: 750_000,
  });
  expectStatus(drafted, 201);
  const { callId } = drafted.body;
  const ledger = { parkId: "geneva", fundId: "geneva-cantonal", callId, budgetYear: year, currency: "CHF" };
  const finance = await story.as(people.finance);
  expectStatus(await finance.post("/api/budgets", { ledger, amount: 5_000_000 }), 200);
  expectStatus(
    await manager.post(`/api/calls/${callId}/publication`, {}).then(({ status }) => ({ status, body: {} })),
    403,
  );
  const second = await story.as(people.secondManager);
  expectStatus(await second.post(`/api/calls/${callId}/publication`, {}), 200);
}

/** Files of the product that know the park or its money. */
function sourcesThatName(name: RegExp): string[] {
  const packages = join(root, "packages");
  return readdirSync(packages, { recursive: true, encoding: "utf8" }).filter(
    (path) => /^[\w-]+\/src\/.*\.ts$/.test(path) && name.test(readFileSync(join(packages, path), "utf8")),
  );
}
