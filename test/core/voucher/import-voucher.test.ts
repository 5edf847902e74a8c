import { headroomsOf } from "@multihelix/core/aid/headroom.ts";
import type { ImportRun } from "@multihelix/core/import/import-run.ts";
import type { Actor } from "@multihelix/core/kernel/actor.ts";
import { importVoucher } from "@multihelix/core/voucher/import/import-voucher.ts";
import type { VoucherRow } from "@multihelix/core/voucher/import/voucher-file.ts";
import { type ImportFacts, planVoucher } from "@multihelix/core/voucher/import/voucher-plan.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall, callId } from "../../fixture/build/call.ts";
import { caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { eur } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";

const fay = staff("fay", "finance", "limburg");
const operator = { kind: "system", name: "operator" } as const;
const moment = aMoment("2026-11-20T09:00:00Z");
const applicant = anOrganisation({ organisationId: idOf("org", "vivo"), aidGroupId: idOf("aid", "vivo") });
const provider = anOrganisation();
const facts: ImportFacts = {
  call: aCall(),
  known: undefined,
  applicant,
  provider,
  contactId: idOf("per", "anna"),
  providerContactId: idOf("per", "lars"),
  aidGroup: { aidGroupId: applicant.aidGroupId, drawn: 0, membership: 1, members: [], version: 0 },
  aidGrants: [],
  books: [],
};
const row = (given: Partial<VoucherRow> = {}): VoucherRow => ({
  old_reference: "OLD-1",
  call: "LIM-V26",
  title: "Stability of an enzyme",
  scope: "Three series at four temperatures measured monthly.",
  applicant_scheme: "SE-ON",
  applicant_number: "5560360793",
  contact_email: "anna@example.org",
  provider_scheme: "SE-ON",
  provider_number: "5560360793",
  provider_email: "lars@example.org",
  price: "375000.00",
  award: "300000.00",
  paid: "0.00",
  granted_on: "2026-09-01",
  expires_on: "2027-03-01",
  status: "in-use",
  accepted_on: "2026-09-10",
  ...given,
});
const take = (given: Partial<VoucherRow> = {}, actor: Actor = operator, run?: ImportRun) =>
  importVoucher.decide(
    { ...facts, run },
    actor,
    { caseId, row: row(given), callId, applicantId: applicant.organisationId, providerId: provider.organisationId },
    moment,
  );

describe("the aid of a voucher that moves in", () => {
  test("fills the ceiling on day one: it is taken over as it was granted, and no further cent fits beside it", () => {
    const grants = written(take().changes, "aidGrant");
    expect(grants).toMatchObject([{ amount: 30_000_000, date: "2026-09-01", status: "granted" }]);
    const shares = [{ parkId: "limburg", jurisdiction: "BE", aidBasis: "eu-de-minimis" as const, amount: eur(1) }];
    const { network } = moment;
    const next = headroomsOf({ network, day: "2026-11-20", shares, grants, declared: [], cost: eur(1) });
    expect(next).toMatchObject([{ room: 0, fits: false }]);
  });

  test("granted on a day without a valid rule is refused with a sentence, not taken over without its aid", () => {
    const planned = planVoucher(facts, row({ granted_on: "2023-06-01", accepted_on: "2023-06-10" }), fay, moment);
    expect(planned).toEqual({ faults: [{ name: "granted_on", code: "aid-not-in-force" }] });
  });

  test("under a basis that asks for no count, comes without a grant", () => {
    const [payer] = aCall().payers;
    if (payer === undefined) throw new Error("Limburg pays");
    const call = aCall({ payers: [{ ...payer, aidBasis: "no-aid" }] });
    expect("plan" in planVoucher({ ...facts, call }, row(), fay, moment)).toBe(true);
    const ids = { callId, applicantId: applicant.organisationId, providerId: provider.organisationId };
    const { changes } = importVoucher.decide({ ...facts, call }, operator, { caseId, row: row(), ...ids }, moment);
    expect(written(changes, "aidGrant")).toEqual([]);
    // It is one of the vouchers that the company has had all the same.
    expect(changes).toContainEqual(expect.objectContaining({ op: "add", name: "aidGroup", by: { issued: 1 } }));
  });
});

describe("what was paid of it before", () => {
  test("is kept with the voucher: no claim knows of it", () => {
    expect(written(take({ paid: "120000.00" }).changes, "voucher")).toMatchObject([
      { value: eur(30_000_000), left: eur(18_000_000), paidBefore: eur(12_000_000) },
    ]);
    expect(written(take().changes, "voucher")[0]).not.toHaveProperty("paidBefore");
  });
});

describe("a person brings a voucher", () => {
  const run: ImportRun = {
    parkId: "limburg",
    importId: idOf("imp", "one"),
    kind: "vouchers",
    fileName: "running.csv",
    hash: "h",
    state: "running",
    lines: 1,
    done: 0,
    refused: 0,
    proposedBy: idOf("per", "gus"),
    proposedAt: moment.now,
    answeredBy: fay.personId,
    answeredAt: moment.now,
    version: 1,
  };

  test("in a run that somebody else proposed and they confirmed", () => {
    expect(take({}, fay, run).result).toMatchObject({ known: false });
  });

  test.each<[string, ImportRun | undefined]>([
    ["without a run", undefined],
    ["in a run that waits", { ...run, state: "proposed", answeredBy: undefined }],
    ["in a run that they declined", { ...run, state: "declined" }],
    ["in a run that another confirmed", { ...run, answeredBy: idOf("per", "gus"), proposedBy: idOf("per", "hal") }],
    ["in a run of their own", { ...run, proposedBy: fay.personId }],
  ])("not %s", (_, given) => {
    expect(() => take({}, fay, given)).toThrow(/import.second-person|actor.role-needed/);
  });

  test("not of a call that another park leads", () => {
    const lund = staff("fay", "finance", "lund");
    expect(() => take({}, lund, { ...run, parkId: "lund" })).toThrow("actor.role-needed");
  });
});
