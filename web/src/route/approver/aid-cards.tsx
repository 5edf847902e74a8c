/** The arithmetic of every aid ceiling, each in its own card. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import { Tag } from "../../component/tag.tsx";
import { AidLines } from "../staff/aid-lines.tsx";
import type { Evidence } from "../staff/staff-query.ts";

export function AidCards({ evidence }: { readonly evidence: Pick<Evidence, "headrooms"> }) {
  const { i18n } = useLingui();
  return evidence.headrooms.map((headroom) => (
    <Card
      key={`${headroom.basis} ${headroom.jurisdiction}`}
      title={i18n._("Aid arithmetic")}
      aside={<Tag state={headroom.fits ? "ok" : "bad"}>{headroom.fits ? i18n._("Fits") : i18n._("Does not fit")}</Tag>}
    >
      <AidLines headroom={headroom} />
    </Card>
  ));
}
