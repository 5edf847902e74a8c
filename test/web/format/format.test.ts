import { dayOfInstant, formatDate, formatDay, formatTime, zoneName } from "@multihelix/web/format/date-time.ts";
import { formatAmount } from "@multihelix/web/format/money.ts";
import { describe, expect, it } from "vitest";

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe("money on a page", () => {
  it("stands in the reader's locale and its own currency", () => {
    expect(plain(formatAmount(2392450, "EUR", ["nl-BE"]))).toBe("€ 23.924,50");
    expect(plain(formatAmount(2392450, "CAD", ["fr-CA"]))).toBe("23 924,50 $");
    expect(plain(formatAmount(2392450, "CAD", ["en-GB"]))).toBe("CA$23,924.50");
    expect(plain(formatAmount(2392450, "SEK", ["sv-SE"]))).toBe("23 924,50 kr");
  });

  it("has a real minus sign, and whole units only when asked", () => {
    expect(formatAmount(-1794341, "EUR", ["en-GB"])).toBe("−€17,943.41");
    expect(formatAmount(2000000, "EUR", ["en-GB"], true)).toBe("€20,000");
  });
});

describe("dates on a page", () => {
  const deadline = "2026-11-24T22:59:00.000Z";

  it("are read in the zone in which they were meant", () => {
    expect(formatDate(deadline, ["en-GB"], "Europe/Brussels", "day")).toBe("Tue 24 Nov");
    expect(formatDate(deadline, ["en-GB"], "Asia/Tokyo", "day")).toBe("Wed 25 Nov");
    expect(formatTime(deadline, ["en-GB"], "America/Toronto")).toBe("17:59");
    expect(zoneName(deadline, ["en-GB"], "Europe/Brussels")).toBe("CET");
    expect(dayOfInstant("2026-11-24T23:30:00.000Z", "Europe/Brussels")).toBe("2026-11-25");
    expect(dayOfInstant("2026-11-24T23:30:00.000Z", "America/Toronto")).toBe("2026-11-24");
  });

  it("are Welsh in Welsh, where browsers know none", () => {
    expect(formatDate(deadline, ["cy-GB"], "Europe/London", "full")).toBe("dydd Mawrth 24 Tachwedd 2026");
    expect(formatDate("2026-05-04T10:00:00.000Z", ["cy-GB"], "Europe/London", "long")).toBe("4 Mai 2026");
    expect(formatDate("2026-09-04T10:00:00.000Z", ["cy-GB"], "Europe/London", "short")).toBe("4 Medi");
  });

  it("without a zone stay the day they are", () => {
    expect(formatDay("2026-11-24", ["en-GB"], "long")).toBe("24 November 2026");
  });
});
