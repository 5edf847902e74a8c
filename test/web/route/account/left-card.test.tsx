// Organisations that somebody left lately, on the page of their own interests: the reason of a refusal can be seen.
import { LeftCard } from "@multihelix/web/route/account/left-card.tsx";
import { expect, test } from "vitest";
import { idOf } from "../../../fixture/build/ids.ts";
import { render } from "../../fixture/render.tsx";

test("an organisation that one left is named with its day, its end and its weight; without one nothing stands there", () => {
  const one = { organisationId: idOf("org", "vivo"), endedOn: "2026-11-20", until: "2028-11-20" };
  const shown = render(<LeftCard left={[{ ...one, name: "Vivo BV", counts: "HARD" }]} />);
  expect(shown).toMatch(/Vivo BV: left on 20 November 2026, counts until 20 November 2028/);
  expect(shown).toContain("Hard");
  expect(render(<LeftCard left={[{ ...one, name: "Vivo BV", counts: "SOFT" }]} />)).toContain("Soft");
  expect(render(<LeftCard left={[]} />)).toBe("");
});
