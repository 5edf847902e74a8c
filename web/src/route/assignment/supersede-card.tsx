/** Superseding the version in force: one manager proposes it with a reason, another confirms it. */
import { useLingui } from "@lingui/react";
import { useState } from "react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Form } from "../../component/form.tsx";
import { Note } from "../../component/note.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { useFormat } from "../case/use-format.ts";
import { useDutyWords } from "../staff/duty-words.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import type { RankingView } from "./assignment-query.ts";
import { useRunRefusal } from "./use-run-refusal.ts";

interface Props {
  readonly view: RankingView;
}

/** Part of the card about the frozen ranking, for the managers of the call. */
export function Superseding({ view }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { frozen, superseding } = view.freeze;
  if (frozen === undefined) return null;
  if (superseding !== undefined)
    return (
      <Note kind="warn">
        <p>
          {i18n._("{name} proposes that version {round} shall not count any more, {moment}: {reason}", {
            name: superseding.by,
            round: frozen.round,
            moment: format.moment(superseding.at),
            reason: superseding.reason,
          })}
        </p>
        {view.mine && <Answer view={view} round={frozen.round} />}
      </Note>
    );
  if (!view.mine) return null;
  if (!open)
    return (
      <div>
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {i18n._("Supersede this version")}
        </Button>
      </div>
    );
  return <Propose view={view} round={frozen.round} onDone={() => setOpen(false)} />;
}

const proposal = z.object({
  reason: z.string().trim().min(1, /*i18n*/ "Say why; it is recorded.").max(2000),
  noInterest: noInterestSchema,
});

function Propose({ view, round, onDone }: Props & { readonly round: number; readonly onDone: () => void }) {
  const { i18n } = useLingui();
  const refusal = useRunRefusal();
  const form = usePageForm(proposal, { reason: "", noInterest: false });
  const act = useAct({
    send: (body: z.output<typeof proposal>, key) =>
      api("post", "/api/calls/{callId}/ranking/superseding", {
        params: { callId: view.callId },
        body: { ...body, round },
        key,
      }),
    onDone,
  });
  return (
    <Form
      name={i18n._("Supersede this version")}
      form={form}
      onSend={(values) => act.mutate(values)}
      problem={refusal(act.error)}
    >
      <p className="small">
        {i18n._(
          "Once another manager confirms it, nothing is proposed in this call until the ranking is frozen anew. Cases whose decision was not told go back to that wait, and the money that their proposals hold is freed. Decisions that were told stand.",
        )}
      </p>
      <TextAreaField name="reason" label={i18n._("Why it shall not count any more")} rows={3} limit={2000} />
      <NoInterestField />
      <div>
        <Button type="submit" kind="primary" busy={act.isPending}>
          {i18n._("Propose it")}
        </Button>
      </div>
    </Form>
  );
}

const answer = z.object({ noInterest: noInterestSchema });

function Answer({ view, round }: Props & { readonly round: number }) {
  const { i18n } = useLingui();
  const refusal = useRunRefusal();
  const duty = useDutyWords();
  const form = usePageForm(answer, { noInterest: false });
  const act = useAct({
    send: (body: z.output<typeof answer> & { outcome: "confirm" | "refuse" }, key) =>
      api("post", "/api/calls/{callId}/ranking/superseding/answer", {
        params: { callId: view.callId },
        body: { ...body, round },
        key,
      }),
  });
  const { own = false, refusal: barred } = view.freeze.superseding ?? {};
  return (
    <Form
      name={i18n._("Confirm that it is superseded")}
      form={form}
      onSend={(values) => act.mutate({ ...values, outcome: own ? "refuse" : "confirm" })}
      problem={refusal(act.error)}
    >
      <NoInterestField />
      <div className="row">
        {own ? (
          <>
            <Button notAllowed={i18n._("You proposed it, so another manager confirms it.")}>
              {i18n._("Confirm that it is superseded")}
            </Button>
            <Button type="submit" kind="quiet" busy={act.isPending}>
              {i18n._("Take it back")}
            </Button>
          </>
        ) : barred === undefined ? (
          <>
            <Button type="submit" kind="primary" busy={act.isPending}>
              {i18n._("Confirm that it is superseded")}
            </Button>
            <Button
              kind="quiet"
              busy={act.isPending}
              onClick={form.handleSubmit((values) => act.mutate({ ...values, outcome: "refuse" }))}
            >
              {i18n._("Refuse it, the version stands")}
            </Button>
          </>
        ) : (
          <Button notAllowed={duty(barred)}>{i18n._("Confirm that it is superseded")}</Button>
        )}
      </div>
    </Form>
  );
}
