/** Which decisions are released together, what that does, and the act itself. */
import { useLingui } from "@lingui/react";
import { withSite } from "@multihelix/core/letter/site.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { Note } from "../../component/note.tsx";
import { Tag } from "../../component/tag.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useParks } from "../../network.ts";
import { useAct } from "../../use-act.ts";
import { useFormat } from "../case/use-format.ts";
import { StepUp } from "../sign-in/step-up.tsx";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import { RequirementList } from "../staff/requirement-list.tsx";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";
import { type Ready, type ReleaseDesk, releaseDeskQuery } from "./releases-query.ts";
import { useAgainstWords } from "./use-against-words.ts";

const schema = z.object({ noInterest: noInterestSchema });

export function ReleaseForm({ desk }: { readonly desk: ReleaseDesk }) {
  const { i18n } = useLingui();
  const able = desk.ready.filter(({ against }) => against === undefined);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = able.filter(({ caseId }) => !left.has(caseId));
  const toggle = (caseId: string) => {
    const next = new Set(left);
    if (!next.delete(caseId)) next.add(caseId);
    setLeft(next);
  };
  return (
    <>
      <Card
        title={i18n._("Waiting to be released")}
        aside={i18n._("{chosen} of {all} chosen", { chosen: chosen.length, all: desk.ready.length })}
      >
        <ul className="release-list">
          {desk.ready.map((one) => (
            <li key={one.caseId}>
              <ReadyRow one={one} mine={desk.mine} on={chosen.includes(one)} onToggle={() => toggle(one.caseId)} />
            </li>
          ))}
        </ul>
      </Card>
      {chosen.length > 0 && <Sums chosen={chosen} />}
      {desk.mine && <Act desk={desk} chosen={chosen} />}
    </>
  );
}

interface RowProps {
  readonly one: Ready;
  readonly mine: boolean;
  readonly on: boolean;
  readonly onToggle: () => void;
}

function ReadyRow({ one, mine, on, onToggle }: RowProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const against = useAgainstWords();
  const able = mine && one.against === undefined;
  const decision =
    one.kind === "reject" || one.award === undefined
      ? i18n._("Rejection")
      : i18n._("Award of {amount}", { amount: format.money(one.award) });
  return (
    <>
      <div className="release-row">
        <label>
          <input type="checkbox" checked={on && able} disabled={!able} onChange={onToggle} />
          <span>
            <b>{one.applicant}</b> <span className="small muted">{one.title}</span>
          </span>
        </label>
        <span className="release-facts">
          <span className="num">{decision}</span>
          {one.kind === "award" && (
            <Tag state={one.fits ? "ok" : "bad"}>
              {one.fits ? i18n._("Aid room fits today") : i18n._("Too little aid room today")}
            </Tag>
          )}
          <Link className="mono small" to="/cases/$caseId" params={{ caseId: one.caseId }}>
            {one.reference}
          </Link>
        </span>
      </div>
      {one.against !== undefined && <p className="small late">{against(one.against)}</p>}
      {one.back && (
        <p className="small late">{i18n._("Released today, it goes back to the proposal and its money is freed.")}</p>
      )}
      {one.failing.length > 0 && <RequirementList report={{ requirements: one.failing }} />}
      <details className="more">
        <summary>
          {i18n._("{count, plural, one {# letter} other {# letters}} and the aid effect", {
            count: one.letters.length,
          })}
        </summary>
        {one.headrooms.map(({ basis, jurisdiction, room, asked, currency = "" }) => (
          <p key={basis + jurisdiction} className="small">
            {room === undefined || asked === undefined
              ? i18n._("{basis}: nothing is counted", { basis })
              : i18n._("{basis}: {asked} of the {room} that are left", {
                  basis,
                  asked: format.money({ amount: asked, currency }),
                  room: format.money({ amount: room, currency }),
                })}
          </p>
        ))}
        {one.letters.map((letter) => (
          <article key={`${letter.kind} ${letter.to}`} className="letter-preview" lang={letter.language}>
            <h3>{letter.subject}</h3>
            <p className="small muted">{letter.to}</p>
            <div className="quoted">{withSite(letter.text, window.location.origin)}</div>
          </article>
        ))}
      </details>
    </>
  );
}

/** What the chosen ones commit, per paying park. */
function Sums({ chosen }: { readonly chosen: readonly Ready[] }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const parks = useParks();
  const sums = new Map<string, { amount: number; currency: string }>();
  for (const { shares } of chosen)
    for (const { parkId, amount } of shares)
      sums.set(parkId, { amount: (sums.get(parkId)?.amount ?? 0) + amount.amount, currency: amount.currency });
  const paying = [...sums].filter(([, { amount }]) => amount > 0);
  if (paying.length === 0) return null;
  return (
    <Card title={i18n._("What they commit together")}>
      <table className="sum">
        <tbody>
          {paying.map(([parkId, amount]) => (
            <tr key={parkId}>
              <th scope="row">{parks.find(({ id }) => id === parkId)?.name ?? parkId}</th>
              <td className="num">{format.money(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Act({ desk, chosen }: { readonly desk: ReleaseDesk; readonly chosen: readonly Ready[] }) {
  const { i18n } = useLingui();
  const refusal = useStaffRefusal();
  const { callId } = desk;
  const letters = chosen.reduce((sum, one) => sum + one.letters.length, 0);
  const form = usePageForm(schema, { noInterest: false });
  const act = useAct({
    send: (body: z.output<typeof schema>, key) =>
      api("post", "/api/calls/{callId}/releases", {
        params: { callId },
        body: { ...body, cases: chosen.map(({ caseId, hash }) => ({ caseId, hash })) },
        key,
      }),
    stale: [releaseDeskQuery(callId).queryKey],
  });
  return (
    <>
      <Card title={i18n._("Release")}>
        <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
          <NoInterestField />
          <Note>
            {i18n._(
              "Each decision is released by itself. If the server stops in between, it goes on where it was; nothing is told twice.",
            )}
          </Note>
          <div>
            {chosen.length === 0 ? (
              <Button notAllowed={i18n._("Choose at least one decision.")}>{i18n._("Release")}</Button>
            ) : (
              <Button type="submit" kind="primary" busy={act.isPending}>
                {i18n._("Release {count, plural, one {# decision} other {# decisions}}", { count: chosen.length })},{" "}
                {i18n._("send {count, plural, one {# letter} other {# letters}}", { count: letters })}
              </Button>
            )}
          </div>
        </Form>
      </Card>
      <StepUp problem={act.error} onProved={() => void form.handleSubmit((values) => act.mutate(values))()} />
    </>
  );
}
