/** The case of a reviewer: the declaration first, then proposal and form side by side, then what was sent. */
import { useLingui } from "@lingui/react";
import { rubricFor } from "@multihelix/core/review/lay-part.ts";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { ParkMark } from "../../component/park-mark.tsx";
import { useParks } from "../../network.ts";
import { type CaseView, callQuery } from "../case/case-query.ts";
import { ClosedOn } from "../case/closed-on.tsx";
import { MessagesLink } from "../case/messages-card.tsx";
import { useFormat } from "../case/use-format.ts";
import { useUp } from "../case/use-up.ts";
import { DeclarationForm } from "./declaration.tsx";
import { FiledReview } from "./filed-review.tsx";
import { ReviewDesk } from "./review-desk.tsx";
import "../case/case.css";
import "./reviewer.css";

export function CasePart({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const up = useUp(view.caseId, { to: "/reviews", label: i18n._("My reviews") });
  const call = useQuery(callQuery(view.callId));
  const [slot] = view.slots;
  if (slot === undefined) {
    return (
      <ReviewPage view={view}>
        <Note>{i18n._("This review is no longer yours.")}</Note>
      </ReviewPage>
    );
  }
  if (slot.status === "invited") {
    return (
      <ReviewPage view={view} width="decision" note={slot.lay === true && <AsLay />}>
        <DeclarationForm
          view={view}
          slot={slot}
          onDone={(outcome) => {
            // The case is no longer there for whoever leaves it.
            if (outcome !== "accepted") void navigate({ to: up.to });
          }}
        />
      </ReviewPage>
    );
  }
  return (
    <ReviewPage
      view={view}
      note={
        <>
          <Declared slot={slot} />
          {slot.lay === true && <AsLay />}
        </>
      }
    >
      <Loaded query={call} lines={8}>
        {(loaded) => {
          const own = { ...loaded, rubric: rubricFor(loaded.rubric, slot) };
          return slot.status === "filed" ? (
            <FiledReview view={view} call={own} />
          ) : (
            <ReviewDesk key={slot.round} view={view} call={own} slot={slot.slot} />
          );
        }}
      </Loaded>
    </ReviewPage>
  );
}

interface PageProps {
  readonly view: CaseView;
  readonly width?: "decision" | "expert";
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

function ReviewPage({ view, width = "expert", note, children }: PageProps) {
  const { i18n } = useLingui();
  const parks = useParks();
  const up = useUp(view.caseId, { to: "/reviews", label: i18n._("My reviews") });
  const provider = parks.find(({ id }) => id === view.provider?.parkId);
  const paying = parks.filter(({ id }) => view.payingParks.includes(id));
  return (
    <Page
      title={view.title}
      windowTitle={i18n._("Review {reference}", { reference: view.reference })}
      width={width}
      up={up}
      eyebrow={
        <>
          <span className="mono">{view.reference}</span>
          <span>
            {i18n._("Voucher, paid by")}{" "}
            {paying.map((park) => (
              <ParkMark key={park.id} park={park} />
            ))}
          </span>
          {provider !== undefined && (
            <span>
              {i18n._("provider at")} <ParkMark park={provider} />
            </span>
          )}
        </>
      }
    >
      {view.closedAt !== undefined && (
        <p className="small muted">
          <ClosedOn view={view} />
        </p>
      )}
      {note}
      <MessagesLink caseId={view.caseId} />
      {children}
    </Page>
  );
}

function AsLay() {
  const { i18n } = useLingui();
  return (
    <Note>
      {i18n._("You are asked as a patient or lay member: you score only the criteria that the call means for you.")}
    </Note>
  );
}

function Declared({ slot }: { readonly slot: CaseView["slots"][number] }) {
  const { i18n } = useLingui();
  const format = useFormat();
  if (slot.declaredAt === undefined) return null;
  return (
    <Note kind="ok">
      {i18n._("You declared no conflict on {moment}. If that changes, tell the park at once.", {
        moment: format.moment(slot.declaredAt),
      })}
    </Note>
  );
}
