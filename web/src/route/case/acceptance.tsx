/** Accepting the terms of a voucher, by one of its two parties for itself. */
import { useLingui } from "@lingui/react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { CheckField } from "../../component/check-field.tsx";
import { Form } from "../../component/form.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Told } from "../../component/told.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import type { CaseView } from "./case-query.ts";
import { useFormat } from "./use-format.ts";
import { mayWrite, useLevel } from "./use-level.ts";
import { useRefusal } from "./use-refusal.ts";

function termsQuery(parkId: string) {
  return queryOptions({
    queryKey: ["terms", parkId],
    queryFn: ({ signal }) => api("get", "/api/parks/{parkId}/terms", { params: { parkId }, signal }),
    staleTime: 600_000,
  });
}

const schema = z.object({ agreed: z.literal(true, /*i18n*/ "Tick the box if you accept the terms.") });

interface Props {
  readonly view: CaseView;
  readonly party: "applicant" | "provider";
  readonly due: string;
}

export function Acceptance({ view, party, due }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useRefusal();
  const { caseId } = view;
  const side = party === "applicant" ? view.applicant : view.provider;
  const level = useLevel(side?.organisationId);
  const terms = useQuery(termsQuery(view.leadPark));
  const form = usePageForm(schema as z.ZodType<{ agreed: true }, { agreed: boolean }>, { agreed: false });
  const accept = useAct({
    send: (_: undefined, key) =>
      api("post", "/api/cases/{caseId}/acceptance", { params: { caseId }, body: { party }, key }),
  });
  return (
    <Card title={i18n._("Accept the terms")}>
      <Form form={form} onSend={() => accept.mutate(undefined)} problem={refusal(accept.error)}>
        <p>
          {i18n._(
            "Work begins when company and provider have accepted, at the latest on {day}. After that the voucher lapses.",
            {
              day: format.date(due),
            },
          )}
        </p>
        <Loaded query={terms} lines={6}>
          {(loaded) => <Told texts={loaded.terms} className="terms" />}
        </Loaded>
        <CheckField name="agreed" label={i18n._("{name} accepts these terms", { name: side?.name ?? "" })} />
        <div>
          {mayWrite(level) ? (
            <Button type="submit" kind="primary" busy={accept.isPending}>
              {i18n._("Accept the terms")}
            </Button>
          ) : (
            <Button notAllowed={i18n._("An owner or editor of {name} accepts the terms.", { name: side?.name ?? "" })}>
              {i18n._("Accept the terms")}
            </Button>
          )}
        </div>
      </Form>
    </Card>
  );
}
