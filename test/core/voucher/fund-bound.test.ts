/** Days for which a voucher stood still are added up to the fund's last day, and the parties and finance are told where that ends it. */
import { settleDispute } from "@multihelix/core/claim/settle-dispute.ts";
import { settleRefusal } from "@multihelix/core/claim/settle-refusal.ts";
import { endOfDay } from "@multihelix/core/kernel/instant.ts";
import { resumeVoucher } from "@multihelix/core/voucher/resume-voucher.ts";
import { afterStanding } from "@multihelix/core/voucher/standing-clock.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aClaim, aRecipient, aVoucher, useFacts } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";
import { fc } from "../../fixture/fast-check.ts";

const mo = staff("mo", "manager", "limburg");
const sure = { caseId, noInterest: true } as const;
const zone = "Europe/Brussels";

/** The network with the fund's last day moved to `day`. */
function until(day: string, instant = "2026-12-10T09:00:00Z") {
  const moment = aMoment(instant);
  const funds = moment.network.funds.map((fund) =>
    fund.id === "limburg-regional" ? { ...fund, eligibleUntil: day } : fund,
  );
  return { ...moment, network: { ...moment.network, funds } };
}
const stopped = { by: mo.personId, at: at("2026-11-10T09:00:00Z"), reasons: "Audit." };
const suspended = () => ({
  ...useFacts({
    one: aCase({ status: "suspended", statusSince: stopped.at }),
    voucher: aVoucher({ suspensions: [stopped] }),
    tasks: [aTask("resume", { state: "Suspended" })],
  }),
  finance: [aRecipient("fay")],
});

describe("a suspended voucher goes on", () => {
  test("until the fund's last day where its days would carry it past it: both parties and finance read why", () => {
    const { changes, result } = resumeVoucher.decide(suspended(), mo, sure, until("2027-04-15"));
    expect(result.expires).toBe(endOfDay("2027-04-15", zone));
    const letters = written(changes, "letter");
    expect(letters.map(({ to }) => to.email)).toEqual(["anna@example.org", "lars@example.org", "fay@example.org"]);
    for (const { text } of letters) expect(text).toContain("the fund pays for costs until 15 April 2027");
  });

  test("with all its days where the fund lasts, and finance is left alone", () => {
    const { changes, result } = resumeVoucher.decide(suspended(), mo, sure, until("2027-12-31"));
    expect(result.expires).toBe("2027-05-01T21:59:59.000Z");
    expect(written(changes, "letter").map(({ to }) => to.email)).toEqual(["anna@example.org", "lars@example.org"]);
  });
});

test("a dispute and a refusal that end with further work are bounded alike, and tell it", () => {
  const disputed = {
    ...useFacts({
      one: aCase({ status: "disputed", statusSince: stopped.at }),
      tasks: [aTask("settle-dispute", { state: "SettleDispute" })],
      claims: [aClaim({ dispute: { reason: "Wrong.", by: mo.personId, at: stopped.at } })],
    }),
    finance: [aRecipient("fay")],
  };
  const settled = settleDispute.decide(disputed, mo, { ...sure, outcome: "again", reasons: "-" }, until("2027-04-15"));
  expect(settled.result.expires).toBe(endOfDay("2027-04-15", zone));
  expect(written(settled.changes, "letter")).toHaveLength(3);
  const refused = {
    ...useFacts({
      one: aCase({ status: "claim-refused" }),
      tasks: [aTask("settle-refusal", { state: "Refused" })],
      claims: [aClaim({ status: "refused", filedAt: stopped.at })],
    }),
    finance: [aRecipient("fay")],
    letters: [],
  };
  const { changes } = settleRefusal.decide(refused, mo, { ...sure, outcome: "again" }, until("2027-04-15"));
  expect(written(changes, "voucher")[0]?.expires).toBe(endOfDay("2027-04-15", zone));
  expect(written(changes, "letter").map(({ kind }) => kind)).toEqual([
    "claim-refused",
    "claim-refused",
    "validity",
    "validity",
    "validity",
  ]);
});

test("whatever stood still for however long: never past the fund's last day, never earlier than it was, never more than the days", () => {
  const one = aCase({ status: "suspended", statusSince: at("2026-06-01T09:00:00Z") });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 700 }), (days, fundDays) => {
      const day = new Date(Date.UTC(2026, 8, 1) + fundDays * 86_400_000).toISOString().slice(0, 10);
      const instant = new Date(Date.parse("2026-06-01T09:00:00Z") + days * 86_400_000).toISOString();
      const before = aVoucher().expires;
      const { voucher, bound } = afterStanding(one, aVoucher(), aCall(), until(day, instant));
      const last = endOfDay(day, zone);
      expect(voucher.expires >= before).toBe(true);
      expect(voucher.expires <= last || voucher.expires === before).toBe(true);
      if (bound === undefined) expect(voucher.expires <= last).toBe(true);
      else expect(bound).toBe(day);
    }),
  );
});
