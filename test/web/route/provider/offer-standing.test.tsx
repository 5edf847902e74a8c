// What a provider reads of its offer where it can confirm it.
import { OfferStanding } from "@multihelix/web/route/provider/offer-standing.tsx";
import { expect, test } from "vitest";
import { render } from "../../fixture/render.tsx";

const validUntil = "2026-11-20T11:00:00.000Z";
const at = (now: string, withdrawnAt?: string) =>
  render(<OfferStanding validUntil={validUntil} withdrawnAt={withdrawnAt} now={Date.parse(now)} />);

test("an offer is valid until its last moment, and was valid after it", () => {
  expect(at("2026-11-20T11:00:00.000Z")).toMatch(/^Your offer is valid until 20 November 2026\./);
  expect(at("2026-11-20T11:00:00.001Z")).toMatch(
    /^Your offer was valid until 20 November 2026\. .*still confirm it\.$/,
  );
});

test("one that was taken back says so, whether or not its day has passed", () => {
  for (const now of ["2026-11-10T09:00:00.000Z", "2026-11-30T09:00:00.000Z"])
    expect(at(now, "2026-11-05T09:00:00.000Z")).toBe(
      "You took your offer back on 5 November 2026. You can still confirm it.",
    );
});
