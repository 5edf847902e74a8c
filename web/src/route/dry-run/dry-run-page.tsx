/** A dry run of a draft: who applies, the three places to walk it from, and what was noticed. */
import { useLingui } from "@lingui/react";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { Button, buttonClass } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { ConfirmDialog } from "../../component/confirm-dialog.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { Tag } from "../../component/tag.tsx";
import { dryCaseId } from "../../dry-run-id.ts";
import { inLanguage } from "../../language/in-language.ts";
import { useParks } from "../../network.ts";
import { stepsOf } from "../applicant/section-list.ts";
import { askDryRun, type DryRunView } from "./answer.ts";
import { forgetRun, keepRun, keptRun, type Run } from "./kept-run.ts";
import { NoticedCard } from "./noticed-card.tsx";
import { usePartWords } from "./use-part-words.ts";
import { WhoCard } from "./who-card.tsx";
import "../case/case.css";
import "../applicant/applicant.css";

function dryRunQuery(callId: string) {
  return queryOptions({
    queryKey: ["dry-run", callId],
    queryFn: async () => {
      const { run } = await keptRun(callId);
      return { run, found: await askDryRun({ callId, part: "applicant" }, run) };
    },
    refetchOnMount: "always",
  });
}

export function RoutePage() {
  const { i18n } = useLingui();
  const { callId = "" }: { callId?: string } = useParams({ strict: false });
  const query = useQuery(dryRunQuery(callId));
  // A form that is being filled in stays; only what begins anew is drawn anew.
  const [round, setRound] = useState(0);
  const call = query.data?.found.call;
  return (
    <Page
      title={i18n._("Dry run")}
      windowTitle={i18n._("Dry run of {code}", { code: call?.code ?? "" })}
      up={{
        to: `/calls/${callId}/desk`,
        label: call === undefined ? i18n._("Call") : inLanguage(call.title, i18n.locale),
      }}
      {...(call === undefined ? {} : { eyebrow: <span className="mono">{call.code}</span> })}
    >
      <Loaded query={query} lines={10}>
        {({ run, found }) => (
          <div className="two">
            <div className="stack">
              <Intro found={found} />
              <Parts callId={callId} run={run} found={found} onOver={() => setRound((count) => count + 1)} />
              <NoticedCard callId={callId} found={found} />
            </div>
            <aside className="side">
              <WhoCard key={round} call={found.call} callId={callId} run={run} />
            </aside>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Intro({ found }: { readonly found: DryRunView }) {
  const { i18n } = useLingui();
  const zone = useParks().find(({ id }) => id === found.call.leadPark)?.zone;
  return (
    <Note kind="warn">
      <p>
        {i18n._(
          "Walk the draft as a company, its provider and a reviewer will. The pages and rules are the real ones; the people are invented. What you type stays in this window until you close it: no case, no number, no letter, no money.",
        )}
      </p>
      <p>
        {i18n._("Everything is worked out as if the call were published, for")}{" "}
        <DateTime at={found.at} {...(zone === undefined ? {} : { zone })} />.
      </p>
    </Note>
  );
}

interface PartsProps {
  readonly callId: string;
  readonly run: Run;
  readonly found: DryRunView;
  /** What was typed is forgotten. */
  readonly onOver: () => void;
}

function Parts({ callId, run, found, onOver }: PartsProps) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const words = usePartWords();
  const [asked, setAsked] = useState(false);
  const steps = stepsOf(found.call).filter((step) => step !== "provider");
  const done = steps.filter((step) => !found.check.missing.some(({ section }) => section === step)).length;
  const again = async () => {
    keepRun(callId, { ...run, sent: false, filed: false });
    await queries.invalidateQueries();
  };
  const startOver = async () => {
    forgetRun(callId);
    setAsked(false);
    await queries.invalidateQueries();
    onOver();
  };
  const parts = [
    {
      part: "applicant",
      state: run.sent ? (
        <Tag state="ok">{i18n._("Sent")}</Tag>
      ) : (
        <span className="small muted">{i18n._("{done} of {all} sections completed", { done, all: steps.length })}</span>
      ),
    },
    { part: "provider", state: <OfferState run={run} /> },
    { part: "reviewer", state: <ReviewState run={run} /> },
  ] as const;
  return (
    <Card title={i18n._("Walk it")}>
      <div className="stack">
        <ul className="requirements">
          {parts.map(({ part, state }) => (
            <li key={part}>
              {part === "provider" && run.provider === undefined ? (
                <span className="muted">{words[part]}</span>
              ) : (
                <Link to="/cases/$caseId" params={{ caseId: dryCaseId(part, callId) }}>
                  {words[part]}
                </Link>
              )}
              {state}
            </li>
          ))}
        </ul>
        <div className="row">
          <Link
            className={buttonClass("primary")}
            to="/cases/$caseId"
            params={{ caseId: dryCaseId("applicant", callId) }}
          >
            {i18n._("Begin as the company")}
          </Link>
          {(run.sent || run.filed) && (
            <Button onClick={() => void again()}>{i18n._("Open answers and review again")}</Button>
          )}
          <Button kind="quiet" onClick={() => setAsked(true)}>
            {i18n._("Start over")}
          </Button>
        </div>
      </div>
      <ConfirmDialog
        open={asked}
        title={i18n._("Start the dry run over?")}
        act={i18n._("Start over")}
        busy={false}
        onAct={() => void startOver()}
        onClose={() => setAsked(false)}
      >
        <p>{i18n._("What was typed in it is erased from this window.")}</p>
      </ConfirmDialog>
    </Card>
  );
}

function OfferState({ run: { provider, offer } }: { readonly run: Run }) {
  const { i18n } = useLingui();
  if (provider === undefined) return <span className="small muted">{i18n._("The company asks a provider first")}</span>;
  if (offer === undefined) return <Tag state="now">{i18n._("Asked for an offer")}</Tag>;
  return offer.answer === "confirmed" ? (
    <Tag state="ok">{i18n._("Offer confirmed")}</Tag>
  ) : (
    <Tag state="bad">{i18n._("Offer declined")}</Tag>
  );
}

function ReviewState({ run: { declaration, review, filed } }: { readonly run: Run }) {
  const { i18n } = useLingui();
  if (filed) return <Tag state="ok">{i18n._("Review sent")}</Tag>;
  if (declaration === undefined) return <span className="small muted">{i18n._("Nothing declared yet")}</span>;
  return <Tag state="now">{review === undefined ? i18n._("Declared") : i18n._("Review begun")}</Tag>;
}
