/** Two versions of a call's ranking side by side: who moved, and whom the money carries in one and not in the other. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { Tag } from "../../component/tag.tsx";
import { languageOf } from "../../language/language.ts";
import { useFormat } from "../case/use-format.ts";
import { comparisonQuery, type RankingComparison, useCallId } from "./assignment-query.ts";
import { WhySuperseded } from "./versions-card.tsx";
import "../staff/staff.css";
import "./assignment.css";

type Row = RankingComparison["rows"][number];

export function RoutePage() {
  const { i18n } = useLingui();
  const callId = useCallId();
  const { round = "1" }: { round?: string } = useParams({ strict: false });
  const query = useQuery(comparisonQuery(callId, round));
  const title = query.data?.title[languageOf(i18n.locale)] ?? Object.values(query.data?.title ?? {})[0];
  return (
    <Page
      title={i18n._("What moved after version {round}", { round })}
      width="expert"
      up={{ to: `/calls/${callId}/ranking`, label: i18n._("Ranking") }}
      eyebrow={title}
      lead={query.data === undefined ? undefined : <Against view={query.data} />}
    >
      <Loaded query={query} lines={10}>
        {(view) => <Comparison view={view} />}
      </Loaded>
    </Page>
  );
}

function Against({ view }: { readonly view: RankingComparison }) {
  const { i18n } = useLingui();
  return view.to === undefined
    ? i18n._("Version {round} beside the scores of now. Nobody outside sees this.", { round: view.from.round })
    : i18n._("Version {round} beside version {other}. Nobody outside sees this.", {
        round: view.from.round,
        other: view.to.round,
      });
}

function Comparison({ view }: { readonly view: RankingComparison }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const crossed = view.rows.filter((row) => row.crossed !== undefined).length;
  const moved = view.rows.filter((row) => (row.moved ?? 0) !== 0).length;
  return (
    <div className="act-page">
      <Note kind={crossed > 0 ? "warn" : "info"}>
        <WhySuperseded version={view.from} />
        <p>
          {i18n._("{moved, plural, one {# case has} other {# cases have}} another place.", { moved })}{" "}
          {crossed === 0
            ? i18n._("The same cases stand over the line of threshold and money.")
            : i18n._("{crossed, plural, one {# case crosses} other {# cases cross}} the line of threshold and money.", {
                crossed,
              })}
        </p>
      </Note>
      <Card
        title={i18n._("Places")}
        aside={
          view.money === undefined
            ? undefined
            : i18n._("{amount} for these cases, in both", {
                amount: format.money({ amount: view.money, currency: view.currency }),
              })
        }
        flush
      >
        <div className="tw">
          <table className="cards ranking">
            <caption className="sr">{i18n._("Places")}</caption>
            <thead>
              <tr>
                <th scope="col">{i18n._("Case")}</th>
                <th scope="col" className="n">
                  {i18n._("Version {round}", { round: view.from.round })}
                </th>
                <th scope="col" className="n">
                  {view.to === undefined ? i18n._("Now") : i18n._("Version {round}", { round: view.to.round })}
                </th>
                <th scope="col">{i18n._("Moved")}</th>
                <th scope="col">{i18n._("The line")}</th>
              </tr>
            </thead>
            <tbody>
              {view.rows.map((row) => (
                <Compared key={row.caseId} row={row} view={view} />
              ))}
            </tbody>
          </table>
        </div>
      </Card>
    </div>
  );
}

function Compared({ row, view }: { readonly row: Row; readonly view: RankingComparison }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const place = (of: Row["before"]) =>
    of === undefined ? (
      i18n._("not in it")
    ) : (
      <>
        {of.rank ?? "–"}
        {of.mean !== undefined && <span className="tiny muted plain-line">{format.number(of.mean)} %</span>}
      </>
    );
  const { moved = 0 } = row;
  return (
    <tr className={row.crossed === undefined ? undefined : "band"}>
      <th scope="row">
        <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
          {row.title === "" ? row.reference : row.title}
        </Link>
        <span className="tiny muted plain-line">{row.reference}</span>
      </th>
      <td className="n" data-l={i18n._("Version {round}", { round: view.from.round })}>
        {place(row.before)}
      </td>
      <td
        className="n"
        data-l={view.to === undefined ? i18n._("Now") : i18n._("Version {round}", { round: view.to.round })}
      >
        {place(row.after)}
      </td>
      <td data-l={i18n._("Moved")}>
        {moved === 0
          ? i18n._("stays")
          : moved > 0
            ? i18n._("{places, plural, one {# place up} other {# places up}}", { places: moved })
            : i18n._("{places, plural, one {# place down} other {# places down}}", { places: -moved })}
      </td>
      <td data-l={i18n._("The line")}>
        {row.crossed === "over" ? (
          <Tag state="ok">{i18n._("now over the line")}</Tag>
        ) : row.crossed === "under" ? (
          <Tag state="bad" icon="alert">
            {i18n._("no longer over the line")}
          </Tag>
        ) : row.after?.within === true ? (
          i18n._("over it, as before")
        ) : (
          i18n._("under it, as before")
        )}
      </td>
    </tr>
  );
}
