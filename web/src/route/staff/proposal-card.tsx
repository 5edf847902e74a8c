/** What was proposed, in all its rounds: amount, reasons, conditions, and how each paying park answered. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { Money } from "../../component/money.tsx";
import { ParkMark } from "../../component/park-mark.tsx";
import { Tag, type TagState } from "../../component/tag.tsx";
import { useParks } from "../../network.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";

type Answered = Pick<CaseView["approvals"][number], "by" | "at" | "instead" | "substitute">;
type Proposal = CaseView["proposals"][number];

export function ProposalCard({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const sorted = [...view.proposals].sort((a, b) => b.attempt - a.attempt || b.round - a.round);
  const [latest, ...earlier] = sorted;
  if (latest === undefined) return null;
  return (
    <Card title={i18n._("Proposal")} aside={<ProposalTag status={latest.status} />}>
      <ProposalBody proposal={latest} view={view} />
      {earlier.length > 0 && (
        <details className="more">
          <summary>
            {i18n._("{count, plural, one {# earlier round} other {# earlier rounds}}", { count: earlier.length })}
          </summary>
          {earlier.map((proposal) => (
            <div key={`${proposal.attempt} ${proposal.round}`} className="earlier">
              <ProposalBody proposal={proposal} view={view} />
            </div>
          ))}
        </details>
      )}
    </Card>
  );
}

function ProposalTag({ status }: { readonly status: Proposal["status"] }) {
  const { i18n } = useLingui();
  const words = {
    open: i18n._("With the approvers"),
    approved: i18n._("Approved"),
    superseded: i18n._("Sent back"),
    released: i18n._("Released"),
  };
  const states: Record<Proposal["status"], TagState> = {
    open: "now",
    approved: "ok",
    superseded: "warn",
    released: "ok",
  };
  return <Tag state={states[status]}>{words[status]}</Tag>;
}

function ProposalBody({ proposal, view }: { readonly proposal: Proposal; readonly view: CaseView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { award, conditions, reasons, outOfOrderReason } = proposal;
  return (
    <>
      <p>
        <b>{proposal.kind === "award" ? i18n._("Award") : i18n._("Rejection")}</b>
        {award !== undefined && (
          <>
            {" "}
            <b>
              <Money amount={award.amount} currency={award.currency} />
            </b>
          </>
        )}
        <span className="small muted">
          {" "}
          {i18n._("by {name}, {when}", {
            name: view.names[proposal.proposedBy] ?? "",
            when: format.moment(proposal.proposedAt),
          })}
        </span>
      </p>
      <dl className="words">
        <dt>{i18n._("Reasons")}</dt>
        <dd>{reasons}</dd>
        {conditions !== "" && (
          <>
            <dt>{i18n._("Conditions")}</dt>
            <dd>{conditions}</dd>
          </>
        )}
        {outOfOrderReason !== undefined && (
          <>
            <dt>{i18n._("Why before earlier cases")}</dt>
            <dd>{outOfOrderReason}</dd>
          </>
        )}
      </dl>
      {proposal.ranking !== undefined && <RestsOn callId={view.callId} round={proposal.ranking.round} />}
      <ParkAnswers proposal={proposal} view={view} />
    </>
  );
}

/** The version of the call's ranking that the proposal was made on. */
export function RestsOn({ callId, round }: { readonly callId: string; readonly round: number }) {
  const { i18n } = useLingui();
  return (
    <p className="small">
      <Link to="/calls/$callId/ranking" params={{ callId }}>
        {i18n._("Rests on version {round} of the ranking", { round })}
      </Link>
    </p>
  );
}

/** One line per paying park: its share and what it answered, by whom, and for whom where somebody stood in. */
export function ParkAnswers({ proposal, view }: { readonly proposal: Proposal; readonly view: CaseView }) {
  const { i18n } = useLingui();
  const parks = useParks();
  const format = useFormat();
  const words = { approve: i18n._("Approved"), decline: i18n._("Declined"), ask: i18n._("Asked") };
  const states: Record<"approve" | "decline" | "ask", TagState> = { approve: "ok", decline: "bad", ask: "warn" };
  const who = ({ by, at, instead, substitute }: Answered) => {
    const facts = { name: view.names[by] ?? "", day: format.date(at, "short") };
    if (instead !== undefined)
      return i18n._("{name} for {other}, {day}", { ...facts, other: view.names[instead] ?? "" });
    return substitute === true ? i18n._("{name} as substitute, {day}", facts) : `${facts.name}, ${facts.day}`;
  };
  return (
    <ul className="park-answers">
      {proposal.shares.map(({ parkId, amount }) => {
        const park = parks.find(({ id }) => id === parkId);
        const approval = view.approvals.find(
          (one) => one.attempt === proposal.attempt && one.round === proposal.round && one.parkId === parkId,
        );
        return (
          <li key={parkId}>
            {park === undefined ? parkId : <ParkMark park={park} />}
            {approval === undefined ? (
              <Tag state="idle">
                {proposal.status === "superseded" ? i18n._("Not asked any more") : i18n._("Awaited")}
              </Tag>
            ) : (
              <Tag state={states[approval.answer]}>{words[approval.answer]}</Tag>
            )}
            <span className="small muted">
              {[
                ...(approval === undefined
                  ? []
                  : [who(approval), ...(approval.second === undefined ? [] : [who(approval.second)])]),
                ...(approval?.needed === 2 && approval.second === undefined
                  ? [i18n._("one more approver wanted")]
                  : []),
                ...(amount.amount === 0 ? [] : [format.money(amount)]),
              ].join(", ")}
            </span>
            {approval !== undefined && approval.reason !== "" && <p className="small">{approval.reason}</p>}
          </li>
        );
      })}
    </ul>
  );
}
