/** Duplicates of organisations: looked for, looked at side by side, proposed by one person and confirmed by another. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Form } from "../../component/form.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { Tag, type TagState } from "../../component/tag.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import { MergePreview } from "./merge-preview.tsx";
import { MergeSearch } from "./merge-search.tsx";
import { type Merge, mergesQuery, type Pair } from "./merges-query.ts";
import { useMergeRefusal, useMergeWords } from "./use-merge-refusal.ts";
import "../staff/staff.css";
import "./network.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const query = useQuery(mergesQuery);
  const [pair, setPair] = useState<Pair>();
  return (
    <Page
      title={i18n._("Duplicates")}
      width="expert"
      lead={i18n._(
        "Two records of one organisation become one: one person proposes it, another confirms it. From then on their aid counts together.",
      )}
    >
      <Loaded query={query} lines={10}>
        {({ merges, registers }) => (
          <div className="roles">
            <MergeSearch registers={registers} onFound={setPair} />
            {pair !== undefined && (
              <MergePreview
                pair={pair}
                proposed={merges.some(
                  ({ keptId, mergedId, state }) =>
                    keptId === pair.kept && mergedId === pair.merged && state === "proposed",
                )}
                onProposed={() => setPair(undefined)}
              />
            )}
            <Card title={i18n._("Proposed and done")} aside={merges.length}>
              {merges.length === 0 ? (
                <EmptyState>{i18n._("No organisation was merged yet.")}</EmptyState>
              ) : (
                <ul className="gap-list">
                  {merges.map((merge) => (
                    <OneMerge
                      key={merge.mergeId}
                      merge={merge}
                      onLook={() => setPair({ kept: merge.keptId, merged: merge.mergedId })}
                    />
                  ))}
                </ul>
              )}
            </Card>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function OneMerge({ merge, onLook }: { readonly merge: Merge; readonly onLook: () => void }) {
  const { i18n } = useLingui();
  const states: Record<Merge["state"], readonly [TagState, string]> = {
    proposed: ["now", i18n._("Waits for a second person")],
    withdrawn: ["idle", i18n._("Withdrawn")],
    running: ["now", i18n._("Being carried out")],
    done: ["ok", i18n._("Done")],
  };
  const [state, word] = states[merge.state];
  return (
    <li>
      <div>
        <span className="row tags">
          <strong>{i18n._("{merged} into {kept}", { merged: merge.mergedName, kept: merge.keptName })}</strong>
          <Tag state={state}>{word}</Tag>
        </span>
        <span className="small">{merge.reason}</span>
        <span className="small muted">
          {i18n._("Proposed by {name}", { name: merge.proposedBy })}, <DateTime at={merge.proposedAt} show="date" />
          {merge.answeredBy !== undefined && `; ${i18n._("answered by {name}", { name: merge.answeredBy })}`}
        </span>
      </div>
      {merge.state === "proposed" && (
        <>
          <Button small onClick={onLook}>
            {i18n._("Look at both")} <span className="sr">{merge.mergedName}</span>
          </Button>
          <Answer merge={merge} />
        </>
      )}
    </li>
  );
}

const schema = z.object({
  answer: z.string().pipe(z.enum(["confirm", "withdraw"], /*i18n*/ "Choose an answer.")),
  noInterest: noInterestSchema,
});

/** Who proposed it may only withdraw it. */
function Answer({ merge }: { readonly merge: Merge }) {
  const { i18n } = useLingui();
  const refusal = useMergeRefusal();
  const words = useMergeWords();
  const form = usePageForm(schema, { answer: "", noInterest: false });
  const act = useAct({
    send: (values: z.output<typeof schema>, key) =>
      api("post", "/api/merges/{mergeId}/answer", { params: { mergeId: merge.mergeId }, body: values, key }),
    stale: [["merges"], ["organisation"]],
  });
  const against = merge.refusal === undefined ? undefined : (words(merge.refusal.code) ?? merge.refusal.code);
  const withdraw = { value: "withdraw", label: i18n._("Withdraw it: they stay two records") };
  const confirm = { value: "confirm", label: i18n._("Confirm: they are one organisation") };
  return (
    <div className="merge-answer">
      {against !== undefined && <p className="small muted">{against}</p>}
      <Form name={merge.mergeId} form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <RadioField
          name="answer"
          label={i18n._("Your answer")}
          options={against === undefined ? [confirm, withdraw] : [withdraw]}
        />
        <NoInterestField of="organisations" />
        <div>
          <Button type="submit" kind="primary" busy={act.isPending}>
            {i18n._("Record it")}
          </Button>
        </div>
      </Form>
    </div>
  );
}
