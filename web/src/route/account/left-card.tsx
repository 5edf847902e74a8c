/** Organisations that the person belonged to until lately: what each still weighs, and until when. Nobody can take it back. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import { Tag } from "../../component/tag.tsx";
import { useFormat } from "../case/use-format.ts";
import type { InterestsView } from "./interests-schema.ts";

export function LeftCard({ left }: { readonly left: InterestsView["left"] }) {
  const { i18n } = useLingui();
  const format = useFormat();
  if (left.length === 0) return null;
  return (
    <Card title={i18n._("Organisations that you have left")}>
      <p>
        {i18n._(
          "You belonged to them here, so each counts as an employer that you have left, for 24 months and without your saying so.",
        )}
      </p>
      <ul className="owned">
        {left.map(({ organisationId, name, counts, endedOn, until }) => (
          <li key={organisationId}>
            <span>
              {i18n._("{name}: left on {day}, counts until {until}", {
                name: name ?? organisationId,
                day: format.day(endedOn),
                until: format.day(until),
              })}
            </span>
            <Tag state={counts === "HARD" ? "bad" : "warn"}>{counts === "HARD" ? i18n._("Hard") : i18n._("Soft")}</Tag>
          </li>
        ))}
      </ul>
    </Card>
  );
}
