import { toInstant } from "@multihelix/core/kernel/instant.ts";
import { toldCases } from "@multihelix/local/seed/told/cases.ts";
import { schedule } from "@multihelix/local/seed/told/tell.ts";
import { expect, test } from "vitest";

const day = 86_400_000;

test("whatever day the demonstration starts on, what a case does on an earlier day comes before what another does later", () => {
  for (let week = 0; week < 7; week++) {
    const today = toInstant(new Date(Date.parse("2026-11-23T16:01:00Z") + week * day).toISOString());
    const days = schedule(toldCases, today).map(({ told, act }) => act.after - told.daysAgo);
    const late = days.filter((one, nth) => nth > 0 && one < Math.max(...days.slice(0, nth)));
    expect(late).toEqual([]);
  }
});
