/** Starting an application from a call: signed in, for one of one's organisations, while the call is open. */
import { useLingui } from "@lingui/react";
import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../client.ts";
import { Button, buttonClass } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { Icon } from "../../component/icon.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { type Me, useSession } from "../../session.ts";
import { useAct } from "../../use-act.ts";
import type { Call } from "../case/case-query.ts";
import { useRefusal } from "../case/use-refusal.ts";
import { forgetCheck, keptCheck, sectionsFrom } from "./kept-check.ts";

type OrganisationId = Me["memberships"][number]["organisationId"];

export function StartApplication({ call }: { readonly call: Call }) {
  const { i18n } = useLingui();
  return (
    <Card title={i18n._("Apply")}>
      <div className="stack">
        <Door call={call} />
      </div>
    </Card>
  );
}

function Door({ call }: { readonly call: Call }) {
  const { i18n } = useLingui();
  if (call.state === "scheduled") {
    return (
      <p>
        {i18n._("The call opens on")} <DateTime at={call.opens} />.
      </p>
    );
  }
  if (call.state !== "open") return <p>{i18n._("The call is closed.")}</p>;
  return (
    <>
      <Account call={call} />
      <p>
        <Link to="/calls/$callId/check" params={{ callId: call.callId }}>
          {i18n._("Can I apply? Check it first, without an account.")}
        </Link>
      </p>
    </>
  );
}

function Account({ call }: { readonly call: Call }) {
  const { i18n } = useLingui();
  const { me } = useSession();
  const { href } = useLocation();
  if (me === null) {
    return (
      <>
        <p>{i18n._("You need an account: your e-mail address, and a code that we send to it.")}</p>
        <div>
          <Link className={buttonClass("primary")} to="/sign-in" search={{ back: href }}>
            {i18n._("Sign in to apply")}
          </Link>
        </div>
      </>
    );
  }
  return <Choice call={call} />;
}

/** Saved by the same conditional writes as typing; when one of them fails, trying again goes on with the same draft. */
async function carryOver(callId: string, caseId: string): Promise<void> {
  const answers = keptCheck(callId)?.answers;
  if (answers === undefined) return;
  for (const { sectionId, data } of sectionsFrom(answers)) {
    await api("put", "/api/cases/{caseId}/sections/{sectionId}", {
      params: { caseId, sectionId },
      body: { data: { ...data } },
    });
  }
  forgetCheck(callId);
}

function Choice({ call }: { readonly call: Call }) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const refusal = useRefusal();
  const { me } = useSession();
  const { href } = useLocation();
  const writable = (me?.memberships ?? []).filter(({ level }) => level === "owner" || level === "editor");
  const [chosen, setChosen] = useState<OrganisationId>();
  const organisationId = chosen ?? writable[0]?.organisationId;
  const start = useAct({
    send: async (organisation: OrganisationId, key) => {
      const body = { callId: call.callId, organisationId: organisation };
      const started = await api("post", "/api/cases", { params: {}, body, key });
      await carryOver(call.callId, started.caseId);
      return started;
    },
    onDone: ({ caseId }) => void navigate({ to: "/cases/$caseId", params: { caseId } }),
  });
  if (organisationId === undefined) {
    return (
      <>
        <p>
          {i18n._(
            "Applications are written for an organisation, by its owners and editors. Register yours, or ask a colleague who is an owner to invite you.",
          )}
        </p>
        <div>
          <Link className={buttonClass("primary")} to="/organisations/new" search={{ back: href }}>
            {i18n._("Register your organisation")}
          </Link>
        </div>
      </>
    );
  }
  const carried = keptCheck(call.callId)?.answers !== undefined;
  return (
    <>
      <p>{i18n._("Nothing is sent until you say so. Each answer is saved while you type.")}</p>
      {carried && <p>{i18n._("Your answers of the check are taken over; you can change them.")}</p>}
      {writable.length > 1 && (
        <div className="field">
          <label htmlFor="organisation">{i18n._("For which organisation?")}</label>
          <select
            className="input"
            id="organisation"
            value={organisationId}
            onChange={(event) => setChosen(writable[event.currentTarget.selectedIndex]?.organisationId)}
          >
            {writable.map((one) => (
              <option key={one.organisationId} value={one.organisationId}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
      )}
      {start.error !== null && <ProblemNote problem={refusal(start.error)} />}
      <div>
        <Button kind="primary" busy={start.isPending} onClick={() => start.mutate(organisationId)}>
          {i18n._("Start an application")} <Icon name="arrow" />
        </Button>
      </div>
    </>
  );
}
