import { extendVoucher } from "@multihelix/core/voucher/extend-voucher.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aVoucher, useFacts } from "../../fixture/build/voucher.ts";
import { patches, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const mia = staff("mia", "manager", "limburg");
const fay = staff("fay", "finance", "limburg");
const moment = aMoment();
/** The fund pays for costs until this day. */
const lastDay = moment.network.funds.find(({ id }) => id === "limburg-regional")?.eligibleUntil ?? "";
const facts = (given: Partial<ReturnType<typeof aVoucher>> = {}) =>
  useFacts({ voucher: aVoucher(given), tasks: [aTask("use", { timeOut: at("2027-05-01T21:59:59Z") })] });
const extend = (of = facts(), who = mia, months = 6) =>
  extendVoucher.decide(of, who, { caseId, months, reasons: "The laboratory moves.", noInterest: true }, moment);

describe("an extension", () => {
  test("moves validity, reminders and the filing window along, at the same time of day in the park's zone", () => {
    const decision = extend();
    expect(decision.result).toEqual({ outcome: "extended", expires: "2027-10-01T21:59:59.000Z" });
    expect(written(decision.changes, "voucher")[0]?.expires).toBe("2027-10-01T21:59:59.000Z");
    expect(patches(decision.changes, "task")[0]?.set).toMatchObject({
      due: "2027-10-01T21:59:59.000Z",
      timeOut: "2027-10-31T22:59:59.000Z",
    });
  });

  test("is given once", () => {
    const extension = { months: 2, reasons: "-", by: mia.personId, at: moment.now, confirmedBy: mia.personId };
    expect(refused(() => extend(facts({ extension })))).toBe("conflict voucher.extended-before");
  });

  test("past the fund's last eligible day needs finance too, another person, for the same months", () => {
    const expires = at(`${lastDay}T20:00:00Z`);
    const proposal = extend(facts({ expires }));
    expect(proposal.result.outcome).toBe("proposed");
    expect(written(proposal.changes, "voucher")[0]?.expires).toBe(expires);
    const extension = { months: 6, reasons: "-", by: mia.personId, at: moment.now };
    expect(extend(facts({ expires, extension }), fay).result.outcome).toBe("extended");
    expect(refused(() => extend(facts({ expires, extension }), fay, 3))).toBe("conflict voucher.other-extension");
    const own = { ...extension, by: idOf("per", "fay") };
    expect(refused(() => extend(facts({ expires, extension: own }), fay))).toBe("forbidden duties.same-person");
  });

  test("finance adds its word to the manager's, also for fewer months that no fund would mind: never one of its own", () => {
    const extension = { months: 6, reasons: "-", by: mia.personId, at: moment.now };
    expect(refused(() => extend(facts({ extension }), fay, 1))).toBe("conflict voucher.other-extension");
    expect(extend(facts({ extension }), mia, 1).result.outcome).toBe("extended");
  });

  test("is for managers of a voucher in use", () => {
    expect(refused(() => extend(facts(), fay))).toBe("forbidden actor.role-needed");
    const reported = { ...facts(), one: aCase({ status: "reported" }) };
    expect(refused(() => extend(reported))).toBe("conflict case.wrong-status");
  });
});
