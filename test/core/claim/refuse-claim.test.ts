import { assessClaim } from "@multihelix/core/claim/assess-claim.ts";
import { financeCheck } from "@multihelix/core/claim/finance-check.ts";
import { refuseClaim } from "@multihelix/core/claim/refuse-claim.ts";
import { settleRefusal } from "@multihelix/core/claim/settle-refusal.ts";
import { askRedress } from "@multihelix/core/redress/ask-redress.ts";
import { decideRedress } from "@multihelix/core/redress/decide-redress.ts";
import { describe, expect, test } from "vitest";
import { memberOf, staff } from "../../fixture/build/actor.ts";
import { aGrant } from "../../fixture/build/aid.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aRedress } from "../../fixture/build/redress.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aClaim, aRecipient, aVoucher, eur, useFacts } from "../../fixture/build/voucher.ts";
import { answersOf, patches, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const [mia, mo] = [staff("mia", "manager", "limburg"), staff("mo", "manager", "limburg")];
const [fay, finn] = [staff("fay", "finance", "limburg"), staff("finn", "finance", "limburg")];
const nora = staff("nora", "redress", "limburg");
const anna = memberOf("anna", "vivo");
const sure = { caseId, noInterest: true } as const;
const reasons = "The report describes another service than the offer.";
const now = aMoment("2026-12-01T09:00:00Z");

const checking = () =>
  useFacts({
    one: aCase({ status: "claim-check" }),
    tasks: [aTask("check-claim", { round: 2 })],
    claims: [aClaim({ status: "confirmed" })],
  });
const refusal = { by: mia.personId, at: at("2026-11-20T09:00:00Z"), reasons };
const proposed = () => ({
  ...checking(),
  tasks: [aTask("finance-check", { round: 2 })],
  claims: [aClaim({ status: "assessed", refusal })],
});
const told = at("2026-11-21T09:00:00Z");
const refusedClaim = aClaim({ status: "refused", refusal, checkedBy: fay.personId });
const standing = () =>
  useFacts({
    one: aCase({ status: "claim-refused", statusSince: told, useAttempt: 2 }),
    tasks: [aTask("settle-refusal", { attempt: 2, state: "Refused" })],
    claims: [refusedClaim],
    aidGrants: [aGrant()],
  });
const letter = {
  kind: "claim-refused",
  key: `claim-refused:1:refused:${anna.personId}`,
  status: "sent",
  sentAt: told,
  openedAt: told,
} as never;

describe("a claim is refused by two people", () => {
  test("a manager proposes it, with reasons that nobody outside is told yet", () => {
    const { changes, effects = [] } = refuseClaim.decide(checking(), mia, { ...sure, reasons }, now);
    expect(written(changes, "claim")[0]).toMatchObject({ status: "assessed", refusal: { by: mia.personId, reasons } });
    expect(written(changes, "letter")).toEqual([]);
    expect(answersOf(changes)).toEqual([{ outcome: "assessed", round: 2 }]);
    expect(effects.map(({ body }) => body.kind)).toEqual(["resolve-task"]);
  });

  test("what it proves of the own share of earlier claims stands in the proposal; another sum is another answer", () => {
    const input = { ...sure, reasons, paidByApplicant: 50_000 };
    const { changes } = refuseClaim.decide(checking(), mia, input, now);
    const [claim] = written(changes, "claim");
    expect(claim?.refusal).toMatchObject({ reasons, paidByApplicant: eur(50_000) });
    const answer = { outcome: "assessed" };
    const closed = aTask("check-claim", { status: "answered", by: mia.personId, at: now.now, answer });
    const again = { ...checking(), tasks: [closed], claims: [claim ?? aClaim()] };
    expect(refuseClaim.decide(again, mia, input, now).changes).toEqual([]);
    const bare = { ...checking(), files: [] };
    expect(refused(() => refuseClaim.decide(bare, mia, input, now))).toBe("conflict claim.share-proof-missing");
    const other = { ...input, paidByApplicant: 60_000 };
    expect(refused(() => refuseClaim.decide(again, mia, other, now))).toBe("conflict task.already-answered");
  });

  test("finance confirms it: both parties are told, the money stays, a manager is asked what follows", () => {
    const decision = financeCheck.decide(proposed(), fay, { ...sure, outcome: "refused" }, now);
    expect(decision.postings ?? []).toEqual([]);
    expect(written(decision.changes, "case")[0]).toMatchObject({ status: "claim-refused", useAttempt: 2 });
    expect(written(decision.changes, "claim")[0]).toMatchObject({ status: "refused", checkedBy: fay.personId });
    const [task] = written(decision.changes, "task");
    expect(task).toMatchObject({ kind: "settle-refusal", attempt: 2, status: "open" });
    expect(task).not.toHaveProperty("token");
    expect(written(decision.changes, "letter").map(({ kind, to }) => `${kind} ${to.email}`)).toEqual([
      "claim-refused anna@example.org",
      "claim-refused lars@example.org",
    ]);
  });

  test("nobody does both, nobody clears for payment what is proposed to be refused, nor refuses what is not", () => {
    const twice = staff("mia", "finance", "limburg");
    expect(refused(() => financeCheck.decide(proposed(), twice, { ...sure, outcome: "refused" }, now))).toBe(
      "forbidden duties.same-person",
    );
    expect(refused(() => financeCheck.decide(proposed(), fay, { ...sure, outcome: "accepted" }, now))).toBe(
      "conflict claim.refusal-proposed",
    );
    const bare = { ...proposed(), claims: [aClaim({ status: "confirmed" })] };
    expect(refused(() => financeCheck.decide(bare, fay, { ...sure, outcome: "refused" }, now))).toBe(
      "conflict claim.not-assessed",
    );
  });
});

describe("after a refusal", () => {
  const settle = (outcome: "again" | "end", facts = standing(), moment = now) =>
    settleRefusal.decide({ ...facts, letters: [letter] }, mo, { ...sure, outcome }, moment);

  test("it may be claimed again: its invoices are free, the days since it was filed count no less", () => {
    const { changes, effects = [], postings } = settle("again");
    expect(postings ?? []).toEqual([]);
    expect(written(changes, "case")[0]?.status).toBe("in-use");
    expect(written(changes, "voucher")[0]?.expires).toBe("2027-04-29T21:59:59.000Z");
    expect(changes.filter(({ op, name }) => op === "remove" && name === "invoiceUse")).toHaveLength(1);
    expect(effects.map(({ body }) => body)).toContainEqual(
      expect.objectContaining({ kind: "start-execution", executionName: `${idOf("vch", "vivo1")}-2` }),
    );
  });

  test("claimed again after the validity, as a report of the last days was refused: 30 days at least", () => {
    const facts = standing();
    const voucher = aVoucher({ expires: at("2026-10-20T21:59:59Z") });
    const { changes } = settle("again", { ...facts, voucher });
    expect(written(changes, "voucher")[0]?.expires).toBe("2026-12-31T22:59:59.000Z");
  });

  test("the voucher ends only when redress can no longer change it; then money and aid return", () => {
    expect(refused(() => settle("end"))).toBe("conflict redress.still-open");
    const { changes, postings } = settle("end", standing(), aMoment("2026-12-23T09:00:00Z"));
    expect(written(changes, "case")[0]?.status).toBe("closed");
    expect(postings?.map(({ to, from, amount }) => [to, from, amount])).toEqual([
      ["available", "committed", 1_000_000],
    ]);
    expect(patches(changes, "aidGrant")[0]?.set).toEqual({ status: "freed" });
  });

  test("nothing follows while redress is being examined", () => {
    const one = aCase({ status: "claim-refused", redress: aRedress({ against: "claim-refusal", claim: 1 }) });
    for (const outcome of ["again", "end"] as const)
      expect(refused(() => settle(outcome, { ...standing(), one }))).toBe("conflict redress.pending");
  });
});

describe("redress against a refusal", () => {
  const redressFacts = (one = standing().one ?? aCase()) => ({
    one,
    tasks: standing().tasks,
    slots: [],
    proposals: [],
    approvals: [],
    applicants: [aRecipient("anna")],
    providers: [aRecipient("lars")],
    call: aCall(),
    voucher: aVoucher(),
    recoveries: [],
    claims: [refusedClaim],
  });
  const ask = (one?: ReturnType<typeof aCase>) =>
    askRedress.decide(
      { ...redressFacts(one), letters: [letter] },
      anna,
      { caseId, ground: "fact-overlooked", reasons: "Annex 3 of the report." },
      now,
    );

  test("may be asked once about that claim, though redress was asked about the rejection before", () => {
    const before = aRedress({ status: "upheld", attempt: 1 });
    const one = aCase({ status: "claim-refused", statusSince: told, attempt: 2, redress: before });
    const [asking] = written(ask(one).changes, "case");
    expect(asking?.redress).toMatchObject({ against: "claim-refusal", claim: 1, status: "asked" });
    expect(asking?.redressBefore).toEqual([before]);
    const again = aRedress({ status: "rejected", against: "claim-refusal", claim: 1 });
    expect(refused(() => ask(aCase({ status: "claim-refused", redress: again })))).toBe(
      "conflict redress.asked-before",
    );
  });

  test("upheld, the claim is checked anew by others than who refused it", () => {
    const redress = aRedress({ against: "claim-refusal", claim: 1, status: "admitted" });
    const facts = redressFacts(aCase({ status: "claim-refused", useAttempt: 2, redress }));
    const tasks = [...facts.tasks, aTask("decide-redress")];
    const input = { ...sure, outcome: "upheld", reasons: "Annex 3 was overlooked." } as const;
    const { changes, effects = [] } = decideRedress.decide({ ...facts, tasks }, nora, input, now);
    expect(written(changes, "case")[0]).toMatchObject({ status: "claim-check", useAttempt: 3 });
    const [claim] = written(changes, "claim");
    expect(claim).toMatchObject({ status: "confirmed", barred: [mia.personId, fay.personId] });
    expect(claim?.refusal).toBeUndefined();
    expect(written(changes, "letter")[0]?.text).toContain("Others check your claim anew");
    expect(effects.map(({ body }) => body)).toContainEqual(
      expect.objectContaining({ kind: "start-execution", input: expect.objectContaining({ from: "CheckClaim" }) }),
    );
    const anew = { ...checking(), claims: [claim ?? aClaim()] };
    const assess = {
      ...sure,
      lines: [{ line: 1, net: 1_250_000 }],
      paidByApplicant: 250_000,
      otherSupport: 0,
      reason: "",
    };
    expect(refused(() => assessClaim.decide(anew, mia, assess, now))).toBe("forbidden duties.same-person");
    expect(assessClaim.decide(anew, mo, assess, now).result.payable).toEqual(eur(1_000_000));
    const assessed = { ...proposed(), claims: written(assessClaim.decide(anew, mo, assess, now).changes, "claim") };
    expect(refused(() => financeCheck.decide(assessed, fay, { ...sure, outcome: "accepted" }, now))).toBe(
      "forbidden duties.same-person",
    );
    expect(financeCheck.decide(assessed, finn, { ...sure, outcome: "accepted" }, now).result.outcome).toBe("accepted");
  });
});
