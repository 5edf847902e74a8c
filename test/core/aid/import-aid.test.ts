import type { AidGrant } from "@multihelix/core/aid/group.ts";
import type { AidFacts } from "@multihelix/core/aid/import/aid-facts.ts";
import { type AidCells, readAidFile } from "@multihelix/core/aid/import/aid-file.ts";
import { planAid } from "@multihelix/core/aid/import/aid-plan.ts";
import { warningsOf } from "@multihelix/core/aid/import/aid-warnings.ts";
import { csvRows } from "@multihelix/core/payment/csv-cells.ts";
import { describe, expect, test } from "vitest";
import { aGrant } from "../../fixture/build/aid.ts";
import {
  aidFacts,
  aidRow,
  importDay,
  importMoment,
  takeAid,
  takeAidRowBack,
} from "../../fixture/build/earlier-award.ts";
import { ask } from "../../fixture/build/headroom.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { written } from "../../fixture/changes.ts";

const faultsOf = (given: Partial<AidCells>, facts: Partial<AidFacts> = {}, parkId = "limburg") => {
  const planned = planAid(aidFacts(facts), aidRow(given), parkId, importMoment);
  return "faults" in planned ? planned.faults.map(({ name, code }) => `${name} ${code}`) : [];
};
const grantOf = (given: Partial<AidCells> = {}): AidGrant => {
  const [grant] = written(takeAid(aidRow(given), aidFacts()).changes, "aidGrant");
  if (grant === undefined) throw new Error("nothing was entered");
  return grant;
};
const warned = (given: Partial<AidCells>, others: readonly AidGrant[]) => {
  const planned = planAid(aidFacts(), aidRow(given), "limburg", importMoment);
  if ("faults" in planned) throw new Error("the row is not right");
  return warningsOf(planned.plan, others, importDay);
};

describe("an earlier award", () => {
  test("counts against the ceiling from its own day, with its grantor, reference and line, and leaves the rest as room", () => {
    const grant = grantOf();
    expect(ask({ day: "2028-06-02", grants: [grant] })).toMatchObject({
      counted: 4_500_000,
      room: 25_500_000,
      lines: [
        {
          kind: "earlier",
          day: "2025-06-02",
          grantor: "Agency for Innovation",
          reference: "AGENCY-881",
          from: { importId: idOf("imp", "one"), line: 2 },
        },
      ],
    });
    expect(ask({ day: "2028-06-03", grants: [grant] }).counted).toBe(0);
  });

  test("of a loan counts with its gross grant equivalent, not with its amount", () => {
    expect(grantOf({ equivalent: "6200.00" }).amount).toBe(620_000);
  });

  test("in another currency is converted once, at the last rate before its day, and the figure carries the rate", () => {
    const grant = grantOf({ amount: "110525.00", currency: "SEK", granted_on: "2026-07-15" });
    expect(grant.earlier).toMatchObject({
      original: { amount: 11_052_500, currency: "SEK" },
      rate: { base: "SEK", quote: "EUR", date: "2026-06-30" },
    });
    expect(ask({ grants: [grant] }).lines[0]).toMatchObject({ original: { currency: "SEK" }, rateDate: "2026-06-30" });
  });

  test("makes whoever counted the room before it count again", () => {
    const [draw] = takeAid(aidRow(), aidFacts()).changes;
    expect(draw).toMatchObject({ op: "add", name: "aidGroup", by: { drawn: -4_500_000 }, when: { version: 0 } });
  });

  test("over the ceiling counts in full: it is history, and no cent fits beside it", () => {
    const grant = grantOf({ amount: "400000.00" });
    expect(ask({ grants: [grant] })).toMatchObject({ counted: 40_000_000, room: 0, fits: false });
  });

  test("that the applicant declares, too, counts once; where grantor, day or amount differ, both count", () => {
    const grants = [grantOf()];
    const aid = { grantor: " agency for  INNOVATION", granted: "2025-06-02", jurisdiction: "BE" };
    const amount = { amount: 4_500_000, currency: "EUR" };
    const found = ask({ grants, declared: [{ ...aid, amount }] });
    expect([found.counted, found.lines[0]?.declaredToo]).toEqual([4_500_000, true]);
    expect(ask({ grants, declared: [aid, aid].map((one) => ({ ...one, amount })) }).counted).toBe(9_000_000);
    expect(ask({ grants, declared: [{ ...aid, amount, granted: "2025-06-03" }] }).counted).toBe(9_000_000);
    expect(ask({ grants, declared: [{ ...aid, amount, grantor: "Another" }] }).counted).toBe(9_000_000);
  });
});

describe("a line that cannot be right is refused by its cell", () => {
  test.each<[string, Partial<AidCells>]>([
    ["amount amount", { amount: "-1.00" }],
    ["amount amount", { amount: "0.00" }],
    ["amount amount", { amount: "45.000,00" }],
    ["amount amount", { amount: "10000000000.00" }],
    ["equivalent amount", { equivalent: "0" }],
    ["equivalent equivalent-above-amount", { equivalent: "45000.01" }],
    ["granted_on day", { granted_on: "02/06/2025" }],
    ["granted_on in-future", { granted_on: "2026-11-21" }],
    ["basis basis-unknown", { basis: "gber-25" }],
    ["basis basis-unknown", { basis: "uk-mfa" }],
    ["basis basis-unknown", { basis: "de minimis" }],
    ["country other-country", { country: "SE" }],
    ["currency no-rate", { currency: "XYZ" }],
    ["currency no-rate", { currency: "SEK", granted_on: "2024-06-02" }],
  ])("%s", (fault, given) => {
    expect(faultsOf(given)).toEqual([fault]);
  });

  test("a company that is not known here is no company", () => {
    expect(faultsOf({}, { organisation: undefined, aidGroup: undefined })).toEqual([
      "organisation_number organisation-unknown",
    ]);
  });

  test("the same award twice in one file, however it is written", () => {
    const line = "agency-881, AGENCY for  Innovation ,eu-de-minimis,BE,SE-ON,5560360793,1.00,,EUR,2025-06-02";
    const heads = Object.keys(aidRow()).join(",");
    const rows = csvRows([heads, Object.values(aidRow()).join(","), line].join("\n"));
    expect(readAidFile(rows).problems).toEqual([{ line: 3, column: 1, name: "reference", code: "twice" }]);
  });
});

describe("the same award is entered once", () => {
  const grants = [grantOf()];

  test("its line again, in other writing or from another park, is known and changes nothing", () => {
    const again = aidRow({ reference: "agency-881", grantor: "AGENCY FOR INNOVATION", amount: "45000" });
    expect(takeAid(again, aidFacts({ grants }))).toMatchObject({ changes: [], result: { known: true } });
    const lund = grants.map((grant) => ({ ...grant, parkId: "lund" }));
    expect(takeAid(again, aidFacts({ grants: lund })).changes).toEqual([]);
  });

  test("under the same reference with another amount, day or basis it is refused", () => {
    for (const other of [{ amount: "45000.01" }, { granted_on: "2025-06-03" }, { basis: "gber-28" }]) {
      expect(faultsOf(other, { grants })).toEqual(["reference other-content"]);
      expect(() => takeAid(aidRow(other), aidFacts({ grants }))).toThrow("import.other-content");
    }
  });

  test("what was granted here counts by its case: by its reference, or by park, day and amount, also of a voucher that moved in with a part paid", () => {
    const date = "2025-06-02";
    const own = aGrant({ caseId: idOf("app", "own"), date, amount: 1_000_000 });
    const rest = aGrant({ caseId: idOf("app", "rest"), date, amount: 3_500_000 });
    expect(faultsOf({ amount: "1.00" }, { grants: [own], ownCase: own.caseId })).toEqual(["reference granted-here"]);
    expect(faultsOf({ grantor: "limburg", amount: "10000.00" }, { grants: [own] })).toEqual(["reference granted-here"]);
    expect(faultsOf({ grantor: "Limburg" }, { grants: [own, rest] })).toEqual(["reference granted-here"]);
    expect(faultsOf({ amount: "10000.00" }, { grants: [own] })).toEqual([]);
    expect(faultsOf({ grantor: "limburg" }, { grants: [{ ...own, status: "freed" }] })).toEqual([]);
  });
});

describe("what ought to be looked at is named and bars nothing", () => {
  test("more than the ceiling of its day, with what counts and the other lines of the file", () => {
    expect(warned({ amount: "300000.00" }, [])).toEqual([]);
    expect(warned({ amount: "300000.01" }, [])).toEqual(["over-ceiling"]);
    expect(warned({ amount: "255000.01" }, [grantOf({ granted_on: "2024-01-02" })])).toEqual(["over-ceiling"]);
    expect(warned({ amount: "255000.01" }, [grantOf({ granted_on: "2025-06-03" })])).toEqual([]);
  });

  test("an award before the years that count, before the rule that is known here, or just like another", () => {
    expect(warned({ granted_on: "2023-11-19" }, [])).toEqual(["no-longer-counts", "rule-not-in-force"]);
    expect(warned({ granted_on: "2023-11-20" }, [])).toEqual(["rule-not-in-force"]);
    expect(warned({ reference: "AGENCY-882" }, [grantOf()])).toEqual(["looks-like"]);
  });
});

describe("two people", () => {
  test("one of them alone brings nothing", () => {
    expect(() => takeAid(aidRow(), aidFacts(), 2, { state: "proposed" })).toThrow("import.second-person");
    expect(() => takeAid(aidRow(), aidFacts(), 2, { answeredBy: idOf("per", "gus") })).toThrow("import.second-person");
  });

  test("take back what was brought by mistake: it counts no more, stays with the reason, and may be brought anew", () => {
    const grants = [grantOf()];
    const back = written(takeAidRowBack(aidRow(), aidFacts({ grants })).changes, "aidGrant");
    expect(back).toMatchObject([{ status: "freed", earlier: { takenBack: { reason: "Another company's." } } }]);
    expect(ask({ grants: back }).counted).toBe(0);
    expect(takeAidRowBack(aidRow(), aidFacts({ grants: back })).changes).toEqual([]);
    const anew = takeAid(aidRow({ amount: "1.00" }), aidFacts({ grants: back }), 3);
    expect(anew.changes[1]).toMatchObject({ op: "replace", value: { amount: 100, status: "granted" } });
  });

  test("take back no award of another park or of nobody", () => {
    const lund = [{ ...grantOf(), parkId: "lund" }];
    expect(() => takeAidRowBack(aidRow(), aidFacts({ grants: lund }))).toThrow("import.row");
    expect(() => takeAidRowBack(aidRow(), aidFacts())).toThrow("import.row");
  });
});
