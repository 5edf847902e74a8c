/** The outcome of a request for redress: by an officer who took no part in the decision. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import * as z from "zod";
import { api } from "../../client.ts";
import { Loaded } from "../../component/loaded.tsx";
import { MoneyField } from "../../component/money-field.tsx";
import { amountSchema } from "../../form/typed-value.ts";
import { useLocales } from "../../language/use-locales.ts";
import { type CaseView, redressQuery } from "../case/case-query.ts";
import type { Redress } from "../case/use-ground-words.ts";
import { ActPage } from "../staff/act-page.tsx";
import { AnswerCard } from "../staff/answer-card.tsx";
import { noInterestSchema } from "../staff/no-interest.tsx";
import { RedressRequest } from "./redress-request.tsx";

export function RoutePage() {
  const { i18n } = useLingui();
  return (
    <ActPage
      kind="decide-redress"
      act={i18n._("Send my answer")}
      evidence={(view) => <RedressRequest view={view} />}
      answer={(view) => <Answer view={view} />}
    />
  );
}

function Answer({ view }: { readonly view: CaseView }) {
  const query = useQuery(redressQuery(view.caseId));
  return (
    <Loaded query={query} lines={5}>
      {({ redress }) => (redress === undefined ? null : <Outcome view={view} redress={redress} />)}
    </Loaded>
  );
}

/** Of what the amount of a partial outcome is: a part of what was cut, or what is still asked back. */
function currencyOf(view: CaseView, { against, recovery }: Redress): string | undefined {
  if (against === "claim-cut") return view.voucher?.value.currency;
  if (against === "recovery") return view.recoveries.find((one) => one.recovery === recovery)?.amount.currency;
  return undefined;
}

function Outcome({ view, redress }: { readonly view: CaseView; readonly redress: Redress }) {
  const { i18n } = useLingui();
  const locale = useLocales()[0] ?? i18n.locale;
  const currency = currencyOf(view, redress);
  const upheld: Readonly<Record<Redress["against"], string>> = {
    rejection: i18n._("Others review the application anew and a new decision follows."),
    ineligibility: i18n._("Others review the application anew and a new decision follows."),
    "claim-refusal": i18n._("Others check the claim anew."),
    "claim-cut": i18n._("What was cut becomes a claim of its own, with money held for it, and others check it."),
    cancellation: i18n._("The voucher is in use again, with its money held again and its validity moved."),
    lowering: i18n._("The voucher is worth again what it was, with its money held again."),
    recovery: i18n._("Nothing is asked back any more; it counts as paid again."),
  };
  const partly =
    redress.against === "claim-cut"
      ? i18n._("As upheld, for at most the amount below.")
      : redress.against === "recovery"
        ? i18n._("Less is asked back: the amount below, in all.")
        : i18n._("A ground is right, yet the decision stands without it.");
  const options = [
    { value: "upheld", label: i18n._("Upheld"), hint: upheld[redress.against] },
    { value: "partly", label: i18n._("Partly upheld"), hint: partly },
    { value: "rejected", label: i18n._("Rejected"), hint: i18n._("The decision stands.") },
  ];
  const typed = amountSchema(currency ?? "EUR", locale, /*i18n*/ "Type an amount like 8,000.00.");
  const schema = z.object({
    outcome: z.string().pipe(z.enum(["upheld", "partly", "rejected"], /*i18n*/ "Choose your answer.")),
    reasons: z
      .string()
      .trim()
      .min(1, /*i18n*/ "Give the reasons of the outcome.")
      .max(4000, /*i18n*/ "Say it in at most 4,000 characters."),
    amount: z.union([z.literal("").transform(() => undefined), typed]).optional(),
    noInterest: noInterestSchema,
  });
  const field = (
    <MoneyField
      name="amount"
      label={i18n._("Amount, only where it is partly upheld")}
      hint={
        redress.against === "recovery"
          ? i18n._("What is to be paid back in all.")
          : i18n._("What others may pay more at most.")
      }
      currency={currency ?? "EUR"}
    />
  );
  return (
    <AnswerCard
      schema={schema}
      title={i18n._("Your answer")}
      question={i18n._("What follows?")}
      options={options}
      reasons={{ label: i18n._("Reasons, to whoever asked"), limit: 4000 }}
      {...(currency === undefined ? {} : { extra: { field, empty: { amount: "" } } })}
      act={i18n._("Send my answer")}
      send={({ amount, ...body }, key) =>
        api("post", "/api/cases/{caseId}/redress/outcome", {
          params: { caseId: view.caseId },
          body: { ...body, ...(amount === undefined || body.outcome !== "partly" ? {} : { amount }) },
          key,
        })
      }
    />
  );
}
