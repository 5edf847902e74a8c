/** The gate of a deadline call: what stands in the way of freezing its ranking, the act itself, and what was frozen. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { Note } from "../../component/note.tsx";
import { Tag } from "../../component/tag.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { useFormat } from "../case/use-format.ts";
import { useDutyWords } from "../staff/duty-words.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import { useStaffStatusWords } from "../staff/staff-status.tsx";
import type { RankingView } from "./assignment-query.ts";
import { Superseding } from "./supersede-card.tsx";
import { TieForm } from "./tie-form.tsx";
import { useRunRefusal } from "./use-run-refusal.ts";

interface Props {
  readonly view: RankingView;
}

export function FreezeCard({ view }: Props) {
  const { i18n } = useLingui();
  const { freeze, mine } = view;
  if (freeze.state === "rolling") return null;
  return (
    <Card
      title={i18n._("Frozen ranking")}
      aside={
        freeze.state === "frozen" ? (
          <Tag state="ok">{i18n._("version {round} counts", { round: freeze.round })}</Tag>
        ) : (
          <Tag state="idle">{i18n._("not frozen")}</Tag>
        )
      }
    >
      <div className="stack">
        <Standing view={view} />
        <Superseding view={view} />
        {freeze.ties.map((tie) => (
          <TieForm key={tie.caseIds.join()} tie={tie} view={view} />
        ))}
        {freeze.state === "ready" && mine && <Freeze view={view} />}
      </div>
    </Card>
  );
}

function Standing({ view }: Props) {
  const { freeze } = view;
  const { i18n } = useLingui();
  const format = useFormat();
  if (freeze.frozen !== undefined)
    return (
      <>
        <p>
          {i18n._(
            "{name} froze version {round}, {moment}. Every proposal rests on it; its cases can be proposed since.",
            {
              round: freeze.frozen.round,
              name: freeze.frozen.by,
              moment: format.moment(freeze.frozen.at),
            },
          )}
        </p>
        <p className="small muted">
          {i18n._("Fingerprint")} <code className="hash">{freeze.frozen.hash.slice(0, 16)}</code>
        </p>
      </>
    );
  return (
    <>
      {freeze.round > 1 && (
        <Note kind="warn">
          <p>
            {i18n._(
              "Version {round} was superseded, so nothing can be proposed until the ranking is frozen anew. Its cases wait here.",
              { round: freeze.round - 1 },
            )}
          </p>
        </Note>
      )}
      <NotFrozen view={view} />
    </>
  );
}

function NotFrozen({ view: { freeze } }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const statuses = useStaffStatusWords();
  if (freeze.state === "not-closed")
    return (
      <p className="muted">
        {i18n._(
          "Nothing can be proposed before the ranking is frozen, and it can be frozen once the call has closed, {moment}.",
          {
            moment: format.moment(freeze.closes),
          },
        )}
      </p>
    );
  if (freeze.state === "nothing") return <p className="muted">{i18n._("No case reached its reviews yet.")}</p>;
  if (freeze.state === "cases-open")
    return (
      <Note kind="warn">
        <p>{i18n._("Reviews are not over for every case, so the ranking cannot be frozen yet.")}</p>
        <ul>
          {freeze.behind.map(({ caseId, reference, status }) => (
            <li key={caseId}>
              <Link to="/cases/$caseId" params={{ caseId }}>
                {reference}
              </Link>
              , {statuses[status]}
            </li>
          ))}
        </ul>
      </Note>
    );
  return (
    <p className="muted">
      {freeze.state === "ties-open"
        ? i18n._("Some cases are exactly equal: record the vote of the panel first.")
        : i18n._("All reviews are in. Freezing keeps this order for good, and the days for proposing begin.")}
    </p>
  );
}

const schema = z.object({ noInterest: noInterestSchema });

function Freeze({ view }: Props) {
  const { i18n } = useLingui();
  const refusal = useRunRefusal();
  const duty = useDutyWords();
  const form = usePageForm(schema, { noInterest: false });
  const act = useAct({
    send: (body: z.output<typeof schema>, key) =>
      api("post", "/api/calls/{callId}/ranking/freeze", { params: { callId: view.callId }, body, key }),
  });
  const barred = view.freeze.refusal;
  if (barred !== undefined)
    return (
      <div>
        <Button notAllowed={duty(barred)}>{i18n._("Freeze the ranking")}</Button>
      </div>
    );
  return (
    <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
      <NoInterestField />
      <div>
        <Button type="submit" kind="primary" busy={act.isPending}>
          {i18n._("Freeze the ranking")}
        </Button>
      </div>
    </Form>
  );
}
