/** Another description of the service is proposed: by the company for itself, or by a manager of the lead park. */
import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { DateFields } from "../../component/date-fields.tsx";
import { Form } from "../../component/form.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { typedDay } from "../../form/as-typed.ts";
import { dateSchema, noDate } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import type { ApiProblem } from "../../problem.ts";
import { useAct } from "../../use-act.ts";
import type { CaseView } from "./case-query.ts";
import { serviceOf } from "./service-card.tsx";
import { mayWrite, useLevel } from "./use-level.ts";
import { useRefusal } from "./use-refusal.ts";

const open: readonly CaseView["status"][] = ["issued", "in-use", "suspended"];

/** Whether the service of the voucher can be described anew now. */
export function mayDescribe({ voucher, status }: Pick<CaseView, "voucher" | "status">): boolean {
  return voucher !== undefined && voucher.scopeChange === undefined && open.includes(status);
}

const words = {
  scope: z
    .string()
    .trim()
    .min(20, /*i18n*/ "Describe the service in at least 20 characters.")
    .max(4000, /*i18n*/ "Describe the service in at most 4,000 characters."),
  startsOn: dateSchema(/*i18n*/ "Enter the day on which the work starts, like 24 11 2026."),
  endsOn: dateSchema(/*i18n*/ "Enter the day on which the work ends, like 24 3 2027."),
  reasons: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Say why the service changes.")
    .max(2000, /*i18n*/ "Shorten the reasons to 2,000 characters."),
};

interface Props {
  readonly view: CaseView;
  /** What a manager states besides. */
  readonly statement?: { readonly schema: z.ZodType<true, boolean>; readonly field: ReactNode };
  readonly refusal: (problem: ApiProblem | null) => ApiProblem | null;
}

export function ScopeForm({ view, statement, refusal }: Props) {
  const { i18n } = useLingui();
  const { caseId } = view;
  const service = serviceOf(view);
  const schema = z.object({ ...words, noInterest: statement?.schema ?? z.boolean() });
  const form = usePageForm(schema, {
    scope: service?.scope ?? "",
    startsOn: service?.startsOn === undefined ? noDate : typedDay(service.startsOn),
    endsOn: service?.endsOn === undefined ? noDate : typedDay(service.endsOn),
    reasons: "",
    noInterest: false,
  });
  const act = useAct({
    send: ({ scope, startsOn, endsOn, reasons }: z.output<typeof schema>, key) => {
      const same = startsOn === service?.startsOn && endsOn === service?.endsOn;
      return api("post", "/api/cases/{caseId}/scope-proposal", {
        params: { caseId },
        body: {
          scope,
          reasons,
          ...(same ? {} : { days: { startsOn, endsOn } }),
          ...(statement === undefined ? {} : { noInterest: true as const }),
        },
        key,
      });
    },
  });
  return (
    <Form name="scope-proposal" form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
      <p className="small muted">
        {i18n._(
          "Company, provider and park must all agree; until then nothing changes. The value of the voucher stays. A proposal that is still open ends when the work is reported.",
        )}
      </p>
      <p className="small muted">
        {i18n._(
          "The provider stays the same: a voucher does not pass to another provider. If somebody else must do the work, the voucher is cancelled and the company applies again in an open call.",
        )}
      </p>
      <TextAreaField
        name="scope"
        label={i18n._("The whole service, as it would be done")}
        hint={i18n._("It takes the place of the description until now, which stays on record.")}
        rows={10}
        limit={4000}
      />
      <DateFields name="startsOn" label={i18n._("Work starts on")} />
      <DateFields name="endsOn" label={i18n._("Work ends on")} hint={i18n._("Within the validity of the voucher.")} />
      <TextAreaField
        name="reasons"
        label={i18n._("Why the service changes")}
        hint={i18n._("Company, provider and park read it.")}
        rows={3}
        limit={2000}
      />
      {statement?.field}
      <div>
        <Button type="submit" busy={act.isPending}>
          {i18n._("Propose the description")}
        </Button>
      </div>
    </Form>
  );
}

/** For the company, folded away: most vouchers never need it. */
export function ScopeWish({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const refusal = useRefusal();
  const level = useLevel(view.applicant.organisationId);
  if (!mayDescribe(view) || !mayWrite(level)) return null;
  return (
    <Card title={i18n._("Change the service")}>
      <details>
        <summary>{i18n._("Propose another description of the service")}</summary>
        <ScopeForm view={view} refusal={refusal} />
      </details>
    </Card>
  );
}
