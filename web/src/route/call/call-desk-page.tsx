/** One call for its staff: its state and days, who pays, how far its cases are, publishing, archive, copy and file. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { api } from "../../client.ts";
import { Button, buttonClass } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { FactRow } from "../../component/fact-row.tsx";
import { FileLink } from "../../component/file-link.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Money } from "../../component/money.tsx";
import { Page } from "../../component/page.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { inLanguage } from "../../language/in-language.ts";
import { useParks } from "../../network.ts";
import { useAct } from "../../use-act.ts";
import { useStaffParks } from "../staff/use-staff-parks.ts";
import { AmendCard } from "./amend-card.tsx";
import { BudgetForm } from "./budget-form.tsx";
import { CallEvents } from "./call-events.tsx";
import { type CallDesk, callDeskQuery } from "./call-query.ts";
import { CallStateTag } from "./call-state.tsx";
import { ChallengeCard } from "./challenge-card.tsx";
import { CopyForm } from "./copy-form.tsx";
import { DraftCard } from "./draft-card.tsx";
import { PublishCard } from "./publish-card.tsx";
import { useCallRefusal } from "./use-call-refusal.ts";
import "../staff/staff.css";
import "../case/case.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const { callId = "" }: { callId?: string } = useParams({ strict: false });
  const query = useQuery(callDeskQuery(callId));
  const desk = query.data;
  const title = desk === undefined ? i18n._("Call") : inLanguage(desk.call.title, i18n.locale);
  return (
    <Page
      title={title}
      windowTitle={desk === undefined ? title : i18n._("Desk of {code}: {title}", { code: desk.call.code, title })}
      width="expert"
      up={{ to: "/calls", label: i18n._("Calls") }}
      {...(desk === undefined
        ? {}
        : {
            eyebrow: (
              <>
                <span className="mono">{desk.call.code}</span>
                <CallStateTag state={desk.state} />
              </>
            ),
          })}
    >
      <Loaded query={query} lines={10}>
        {(loaded) => (
          <div className="act-page">
            {loaded.mine && loaded.call.state === "draft" && <DraftCard desk={loaded} />}
            {loaded.mine && loaded.call.state === "draft" && <ChallengeCard desk={loaded} />}
            <PublishCard desk={loaded} />
            <Standing desk={loaded} />
            {loaded.call.state !== "draft" && <AmendCard desk={loaded} />}
            <Payers desk={loaded} />
            <CallEvents desk={loaded} />
            {loaded.mine && <CopyForm callId={callId} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Standing({ desk }: { readonly desk: CallDesk }) {
  const { i18n } = useLingui();
  const { call } = desk;
  const lead = useParks().find(({ id }) => id === call.leadPark);
  const zone = lead === undefined ? {} : { zone: lead.zone };
  const params = { callId: call.callId };
  const published = call.state !== "draft";
  return (
    <Card title={i18n._("How it stands")}>
      <div className="stack">
        <dl className="kv">
          <FactRow name={i18n._("Open")}>
            <DateTime at={call.opens} {...zone} /> {i18n._("to")} <DateTime at={call.closes} {...zone} />
          </FactRow>
          <FactRow name={i18n._("Decided")}>
            {call.mode === "rolling" ? i18n._("case by case") : i18n._("by ranking")}
            {desk.frozenAt !== undefined && (
              <>
                , {i18n._("frozen")} <DateTime at={desk.frozenAt} {...zone} />
              </>
            )}
          </FactRow>
          <FactRow name={i18n._("Submitted cases")}>{desk.cases}</FactRow>
          <FactRow name={i18n._("Reviews not over")}>{desk.before}</FactRow>
          <FactRow name={i18n._("Decision not told")}>{desk.undecided}</FactRow>
          <FactRow name={i18n._("Drafted by")}>{desk.draftedBy}</FactRow>
          {desk.publishedBy !== undefined && <FactRow name={i18n._("Published by")}>{desk.publishedBy}</FactRow>}
        </dl>
        <div className="row">
          {desk.mine && published && (
            <Link className={buttonClass("default", true)} to="/calls/$callId/questions" params={params}>
              {i18n._("Questions of the call")}
            </Link>
          )}
          {published && (
            <Link className={buttonClass("default", true)} to="/calls/$callId/enquiries" params={params}>
              {i18n._("Questions from the public")}
            </Link>
          )}
          {published && (
            <Link className={buttonClass("default", true)} to="/calls/$callId" params={params}>
              {i18n._("Public page")}
            </Link>
          )}
          {published && (
            <Link className={buttonClass("default", true)} to="/calls/$callId/assignment" params={params}>
              {i18n._("Assignment of reviewers")}
            </Link>
          )}
          {published && (
            <Link className={buttonClass("default", true)} to="/calls/$callId/ranking" params={params}>
              {i18n._("Ranking")}
            </Link>
          )}
          {desk.mine && desk.state === "scheduled" && (
            <Link className={buttonClass("default", true)} to="/calls/$callId/reviewers" params={params}>
              {i18n._("Will the reviewers suffice?")}
            </Link>
          )}
          <FileLink href={`/api/calls/${call.callId}/file`} name={`${call.code}.json`} />
        </div>
        {desk.mine && desk.state === "decided" && <Archive callId={call.callId} />}
      </div>
    </Card>
  );
}

function Archive({ callId }: { readonly callId: CallDesk["call"]["callId"] }) {
  const { i18n } = useLingui();
  const refusal = useCallRefusal();
  const act = useAct({
    send: (_: undefined, key) => api("post", "/api/calls/{callId}/archive", { params: { callId }, body: {}, key }),
  });
  return (
    <>
      {act.error !== null && <ProblemNote problem={refusal(act.error) ?? act.error} />}
      <p className="small muted">
        {i18n._(
          "It is archived by itself once the last redress window has closed; the money kept for redress is free then.",
        )}
      </p>
      <div>
        <Button busy={act.isPending} onClick={() => act.mutate(undefined)}>
          {i18n._("Archive it now")}
        </Button>
      </div>
    </>
  );
}

function Payers({ desk }: { readonly desk: CallDesk }) {
  const { i18n } = useLingui();
  const parks = useParks();
  const { call } = desk;
  const own = useStaffParks(["manager", "finance"]);
  const nameOf = (parkId: string) => parks.find(({ id }) => id === parkId)?.name ?? parkId;
  const settable = desk.payers.filter(({ parkId }) => call.state === "draft" && own.some(({ id }) => id === parkId));
  return (
    <Card title={i18n._("Who pays")}>
      <dl className="kv">
        {desk.payers.map((payer) => (
          <FactRow key={payer.parkId} name={nameOf(payer.parkId)}>
            <Money amount={payer.available} currency={payer.currency} />{" "}
            {i18n._("free in {year}; {percent} % kept for redress", {
              year: String(payer.budgetYear),
              percent: payer.redressPercent,
            })}
          </FactRow>
        ))}
      </dl>
      {settable.map((payer) => (
        <BudgetForm
          key={`${payer.fundId} ${payer.budgetYear}`}
          callId={call.callId}
          payer={payer}
          park={nameOf(payer.parkId)}
        />
      ))}
    </Card>
  );
}
