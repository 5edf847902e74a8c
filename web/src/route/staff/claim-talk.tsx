/** What was said about a claim: the assessment with its reason, the dispute, questions and answers, what finance gave back. */
import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";

interface Props {
  readonly claim: CaseView["claims"][number];
  readonly view: CaseView;
}

export function ClaimTalk({ claim, view }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const by = (id: string | undefined, at: string | undefined) => {
    const name = id === undefined || id.startsWith("system:") ? "" : (view.names[id] ?? "");
    return [name, at === undefined ? "" : format.moment(at)].filter(Boolean).join(", ");
  };
  const { assessment, dispute } = claim;
  const said: [string, ReactNode][] = [];
  if (claim.confirmedBy?.startsWith("system:") === true) {
    said.push([i18n._("Service"), i18n._("The company stayed silent, so the service counts as confirmed.")]);
  }
  if (dispute !== undefined) {
    said.push([i18n._("Disputed by {who}", { who: by(dispute.by, dispute.at) }), dispute.reason]);
    if (dispute.settled !== undefined) {
      said.push([
        dispute.settled.outcome === "again"
          ? i18n._("To be done again, {who}", { who: by(dispute.settled.by, dispute.settled.at) })
          : i18n._("Settled as received, {who}", { who: by(dispute.settled.by, dispute.settled.at) }),
        dispute.settled.reasons,
      ]);
    }
  }
  for (const query of claim.queries) {
    said.push([i18n._("Question by {who}", { who: by(query.by, query.at) }), query.question]);
    if (query.answer !== undefined) {
      said.push([i18n._("Answer by {who}", { who: by(query.answeredBy, query.answeredAt) }), query.answer]);
    }
  }
  for (const back of claim.sentBack) {
    said.push([i18n._("Given back by {who}", { who: by(back.by, back.at) }), back.reason]);
  }
  if (assessment !== undefined) {
    said.push([
      i18n._("Assessed by {who}", { who: by(assessment.by, assessment.at) }),
      <>
        {i18n._("Accepted net cost {accepted}; {paid} paid by the company; payable {payable}.", {
          accepted: format.money(assessment.acceptedNet),
          paid: format.money(assessment.paidByApplicant),
          payable: format.money(assessment.payable),
        })}
        {assessment.acceptedVat !== undefined &&
          ` ${i18n._("VAT that counts as cost: {vat}.", { vat: format.money(assessment.acceptedVat) })}`}
        {assessment.reason !== "" && ` ${assessment.reason}`}
      </>,
    ]);
  }
  if (claim.refusal !== undefined) {
    const { paidByApplicant, reasons } = claim.refusal;
    said.push([
      i18n._("Refusal by {who}", { who: by(claim.refusal.by, claim.refusal.at) }),
      <>
        {reasons}
        {paidByApplicant !== undefined &&
          ` ${i18n._("It proves {paid} of the own share of earlier claims.", { paid: format.money(paidByApplicant) })}`}
      </>,
    ]);
  }
  if (claim.checkedBy !== undefined) {
    said.push([
      claim.refusal === undefined ? i18n._("Cleared for payment") : i18n._("Refusal confirmed"),
      by(claim.checkedBy, undefined),
    ]);
  }
  if (said.length === 0) return null;
  return (
    <dl className="words">
      {said.map(([title, text], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows at its end
        <div key={index}>
          <dt>{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
