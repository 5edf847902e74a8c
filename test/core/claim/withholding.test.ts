import { keyOf } from "@multihelix/adapters/dynamo/key.ts";
import { assessClaim, assessClaimInput, readProviderCountry } from "@multihelix/core/claim/assess-claim.ts";
import type { Claim, ClaimLine } from "@multihelix/core/claim/claim.ts";
import { financeCheck } from "@multihelix/core/claim/finance-check.ts";
import { demandPlaces, taxOf } from "@multihelix/core/claim/withholding.ts";
import { add, type Money } from "@multihelix/core/kernel/money.ts";
import { networkFileSchema } from "@multihelix/core/network/network-file.ts";
import { orderSchema } from "@multihelix/core/payment/batch.ts";
import type { Reader } from "@multihelix/core/port/store.ts";
import { claimPreviewOf } from "@multihelix/core/view/claim-preview.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall, aLedger } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { anOrder } from "../../fixture/build/order.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aClaim, aLine, aShare, aShareProof, aVoucher, useFacts } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";
import { fc } from "../../fixture/fast-check.ts";
import { refused } from "../../fixture/refusal.ts";

const cad = (amount: number): Money => ({ amount, currency: "CAD" });
const moment = aMoment("2026-11-20T15:00:00Z");
const mia = staff("mia", "manager", "sherbrooke");
const fay = staff("fay", "finance", "sherbrooke");
const ledger = aLedger("sherbrooke", "CAD");
const call = aCall({
  leadPark: "sherbrooke",
  currency: "CAD",
  payers: [{ parkId: "sherbrooke", ledger, sharePercent: 100, aidBasis: "ca-stacking" }],
});
const line = (net: number, workIn?: ClaimLine["workIn"]) =>
  aLine({ net: cad(net), vat: cad(0), ...(workIn === undefined ? {} : { workIn }) });
const claimed = (...lines: ClaimLine[]) => aClaim({ status: "confirmed", lines });

function facts(claim: Claim) {
  return useFacts({
    one: aCase({ status: "claim-check", leadPark: "sherbrooke", payingParks: ["sherbrooke"] }),
    call,
    voucher: aVoucher({ value: cad(1_000_000), left: cad(1_000_000) }),
    shares: [aShare({ committed: 1_000_000 }, ledger)],
    tasks: [aTask("check-claim"), aTask("finance-check")],
    claims: [claim],
  });
}
const input = (lines: readonly number[], more: Record<string, unknown> = {}) =>
  assessClaimInput.parse({
    caseId,
    lines: lines.map((net, index) => ({ line: index + 1, net })),
    paidByApplicant: 200_000,
    noInterest: true,
    ...more,
  });
const assess = (claim: Claim, more: Record<string, unknown> = {}, providerCountry = "SE") =>
  assessClaim.decide(
    { ...facts(claim), providerCountry },
    mia,
    input(
      claim.lines.map(({ net }) => net.amount),
      more,
    ),
    moment,
  );
const withholdingIn = (claim: Claim, more: Record<string, unknown> = {}, providerCountry = "SE") =>
  written(assess(claim, more, providerCountry).changes, "claim")[0]?.assessment?.withholding;

describe("tax withheld from a non-resident provider", () => {
  test("a line of a claim on a Canadian payer says where the work was done; nobody else is asked", () => {
    expect(refused(() => demandPlaces([line(1)], call, moment))).toBe("invalid claim.place-missing");
    demandPlaces([line(1, "CA"), line(1, "elsewhere")], call, moment);
    demandPlaces([line(1)], aCall(), moment);
    demandPlaces([line(1)], { ...call, pays: "sme" }, moment);
  });

  test("binds for work in the payer's country alone, and only a provider who resides elsewhere", () => {
    const both = claimed(line(600_000, "CA"), line(400_000, "elsewhere"));
    expect(withholdingIn(both)).toMatchObject([
      { country: "CA", percent: 15, worked: cad(600_000), cost: cad(1_000_000), slip: { form: "T4A-NR", month: 2 } },
    ]);
    expect(withholdingIn(both, {}, "CA")).toBeUndefined();
    expect(withholdingIn(claimed(line(1_000_000, "elsewhere")))).toBeUndefined();
  });

  test("the provider resides where the record that was kept says, once records were merged", async () => {
    const kept = anOrganisation({ organisationId: idOf("org", "kept") });
    const dead = { ...anOrganisation({ organisationId: idOf("org", "lab") }), mergedInto: kept.organisationId };
    const records = [
      { ...dead, address: { ...dead.address, country: "SE" } },
      { ...kept, address: { ...kept.address, country: "CA" } },
    ];
    const get = async (_: string, key: { organisationId?: string }) =>
      records.find(({ organisationId }) => organisationId === key.organisationId);
    expect(await readProviderCountry({ get: get as Reader["get"] }, aVoucher())).toBe("CA");
  });

  test("a claim from before it was asked goes back to the claimant with a question", () => {
    expect(refused(() => assess(claimed(line(1_000_000))))).toBe("conflict claim.place-unknown");
  });

  test("a waiver lowers the percent if its document was filed with the claim", () => {
    const claim = claimed(line(1_000_000, "CA"));
    const waiver = { reference: "R105-77", percent: 5 };
    expect(refused(() => assess(claim, { waiver }))).toBe("conflict claim.waiver-missing");
    expect(refused(() => assess(claim, { waiver: { ...waiver, percent: 15 } }))).toBe("invalid claim.waiver-percent");
    const file = {
      caseId,
      fileId: idOf("fil", "waiver"),
      use: "evidence" as const,
      slot: "tax-waiver",
      claim: 1,
      name: "waiver.pdf",
      bytes: 1,
      status: "kept" as const,
      organisationId: idOf("org", "lab"),
      by: idOf("per", "lars"),
      at: at("2026-11-03T08:00:00Z"),
      version: 0,
    };
    const decision = assessClaim.decide(
      { ...facts(claim), providerCountry: "SE", files: [file, aShareProof()] },
      mia,
      input([1_000_000], { waiver }),
      moment,
    );
    expect(written(decision.changes, "claim")[0]?.assessment?.withholding).toMatchObject([{ percent: 5, waiver }]);
  });

  test("the manager sees gross, taxed part, tax and net before the claim is assessed", () => {
    const claim = claimed(line(600_000, "CA"), line(400_000, "elsewhere"));
    const shown = claimPreviewOf(
      { ...facts(claim), providerCountry: "SE" },
      { lines: input([600_000, 400_000]).lines },
      moment,
    );
    expect(shown.payable).toEqual(cad(750_000));
    expect(shown.withheld).toMatchObject([
      { parkId: "sherbrooke", gross: cad(750_000), taxed: cad(450_000), tax: cad(67_500), net: cad(682_500) },
    ]);
  });
});

describe("clearing a claim of which tax is withheld", () => {
  const assessed = () => {
    const [claim] = written(assess(claimed(line(600_000, "CA"), line(400_000, "elsewhere"))).changes, "claim");
    if (claim === undefined) throw new Error("assessed");
    return claim;
  };
  const clear = (claim: Claim, at = moment) =>
    financeCheck.decide({ ...facts(claim), aidGrants: [] }, fay, { caseId, outcome: "accepted", noInterest: true }, at);

  test("the award's use is the gross amount; the provider's and the authority's order add up to it", () => {
    const decision = clear(assessed());
    expect(decision.postings?.map(({ to, from, amount }) => [to, from, amount])).toEqual([
      ["payable", "committed", 750_000],
      ["available", "committed", 250_000],
    ]);
    expect(
      written(decision.changes, "order").map(({ purpose, endToEndId, amount }) => [purpose, endToEndId, amount]),
    ).toEqual([
      ["payee", "LIM-V26-7K3QX-1-SHE", cad(682_500)],
      ["tax", "LIM-V26-7K3QX-1-SHE-TAX", cad(67_500)],
    ]);
    expect(written(decision.changes, "claim")[0]?.draws).toMatchObject([
      { amount: cad(750_000), taxed: cad(450_000), withheld: cad(67_500) },
    ]);
  });

  test("the provider's letter says gross, withheld and net", () => {
    const [letter] = written(clear(assessed()).changes, "letter");
    expect(JSON.stringify(letter)).toMatch(/7,500\.00.*675\.00.*6,825\.00/s);
    expect(JSON.stringify(letter)).toContain("T4A-NR");
  });

  test("is refused where the park names no authority to pay it to", () => {
    const parks = moment.network.parks.map(({ remittance: _, ...park }) => park);
    const without = { ...moment, network: { ...moment.network, parks } };
    expect(refused(() => clear(assessed(), without))).toBe("conflict claim.no-remittance");
  });
});

test("at any amount: gross is net and tax, and the tax is the percent of the taxed part to half a cent", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000_000 }),
      fc.integer({ min: 1, max: 100_000_000 }),
      fc.integer({ min: 0, max: 100_000_000 }),
      fc.integer({ min: 0, max: 15 }),
      (gross, worked, elsewhere, percent) => {
        const row = {
          country: "CA",
          percent,
          source: "law",
          slip: { form: "T4A-NR", month: 2 },
          worked: cad(worked),
          cost: cad(worked + elsewhere),
        };
        const found = taxOf(cad(gross), "sherbrooke", [row], moment.network);
        if (found === undefined) throw new Error("bound");
        const { taxed, tax } = found;
        expect(Math.abs(taxed.amount * (worked + elsewhere) - gross * worked) * 2).toBeLessThanOrEqual(
          worked + elsewhere,
        );
        expect(Math.abs(tax.amount * 100 - taxed.amount * percent)).toBeLessThanOrEqual(50);
        expect(add(cad(gross - tax.amount), tax)).toEqual(cad(gross));
        expect(tax.amount).toBeLessThanOrEqual(gross);
      },
    ),
  );
});

test("orders and network files from before there was tax to withhold open, at the keys they had", () => {
  const { purpose: _, ...old } = anOrder();
  const order = orderSchema.parse(old);
  expect(order.purpose).toBe("payee");
  expect(keyOf("order", order)).toEqual({ pk: `CASE#${caseId}`, sk: "ORDER#limburg#000001" });
  expect(keyOf("order", { ...order, purpose: "tax" }).sk).toBe("ORDER#limburg#000001#TAX");
  const { withholding: __, ...file } = moment.network;
  expect(networkFileSchema.parse(file).withholding).toEqual([]);
});
