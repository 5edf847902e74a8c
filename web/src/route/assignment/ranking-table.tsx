/** The table of a ranking, with each expected rank drawn on one scale and said in words. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { Tag } from "../../component/tag.tsx";
import { useFormat } from "../case/use-format.ts";
import { useStaffStatusWords } from "../staff/staff-status.tsx";
import type { RankingView } from "./assignment-query.ts";
import { IntervalPicture, RankLegend } from "./interval-picture.tsx";

type Row = RankingView["rows"][number];

export function RankingTable({ view }: { readonly view: RankingView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const calibrated = view.orderedBy === "expected-rank";
  return (
    <Card
      title={calibrated ? i18n._("By expected rank") : i18n._("By raw mean")}
      aside={
        view.free === undefined
          ? undefined
          : i18n._("{amount} free at the lead park", {
              amount: format.money({ amount: view.free, currency: view.currency }),
            })
      }
      flush
    >
      {calibrated && <RankLegend />}
      <div className="tw">
        <table className="cards ranking">
          <caption className="sr">{i18n._("Ranking")}</caption>
          <thead>
            <tr>
              <th scope="col" className="n">
                {i18n._("Place")}
              </th>
              <th scope="col">{i18n._("Case")}</th>
              <th scope="col" className="n">
                {i18n._("Raw mean")}
              </th>
              <th scope="col" className="n">
                {i18n._("Median")}
              </th>
              <th scope="col" className="n">
                {i18n._("Range")}
              </th>
              {calibrated && <th scope="col">{i18n._("Expected rank")}</th>}
              <th scope="col" className="n">
                {i18n._("Requested")}
              </th>
              <th scope="col">{i18n._("Result")}</th>
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row, at) => [
              view.line === at && (
                <tr key="line" className="rank-line">
                  <td colSpan={calibrated ? 8 : 7}>
                    <span>{i18n._("Free money ends here")}</span>
                  </td>
                </tr>
              ),
              <RankRow key={row.caseId} row={row} place={at + 1} view={view} />,
            ])}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function RankRow({ row, place, view }: { readonly row: Row; readonly place: number; readonly view: RankingView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const percent = (value: number | undefined) => (value === undefined ? "–" : format.number(value));
  const words = useStaffStatusWords();
  const { calibrated, rawRank } = row;
  return (
    <tr className={row.tieBand ? "band" : undefined}>
      <td className="n" data-l={i18n._("Place")}>
        {place}
      </td>
      <th scope="row">
        <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
          {row.title}
        </Link>
        <span className="tiny muted plain-line">
          {row.applicant}, {row.reference}
          {row.tieBand && `, ${i18n._("tie band")}`}
        </span>
      </th>
      <td className="n" data-l={i18n._("Raw mean")}>
        {percent(row.mean)}
        {rawRank !== undefined && view.orderedBy === "expected-rank" && rawRank !== place && (
          <span className="tiny muted plain-line">{i18n._("raw place {rank}", { rank: rawRank })}</span>
        )}
      </td>
      <td className="n" data-l={i18n._("Median")}>
        {percent(row.median)}
      </td>
      <td className="n" data-l={i18n._("Range")}>
        {row.lowest === undefined ? "–" : `${percent(row.lowest)}–${percent(row.highest)}`}
      </td>
      {view.orderedBy === "expected-rank" && (
        <td className="pl" data-l={i18n._("Expected rank")}>
          {calibrated === undefined ? "–" : <IntervalPicture rank={calibrated} view={view} />}
        </td>
      )}
      <td className="n" data-l={i18n._("Requested")}>
        {row.requested === undefined ? "–" : format.money({ amount: row.requested, currency: view.currency })}
      </td>
      <td data-l={i18n._("Result")}>
        {row.proposed ? (
          <Tag state={row.withinMoney ? "ok" : "idle"}>{words[row.status]}</Tag>
        ) : row.mean === undefined ? (
          <Tag state="idle">{i18n._("no score yet")}</Tag>
        ) : !row.meetsThreshold ? (
          <Tag state="idle" icon="cross">
            {i18n._("below {threshold}", { threshold: view.threshold })}
          </Tag>
        ) : row.withinMoney ? (
          <Tag state="ok">{i18n._("within the money")}</Tag>
        ) : (
          <Tag state="bad" icon="alert">
            {i18n._("beyond the money")}
          </Tag>
        )}
      </td>
    </tr>
  );
}
