import { I18nProvider } from "@lingui/react";
import type { Strands } from "@multihelix/core/view/strands.ts";
import { StrandsPicture } from "@multihelix/web/component/strands/strands-picture.tsx";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { applicantVoucher, cryolink } from "../../fixture/cryolink.ts";
import { english } from "../../fixture/words.ts";

function draw(strands: Strands): string {
  return renderToStaticMarkup(
    <I18nProvider i18n={english()}>
      <StrandsPicture strands={strands} />
    </I18nProvider>,
  );
}

describe("the strands picture on a page", () => {
  it("has an accessible name that tells every step and what happens next", () => {
    const html = draw(cryolink());
    expect(html).toContain("CRYOLINK: Submitted, done, 14 Sept");
    expect(html).toContain("Sherbrooke, Approvals: Approve, here now, by 24 Nov, 5 d left");
    expect(html).toContain("Wout Claes is asked to release. If one declines");
  });

  it("has a table twin with one row per station", () => {
    expect(draw(cryolink()).match(/<tr>/g)).toHaveLength(1 + 19);
  });

  it("scrolls in a region that the keyboard reaches", () => {
    expect(draw(cryolink())).toMatch(/<section class="strands"[^>]*tabindex="0"/i);
  });

  it("shows an applicant one strand, and never who holds a case inside a park, whatever the server sends", () => {
    const html = draw(applicantVoucher());
    expect(html).toContain("Two reviewers read it");
    expect(html).not.toContain("Carys Prosser");
    expect(html).not.toContain("strands-h");
  });

  it("needs no style element and no style text that the content security policy forbids", () => {
    expect(draw(cryolink())).not.toMatch(/<style| style="/);
  });
});
