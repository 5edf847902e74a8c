/** Finance clears an assessed claim: what becomes payable, what returns to the pot; or it goes back to the manager. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useWatch } from "react-hook-form";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { Note } from "../../component/note.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { type SumLine, SumTable } from "../../component/sum-table.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { type CaseView, callQuery } from "../case/case-query.ts";
import { ServiceCard } from "../case/service-card.tsx";
import { useFormat } from "../case/use-format.ts";
import { Withheld } from "../case/withheld.tsx";
import { useClaimPreview } from "../manager/use-claim-preview.ts";
import { ActPage } from "../staff/act-page.tsx";
import { ClaimCard } from "../staff/claims-card.tsx";
import { latestClaim } from "../staff/latest-claim.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";

export function RoutePage() {
  const { i18n } = useLingui();
  return (
    <ActPage
      kind="finance-check"
      act={i18n._("Clear for payment")}
      evidence={(view) => <Evidence view={view} />}
      answer={(view) => <Answer view={view} />}
    />
  );
}

function Evidence({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const claim = latestClaim(view);
  const call = useQuery(callQuery(view.callId)).data;
  if (claim === undefined) return null;
  const { assessment } = claim;
  const { voucher } = view;
  const steps: SumLine[] =
    assessment === undefined || voucher === undefined
      ? []
      : [
          { label: i18n._("Left of the award"), amount: voucher.left.amount },
          {
            label: i18n._("Payable"),
            amount: -assessment.payable.amount,
            source: i18n._("{intensity}% of the accepted cost that the proven payment carries", {
              intensity: voucher.intensity ?? call?.intensity ?? 0,
            }),
          },
          claim.interim === true
            ? {
                label: i18n._("Stays for a further claim"),
                amount: voucher.left.amount - assessment.payable.amount,
                kind: "total",
              }
            : {
                label: i18n._("Unspent, back to the pot"),
                amount: voucher.left.amount - assessment.payable.amount,
                kind: "total",
                source: i18n._("The aid entry is corrected by the same part"),
              },
        ];
  return (
    <>
      <ClaimCard claim={claim} view={view} />
      <ServiceCard view={view} />
      {claim.refusal !== undefined && claim.status === "assessed" && (
        <Note kind="warn">
          <p>{i18n._("The manager proposes to refuse it: {reasons}", { reasons: claim.refusal.reasons })}</p>
        </Note>
      )}
      {assessment !== undefined && claim.status === "assessed" && (
        <Card title={i18n._("What changes")}>
          <SumTable
            caption={i18n._("From the award to what returns")}
            currency={assessment.payable.currency}
            lines={steps}
          />
          {assessment.withholding !== undefined && <WithheldPreview view={view} assessment={assessment} />}
        </Card>
      )}
    </>
  );
}

type Assessment = NonNullable<CaseView["claims"][number]["assessment"]>;

/** What clearing it would pay to the provider and to the tax authority. */
function WithheldPreview({ view, assessment }: { readonly view: CaseView; readonly assessment: Assessment }) {
  const lines = assessment.lines.map(({ line, accepted }) => ({ line, net: accepted.amount }));
  const waiver = assessment.withholding?.[0]?.waiver;
  const { paidByApplicant, otherSupport } = assessment;
  const preview = useClaimPreview(view.caseId, lines, paidByApplicant.amount, otherSupport?.amount ?? 0, waiver);
  return <Withheld rows={preview.data?.withheld ?? []} />;
}

const schema = z
  .object({
    outcome: z.string().pipe(z.enum(["accepted", "refused", "back"], /*i18n*/ "Choose your answer.")),
    reason: z.string().trim().max(2000, /*i18n*/ "Shorten the reason to 2,000 characters."),
    noInterest: noInterestSchema,
  })
  .refine(({ outcome, reason }) => outcome !== "back" || reason !== "", {
    path: ["reason"],
    message: /*i18n*/ "Say why: the manager reads it.",
  });

function Answer({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useStaffRefusal();
  const form = usePageForm(schema, { outcome: "", reason: "", noInterest: false });
  const outcome = useWatch({ control: form.control, name: "outcome" });
  const claim = latestClaim(view);
  const refused = claim?.refusal !== undefined;
  const payable = claim?.assessment?.payable;
  const act = useAct({
    send: ({ outcome: chosen, reason, noInterest }: z.output<typeof schema>, key) =>
      api("post", "/api/cases/{caseId}/finance-check", {
        params: { caseId: view.caseId },
        body: { outcome: chosen, noInterest, ...(chosen === "back" ? { reason } : {}) },
        key,
      }),
  });
  const options = [
    refused
      ? {
          value: "refused",
          label: i18n._("Confirm that it is refused"),
          hint: i18n._("Both parties get the letter; the money stays committed while redress may be asked."),
        }
      : {
          value: "accepted",
          label: i18n._("Clear {payable} for payment", { payable: format.money(payable) }),
          hint: i18n._("It becomes payable, the claimant gets the letter, the order waits for a batch."),
        },
    { value: "back", label: i18n._("Back to the manager"), hint: i18n._("Nothing becomes payable.") },
  ];
  return (
    <Card title={i18n._("Your check")}>
      <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <RadioField name="outcome" label={i18n._("What do you do?")} options={options} />
        {outcome === "back" && <TextAreaField name="reason" label={i18n._("Reason")} rows={3} limit={2000} />}
        <NoInterestField />
        <div>
          <Button type="submit" kind="primary" busy={act.isPending}>
            {outcome === "back"
              ? i18n._("Send back")
              : refused
                ? i18n._("Confirm the refusal")
                : i18n._("Clear for payment")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
