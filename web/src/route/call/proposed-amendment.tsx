/** A proposed change of a call: what it says, and the two acts that settle it. */
import { useLingui } from "@lingui/react";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { Note } from "../../component/note.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { useAct } from "../../use-act.ts";
import { AmendmentBody } from "../case/amendments.tsx";
import { useDutyWords } from "../staff/duty-words.ts";
import type { AmendmentDesk, CallDesk } from "./call-query.ts";
import { useCallRefusal } from "./use-call-refusal.ts";

interface Props {
  readonly callId: CallDesk["call"]["callId"];
  readonly proposed: NonNullable<AmendmentDesk["proposed"]>;
  /** The reader manages the call. */
  readonly mine: boolean;
}

/** Nobody can publish it any more, as the call is now. */
const impossible = ["amendment.not-allowed", "amendment.changes-nothing", "call.wrong-state", "input.invalid"];

export function ProposedAmendment({ callId, proposed, mine }: Props) {
  const { i18n } = useLingui();
  const refusal = useCallRefusal();
  const duty = useDutyWords();
  const params = { callId, number: String(proposed.number) };
  const publish = useAct({
    send: (_: undefined, key) =>
      api("post", "/api/calls/{callId}/amendments/{number}/publication", { params, body: {}, key }),
  });
  const withdraw = useAct({
    send: (_: undefined, key) =>
      api("post", "/api/calls/{callId}/amendments/{number}/withdrawal", { params, body: {}, key }),
  });
  const error = publish.error ?? withdraw.error;
  const barred = proposed.refusal;
  const over = barred !== undefined && impossible.includes(barred.code);
  return (
    <section className="stack">
      <h3>{i18n._("Proposed change")}</h3>
      <p className="small muted">
        {i18n._("By {name}, waits for another manager.", { name: proposed.by })} <DateTime at={proposed.at} />
      </p>
      {error !== null && <ProblemNote problem={refusal(error) ?? error} />}
      <AmendmentBody amendment={proposed} />
      {mine && over && (
        <Note kind="warn">
          <p>{i18n._("As the call is now, this change can no longer be made. Withdraw it, and propose another.")}</p>
        </Note>
      )}
      {mine && (
        <div className="row">
          {barred !== undefined && !over && (
            <Button
              notAllowed={
                barred.code === "duties.same-person"
                  ? i18n._("You proposed it, so another manager of the park publishes it.")
                  : duty(barred)
              }
            >
              {i18n._("Publish this change")}
            </Button>
          )}
          {barred === undefined && (
            <Button kind="primary" busy={publish.isPending} onClick={() => publish.mutate(undefined)}>
              {i18n._("Publish this change")}
            </Button>
          )}
          <Button kind="quiet" busy={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
            {i18n._("Withdraw this change")}
          </Button>
        </div>
      )}
    </section>
  );
}
