/** What is asked back is read by the organisation that owes it, and outside the parks by nobody else. */
import type { PersonActor } from "@multihelix/core/kernel/actor.ts";
import type { Recovery } from "@multihelix/core/recovery/recovery.ts";
import type { CaseView } from "@multihelix/core/view/case-view.ts";
import { debtSchema, viewDebts } from "@multihelix/core/view/debt-view.ts";
import { describe, expect, test } from "vitest";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { anna, aRecovery, fay, lars, mia, nora, now } from "../../fixture/build/use-redress.ts";
import { eur } from "../../fixture/build/voucher.ts";

const { network: known } = now;
const limburg = known.parks.find(({ id }) => id === "limburg");
const asked = aRecovery() as Recovery;
const read = (
  actor: PersonActor,
  audience: CaseView["audience"],
  recoveries: readonly Recovery[] = [asked],
  network = known,
) => viewDebts(actor, { audience }, recoveries, network);

describe("who owes", () => {
  test("reads what is asked back, why, by when and where to pay, and what came in", () => {
    const part = { amount: 50_000, bookedOn: "2026-12-08", by: fay.personId };
    const [debt] = read(lars, "provider", [{ ...asked, received: [part] }]);
    const { recovery, parkId, amount, reasons, due, askedAt } = asked;
    expect(debt).toEqual({
      recovery,
      parkId,
      amount,
      reasons,
      due,
      askedAt,
      status: "asked",
      owed: eur(150_000),
      received: [{ amount: 50_000, bookedOn: "2026-12-08" }],
      payTo: limburg?.debtor,
    });
    expect(limburg?.debtor).toBeDefined();
  });

  test("is told no account where the park has none, and none once nothing is owed", () => {
    const parks = known.parks.map(({ debtor: _, ...park }) => park);
    expect(read(lars, "provider", [asked], { ...known, parks })[0]).not.toHaveProperty("payTo");
    const came = { amount: 200_000, bookedOn: "2026-12-08", by: fay.personId };
    const [paid] = read(lars, "provider", [{ ...asked, status: "received", received: [came] }]);
    expect(paid).toMatchObject({ status: "received", owed: eur(0) });
    expect(paid).not.toHaveProperty("payTo");
  });

  test("reads what it was before redress lowered it, and the latest request first", () => {
    const lowered = { from: eur(300_000), by: nora.personId, at: at("2026-12-09T09:00:00Z"), reasons: "Half of it." };
    const debts = read(lars, "provider", [
      { ...asked, lowered },
      { ...asked, recovery: 2 },
    ]);
    expect(debts.map(({ recovery }) => recovery)).toEqual([2, 1]);
    expect(debts[1]?.lowered).toEqual({ from: eur(300_000), at: lowered.at });
  });

  test("does not read who of the park did what, why it was cancelled, or that one approver would give it up", () => {
    const by = [{ personId: mia.personId, at: asked.askedAt }];
    const half: Recovery = { ...asked, writeOff: { reasons: "They are bankrupt.", by } };
    expect(read(lars, "provider", [half])).toEqual(read(lars, "provider"));
    const cancelled = { by: fay.personId, at: asked.askedAt, reasons: "We had it wrong." };
    const over: Recovery[] = [
      { ...half, status: "written-off" },
      { ...asked, recovery: 2, status: "cancelled", cancelled },
    ];
    const debts = read(lars, "provider", over);
    expect(debts.map(({ status, owed }) => [status, owed.amount])).toEqual([
      ["cancelled", 0],
      ["ended", 0],
    ]);
    for (const secret of [fay.personId, mia.personId, "bankrupt", "We had it wrong", "written"])
      expect(JSON.stringify(debts)).not.toContain(secret);
    for (const debt of debts) expect(debtSchema.strict().parse(debt)).toEqual(debt);
  });
});

describe("nobody else outside reads it", () => {
  test("the other party does not, whichever of them owes", () => {
    expect(read(anna, "applicant")).toEqual([]);
    const ofCompany = { ...asked, debtorId: idOf("org", "vivo") };
    expect(read(lars, "provider", [ofCompany])).toEqual([]);
    expect(read(anna, "applicant", [ofCompany, asked]).map(({ amount }) => amount)).toEqual([asked.amount]);
  });

  test.each(["reviewer", "staff", "auditor"] as const)("a %s has no debt", (audience) => {
    expect(read(nora, audience)).toEqual([]);
    expect(read(lars, audience)).toEqual([]);
  });
});
