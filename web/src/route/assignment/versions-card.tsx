/** The versions of a call's frozen ranking: which counts, which was superseded, by whom and why, and where to compare them. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { Tag } from "../../component/tag.tsx";
import { useFormat } from "../case/use-format.ts";
import { type RankingVersion, type RankingView, versionsQuery } from "./assignment-query.ts";

export function VersionsCard({ view }: { readonly view: RankingView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  // Whoever has a hard interest reads no version; the card is not theirs then.
  const versions = useQuery(versionsQuery(view.callId)).data?.versions ?? [];
  if (versions.length === 0) return null;
  return (
    <Card title={i18n._("Versions of the ranking")}>
      <ol className="plain-list stack">
        {versions.toReversed().map((version) => (
          <li key={version.round}>
            <p>
              <b>{i18n._("Version {round}", { round: version.round })}</b>{" "}
              {version.superseded === undefined ? (
                <Tag state="ok">{i18n._("counts")}</Tag>
              ) : (
                <Tag state="warn">{i18n._("superseded")}</Tag>
              )}{" "}
              <span className="small muted">
                {i18n._("frozen by {name}, {moment}", { name: version.by, moment: format.moment(version.at) })}
              </span>
            </p>
            <WhySuperseded version={version} />
            {(version.superseded !== undefined || versions.length > 1) && (
              <p className="small">
                <Link
                  to="/calls/$callId/ranking/$round"
                  params={{ callId: view.callId, round: String(comparedFrom(version, versions)) }}
                >
                  {version.superseded === undefined
                    ? i18n._("What moved since the version before")
                    : i18n._("What moved after version {round}", { round: version.round })}
                </Link>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** The version in force is compared with the one before it, every other with what followed. */
function comparedFrom({ round, superseded }: RankingVersion, versions: readonly RankingVersion[]): number {
  if (superseded !== undefined) return round;
  return versions.findLast((other) => other.round < round)?.round ?? round;
}

/** Why it counts no more. */
export function WhySuperseded({ version: { superseded } }: { readonly version: RankingVersion }) {
  const { i18n } = useLingui();
  const format = useFormat();
  if (superseded === undefined) return null;
  const moment = format.moment(superseded.at);
  if (superseded.cause === "managers")
    return (
      <p className="small">
        {i18n._("Superseded {moment}: proposed by {name}, confirmed by {other}. {reason}", {
          moment,
          name: superseded.by ?? "",
          other: superseded.confirmedBy ?? "",
          reason: superseded.reason ?? "",
        })}
      </p>
    );
  return (
    <p className="small">
      {i18n._("Superseded {moment}: a review that it counted was set aside, its author is in conflict.", { moment })}{" "}
      {superseded.caseId !== undefined && (
        <Link to="/cases/$caseId" params={{ caseId: superseded.caseId }}>
          {superseded.reference}
        </Link>
      )}
    </p>
  );
}
