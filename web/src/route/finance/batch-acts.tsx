/** What may be done with a batch in the state it is in. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { addressOf, api } from "../../client.ts";
import { Button, buttonClass } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { Icon } from "../../component/icon.tsx";
import { Note } from "../../component/note.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { useFormat } from "../case/use-format.ts";
import { StepUp } from "../sign-in/step-up.tsx";
import { useDutyWords } from "../staff/duty-words.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";
import type { Batch, Payments } from "./finance-query.ts";
import { RejectForm } from "./reject-form.tsx";
import { WithdrawForm } from "./withdraw-form.tsx";

interface Props {
  readonly batch: Batch;
  readonly refusal: Payments["refusals"][string] | undefined;
}

export function BatchActs({ batch, refusal, orders }: Props & Pick<Payments, "orders">) {
  const { i18n } = useLingui();
  switch (batch.status) {
    case "prepared":
      return (
        <Card title={i18n._("Release")}>
          <Release batch={batch} refusal={refusal} />
          <Discard batch={batch} />
        </Card>
      );
    case "released":
      return (
        <Card title={i18n._("Send it to the bank")}>
          <Send batch={batch} />
          <WithdrawForm batch={batch} />
        </Card>
      );
    case "sent":
      return (
        <>
          <Note>
            <p>
              {batch.booked === batch.orders.length
                ? i18n._("Every payment is booked. Nothing more is to be done.")
                : i18n._("The bank’s statement confirms each payment; upload it on the page of payments.")}
            </p>
          </Note>
          <RejectForm key={batch.rejections?.length ?? 0} batch={batch} orders={orders} />
        </>
      );
    case "discarded":
      return (
        <>
          <Note>
            <p>{i18n._("This batch was discarded; its orders wait again.")}</p>
          </Note>
          {batch.withdrawn !== undefined &&
            batch.orders.some(({ endToEndId }) => orders[endToEndId]?.status === "batched") && (
              <Discard batch={batch} />
            )}
        </>
      );
  }
}

const schema = z.object({ noInterest: noInterestSchema });

function Release({ batch, refusal }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const duty = useDutyWords();
  const words = useStaffRefusal();
  const { parkId, batchId } = batch;
  const form = usePageForm(schema, { noInterest: false });
  const act = useAct({
    send: (body: z.output<typeof schema>, key) =>
      api("post", "/api/parks/{parkId}/batches/{batchId}/release", { params: { parkId, batchId }, body, key }),
  });
  const label = i18n._("Release {total}", { total: format.money({ amount: batch.total, currency: batch.currency }) });
  if (refusal !== undefined) return <Button notAllowed={duty(refusal)}>{label}</Button>;
  return (
    <>
      <Form form={form} onSend={(values) => act.mutate(values)} problem={words(act.error)}>
        <NoInterestField />
        <div>
          <Button type="submit" kind="primary" busy={act.isPending}>
            {label}
          </Button>
        </div>
      </Form>
      <StepUp problem={act.error} onProved={() => void form.handleSubmit((values) => act.mutate(values))()} />
    </>
  );
}

function Discard({ batch: { parkId, batchId } }: Pick<Props, "batch">) {
  const { i18n } = useLingui();
  const words = useStaffRefusal();
  const act = useAct({
    send: (_: null, key) =>
      api("post", "/api/parks/{parkId}/batches/{batchId}/discard", { params: { parkId, batchId }, body: {}, key }),
  });
  return (
    <div className="stack discard">
      {act.isError && <ProblemNote problem={words(act.error)} />}
      <Button kind="danger" busy={act.isPending} onClick={() => act.mutate(null)}>
        {i18n._("Discard it, its orders wait again")}
      </Button>
    </div>
  );
}

function Send({ batch: { parkId, batchId, channel } }: Pick<Props, "batch">) {
  const { i18n } = useLingui();
  const words = useStaffRefusal();
  const act = useAct({
    send: (_: null, key) =>
      api("post", "/api/parks/{parkId}/batches/{batchId}/sent", { params: { parkId, batchId }, body: {}, key }),
  });
  return (
    <div className="stack">
      <p>
        {i18n._(
          "Fetch the file, hand it to your bank, then mark it as sent. A sent payment can stand in no other batch.",
        )}
      </p>
      {act.isError && <ProblemNote problem={words(act.error)} />}
      <div className="row">
        <a
          className={buttonClass()}
          href={addressOf("/api/parks/{parkId}/batches/{batchId}/file", { parkId, batchId })}
          download
        >
          <Icon name="download" />{" "}
          {channel.endsWith("csv") || channel === "manual-list"
            ? i18n._("File for the bank, CSV")
            : i18n._("File for the bank, XML")}
        </a>
        <Button kind="primary" busy={act.isPending} onClick={() => act.mutate(null)}>
          {i18n._("Mark as sent")}
        </Button>
      </div>
    </div>
  );
}
