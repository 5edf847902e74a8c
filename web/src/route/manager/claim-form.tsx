/** The assessment's form: what is accepted of each line, what the company paid itself, and what is payable of it; or a question. */
import { useLingui } from "@lingui/react";
import { useWatch } from "react-hook-form";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { MoneyField } from "../../component/money-field.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { amountSchema } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useLocales } from "../../language/use-locales.ts";
import { useAct } from "../../use-act.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import { typedAmount } from "../staff/typed-amount.ts";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";
import { AcceptedNets } from "./accepted-nets.tsx";
import { ClaimSum } from "./claim-sum.tsx";
import { RefusalFields } from "./refusal-fields.tsx";
import { supportStated } from "./support-stated.ts";
import { useClaimPreview, type Waiver } from "./use-claim-preview.ts";
import { waiverFor } from "./waiver-for.ts";

type Claim = CaseView["claims"][number];

interface Props {
  readonly view: CaseView;
  readonly claim: Claim;
}

const unreadable = /*i18n*/ "Enter an amount, like 8,000.00.";

function schemaFor(claim: Claim, currency: string, locale: string) {
  const nets = claim.lines.map((line) => amountSchema(line.net.currency, locale, unreadable));
  const paid = amountSchema(currency, locale, unreadable);
  return z
    .object({
      outcome: z.string().pipe(z.enum(["assess", "ask", "refuse"], /*i18n*/ "Choose what you do.")),
      lines: z.array(z.object({ net: z.string() })),
      paidByApplicant: z.string(),
      otherSupport: z.string(),
      waiverReference: z.string().trim().max(60, /*i18n*/ "The reference of the waiver has at most 60 characters."),
      waiverPercent: z.string().trim(),
      reason: z.string().trim().max(2000, /*i18n*/ "Shorten the reason to 2,000 characters."),
      question: z.string().trim().max(2000, /*i18n*/ "Shorten the question to 2,000 characters."),
      noInterest: noInterestSchema,
    })
    .transform((values, context) => {
      const say = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
      if (values.outcome === "ask") {
        if (values.question === "") say(["question"], /*i18n*/ "Write the question.");
        return { ...values, accepted: [], paid: 0, other: 0, waiver: undefined };
      }
      if (values.outcome === "refuse") {
        if (values.reason === "") say(["reason"], /*i18n*/ "Say why it is refused: both parties read it.");
        const proven = paid.safeParse(values.paidByApplicant.trim() === "" ? "0" : values.paidByApplicant);
        if (!proven.success) say(["paidByApplicant"], unreadable);
        return { ...values, accepted: [], paid: proven.data ?? 0, other: 0, waiver: undefined };
      }
      const accepted = values.lines.map(({ net }, index) => {
        const read = nets[index]?.safeParse(net);
        const most = claim.lines[index]?.net.amount ?? 0;
        if (read?.success !== true) say(["lines", index, "net"], unreadable);
        else if (read.data > most) say(["lines", index, "net"], /*i18n*/ "Not more than the net amount of the line.");
        return { line: index + 1, net: read?.data ?? 0 };
      });
      const own = paid.safeParse(values.paidByApplicant);
      if (!own.success) say(["paidByApplicant"], unreadable);
      const support = paid.safeParse(values.otherSupport === "" ? "0" : values.otherSupport);
      if (!support.success) say(["otherSupport"], unreadable);
      const cut = accepted.some(({ line, net }) => net < (claim.lines[line - 1]?.net.amount ?? 0));
      if (cut && values.reason === "") say(["reason"], /*i18n*/ "Say why something is cut: the claimant reads it.");
      const waiver = waiverOf(values.waiverReference, values.waiverPercent);
      if (values.waiverReference !== "" && waiver === undefined)
        say(["waiverPercent"], /*i18n*/ "Enter the percent that the waiver leaves, like 0 or 7.5.");
      return { ...values, accepted, paid: own.data ?? 0, other: support.data ?? 0, waiver };
    });
}
/** Undefined unless both are typed and the percent is one. */
function waiverOf(reference: string, percent: string): Waiver | undefined {
  const read = /^\d{1,2}([.,]\d{1,2})?$/.test(percent) ? Number(percent.replace(",", ".")) : undefined;
  return reference === "" || read === undefined ? undefined : { reference, percent: read };
}

type Values = z.output<ReturnType<typeof schemaFor>>;

export function ClaimForm({ view, claim }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const locale = useLocales()[0] ?? "en-GB";
  const refusal = useStaffRefusal();
  const currency = view.voucher?.left.currency ?? view.awarded?.currency ?? "EUR";
  const { filed: waiverFiled, accepted: first } = waiverFor(claim, view);
  const whole = claim.lines.map((line, index) => ({ line: index + 1, net: line.net.amount }));
  const stated = supportStated(claim, view.claims);
  const form = usePageForm(schemaFor(claim, currency, locale), {
    outcome: "assess",
    lines: claim.lines.map((line) => ({ net: typedAmount(line.net, locale) })),
    paidByApplicant: "",
    otherSupport: stated === undefined ? "" : typedAmount(stated, locale),
    waiverReference: first?.reference ?? "",
    waiverPercent: first === undefined ? "" : String(first.percent),
    reason: "",
    question: "",
    noInterest: false,
  });
  const [outcome, lines, paidTyped, otherTyped, waiverReference, waiverPercent] = useWatch({
    control: form.control,
    name: ["outcome", "lines", "paidByApplicant", "otherSupport", "waiverReference", "waiverPercent"],
  });
  const typedLines = lines.map(({ net }, index) => ({
    line: index + 1,
    net: readOr(net, claim.lines[index]?.net.currency ?? currency, whole[index]?.net ?? 0),
  }));
  const paid = paidTyped.trim() === "" ? undefined : readOr(paidTyped, currency, 0);
  const waived = waiverOf(waiverReference.trim(), waiverPercent.trim());
  const act = useAct({
    send: async (
      { outcome: chosen, accepted, paid: own, other, waiver, reason, question, noInterest }: Values,
      key,
    ): Promise<{ readonly outcome: string }> =>
      chosen === "ask"
        ? api("post", "/api/cases/{caseId}/query", {
            params: { caseId: view.caseId },
            body: { question, noInterest },
            key,
          })
        : chosen === "refuse"
          ? api("post", "/api/cases/{caseId}/refusal", {
              params: { caseId: view.caseId },
              body: { reasons: reason, paidByApplicant: own, noInterest },
              key,
            })
          : api("post", "/api/cases/{caseId}/assessment", {
              params: { caseId: view.caseId },
              body: { lines: accepted, paidByApplicant: own, otherSupport: other, waiver, reason, noInterest },
              key,
            }),
  });
  const isSent = act.isPending || act.isSuccess;
  const preview = useClaimPreview(view.caseId, typedLines, paid, readOr(otherTyped, currency, 0), waived, isSent);
  const options = [
    { value: "assess", label: i18n._("Assess it"), hint: i18n._("In full, or cut line by line with a reason.") },
    {
      value: "ask",
      label: i18n._("Ask the claimant"),
      hint: i18n._("10 working days; then you decide on what is there."),
    },
    {
      value: "refuse",
      label: i18n._("Refuse it as a whole"),
      hint: i18n._("Finance confirms it; the company may then ask for redress."),
    },
  ];
  return (
    <Card title={i18n._("Your assessment")}>
      <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <RadioField name="outcome" label={i18n._("What do you do?")} options={options} />
        {outcome === "ask" ? (
          <TextAreaField name="question" label={i18n._("Question to the claimant")} rows={4} limit={2000} />
        ) : outcome === "refuse" ? (
          <RefusalFields view={view} currency={currency} />
        ) : (
          <>
            <AcceptedNets lines={claim.lines} />
            <MoneyField
              name="paidByApplicant"
              label={i18n._("Paid by the company itself, as proven")}
              hint={
                preview.data === undefined
                  ? i18n._("By bank statement or receipt.")
                  : preview.data.pays === "provider"
                    ? i18n._("Its own share of the accepted cost is {share}. Less proven means less payable.", {
                        share: format.money(preview.data.ownShare),
                      })
                    : i18n._("It is reimbursed: {share} is the accepted cost that it must have paid.", {
                        share: format.money(preview.data.ownShare),
                      })
              }
              currency={currency}
            />
            {preview.data?.stacking !== undefined && (
              <MoneyField
                name="otherSupport"
                label={i18n._("Other public money for the same cost")}
                hint={
                  claim.supplementTo === undefined
                    ? i18n._("From any government, as the company states it; 0 if there is none.")
                    : i18n._(
                        "From any government, for claim {claim} and this one together: it counts instead of what was stated there.",
                        { claim: claim.supplementTo },
                      )
                }
                currency={currency}
              />
            )}
            {waiverFiled && (
              <div className="pair-of-fields">
                <TextField
                  name="waiverReference"
                  label={i18n._("Reference of the tax waiver")}
                  hint={i18n._("As on the document that the provider filed. Leave it empty if you do not accept it.")}
                />
                <TextField
                  name="waiverPercent"
                  label={i18n._("Percent still to be withheld")}
                  hint={i18n._("0 where the waiver covers all of it.")}
                />
              </div>
            )}
            <ClaimSum preview={preview} />
            <TextAreaField
              name="reason"
              label={i18n._("Reason")}
              hint={i18n._("Needed as soon as something is cut; it goes into the letter to the claimant.")}
              rows={3}
              limit={2000}
            />
          </>
        )}
        <NoInterestField />
        <div>
          <Button type="submit" kind="primary" busy={act.isPending}>
            {outcome === "ask"
              ? i18n._("Send the question")
              : outcome === "refuse"
                ? i18n._("Propose to refuse the claim")
                : preview.data === undefined
                  ? i18n._("Send the assessment")
                  : i18n._("Assess: {payable} payable", { payable: format.money(preview.data.payable) })}
          </Button>
        </div>
      </Form>
    </Card>
  );

  function readOr(text: string, unit: string, otherwise: number): number {
    const read = amountSchema(unit, locale, "").safeParse(text);
    return read.success ? read.data : otherwise;
  }
}
