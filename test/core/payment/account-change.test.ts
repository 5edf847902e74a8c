import { answerAccount } from "@multihelix/core/payment/answer-account.ts";
import { applyAccount } from "@multihelix/core/payment/apply-account.ts";
import { readPayee } from "@multihelix/core/payment/payee-facts.ts";
import { prepareBatch } from "@multihelix/core/payment/prepare-batch.ts";
import { proposeAccount } from "@multihelix/core/payment/propose-account.ts";
import type { Reader } from "@multihelix/core/port/store.ts";
import { comparableName } from "@multihelix/core/sanction/sanction.ts";
import { describe, expect, test } from "vitest";
import { anAccountChange } from "../../fixture/build/account-change.ts";
import { memberOf, staff } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { anOrder } from "../../fixture/build/order.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aClaim, aVoucher } from "../../fixture/build/voucher.ts";
import { answersOf, written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const lars = memberOf("lars", "lab");
const fay = staff("fay", "finance", "limburg");
/** A Friday. */
const moment = aMoment("2026-11-20T15:00:00Z");
const facts = {
  one: aCase({ status: "in-use", providerId: anOrganisation().organisationId }),
  call: aCall(),
  voucher: aVoucher(),
  slots: [],
};
const { account } = anAccountChange();

describe("another account of a payee", () => {
  test("is proposed by its owner, with a number that is right, one at a time", () => {
    const propose = (given = account, change = undefined as ReturnType<typeof anAccountChange> | undefined) =>
      proposeAccount.decide({ ...facts, change }, lars, { caseId, account: given }, moment);
    expect(written(propose().changes, "accountChange")).toMatchObject([{ status: "proposed", account }]);
    expect(refused(() => propose({ ...account, iban: "BE68539007547035" }))).toBe("invalid account.number-wrong");
    // Nothing is paid meanwhile, so finance of each park that pays has it as a task.
    const paid = { ...facts.one, payingParks: ["limburg", "wales"] };
    const earlier = [aTask("answer-account", { slot: "wales", status: "answered" })];
    const asking = { ...facts, one: paid, change: undefined, tasks: earlier };
    const { changes } = proposeAccount.decide(asking, lars, { caseId, account }, moment);
    expect(written(changes, "accountChange")[0]?.caseId).toBe(caseId);
    expect(written(changes, "task").map(({ kind, slot, round, holder }) => [kind, slot, round, holder])).toEqual([
      ["answer-account", "limburg", 1, { kind: "role", role: "finance", parkId: "limburg" }],
      ["answer-account", "wales", 2, { kind: "role", role: "finance", parkId: "wales" }],
    ]);
    const other = { ...account, iban: "BE43068999999501" };
    expect(refused(() => propose(other, anAccountChange()))).toBe("conflict account.change-waiting");
  });

  test("is confirmed by finance of a paying park and valid after two working days", () => {
    const { proposedAt } = anAccountChange();
    const tasks = ["limburg", "wales"].map((slot) => aTask("answer-account", { slot }));
    const answer = (who = fay, change = anAccountChange()) =>
      answerAccount.decide(
        { ...facts, change, tasks },
        who,
        { caseId, parkId: "limburg", outcome: "confirmed", proposedAt, noInterest: true },
        moment,
      );
    expect(answer().result).toEqual({ status: "confirmed", validFrom: "2026-11-24T23:00:00.000Z" });
    // Whichever park answers, nobody is left to ask.
    expect(answersOf(answer().changes)).toEqual([
      { outcome: "confirmed", round: 1 },
      { outcome: "confirmed", round: 1 },
    ]);
    expect(answer().effects?.filter(({ dueAt }) => dueAt !== undefined)).toMatchObject([
      { body: { kind: "apply-account" }, dueAt: "2026-11-24T23:00:00.000Z" },
    ]);
    expect(refused(() => answer(fay, anAccountChange({ proposedBy: fay.personId })))).toBe(
      "forbidden duties.same-person",
    );
    expect(refused(() => answer(staff("mia", "manager", "limburg")))).toBe("forbidden actor.role-needed");
    // A colleague refused what was asked about, and another account was named since.
    expect(refused(() => answer(fay, anAccountChange({ proposedAt: at("2026-11-12T10:00:00Z") })))).toBe(
      "conflict account.another-change",
    );
  });

  test("takes the old one's place then, and not an instant before", () => {
    const change = anAccountChange({ status: "confirmed", validFrom: at("2026-11-24T23:00:00Z") });
    const apply = (now: string) =>
      applyAccount.decide(
        { organisation: anOrganisation(), change },
        { kind: "system", name: "outbox" },
        { organisationId: change.organisationId },
        aMoment(now),
      );
    expect(apply("2026-11-24T22:59:59Z").changes).toEqual([]);
    expect(written(apply("2026-11-24T23:00:00Z").changes, "organisation")[0]?.accounts[0]).toEqual(account);
  });

  test("nothing is paid while it waits, nor to a name on a sanctions list", () => {
    const order = anOrder();
    const wanted = {
      endToEndId: order.endToEndId,
      order,
      one: aCase({ status: "paying" }),
      claim: aClaim({ status: "accepted" }),
      slots: [],
      payee: anOrganisation(),
      accountChange: anAccountChange(),
      sanctions: [{ name: "laboratory lund", reference: "EU.1" }],
    };
    const ids = {
      parkId: "limburg",
      endToEndIds: [order.endToEndId],
      executionDate: "2026-11-25",
      noInterest: true as const,
    };
    expect(
      refusalOf(() => prepareBatch.decide({ wanted: [wanted] }, fay, ids, aMoment("2026-11-24T09:00:00Z"))).facts,
    ).toEqual({
      problems: [
        { endToEndId: order.endToEndId, reason: "account-changing" },
        { endToEndId: order.endToEndId, reason: "sanctioned" },
      ],
    });
  });
});

test("before every payment the company and its owners are looked up too, not only who is paid", async () => {
  const payee = anOrganisation({ organisationId: idOf("org", "lab") });
  const company = anOrganisation({ organisationId: idOf("org", "vivo"), legalName: "Vivo" });
  const links = [{ name: "Bad Trade SA", kind: "enterprise", percent: 30, control: false, samePersons: false }];
  const section = { caseId, sectionId: "company", data: { links }, version: 0 };
  const stored: Record<string, unknown> = {
    [payee.organisationId]: payee,
    [company.organisationId]: company,
    current: { id: "current", edition: "e1", names: 1, version: 0 },
    [comparableName("Bad Trade SA")]: {
      name: comparableName("Bad Trade SA"),
      edition: "e1",
      reference: "EU.1",
      version: 0,
    },
  };
  const reader = {
    get: async (name: string, key: Readonly<Record<string, string>>) =>
      name === "case"
        ? aCase()
        : name === "accountChange" || name === "namesake"
          ? undefined
          : stored[Object.values(key)[0] ?? ""],
    list: async () => [section],
  } as unknown as Reader;
  const { sanctions } = await readPayee(reader, { payeeId: payee.organisationId, caseId });
  expect(sanctions).toEqual([{ name: "Bad Trade SA", reference: "EU.1" }]);
});
