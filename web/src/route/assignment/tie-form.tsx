/** Cases that mean and criteria leave equal: what parted them, or the vote of the panel that does. */
import { useLingui } from "@lingui/react";
import { useState } from "react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Form } from "../../component/form.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { useFormat } from "../case/use-format.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import type { RankingView } from "./assignment-query.ts";
import { useRunRefusal } from "./use-run-refusal.ts";

type Tie = RankingView["freeze"]["ties"][number];

interface Props {
  readonly tie: Tie;
  readonly view: RankingView;
}

export function TieForm({ tie, view }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { freeze, mine } = view;
  const votes = new Map(tie.vote?.votes.map(({ caseId, votes: count }) => [caseId, count]));
  return (
    <section className="tie" aria-label={i18n._("Exactly equal")}>
      <h3>{i18n._("Exactly equal")}</h3>
      <ul>
        {tie.caseIds.map((caseId) => (
          <li key={caseId}>
            {nameOf(view, caseId)}
            {votes.has(caseId) &&
              `: ${i18n._("{votes, plural, one {# vote} other {# votes}}", { votes: votes.get(caseId) ?? 0 })}`}
          </li>
        ))}
      </ul>
      {freeze.tieRule === "draw" && (
        <p className="small muted">
          {i18n._(
            "The published call says that a draw parts them. It follows from the scores, so nobody can choose it.",
          )}
        </p>
      )}
      {tie.vote !== undefined && (
        <p className="small muted">
          {i18n._(
            "Vote of {present, plural, one {# member} other {# members}}, recorded by {name}, {moment}: {reasons}",
            {
              present: tie.vote.present,
              name: tie.vote.by,
              moment: format.moment(tie.vote.at),
              reasons: tie.vote.reasons,
            },
          )}
        </p>
      )}
      {mine && freeze.tieRule === "vote" && freeze.state !== "frozen" && !open && (
        <div>
          <Button kind={tie.vote === undefined ? "primary" : "quiet"} onClick={() => setOpen(true)}>
            {tie.vote === undefined ? i18n._("Record the vote of the panel") : i18n._("Record another vote")}
          </Button>
        </div>
      )}
      {open && <VoteForm tie={tie} view={view} onDone={() => setOpen(false)} />}
    </section>
  );
}

function nameOf(view: RankingView, caseId: string): string {
  const row = view.rows.find((one) => one.caseId === caseId);
  return row === undefined ? caseId : `${row.title}, ${row.reference}`;
}

const wholeNumber = z.coerce
  .number(/*i18n*/ "Enter a whole number.")
  .int(/*i18n*/ "Enter a whole number.")
  .min(0, /*i18n*/ "Enter a whole number.")
  .max(99, /*i18n*/ "Enter a whole number.");
const schema = z.object({
  votes: z.array(wholeNumber),
  present: wholeNumber.min(1, /*i18n*/ "Enter how many members were in the room."),
  reasons: z.string().trim().min(1, /*i18n*/ "Say why; it is recorded.").max(2000),
  noInterest: noInterestSchema,
});

function VoteForm({ tie, view, onDone }: Props & { readonly onDone: () => void }) {
  const { i18n } = useLingui();
  const refusal = useRunRefusal();
  const form = usePageForm(schema, {
    votes: tie.caseIds.map(() => ""),
    present: "",
    reasons: "",
    noInterest: false,
  });
  const act = useAct({
    send: ({ votes, ...rest }: z.output<typeof schema>, key) =>
      api("post", "/api/calls/{callId}/ranking/votes", {
        params: { callId: view.callId },
        body: { ...rest, votes: tie.caseIds.map((caseId, at) => ({ caseId, votes: votes[at] ?? 0 })) },
        key,
      }),
    onDone,
  });
  return (
    <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
      {tie.caseIds.map((caseId, at) => (
        <TextField
          key={caseId}
          name={`votes.${at}`}
          label={i18n._("Votes for {name}", { name: nameOf(view, caseId) })}
          inputMode="numeric"
          short
        />
      ))}
      <TextField name="present" label={i18n._("Members in the room")} inputMode="numeric" short />
      <TextAreaField name="reasons" label={i18n._("What the vote rested on")} rows={3} limit={2000} />
      <NoInterestField />
      <div>
        <Button type="submit" kind="primary" busy={act.isPending}>
          {i18n._("Record the vote")}
        </Button>
      </div>
    </Form>
  );
}
