import type { Claim } from "@multihelix/core/claim/claim.ts";
import type { PersonActor } from "@multihelix/core/kernel/actor.ts";
import { type CaseItems, caseEntities } from "@multihelix/core/port/store.ts";
import { viewCase } from "@multihelix/core/view/case-view.ts";
import { expect, test } from "vitest";
import { memberOf, staff } from "../../fixture/build/actor.ts";
import { anOffer } from "../../fixture/build/application.ts";
import { aCase } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { aClaim } from "../../fixture/build/voucher.ts";

const cad = (amount: number) => ({ amount, currency: "CAD" });
const row = {
  country: "CA",
  percent: 5,
  source: "Income Tax Regulations, s. 105",
  slip: { form: "T4A-NR", month: 2 },
  worked: cad(600_000),
  cost: cad(1_000_000),
};
const waiver = { reference: "R105-77", percent: 5 };
const slip = { parkId: "sherbrooke", form: "T4A-NR", year: 2026, confirmation: "NR-42", filedOn: "2026-11-05" };
const filed = { ...slip, by: idOf("per", "fay"), at: at("2026-11-05T08:00:00Z") };
const claim = aClaim({
  status: "paid",
  assessment: {
    by: idOf("per", "mia"),
    at: at("2026-11-04T08:00:00Z"),
    lines: [],
    acceptedNet: cad(1_000_000),
    paidByApplicant: cad(100_000),
    payable: cad(900_000),
    withholding: [{ ...row, waiver }],
    reason: "",
  },
  slips: [filed],
});

function claimAsReadBy(actor: PersonActor, one: Claim = claim) {
  const none = Object.fromEntries(caseEntities.map((name) => [name, []])) as unknown as CaseItems;
  const items = { ...none, case: [aCase({ status: "redeemed" })], offer: [anOffer()], claim: [one] };
  return viewCase(actor, items, at("2026-11-12T08:00:00Z"))?.claims[0];
}

test("the waiver and the slips of the provider's tax are between it and the park: the company reads the tax alone", () => {
  const { assessment, slips } = claimAsReadBy(memberOf("anna", "vivo")) ?? {};
  expect(assessment?.withholding).toEqual([row]);
  expect(slips).toBeUndefined();
});

test("the provider reads its waiver and the slip's proof, and not who filed it", () => {
  const { assessment, slips } = claimAsReadBy(memberOf("lars", "lab")) ?? {};
  expect(assessment?.withholding).toEqual([{ ...row, waiver }]);
  expect(slips).toEqual([{ ...slip, at: filed.at }]);
});

test("the park reads the claim as it is kept", () => {
  expect(claimAsReadBy(staff("fay", "finance", "limburg"))).toEqual(claim);
});
