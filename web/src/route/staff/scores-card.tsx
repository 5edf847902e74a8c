/** Scores per criterion, one column per review and the mean. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { useParks } from "../../network.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { useCriterionName } from "./criterion-name.ts";
import type { Evidence } from "./staff-query.ts";

interface Props {
  readonly scores: Evidence["scores"];
  readonly view: CaseView;
}

type Criterion = Evidence["scores"]["criteria"][number];

export function ScoresCard({ scores, view }: Props) {
  const { i18n } = useLingui();
  const { number } = useFormat();
  const { mean, threshold } = scores;
  return (
    <Card
      title={i18n._("Scores")}
      aside={
        mean === undefined ? (
          i18n._("No review is filed yet")
        ) : (
          <>
            <b className="num">{`${number(mean)}%`}</b>{" "}
            {i18n._("(threshold {threshold}%)", { threshold: number(threshold) })}
          </>
        )
      }
      flush
    >
      <DataTable
        caption={i18n._("Scores per criterion")}
        columns={useColumns(view)}
        rows={scores.criteria}
        rowKey={({ id }) => id}
      />
    </Card>
  );
}

function useColumns(view: CaseView): readonly Column<Criterion>[] {
  const { i18n } = useLingui();
  const { number } = useFormat();
  const criterionName = useCriterionName();
  const parks = useParks();
  const filed = view.reviews.filter(({ status }) => status === "filed");
  const words = { "not-assessable": i18n._("not assessable"), "out-of-scope": i18n._("out of scope") };
  return [
    {
      id: "criterion",
      head: i18n._("Criterion, weight"),
      cell: ({ weight, ...criterion }) => (
        <>
          {criterionName(criterion)} <span className="tiny muted plain">{`${weight}%`}</span>
        </>
      ),
    },
    ...filed.map((review): Column<Criterion> => {
      const slot = view.slots.find((one) => one.slot === review.slot && one.attempt === review.attempt);
      const park = parks.find(({ id }) => id === slot?.reviewerPark);
      const name = (view.names[review.reviewerId] ?? "").split(" ").slice(1).join(" ");
      return {
        id: review.slot,
        head: park === undefined ? name : `${name}, ${park.name}`,
        number: true,
        cell: ({ id }) => {
          const score = review.marks.find(({ criterion }) => criterion === id)?.score;
          if (score === undefined) return null;
          return typeof score === "number" ? number(score) : words[score];
        },
      };
    }),
    {
      id: "mean",
      head: i18n._("Mean"),
      number: true,
      cell: ({ mean, max }) => (mean === undefined ? null : <b>{`${number(mean)} / ${max}`}</b>),
    },
  ];
}
