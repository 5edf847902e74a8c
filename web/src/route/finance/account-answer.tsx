/** Finance asks the payee back by a way it knows, then confirms or refuses the account that was named. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { Note } from "../../component/note.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useParks } from "../../network.ts";
import { useAct } from "../../use-act.ts";
import type { PayeeAccount } from "../case/account-page.tsx";
import { StepUp } from "../sign-in/step-up.tsx";
import { useDutyWords } from "../staff/duty-words.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";

interface Props {
  readonly caseId: string;
  readonly account: PayeeAccount;
}

export function AccountAnswer({ caseId, account: { parks, change } }: Props) {
  const [park] = parks;
  const duty = useDutyWords();
  if (park === undefined || change === undefined) return null;
  if (park.refusal !== undefined)
    return (
      <Note>
        <p>{duty(park.refusal)}</p>
      </Note>
    );
  return <AnswerForm caseId={caseId} parkId={park.parkId} proposedAt={change.proposedAt} key={change.proposedAt} />;
}

const schema = z.object({
  outcome: z.enum(["confirmed", "refused"], { error: /*i18n*/ "Choose what the payee said." }),
  noInterest: noInterestSchema,
});

interface AnswerProps {
  readonly caseId: string;
  readonly parkId: string;
  /** Which account the person read and asks about. */
  readonly proposedAt: string;
}

function AnswerForm({ caseId, parkId, proposedAt }: AnswerProps) {
  const { i18n } = useLingui();
  const refusal = useStaffRefusal();
  const park = useParks().find(({ id }) => id === parkId)?.name ?? parkId;
  const form = usePageForm(schema, { outcome: "" as "confirmed", noInterest: false });
  const act = useAct({
    send: (body: z.output<typeof schema>, key) =>
      api("post", "/api/cases/{caseId}/account/answer", {
        params: { caseId },
        body: { ...body, parkId, proposedAt },
        key,
      }),
  });
  return (
    <Card title={i18n._("Answer for {park}", { park })}>
      <p className="small muted lead-in">
        {i18n._(
          "Ask the payee back by a telephone number or address that you knew before, never by one that came with the change. Once confirmed, two working days pass before anything is paid to it.",
        )}
      </p>
      <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <RadioField
          name="outcome"
          label={i18n._("What did the payee say?")}
          options={[
            { value: "confirmed", label: i18n._("The account is theirs") },
            { value: "refused", label: i18n._("It is not, or they could not be reached") },
          ]}
        />
        <NoInterestField />
        <div>
          <Button type="submit" busy={act.isPending}>
            {i18n._("Send the answer")}
          </Button>
        </div>
      </Form>
      <StepUp problem={act.error} onProved={() => void form.handleSubmit((values) => act.mutate(values))()} />
    </Card>
  );
}
