import { addDays } from "@multihelix/core/kernel/instant.ts";
import { askRecovery } from "@multihelix/core/recovery/ask-recovery.ts";
import { askRedress } from "@multihelix/core/redress/ask-redress.ts";
import { expect, test } from "vitest";
import { aCall } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { anOrder } from "../../fixture/build/order.ts";
import { anna, fay } from "../../fixture/build/use-redress.ts";
import { aRecipient, aShare } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";

const ended = at("2026-09-01T08:00:00Z");
const now = addDays(ended, 60);
const closed = { statusSince: ended, closedAt: addDays(ended, 40) };
const look = expect.objectContaining({ body: { kind: "close-case", caseId, since: ended } });

test("money asked back opens a closed case again, and has it looked at anew", () => {
  const { changes, effects } = askRecovery.decide(
    {
      one: aCase({ status: "expired", ...closed }),
      slots: [],
      shares: [aShare({ disbursed: 800_000 })],
      orders: [anOrder({ status: "booked" })],
      recoveries: [],
      debtors: [aRecipient("lars")],
    },
    fay,
    { caseId, parkId: "limburg", amount: 1, due: "2027-03-31", reasons: "Work not done.", noInterest: true },
    aMoment(now),
  );
  expect(written(changes, "case")[0]).not.toHaveProperty("closedAt");
  expect(effects).toContainEqual(look);
});

test("redress outlives a closing: a letter that came back late opens its window, and asking opens the case", () => {
  const { changes, effects } = askRedress.decide(
    {
      one: aCase({ status: "rejected", ...closed }),
      tasks: [],
      slots: [],
      proposals: [],
      approvals: [],
      applicants: [aRecipient("anna")],
      providers: [],
      claims: [],
      call: aCall(),
      voucher: undefined,
      recoveries: [],
      letters: [],
    },
    anna,
    { caseId, ground: "fact-overlooked", reasons: "Annex 2 names the assay." },
    aMoment(now),
  );
  const [asking] = written(changes, "case");
  expect(asking).toMatchObject({ status: "rejected", redress: { status: "asked" } });
  expect(asking).not.toHaveProperty("closedAt");
  expect(effects).toContainEqual(look);
});
