/** Check your answers: everything on one page, every requirement, the price and the aid, then sending. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { useParks } from "../../network.ts";
import { useAct } from "../../use-act.ts";
import { CaseEyebrow } from "../case/case-eyebrow.tsx";
import { type CaseView, type Check, caseQuery, checkQuery, useCaseId } from "../case/case-query.ts";
import { FundingCard } from "../case/funding-card.tsx";
import { HeadroomCard } from "../case/headroom-card.tsx";
import { mayWrite, useLevel } from "../case/use-level.ts";
import { useRefusal } from "../case/use-refusal.ts";
import { Answers } from "./answers.tsx";
import { RequirementList } from "./requirement-list.tsx";
import "../case/case.css";
import "./applicant.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const caseId = useCaseId();
  const query = useQuery(caseQuery(caseId));
  const check = useQuery({ ...checkQuery(caseId), refetchOnMount: "always" });
  const view = query.data;
  return (
    <Page
      title={i18n._("Check your answers and send")}
      {...(view === undefined
        ? {}
        : {
            windowTitle: i18n._("Check your answers, {reference}", { reference: view.reference }),
            up: { to: `/cases/${caseId}`, label: view.title || i18n._("Your application") },
            eyebrow: <CaseEyebrow view={view} />,
          })}
    >
      <Loaded query={query} lines={8}>
        {(loaded) => (
          <Loaded query={check} lines={8}>
            {(checked) => <Body view={loaded} check={checked} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

interface BodyProps {
  readonly view: CaseView;
  readonly check: Check;
}

function Body({ view, check }: BodyProps) {
  const { i18n } = useLingui();
  const failing = check.requirements.filter(({ ok }) => !ok).length;
  return (
    <div className="two">
      <div className="stack">
        <Card
          title={i18n._("What is required")}
          aside={
            failing === 0
              ? i18n._("All {count} met", { count: check.requirements.length })
              : i18n._("{count} of {all} not met yet", { count: failing, all: check.requirements.length })
          }
        >
          <RequirementList requirements={check.requirements} caseId={view.caseId} />
        </Card>
        {check.documents.length > 0 && (
          <Note kind="warn">
            {i18n._("Documents that the call asks for are missing.")}{" "}
            <Link to="/cases/$caseId/documents" params={{ caseId: view.caseId }}>
              {i18n._("Documents to bring along")}
            </Link>
          </Note>
        )}
        <Answers view={view} />
        {view.status === "draft" ? (
          <Send view={view} check={check} />
        ) : (
          <Note>{i18n._("This application was sent.")}</Note>
        )}
      </div>
      <aside className="side">
        {check.funding !== undefined && <FundingCard funding={check.funding} offer={view.offer} />}
        {check.headrooms.map((headroom) => (
          <HeadroomCard key={`${headroom.basis} ${headroom.jurisdiction}`} headroom={headroom} />
        ))}
      </aside>
    </div>
  );
}

function Send({ view, check }: BodyProps) {
  const { i18n } = useLingui();
  const refusal = useRefusal();
  const navigate = useNavigate();
  const { caseId } = view;
  const level = useLevel(view.applicant.organisationId);
  const zone = useParks().find(({ id }) => id === view.leadPark)?.zone;
  const submit = useAct({
    send: (_: undefined, key) => api("post", "/api/cases/{caseId}/submission", { params: { caseId }, body: {}, key }),
    onDone: () => void navigate({ to: "/cases/$caseId/receipt", params: { caseId } }),
  });
  const reason = whyNot();
  return (
    <section className="stack" aria-labelledby="send">
      <h2 id="send">{i18n._("Send your application")}</h2>
      <p>
        {i18n._(
          "When you send, the answers and the offer are frozen, and you get a receipt at once. You can withdraw until a voucher is issued. The call closes on",
        )}{" "}
        <DateTime at={check.closes} {...(zone === undefined ? {} : { zone })} />;{" "}
        {i18n._("by the clock of the server, {minutes} minutes later still count.", { minutes: check.graceMinutes })}
      </p>
      {submit.error !== null && <ProblemNote problem={refusal(submit.error)} />}
      <div className="row">
        {reason === undefined ? (
          <Button kind="primary" busy={submit.isPending} onClick={() => submit.mutate(undefined)}>
            {i18n._("Send the application")}
          </Button>
        ) : (
          <Button notAllowed={reason}>{i18n._("Send the application")}</Button>
        )}
      </div>
    </section>
  );

  function whyNot(): string | undefined {
    if (!mayWrite(level)) return i18n._("An owner or editor of your company sends it.");
    return check.ready ? undefined : i18n._("Something is still missing: see what is required, on top of this page.");
  }
}
