/** The provider says whether its offer still stands, when it is about to run out before the grant. */
import { useLingui } from "@lingui/react";
import { useState } from "react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { ConfirmDialog } from "../../component/confirm-dialog.tsx";
import { DateFields } from "../../component/date-fields.tsx";
import { Form } from "../../component/form.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { noDate } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { type CaseView, myTask } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { mayWrite, useLevel } from "../case/use-level.ts";
import { useRefusal } from "../case/use-refusal.ts";
import { laterDay } from "./offer-schema.ts";
import { OfferStanding } from "./offer-standing.tsx";

const schema = z.object({ validUntil: laterDay });
/** What a provider sees of a case in which nothing is granted or refused yet. */
const ungranted: readonly CaseView["status"][] = [
  "screening",
  "more-information",
  "in-review",
  "deciding",
  "approving",
  "conditional",
];

/** Asked, or after the offer has run out or was taken back: a provider may still change its mind. */
export function RenewOffer({ view }: { readonly view: CaseView }) {
  const { offer, status } = view;
  const task = myTask(view, "renew-offer");
  if (offer?.validUntil === undefined) return null;
  const gone = offer.withdrawnAt !== undefined || Date.parse(offer.validUntil) < Date.now();
  if (task === undefined && !(ungranted.includes(status) && gone)) return null;
  return <Renew view={view} offer={offer} validUntil={offer.validUntil} due={task?.due} />;
}

interface Props {
  readonly view: CaseView;
  readonly offer: NonNullable<CaseView["offer"]>;
  readonly validUntil: string;
  readonly due: string | undefined;
}

function Renew({ view, offer, validUntil, due }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useRefusal();
  const { caseId } = view;
  const level = useLevel(view.provider?.organisationId);
  const form = usePageForm(schema, { validUntil: noDate });
  const confirm = useAct({
    send: ({ validUntil: later }: z.output<typeof schema>, key) =>
      api("post", "/api/cases/{caseId}/offer/renewal", {
        params: { caseId },
        body: { answer: "confirmed", ...(later === undefined ? {} : { validUntil: later }) },
        key,
      }),
  });
  return (
    <Card title={i18n._("Does your offer still stand?")}>
      <Form name="renew-offer" form={form} onSend={(values) => confirm.mutate(values)} problem={refusal(confirm.error)}>
        <p>
          <OfferStanding validUntil={validUntil} withdrawnAt={offer.withdrawnAt} />{" "}
          {i18n._("What you offered and its price stay as they are.")}
          {due !== undefined && <> {i18n._("Answer until {day}.", { day: format.date(due, "full") })}</>}
        </p>
        <DateFields
          name="validUntil"
          label={i18n._("Valid until, if you wish to name a later day")}
          hint={i18n._("Left empty: as long as the call asks.")}
        />
        <div className="row">
          {mayWrite(level) ? (
            <>
              <Button type="submit" kind="primary" busy={confirm.isPending}>
                {i18n._("The offer still stands")}
              </Button>
              {offer.withdrawnAt === undefined && <TakeBack view={view} />}
            </>
          ) : (
            <Button notAllowed={i18n._("An owner or editor of your organisation confirms the offer.")}>
              {i18n._("The offer still stands")}
            </Button>
          )}
        </div>
      </Form>
    </Card>
  );
}

function TakeBack({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const refusal = useRefusal();
  const [asked, setAsked] = useState(false);
  const { caseId } = view;
  const act = useAct({
    send: (_: undefined, key) =>
      api("post", "/api/cases/{caseId}/offer/renewal", { params: { caseId }, body: { answer: "declined" }, key }),
    onDone: () => setAsked(false),
  });
  return (
    <>
      <Button kind="quiet" onClick={() => setAsked(true)}>
        {i18n._("Take the offer back")}
      </Button>
      <ConfirmDialog
        open={asked}
        title={i18n._("Take the offer back?")}
        act={i18n._("Take the offer back")}
        busy={act.isPending}
        onAct={() => act.mutate(undefined)}
        onClose={() => setAsked(false)}
      >
        <p>{i18n._("{name} and the park are told. No award can be made on it.", { name: view.applicant.name })}</p>
        {act.error !== null && <ProblemNote problem={refusal(act.error)} />}
      </ConfirmDialog>
    </>
  );
}
