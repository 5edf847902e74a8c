/** Choosing the reviewers of one case anew, before anybody is named by hand. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { Note } from "../../component/note.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import { wantedQuery } from "../staff/staff-query.ts";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";

const schema = z.object({ noInterest: noInterestSchema });

/** Nothing while the reader is not asked to name reviewers; one slot after the other where there are several. */
export function PlanAgainCard({ caseId }: { readonly caseId: string }) {
  const asked = useQuery(wantedQuery(caseId)).data?.wanted.find(
    ({ kind, mine, refusal }) => kind === "assign-reviewer" && mine && refusal === undefined,
  );
  return asked === undefined ? null : <PlanAgain caseId={caseId} slot={asked.slot} />;
}

function PlanAgain({ caseId, slot }: { readonly caseId: string; readonly slot: string }) {
  const { i18n } = useLingui();
  const refusal = useStaffRefusal();
  const form = usePageForm(schema, { noInterest: false });
  const act = useAct({
    send: (body: z.output<typeof schema>, key) =>
      api("post", "/api/cases/{caseId}/slots/{slot}/plan", { params: { caseId, slot }, body, key }),
  });
  return (
    <Card title={i18n._("Choose anew")}>
      <p>
        {i18n._(
          "After a translation was added, a reviewer joined or a profile changed, a plan may be possible that was not before. Nothing changes if there is none.",
        )}
      </p>
      {act.data?.outcome === "translating" && (
        <Note kind="ok" live>
          <p>
            {i18n._("The park’s translation service is asked. Reviewers are chosen by themselves when it answers.")}
          </p>
        </Note>
      )}
      <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <NoInterestField />
        <div>
          <Button type="submit" busy={act.isPending}>
            {i18n._("Choose anew and invite")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
