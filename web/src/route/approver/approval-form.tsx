/** What follows from each answer, the statement of no interest, and the decision bar. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Card } from "../../component/card.tsx";
import { DecisionBar } from "../../component/decision-bar.tsx";
import { Form } from "../../component/form.tsx";
import { Icon, type IconName } from "../../component/icon.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { StepUp } from "../sign-in/step-up.tsx";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import type { Evidence } from "../staff/staff-query.ts";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";
import { type Proposal, proposalOf } from "./proposal-of.ts";

interface Props {
  readonly view: CaseView;
  readonly parkId: string;
  readonly evidence: Evidence;
}

const schema = z
  .object({
    answer: z.enum(["approve", "decline", "ask"]),
    reason: z.string().trim().max(2000, /*i18n*/ "Shorten it to 2,000 characters."),
    noInterest: noInterestSchema,
  })
  .refine(({ answer, reason }) => answer === "approve" || reason !== "", {
    path: ["reason"],
    message: /*i18n*/ "Say why: your words go back with the proposal.",
  });
type Values = z.output<typeof schema>;

export function ApprovalForm({ view, parkId, evidence }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useStaffRefusal();
  const proposal = proposalOf(view);
  const share = proposal?.shares.find((one) => one.parkId === parkId)?.amount;
  const form = usePageForm(schema, { answer: "approve", reason: "", noInterest: false });
  const act = useAct({
    send: (values: Values, key) =>
      api("post", "/api/cases/{caseId}/approvals/{parkId}", {
        params: { caseId: view.caseId, parkId },
        body: { ...values, ...(proposal === undefined ? {} : { contentHash: proposal.contentHash }) },
        key,
      }),
  });
  const send = (values: Values) => act.mutate(values);
  const answer = (chosen: Values["answer"]) => {
    form.setValue("answer", chosen);
    void form.handleSubmit(send)();
  };
  const isReject = proposal?.kind === "reject";
  return (
    <>
      <Card title={i18n._("If you approve")}>
        <Consequences proposal={proposal} parkId={parkId} evidence={evidence} />
        <Form form={form} onSend={send} problem={refusal(act.error)}>
          <TextAreaField
            name="reason"
            label={i18n._("Note, or why you decline or ask")}
            hint={i18n._("Optional when you approve.")}
            rows={3}
            limit={2000}
          />
          <NoInterestField />
        </Form>
      </Card>
      <StepUp problem={act.error} onProved={() => void form.handleSubmit(send)()} />
      <DecisionBar
        busy={act.isPending}
        approve={{
          label:
            isReject || share === undefined
              ? i18n._("Approve the rejection")
              : i18n._("Approve {amount}", { amount: format.money(share) }),
          run: () => answer("approve"),
        }}
        ask={{ label: i18n._("Ask"), run: () => answer("ask") }}
        decline={{ label: i18n._("Decline"), run: () => answer("decline") }}
      />
    </>
  );
}

interface ConsequenceProps {
  readonly proposal: Proposal | undefined;
  readonly parkId: string;
  readonly evidence: Evidence;
}

function Consequences({ proposal, parkId, evidence }: ConsequenceProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  if (proposal === undefined) return null;
  const share = proposal.shares.find((one) => one.parkId === parkId)?.amount;
  const policy = evidence.pots.find((pot) => pot.parkId === parkId)?.policy;
  const lines: [IconName, string][] = [];
  if (proposal.kind === "award" && share !== undefined) {
    lines.push([
      "arrow",
      i18n._(
        "{amount} and the aid room have been reserved since the proposal of {day}. Nothing is promised to anyone until every paying park approves and the decision is released; the aid room is checked again at the grant.",
        { amount: format.money(share), day: format.date(proposal.proposedAt, "short") },
      ),
    ]);
  }
  lines.push([
    "message",
    i18n._(
      "Nothing is sent yet. When every paying park has approved, another person than the proposer is asked to release.",
    ),
  ]);
  if (policy !== undefined) {
    const from = policy.secondFactorFrom;
    lines.push([
      "lock",
      [
        policy.approvers === 1
          ? i18n._("Your approval alone is enough for this amount.")
          : policy.order === "sequential"
            ? i18n._("This amount needs two approvers of your park, the second asked after the first.")
            : i18n._("This amount needs two approvers of your park."),
        ...(from === undefined || share === undefined
          ? []
          : [
              i18n._("From {from} on we ask for your second factor once more.", {
                from: format.money({ amount: from, currency: share.currency }),
              }),
            ]),
      ].join(" "),
    ]);
  }
  lines.push([
    "back",
    i18n._("If you decline or ask, the case goes back to the proposal and every park’s reservation is freed."),
  ]);
  return (
    <ul className="checks">
      {lines.map(([icon, text]) => (
        <li key={text}>
          <Icon name={icon} />
          <div>{text}</div>
        </li>
      ))}
    </ul>
  );
}
