/** The plan as a matrix of cases and reviewers with conflicts, matches and loads; each cell asks why. */
import { useLingui } from "@lingui/react";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Icon } from "../../component/icon.tsx";
import { ParkMark } from "../../component/park-mark.tsx";
import { useParks } from "../../network.ts";
import { casesShown, type Pair, type RunView } from "./assignment-query.ts";
import { usePlanWords } from "./use-plan-words.ts";

interface Props {
  readonly run: RunView;
  readonly from: number;
  readonly pair: Pair | undefined;
  readonly onFrom: (from: number) => void;
  readonly onPair: (pair: Pair) => void;
}
type Cell = RunView["rows"][number]["cells"][number];

export function RunMatrix({ run, from, pair, onFrom, onPair }: Props) {
  const { i18n } = useLingui();
  const parks = useParks();
  const columns = run.columns.flatMap((at) => run.reviewers[at] ?? []);
  const to = Math.min(run.wanting, from + casesShown);
  return (
    <Card
      title={i18n._("Cases and reviewers")}
      aside={i18n._("cases {first} to {last} of {all}", { first: from + 1, last: to, all: run.wanting })}
      flush
    >
      <div className="tw matrix">
        <table>
          <thead>
            <tr>
              <th scope="col">{i18n._("Case")}</th>
              {columns.map(({ personId, name, parkId, load, free, barred }) => {
                const park = parks.find(({ id }) => id === parkId);
                return (
                  <th key={personId} scope="col" className="seat-head">
                    <span>
                      {park !== undefined && <ParkMark park={park} />}
                      <span>{name}</span>
                      <span className="tiny muted num">
                        {barred === "away"
                          ? i18n._("out of office")
                          : i18n._("{load} of {places}", { load, places: Math.max(load, free) })}
                      </span>
                    </span>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {run.rows.map(({ caseId, reference, title, wanted, chosen, cells }) => (
              <tr key={caseId}>
                <th scope="row">
                  <span className="m">{title}</span>
                  <span className="tiny muted mono">
                    {reference} · {i18n._("{wanted, plural, one {# reviewer} other {# reviewers}}", { wanted })}
                  </span>
                  {chosen.length > 0 && (
                    <span className="tiny">
                      {chosen.map((id) => run.reviewers.find(({ personId }) => personId === id)?.name ?? "").join(", ")}
                    </span>
                  )}
                </th>
                {cells.map((cell, at) => {
                  const { personId = "", name = "" } = columns[at] ?? {};
                  const on = pair?.caseId === caseId && pair.personId === personId;
                  return (
                    <td key={personId} className={on ? "on" : undefined}>
                      <CellButton
                        cell={cell}
                        label={`${name}, ${reference}`}
                        pressed={on}
                        onPress={() => onPair({ caseId, personId })}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="card-foot row between">
        <p className="small muted">
          {i18n._(
            "A tick is chosen, a half disc has begun, a cross is barred; S is a soft conflict, T reads a translation. The number is the match of expertise, 0 to 1. Press a cell to ask why.",
          )}
        </p>
        <span className="row">
          {from > 0 && (
            <Button small onClick={() => onFrom(Math.max(0, from - casesShown))}>
              {i18n._("Earlier cases")}
            </Button>
          )}
          {to < run.wanting && (
            <Button small onClick={() => onFrom(to)}>
              {i18n._("More cases")}
            </Button>
          )}
        </span>
      </div>
    </Card>
  );
}

interface CellProps {
  readonly cell: Cell;
  readonly label: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function CellButton({ cell, label, pressed, onPress }: CellProps) {
  const { i18n } = useLingui();
  const words = usePlanWords();
  const { hard = [], soft = [], match = 0, reading, tried, part } = cell;
  const barred = hard.length > 0 || reading === "none" || tried === true;
  const state = part ?? (barred ? "barred" : "free");
  const said = {
    chosen: i18n._("chosen"),
    "at-work": i18n._("has begun"),
    barred: i18n._("barred"),
    free: i18n._("not chosen"),
  }[state];
  const icon = ({ chosen: "check", "at-work": "half", barred: "cross", free: undefined } as const)[state];
  const notes = [...(soft.length > 0 ? ["S"] : []), ...(reading === "translation" ? ["T"] : [])];
  return (
    <button
      type="button"
      className={`cell ${state}`}
      aria-pressed={pressed}
      aria-label={`${label}: ${said}, ${words.cost(match)}${notes.length > 0 ? ` ${notes.join(" ")}` : ""}`}
      onClick={onPress}
    >
      <span aria-hidden="true">
        {icon !== undefined && <Icon name={icon} />}
        {!barred && <span className="num">{match === 0 ? "0" : match.toFixed(2)}</span>}
        {notes.length > 0 && <sup>{notes.join("")}</sup>}
      </span>
    </button>
  );
}
