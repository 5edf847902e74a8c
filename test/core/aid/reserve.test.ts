import { headroomsOf } from "@multihelix/core/aid/headroom.ts";
import { type AidAct, correctAid, freeAid, grantAid, reserveAid } from "@multihelix/core/aid/reserve.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { expect, test } from "vitest";
import { aGrant } from "../../fixture/build/aid.ts";
import { anAidGroup } from "../../fixture/build/application.ts";
import { caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { patches, written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

function act(given: Partial<AidAct> = {}): AidAct {
  const grants = given.grants ?? [];
  const share = {
    parkId: "limburg",
    jurisdiction: "BE",
    aidBasis: "eu-de-minimis",
    amount: { amount: 1_000_000, currency: "EUR" },
  } as const;
  const headrooms = headroomsOf({
    network: demoNetwork(),
    day: "2026-11-12",
    shares: [share],
    grants,
    declared: [],
    cost: share.amount,
    caseId,
  });
  return {
    group: anAidGroup(),
    grants,
    caseId,
    headrooms,
    day: "2026-11-12",
    at: at("2026-11-12T09:00:00Z"),
    ...given,
  };
}

test("a reservation is a dated grant of the payer's country, and is drawn from the group", () => {
  const changes = reserveAid(act());
  expect(written(changes, "aidGrant")).toEqual([
    {
      aidGroupId: idOf("aid", "vivo"),
      caseId,
      parkId: "limburg",
      jurisdiction: "BE",
      basis: "eu-de-minimis",
      amount: 1_000_000,
      currency: "EUR",
      status: "reserved",
      date: "2026-11-12",
      at: "2026-11-12T09:00:00.000Z",
      version: 0,
    },
  ]);
  expect(changes[0]).toMatchObject({ op: "add", name: "aidGroup", by: { drawn: -1_000_000 }, when: { membership: 2 } });
});

test("others may draw meanwhile what leaves room for both, and no cent more", () => {
  const grants = [aGrant({ caseId: idOf("app", "other"), amount: 12_000_000 })];
  const group = anAidGroup({ drawn: -12_000_000 });
  // 300,000 € less 120,000 € less the 10,000 € asked: 170,000 € may go to others before this is decided again.
  expect(reserveAid(act({ group, grants }))[0]).toMatchObject({ floor: -12_000_000 - 17_000_000 - 1_000_000 });
});

test("without room nothing is reserved, and the figures are told", () => {
  const full = act({ grants: [aGrant({ caseId: idOf("app", "other"), amount: 29_500_000 })] });
  expect(refusalOf(() => reserveAid(full))).toMatchObject({
    kind: "conflict",
    code: "aid.no-room",
    facts: { ceiling: 30_000_000, room: 500_000, asked: 1_000_000 },
  });
});

test("what was freed before is reserved again on the same record", () => {
  const [change] = reserveAid(act({ grants: [aGrant({ status: "freed", version: 3 })] })).slice(1);
  expect(change).toMatchObject({ op: "replace", value: { status: "reserved", version: 3 } });
});

test("the grant counts from its own day", () => {
  const later = act({ grants: [aGrant({ status: "reserved", date: "2026-10-01" })] });
  expect(written(grantAid({ ...later, day: "2026-11-20" }), "aidGrant")).toMatchObject([
    { status: "granted", date: "2026-11-20" },
  ]);
});

test("a basis without a ceiling needs no record", () => {
  expect(
    reserveAid(
      act({
        headrooms: [{ basis: "no-aid", jurisdiction: "BE", state: "no-aid", asks: [], lines: [], fits: true }],
        group: undefined,
      }),
    ),
  ).toEqual([]);
});

test("an undertaking without a group is refused, never left uncounted", () => {
  expect(refused(() => reserveAid(act({ group: undefined })))).toBe("conflict aid.no-group");
});

test("freeing touches the case's own living grants only", () => {
  const grants = [
    aGrant({ status: "reserved" }),
    aGrant({ parkId: "lund", status: "freed" }),
    aGrant({ caseId: idOf("app", "other") }),
  ];
  expect(patches(freeAid(grants, caseId), "aidGrant")).toEqual([
    { set: { status: "freed" }, when: { status: "reserved", amount: 1_000_000 } },
  ]);
});

test("a correction lowers a grant and never raises it", () => {
  expect(correctAid(aGrant(), 800_000)).toMatchObject({
    op: "patch",
    set: { amount: 800_000 },
    when: { status: "granted", amount: 1_000_000 },
  });
  expect(refused(() => correctAid(aGrant(), 1_000_001))).toBe("invalid aid.correction-above-grant");
});
