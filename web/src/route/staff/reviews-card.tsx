/** Reviewers of a case with what the conflict rules find, what they declared and how they scored; their words fold out. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { ParkMark } from "../../component/park-mark.tsx";
import { Tag } from "../../component/tag.tsx";
import { useParks } from "../../network.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { ConflictTags } from "./conflict-tags.tsx";
import { ReviewWords } from "./review-words.tsx";
import { ScoreLine } from "./score-line.tsx";
import type { Evidence } from "./staff-query.ts";

interface Props {
  readonly view: CaseView;
  readonly evidence: Evidence;
}

type Slot = CaseView["slots"][number];

export function ReviewsCard({ view, evidence }: Props) {
  const { i18n } = useLingui();
  const hard = evidence.conflicts.some(({ found }) => found.some(({ level }) => level === "HARD"));
  const slots = view.slots.filter(({ status }) => status !== "set-aside");
  return (
    <Card
      title={i18n._("Reviews and conflicts")}
      aside={<Tag state={hard ? "bad" : "ok"}>{hard ? i18n._("Hard conflict") : i18n._("No hard conflict")}</Tag>}
      flush
    >
      <DataTable
        caption={i18n._("Reviewers")}
        columns={useColumns(view, evidence)}
        rows={slots}
        rowKey={({ slot, attempt }) => `${attempt} ${slot}`}
      />
      <div className="card-foot stack">
        <ScoreLine scores={evidence.scores} />
        <p>
          <Link to="/cases/$caseId/review-plans" params={{ caseId: view.caseId }}>
            {i18n._("Why these reviewers")}
          </Link>
        </p>
        {view.reviews
          .filter(({ status }) => status === "filed")
          .map((review) => (
            <ReviewWords key={review.slot} review={review} view={view} rubric={evidence.scores.criteria} />
          ))}
      </div>
    </Card>
  );
}

function useColumns(view: CaseView, evidence: Evidence): readonly Column<Slot>[] {
  const { i18n } = useLingui();
  const parks = useParks();
  const format = useFormat();
  const states: Record<Slot["status"], string> = {
    planned: i18n._("planned"),
    invited: i18n._("invited"),
    accepted: i18n._("reading"),
    filed: i18n._("filed"),
    declined: i18n._("declined"),
    conflicted: i18n._("conflict declared"),
    "set-aside": i18n._("set aside"),
    unfilled: i18n._("nobody found"),
  };
  return [
    {
      id: "reviewer",
      head: i18n._("Reviewer"),
      cell: ({ reviewerId, status, tried, lay }) => (
        <>
          {reviewerId === undefined ? i18n._("Nobody yet") : (view.names[reviewerId] ?? reviewerId)}
          <div className="tiny muted plain">
            {lay === true && `${i18n._("patient or lay member")}, `}
            {states[status]}
            {tried.length > 0 && `, ${i18n._("{count} tried before", { count: tried.length })}`}
          </div>
        </>
      ),
    },
    {
      id: "park",
      head: i18n._("Park"),
      cell: ({ reviewerPark }) => {
        const park = parks.find(({ id }) => id === reviewerPark);
        return park === undefined ? i18n._("none") : <ParkMark park={park} />;
      },
    },
    {
      id: "found",
      head: i18n._("Found by rule"),
      cell: ({ slot }) => <ConflictTags found={evidence.conflicts.find((one) => one.slot === slot)?.found ?? []} />,
    },
    {
      id: "declared",
      head: i18n._("Declared"),
      cell: ({ declaration, declaredAt }) =>
        declaredAt === undefined
          ? i18n._("not yet")
          : declaration?.outcome === "conflicted"
            ? i18n._("Conflict, {day}", { day: format.date(declaredAt, "short") })
            : i18n._("None, {day}", { day: format.date(declaredAt, "short") }),
    },
    {
      id: "score",
      head: i18n._("Score"),
      number: true,
      cell: ({ slot }) => {
        const percent = evidence.scores.reviews.find((one) => one.slot === slot)?.percent;
        return percent === undefined ? null : `${format.number(percent)}%`;
      },
    },
  ];
}
