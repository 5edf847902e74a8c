/** The approvals that wait for somebody: those in which nothing differs are given together, the others one by one with what differs. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { useFormat } from "../case/use-format.ts";
import { type AlikeApprovals, alikeQuery, keyOfLine } from "../staff/alike-query.ts";
import { AlikeCard } from "./alike-card.tsx";
import { AnswersCard } from "./answers-card.tsx";
import { ApprovalRow } from "./approval-row.tsx";
import { useApartWords } from "./use-apart-words.ts";
import { useApprovals } from "./use-approvals.ts";
import "../staff/staff.css";
import "./approver.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const query = useQuery(alikeQuery);
  const approvals = useApprovals();
  return (
    <Page
      title={i18n._("Approvals that wait for you")}
      width="expert"
      up={{ to: "/work", label: i18n._("Wanted from you") }}
    >
      <div className="act-page">
        {approvals.answers.length > 0 && <AnswersCard approvals={approvals} />}
        {!approvals.busy && (
          <Loaded query={query} lines={8}>
            {({ groups, apart }) => (
              <>
                {groups.map((group) => (
                  <AlikeCard
                    // What is stated is stated of these cases: another set, or another proposal, begins anew.
                    key={group.cases.map((line) => `${keyOfLine(line)} ${line.contentHash}`).join()}
                    group={group}
                    name={`${group.callId} ${group.parkId}`}
                    onApprove={approvals.start}
                  />
                ))}
                {apart.length > 0 && <ApartCard apart={apart} />}
                {groups.length + apart.length === 0 && <EmptyState>{i18n._("No approval waits for you.")}</EmptyState>}
              </>
            )}
          </Loaded>
        )}
      </div>
    </Page>
  );
}

function ApartCard({ apart }: Pick<AlikeApprovals, "apart">) {
  const { i18n } = useLingui();
  const format = useFormat();
  const words = useApartWords();
  return (
    <Card title={i18n._("To be looked at one by one")} aside={apart.length}>
      <ul className="approval-list">
        {apart.map((line) => (
          <li key={keyOfLine(line)}>
            <ApprovalRow line={line}>
              <span className="num">{line.kind === "reject" ? i18n._("Rejection") : format.money(line.amount)}</span>
              <Link
                to="/cases/$caseId/approvals/$parkId"
                params={{ caseId: line.caseId, parkId: line.parkId }}
                aria-label={i18n._("Look at it and answer: {reference}", { reference: line.reference })}
              >
                {i18n._("Look at it and answer")}
              </Link>
            </ApprovalRow>
            <ul className="plain-list small muted">
              {line.why.map((reason) => (
                <li key={reason}>{words[reason]}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}
