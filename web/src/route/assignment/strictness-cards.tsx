/** How sure the calibration is, how the tie band comes about, and how strict each reviewer is. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { useFormat } from "../case/use-format.ts";
import type { RankingView } from "./assignment-query.ts";

type Assessor = RankingView["calibration"]["assessors"][number];

export function StrictnessCards({ view }: { readonly view: RankingView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { calibration } = view;
  if (calibration.assessors.length === 0) return null;
  const signed = (value: number) => `${value > 0 ? "+" : ""}${format.number(Math.round(value * 10) / 10)}`;
  const columns: readonly Column<Assessor>[] = [
    { id: "name", head: i18n._("Reviewer"), cell: ({ name }) => name },
    { id: "scores", head: i18n._("Reviews"), number: true, cell: ({ scores }) => format.number(scores) },
    {
      id: "strict",
      head: i18n._("Stricter by, in points"),
      number: true,
      cell: ({ strictness }) => signed(strictness),
    },
    {
      id: "i50",
      head: "50 %",
      number: true,
      cell: ({ interval50 }) =>
        i18n._("{least} to {most}", { least: signed(interval50[0]), most: signed(interval50[1]) }),
    },
    {
      id: "i90",
      head: "90 %",
      number: true,
      cell: ({ interval90 }) =>
        i18n._("{least} to {most}", { least: signed(interval90[0]), most: signed(interval90[1]) }),
    },
  ];
  return (
    <>
      <div className="ranking-notes">
        <Card title={i18n._("The tie band")}>
          <p className="small muted">
            {i18n._(
              "Where the money ends inside the middle half of a rank’s probability, the scores alone do not decide. These cases form the tie band.",
            )}
          </p>
        </Card>
        <Card title={i18n._("How sure the model is")}>
          <p className="small muted">
            {calibration.groups.length > 1
              ? i18n._("Not all reviewers are connected through common cases: see the warning above.")
              : i18n._("All reviewers are connected through common cases, so ranks can be compared.")}{" "}
            {calibration.settled
              ? i18n._("The sampling has settled; seed {seed} gives the same ranks again.", {
                  seed: String(calibration.seed ?? ""),
                })
              : i18n._("The sampling had not settled at its limit: read the ranks with care.")}
          </p>
        </Card>
      </div>
      <Card title={i18n._("Strictness of reviewers")} flush>
        <DataTable
          caption={i18n._("Strictness of reviewers")}
          columns={columns}
          rows={calibration.assessors}
          rowKey={({ personId }) => personId}
        />
      </Card>
    </>
  );
}
