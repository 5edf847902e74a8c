/** One line at the publishing step of a call: whether the reviewers of now would suffice, and the way to the whole answer. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { buttonClass } from "../../component/button.tsx";
import { Note } from "../../component/note.tsx";
import { type CallDesk, type PoolSimulation, poolQuery } from "./call-query.ts";

export function SufficeLine({ desk }: { readonly desk: CallDesk }) {
  const { i18n } = useLingui();
  const { callId } = desk.call;
  const found = useQuery({ ...poolQuery(callId), enabled: desk.mine }).data;
  if (!desk.mine) return null;
  return (
    <>
      {found !== undefined && <Told found={found} />}
      <div>
        <Link className={buttonClass("default", true)} to="/calls/$callId/reviewers" params={{ callId }}>
          {i18n._("Will the reviewers suffice?")}
        </Link>
      </div>
    </>
  );
}

function Told({ found: { asked, filled, reviews } }: { readonly found: PoolSimulation }) {
  const { i18n } = useLingui();
  const percents = new Intl.NumberFormat(i18n.locales ?? i18n.locale, { style: "percent", maximumFractionDigits: 0 });
  const percent = (share: number) => percents.format(Math.floor(share * 100 + 1e-9) / 100);
  const { applications } = asked;
  if (reviews === 0) return null;
  if (filled.worst === 1)
    return (
      <p className="muted">
        {i18n._("The reviewers suffice: with {applications} applications, each has all its reviewers in every draw.", {
          applications,
        })}
      </p>
    );
  return (
    <Note kind="warn">
      <p>
        {i18n._(
          "The reviewers may not suffice: of {applications} applications, {usual} have all their reviewers in a usual draw, {worst} in the worst.",
          { applications, usual: percent(filled.usual), worst: percent(filled.worst) },
        )}
      </p>
    </Note>
  );
}
