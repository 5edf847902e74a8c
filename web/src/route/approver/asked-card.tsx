/** What one park is asked to approve: the amount, for whom, until when, and how far the other parks are. */
import { useLingui } from "@lingui/react";
import { DateTime } from "../../component/date-time.tsx";
import { Money } from "../../component/money.tsx";
import { ParkMark } from "../../component/park-mark.tsx";
import { useParks } from "../../network.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { ParkAnswers, RestsOn } from "../staff/proposal-card.tsx";
import { shortHash } from "../staff/short-hash.ts";
import type { Proposal } from "./proposal-of.ts";

interface Props {
  readonly view: CaseView;
  readonly proposal: Proposal;
  readonly parkId: string;
}

export function AskedCard({ view, proposal, parkId }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const park = useParks().find(({ id }) => id === parkId);
  const share = proposal.shares.find((one) => one.parkId === parkId)?.amount;
  const task = view.tasks.find(({ kind, slot, status }) => kind === "approve" && slot === parkId && status === "open");
  return (
    <section className="card ask" data-park={parkId} aria-label={i18n._("What is asked")}>
      <p className="small muted">
        {i18n._("Asked for")} {park === undefined ? parkId : <ParkMark park={park} />}
      </p>
      <p className="asked-amount">
        {proposal.kind === "reject" || share === undefined ? (
          i18n._("Rejection")
        ) : (
          <Money amount={share.amount} currency={share.currency} />
        )}
      </p>
      <p>
        {i18n._("to {company} for a service of {provider}.", {
          company: view.applicant.name,
          provider: view.provider?.name ?? "",
        })}{" "}
        {task !== undefined && (
          <>
            {i18n._("Answer by")}{" "}
            <b>
              <DateTime at={task.due} style="day" {...(park === undefined ? {} : { zone: park.zone })} />
            </b>
            .
          </>
        )}
      </p>
      {proposal.award !== undefined && proposal.award.currency !== share?.currency && (
        <p className="small muted">{i18n._("The whole award is {award}.", { award: format.money(proposal.award) })}</p>
      )}
      {task?.holder.kind === "role" && task.holder.apart === true && (
        <p className="small">
          {i18n._(
            "The park owns a party of this case, houses it for free or is one: an approver of another park answers for it.",
          )}
        </p>
      )}
      {proposal.ranking !== undefined && <RestsOn callId={view.callId} round={proposal.ranking.round} />}
      <ParkAnswers proposal={proposal} view={view} />
      <p className="tiny muted frozen">
        {i18n._("Prepared by {name}, {when}. Evidence frozen as", {
          name: view.names[proposal.proposedBy] ?? "",
          when: format.moment(proposal.proposedAt),
        })}{" "}
        <span className="mono">{shortHash(proposal.contentHash)}</span>.
      </p>
    </section>
  );
}
