/** Orders that wait to be sent, and the batch that is made of those that are ticked. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Note } from "../../component/note.tsx";
import type { Payments } from "./finance-query.ts";
import { PrepareForm } from "./prepare-form.tsx";

interface Props {
  readonly payments: Payments;
  readonly parkId: string;
  readonly mayAct: boolean;
}

export function WaitingCard({ payments, parkId, mayAct }: Props) {
  const { i18n } = useLingui();
  const { waiting } = payments;
  return (
    <Card
      title={i18n._("Waiting to be paid")}
      aside={i18n._("{count, plural, =0 {no order} one {# order} other {# orders}}", { count: waiting.length })}
    >
      {waiting.length === 0 ? (
        <EmptyState>{i18n._("No order waits. Cleared claims come here by themselves.")}</EmptyState>
      ) : (
        <>
          {!mayAct && (
            <Note>
              <p>{i18n._("Batches are prepared by the finance officers of the park.")}</p>
            </Note>
          )}
          <PrepareForm waiting={waiting} parkId={parkId} mayAct={mayAct} />
        </>
      )}
    </Card>
  );
}
