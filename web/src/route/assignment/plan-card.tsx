/** One choice of reviewers: who was weighed, at what cost, who was chosen, and why one person was or was not. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { ParkMark } from "../../component/park-mark.tsx";
import { Tag, type TagState } from "../../component/tag.tsx";
import { useParks } from "../../network.ts";
import { useFormat } from "../case/use-format.ts";
import { type ReviewPlan, reviewerQuery } from "./assignment-query.ts";
import { ExplanationText } from "./explanation.tsx";
import { ImpossibleNote } from "./impossible-note.tsx";
import { usePlanWords } from "./use-plan-words.ts";

type Candidate = ReviewPlan["candidates"][number];

interface Props {
  readonly caseId: string;
  readonly plan: ReviewPlan;
  /** Which choice for the case it was, the first is 1. */
  readonly number: number;
  readonly reference: string;
}

export function PlanCard({ caseId, plan, number, reference }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const [asked, setAsked] = useState<string>();
  const name = (personId: string) => plan.candidates.find((one) => one.personId === personId)?.name ?? personId;
  const purposes: Record<ReviewPlan["purpose"], string> = {
    plan: i18n._("First choice"),
    replace: i18n._("A reviewer replaced"),
    another: i18n._("One more review, because the first were far apart"),
    again: i18n._("Chosen again"),
    lay: i18n._("A patient or lay member"),
  };
  return (
    <Card title={`${number}. ${purposes[plan.purpose]}`} aside={format.moment(plan.at)} flush>
      {plan.impossible !== undefined && (
        <div className="card-foot">
          <ImpossibleNote found={plan.impossible} name={name} reference={() => reference} />
        </div>
      )}
      <DataTable
        caption={i18n._("Reviewers who were weighed")}
        columns={useColumns(plan, setAsked)}
        rows={plan.candidates}
        rowKey={({ personId }) => personId}
      />
      {asked !== undefined && (
        <Why caseId={caseId} planId={plan.planId} personId={asked} name={name} reference={reference} />
      )}
    </Card>
  );
}

interface WhyProps {
  readonly caseId: string;
  readonly planId: string;
  readonly personId: string;
  readonly name: (personId: string) => string;
  readonly reference: string;
}

function Why({ caseId, planId, personId, name, reference }: WhyProps) {
  const query = useQuery(reviewerQuery(caseId, planId, personId));
  return (
    <div className="card-foot stack" aria-live="polite">
      <h3>{name(personId)}</h3>
      <Loaded query={query} lines={4}>
        {(found) => <ExplanationText found={found} name={name} reference={() => reference} />}
      </Loaded>
    </div>
  );
}

function useColumns(plan: ReviewPlan, onAsk: (personId: string) => void): readonly Column<Candidate>[] {
  const { i18n } = useLingui();
  const parks = useParks();
  const words = usePlanWords();
  const results: Record<Candidate["part"], [TagState, string]> = {
    chosen: ["ok", i18n._("chosen")],
    "at-work": ["now", i18n._("at work already")],
    "not-chosen": ["idle", i18n._("not chosen")],
    excluded: ["bad", i18n._("excluded")],
  };
  return [
    { id: "name", head: i18n._("Reviewer"), cell: ({ name }) => name },
    {
      id: "park",
      head: i18n._("Park"),
      cell: ({ parkId }) => {
        const park = parks.find(({ id }) => id === parkId);
        return park === undefined ? i18n._("none") : <ParkMark park={park} />;
      },
    },
    {
      id: "result",
      head: i18n._("Result"),
      cell: ({ part }) => <Tag state={results[part][0]}>{results[part][1]}</Tag>,
    },
    { id: "match", head: i18n._("Match"), number: true, cell: ({ match }) => words.cost(match) },
    {
      id: "load",
      head: i18n._("Open reviews, places left"),
      cell: ({ already, free, barred }) =>
        barred === "away" ? i18n._("out of office") : i18n._("{already} open, {free} left", { already, free }),
    },
    {
      id: "parts",
      head: i18n._("What speaks for and against"),
      cell: ({ parts }) =>
        parts
          .map(({ part, cost }) => `${words.part(part)}${cost === undefined ? "" : ` ${words.cost(cost)}`}`)
          .join(", "),
    },
    {
      id: "why",
      head: i18n._("Why"),
      cell: ({ personId, name }) =>
        plan.cost === undefined ? null : (
          <Button kind="quiet" small onClick={() => onAsk(personId)} aria-label={i18n._("Why {name}?", { name })}>
            {i18n._("Why?")}
          </Button>
        ),
    },
  ];
}
