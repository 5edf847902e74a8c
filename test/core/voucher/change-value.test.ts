import { bookKeyOf, newBook } from "@multihelix/core/ledger/book.ts";
import { type ApproveValueFacts, approveValue } from "@multihelix/core/voucher/approve-value.ts";
import { hashOfValue, proposeValue } from "@multihelix/core/voucher/propose-value.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aGrant } from "../../fixture/build/aid.ts";
import { anAidGroup } from "../../fixture/build/application.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { aBudget, aJointCall, anApprover, decisionFacts, limburg, mia, wales } from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aRecipient, aShare, aVoucher, eur, useFacts } from "../../fixture/build/voucher.ts";
import { patches, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const [ada, abe, olwen] = [anApprover("ada"), anApprover("abe"), anApprover("olwen", "wales")];
const moment = aMoment();
const propose = (value: number) =>
  proposeValue.decide(useFacts(), mia, { caseId, value, reasons: "Less work.", noInterest: true }, moment);

/** A voucher of 10,000 € that two parks pay, and what a manager proposes for it. */
function changing(value: number, given: Partial<ApproveValueFacts> = {}, approved: [park: string, by: string][] = []) {
  const asked = { value: eur(value), reasons: "The work.", by: mia.personId, at: at("2026-11-12T08:00:00Z") };
  const valueChange = {
    ...asked,
    contentHash: hashOfValue(caseId, asked, moment.digest),
    approved: approved.map(([parkId, by]) => ({ parkId, by: idOf("per", by), at: at("2026-11-12T08:30:00Z") })),
  };
  const facts: ApproveValueFacts = {
    ...decisionFacts({
      case: { status: "in-use", payingParks: ["limburg", "wales"], awarded: eur(1_000_000) },
      call: aJointCall({ maximumAward: 3_000_000 }),
      shares: [aShare({ committed: 750_000 }, limburg), aShare({ committed: 215_001 }, wales)],
      aidGrants: [aGrant({ amount: 750_000 })],
    }),
    staff: { approver: [], manager: [], finance: [] },
    parties: [],
    applicants: [aRecipient("anna")],
    providers: [aRecipient("lars")],
    voucher: aVoucher({ valueChange }),
    money: { books: [newBook(limburg), newBook(wales)], budgets: [aBudget(5_000_000), aBudget(5_000_000, wales)] },
    ...given,
  };
  return { facts, contentHash: valueChange.contentHash };
}

/** The same that Limburg pays alone. */
function alone(given: Partial<ApproveValueFacts> = {}, most = 3_000_000): Partial<ApproveValueFacts> {
  return {
    one: aCase({ status: "in-use", awarded: eur(1_000_000) }),
    call: aCall({ maximumAward: most }),
    shares: [aShare({ committed: 1_000_000 })],
    aidGrants: [aGrant()],
    ...given,
  };
}

function approve(
  { facts, contentHash }: ReturnType<typeof changing>,
  who = ada,
  parkId = "limburg",
  seen = contentHash,
) {
  return approveValue.decide(facts, who, { caseId, parkId, noInterest: true, contentHash: seen }, moment);
}
const rest = (parkId: string, basis: "eu-de-minimis" | "not-assessed") => ({
  parkId,
  ledger: parkId === "wales" ? wales : limburg,
  sharePercent: parkId === "wales" ? 25 : 75,
  aidBasis: basis,
});

describe("another value of a voucher", () => {
  test("is proposed by a manager within the call's limits and changes nothing yet", () => {
    expect(propose(800_000)).toMatchObject({ result: { outcome: "proposed" } });
    expect(propose(800_000).postings).toBeUndefined();
    expect(refused(() => propose(1_000_001))).toBe("invalid voucher.value-limits");
    expect(refused(() => propose(1_000_000))).toBe("invalid voucher.same-value");
  });

  test("waits for every paying park", () => {
    const decision = approve(changing(800_000));
    expect(decision.result.outcome).toBe("approved");
    expect(decision.postings).toBeUndefined();
    const both = { ...ada, grants: [...ada.grants, ...staff("ada", "approver", "lund").grants] };
    expect(refused(() => approve(changing(800_000), both, "lund"))).toBe("not_found approval.not-a-payer");
  });

  test("is approved as it was read: a value proposed meanwhile is refused", () => {
    const read = changing(900_000).contentHash;
    expect(refused(() => approve(changing(2_400_000), ada, "limburg", read))).toBe("conflict voucher.value-changed");
  });

  test("lowered, every park gets back the same fraction in its own currency, and less aid counts", () => {
    const decision = approve(changing(800_000, {}, [["limburg", "ada"]]), olwen, "wales");
    expect(decision.postings?.map(({ ledger, to, from, amount }) => [ledger.parkId, to, from, amount])).toEqual([
      ["limburg", "available", "committed", 150_000],
      ["wales", "available", "committed", 43_000],
    ]);
    expect(written(decision.changes, "voucher")[0]).toMatchObject({
      value: eur(800_000),
      left: eur(800_000),
      valuesBefore: [{ value: eur(1_000_000), given: [{ amount: 150_000 }, { amount: 43_000 }] }],
    });
    expect(patches(decision.changes, "aidGrant")[0]?.set).toEqual({ amount: 600_000 });
  });

  test("the proposer does not approve", () => {
    const both = { ...mia, grants: [...mia.grants, ...ada.grants] };
    expect(refused(() => approve(changing(800_000), both))).toBe("forbidden duties.same-person");
  });

  test("lists follow in the same commit, and both parties are told with the reasons", () => {
    const { changes } = approve(changing(800_000, alone()));
    expect(written(changes, "row").map(({ parkId, awarded }) => [parkId, awarded])).toEqual([["limburg", 800_000]]);
    const letters = written(changes, "letter");
    expect(letters.map(({ kind, key }) => [kind, key])).toEqual([
      ["value-changed", `value-changed:1:${idOf("per", "anna")}`],
      ["value-changed", `value-changed:1:${idOf("per", "lars")}`],
    ]);
  });
});

describe("a raise", () => {
  test("takes from every park's budget the same fraction, and the aid counts for the whole from the day of the grant", () => {
    const call = aJointCall({
      maximumAward: 3_000_000,
      payers: [rest("limburg", "eu-de-minimis"), rest("wales", "not-assessed")],
    });
    const decision = approve(changing(1_400_000, { call }, [["limburg", "ada"]]), olwen, "wales");
    expect(decision.postings?.map(({ ledger, to, from, amount }) => [ledger.parkId, to, from, amount])).toEqual([
      ["limburg", "committed", "available", 300_000],
      ["wales", "committed", "available", 86_000],
    ]);
    expect(written(decision.changes, "aidGrant")).toMatchObject([
      { parkId: "limburg", amount: 1_050_000, date: "2026-10-01", status: "granted" },
    ]);
    expect(written(decision.changes, "case")[0]?.awarded).toEqual(eur(1_400_000));
  });

  test("is refused without room under the ceiling, without money, and where the law wants a statement first", () => {
    const aidGrants = [aGrant(), aGrant({ caseId: idOf("app", "other"), amount: 28_800_000 })];
    expect(refused(() => approve(changing(2_400_000, alone({ aidGrants }))))).toBe("conflict aid.no-room");
    const money = { books: [newBook(limburg)], budgets: [aBudget(1_399_999)] };
    expect(refused(() => approve(changing(2_400_000, alone({ money }))))).toBe("conflict budget.too-little");
    expect(refused(() => approve(changing(1_400_000)))).toBe("conflict voucher.needs-statement");
  });

  test("asks for the fresh second factor that an award of the whole amount asks for", () => {
    const stale = staff("ada", "approver", "limburg");
    expect(refused(() => approve(changing(2_400_000, alone()), stale))).toBe("forbidden second-factor.stale");
    expect(approve(changing(2_400_000, alone())).result.outcome).toBe("changed");
  });

  test("is given by as many people of the park as its policy names for the whole amount, none of them twice", () => {
    const first = approve(changing(2_600_000, alone()));
    expect([first.result.outcome, first.postings]).toEqual(["approved", undefined]);
    expect(approve(changing(2_600_000, alone(), [["limburg", "ada"]])).changes).toEqual([]);
    const second = approve(changing(2_600_000, alone(), [["limburg", "ada"]]), abe);
    expect(second.result.outcome).toBe("changed");
    expect(second.postings).toMatchObject([{ to: "committed", amount: 1_600_000 }]);
  });

  test("is approved in the policy's order, and by nobody who screened the application", () => {
    const { network } = moment;
    const approvals = network.approvals.map((row) =>
      row.parkId === "limburg" && row.instrument === "voucher" && row.approvers === 2
        ? { ...row, order: "sequential" as const }
        : row,
    );
    const inOrder = { ...moment, network: { ...network, approvals } };
    const approver = [aRecipient("ada"), aRecipient("abe")];
    const { facts, contentHash } = changing(2_600_000, alone({ staff: { approver, manager: [], finance: [] } }));
    const input = { caseId, parkId: "limburg", noInterest: true, contentHash } as const;
    expect(refused(() => approveValue.decide(facts, abe, input, inOrder))).toBe("forbidden approval.not-your-turn");
    expect(approveValue.decide(facts, ada, input, inOrder).result.outcome).toBe("approved");
    const screen = aTask("screen", { status: "answered", by: ada.personId, at: moment.now });
    expect(refused(() => approve(changing(1_400_000, alone({ tasks: [screen] }))))).toBe(
      "forbidden duties.same-person",
    );
  });

  test("holds for the year and the share as they were read, and waits while the year is being ended", () => {
    const { changes } = approve(changing(2_400_000, alone({ aidGroup: anAidGroup() })));
    expect(changes.filter(({ op }) => op === "check")).toEqual([
      { op: "check", name: "book", key: bookKeyOf(limburg), when: { version: 0 } },
      {
        op: "check",
        name: "share",
        key: { caseId, parkId: "limburg", budgetYear: 2026 },
        when: { committed: 1_000_000 },
      },
    ]);
    const money = { books: [{ ...newBook(limburg), status: "ending" as const }], budgets: [aBudget(5_000_000)] };
    expect(refused(() => approve(changing(2_400_000, alone({ money }))))).toBe("conflict voucher.year-not-open");
  });
});
