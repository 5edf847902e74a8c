import type { CaseFile } from "@multihelix/core/file/file.ts";
import { keptOf, mayGo, placeFor } from "@multihelix/core/file/file-facts.ts";
import { filesFor } from "@multihelix/core/view/file-view.ts";
import { describe, expect, test } from "vitest";
import { anActor, memberOf } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { aVoucher } from "../../fixture/build/voucher.ts";
import { refused } from "../../fixture/refusal.ts";

const anna = memberOf("anna", "vivo");
const lars = memberOf("lars", "lab");
const call = aCall({
  documents: [
    { documentId: "plan", title: { en: "Plan" }, required: true },
    { documentId: "accounts", title: { en: "Accounts" }, required: false, parkOnly: true },
  ],
});
const facts = (status: "draft" | "screening" | "in-use" | "queried") => ({
  one: aCase({ status }),
  call,
  voucher: status === "in-use" || status === "queried" ? aVoucher() : undefined,
  claims: [],
  files: [],
});
const aFile = (given: Partial<CaseFile> = {}): CaseFile => ({
  caseId,
  fileId: idOf("fil", "plan1"),
  use: "document",
  slot: "plan",
  name: "plan.pdf",
  bytes: 10,
  status: "kept",
  organisationId: idOf("org", "vivo"),
  by: idOf("per", "anna"),
  at: at("2026-11-01T09:00:00Z"),
  version: 0,
  ...given,
});

describe("who may send which file", () => {
  test("the applicant sends what the call names while it is a draft, and nothing else", () => {
    expect(placeFor(facts("draft"), anna, "document", "plan")).toMatchObject({ organisationId: idOf("org", "vivo") });
    expect(placeFor(facts("draft"), anna, "document", "accounts")).toMatchObject({ parkOnly: true });
    expect(refused(() => placeFor(facts("draft"), anna, "document", "other"))).toBe("invalid file.slot-unknown");
    expect(refused(() => placeFor(facts("screening"), anna, "document", "plan"))).toBe("conflict file.not-now");
    expect(refused(() => placeFor(facts("draft"), anActor("eve"), "document", "plan"))).toBe(
      "not_found case.not-found",
    );
  });

  test("evidence comes from who is paid; the proof of the own share from the company", () => {
    expect(placeFor(facts("in-use"), lars, "evidence", "invoice")).toMatchObject({
      organisationId: idOf("org", "lab"),
    });
    expect(refused(() => placeFor(facts("in-use"), anna, "evidence", "invoice"))).toBe("forbidden actor.member-needed");
    expect(placeFor(facts("in-use"), anna, "evidence", "own-share")).toMatchObject({
      organisationId: idOf("org", "vivo"),
    });
    expect(refused(() => placeFor(facts("draft"), anna, "evidence", "own-share"))).toBe("conflict file.not-now");
  });

  test("what was submitted or filed stays; what was refused may always go", () => {
    expect(mayGo(aFile(), aCase({ status: "draft" }))).toBe(true);
    expect(mayGo(aFile(), aCase({ status: "screening" }))).toBe(false);
    expect(mayGo(aFile({ status: "refused" }), aCase({ status: "screening" }))).toBe(true);
    expect(mayGo(aFile({ use: "evidence", claim: 1 }), aCase({ status: "reported" }))).toBe(false);
  });

  test("nothing is frozen while a file is still being looked at", () => {
    expect(refused(() => keptOf([aFile({ status: "checking" })], "document"))).toBe("conflict file.still-checked");
    expect(keptOf([aFile(), aFile({ status: "awaited" })], "document")).toHaveLength(1);
  });
});

describe("who may see a file", () => {
  const one = aCase({ status: "in-review" });
  const seen = (audience: Parameters<typeof filesFor>[1], file: CaseFile, actor = anActor("somebody")) =>
    filesFor(actor, audience, one, [file]).length === 1;
  const reviewer = (opened: boolean) => ({ kind: "reviewer", slot: aSlot(), opened }) as const;

  test("a reviewer sees documents after the declaration, and never what is the park's alone", () => {
    expect(seen(reviewer(false), aFile())).toBe(false);
    expect(seen(reviewer(true), aFile())).toBe(true);
    expect(seen(reviewer(true), aFile({ parkOnly: true }))).toBe(false);
    expect(seen(reviewer(true), aFile({ use: "evidence", slot: "invoice", claim: 1 }))).toBe(false);
  });

  test("the provider sees no document, and the company's bank statement neither", () => {
    expect(seen({ kind: "provider" }, aFile(), lars)).toBe(false);
    expect(seen({ kind: "provider" }, aFile({ use: "evidence", slot: "own-share", claim: 1 }), lars)).toBe(false);
  });

  test("the other side's evidence is seen once it is filed; the park sees nothing before either", () => {
    const invoice = aFile({ use: "evidence", slot: "invoice", organisationId: idOf("org", "lab") });
    const park = { kind: "staff", parks: ["limburg"], roles: ["manager"] } as const;
    for (const audience of [{ kind: "applicant" } as const, park]) {
      expect(seen(audience, invoice, anActor("x"))).toBe(false);
      expect(seen(audience, { ...invoice, claim: 1 }, anActor("x"))).toBe(true);
    }
    expect(seen(park, aFile({ status: "checking" }))).toBe(false);
  });
});
