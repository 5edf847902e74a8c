/** What a manager decides about a run: rules that cost something, changes made by hand, publishing, or throwing it away. */
import { useLingui } from "@lingui/react";
import { useState } from "react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { ConfirmDialog } from "../../component/confirm-dialog.tsx";
import { Form } from "../../component/form.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import type { RunView } from "./assignment-query.ts";
import { usePlanWords } from "./use-plan-words.ts";
import { useRunRefusal } from "./use-run-refusal.ts";
import { WaiveForm } from "./waive-form.tsx";

export function RunActs({ run }: { readonly run: RunView }) {
  const open = run.mine && (run.state === "ready" || run.state === "impossible");
  return (
    <>
      <Changes run={run} open={open} />
      <Rules run={run} open={open} />
      {run.mine && run.state === "ready" && run.wanting > 0 && <Publish run={run} />}
      {run.mine && run.state !== "published" && run.state !== "discarded" && run.state !== "publishing" && (
        <Discard run={run} />
      )}
    </>
  );
}

interface Props {
  readonly run: RunView;
  readonly open: boolean;
}

function Changes({ run, open }: Props) {
  const { i18n } = useLingui();
  const words = usePlanWords();
  const refusal = useRunRefusal();
  const act = useAct({
    send: ({ moves, waived }: { moves: RunView["fixed"]; waived: RunView["setAside"] }, key) =>
      api("post", "/api/calls/{callId}/assignment-runs/{runId}/revision", {
        params: { callId: run.callId, runId: run.runId },
        body: {
          moves: moves.map(({ caseId, personId, change, reason }) => ({ caseId, personId, change, reason })),
          waived: waived.map(({ caseId, rule, reason }) => ({ caseId, rule, reason })),
        },
        key,
      }),
  });
  if (run.fixed.length + run.setAside.length === 0) return null;
  const undo = (label: string, onUndo: () => void) =>
    open && (
      <Button kind="quiet" small busy={act.isPending} onClick={onUndo} aria-label={i18n._("Undo: {label}", { label })}>
        {i18n._("Undo")}
      </Button>
    );
  return (
    <Card title={i18n._("Changed by hand")}>
      {act.error !== null && <ProblemNote problem={refusal(act.error) ?? act.error} />}
      <ul className="call-list">
        {run.fixed.map((move) => {
          const label =
            move.change === "take"
              ? i18n._("{name} takes {reference}", { name: move.name, reference: move.reference })
              : i18n._("{name} leaves {reference}", { name: move.name, reference: move.reference });
          return (
            <li key={`${move.caseId} ${move.personId}`}>
              <span>
                <span className="m">{label}</span>
                <span className="small muted">{move.reason}</span>
              </span>
              {undo(label, () => act.mutate({ moves: run.fixed.filter((one) => one !== move), waived: run.setAside }))}
            </li>
          );
        })}
        {run.setAside.map((one) => {
          const label = i18n._("Set aside for {reference}: {rule}", {
            reference: one.reference,
            rule: words.rule(one.rule),
          });
          return (
            <li key={`${one.caseId} ${one.rule}`}>
              <span>
                <span className="m">{label}</span>
                <span className="small muted">{one.reason}</span>
              </span>
              {undo(label, () =>
                act.mutate({ moves: run.fixed, waived: run.setAside.filter((other) => other !== one) }),
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function Rules({ run, open }: Props) {
  const { i18n } = useLingui();
  const words = usePlanWords();
  const [shown, setShown] = useState(5);
  if (run.rules.length === 0) return null;
  return (
    <Card title={i18n._("Rules that the plan pays for")}>
      <ul className="call-list">
        {run.rules.slice(0, shown).map((one) => (
          <li key={`${one.caseId} ${one.rule}`}>
            <span>
              <span className="m">
                {one.reference}: {words.rule(one.rule)}
              </span>
              <span className="small muted">
                {i18n._("price of its last place: {cost}", { cost: words.cost(one.price) })}
              </span>
            </span>
            {open && <WaiveForm run={run} caseId={one.caseId} rule={one.rule} />}
          </li>
        ))}
      </ul>
      {shown < run.rules.length && (
        <Button kind="quiet" small onClick={() => setShown(run.rules.length)}>
          {i18n._("Show all {count}", { count: run.rules.length })}
        </Button>
      )}
    </Card>
  );
}

const schema = z.object({ noInterest: noInterestSchema });

function Publish({ run }: { readonly run: RunView }) {
  const { i18n } = useLingui();
  const refusal = useRunRefusal();
  const form = usePageForm(schema, { noInterest: false });
  const act = useAct({
    send: (values: z.output<typeof schema>, key) =>
      api("post", "/api/calls/{callId}/assignment-runs/{runId}/publication", {
        params: { callId: run.callId, runId: run.runId },
        body: { ...values, round: run.round },
        key,
      }),
  });
  return (
    <Card title={i18n._("Publish the assignment")}>
      <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <p className="muted">
          {i18n._(
            "{count, plural, one {The reviewers of # case are invited.} other {The reviewers of # cases are invited, case by case.}} A case that has moved on, or whose reviewer has a conflict by now, is left alone and shown here.",
            { count: run.wanting },
          )}
        </p>
        <NoInterestField />
        <div>
          <Button type="submit" kind="primary" busy={act.isPending}>
            {i18n._("Publish and invite")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function Discard({ run }: { readonly run: RunView }) {
  const { i18n } = useLingui();
  const [asking, setAsking] = useState(false);
  const act = useAct({
    send: (_: undefined, key) =>
      api("post", "/api/calls/{callId}/assignment-runs/{runId}/discard", {
        params: { callId: run.callId, runId: run.runId },
        body: {},
        key,
      }),
    onDone: () => setAsking(false),
  });
  return (
    <div>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {i18n._("Discard this run")}
      </Button>
      <ConfirmDialog
        open={asking}
        title={i18n._("Discard this run?")}
        act={i18n._("Discard it")}
        busy={act.isPending}
        onAct={() => act.mutate(undefined)}
        onClose={() => setAsking(false)}
      >
        <p>{i18n._("Nobody was invited by it. Its answers stay on record.")}</p>
        {act.error !== null && <ProblemNote problem={act.error} />}
      </ConfirmDialog>
    </div>
  );
}
