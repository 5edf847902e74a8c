/** What the public check found: the answer first, every reason with what to do, and the way on. */
import { useLingui } from "@lingui/react";
import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { ApiResult } from "../../client.ts";
import { Button, buttonClass } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Icon } from "../../component/icon.tsx";
import { Tag } from "../../component/tag.tsx";
import { inLanguage } from "../../language/in-language.ts";
import { type Call, callQuery } from "../case/case-query.ts";
import { FundingTable } from "../case/funding-card.tsx";
import { useRequirementWords } from "../case/requirement-words.ts";
import { useNextStep } from "./use-next-step.ts";

type Report = ApiResult<"post", "/api/calls/{callId}/check">;

interface Props {
  readonly call: Call;
  readonly report: Report;
  readonly onChange: () => void;
}

export function CheckResult({ call, report, onChange }: Props) {
  const { i18n } = useLingui();
  const answer = useRef<HTMLHeadingElement>(null);
  useEffect(() => answer.current?.focus(), []);
  return (
    <div className="stack" role="status">
      <h2 className="answer" tabIndex={-1} ref={answer}>
        <Answer call={call} report={report} />
      </h2>
      <Next call={call} report={report} onChange={onChange} />
      <Requirements report={report} />
      {report.funding !== undefined && report.verdict !== "no" && (
        <Card title={i18n._("What it would cost you")}>
          <FundingTable funding={report.funding} offer={undefined} />
        </Card>
      )}
      <p className="small muted">
        {i18n._(
          "This answer rests on what you said and stores nothing. The same requirements are checked again when you send an application, then with your company's own figures and offer.",
        )}
      </p>
    </div>
  );
}

function Answer({ report }: Pick<Props, "call" | "report">) {
  const { i18n } = useLingui();
  const failing = report.requirements.filter(({ ok }) => !ok).length - report.toDo.length;
  if (report.verdict === "yes") return i18n._("Yes, you can apply to this call.");
  if (report.verdict === "not-yet") return i18n._("Nothing speaks against it. Something is still to be done first.");
  return i18n._(
    "{count, plural, one {This call is not for you, for one reason.} other {This call is not for you, for # reasons.}}",
    {
      count: failing,
    },
  );
}

function Next({ call, report, onChange }: Props) {
  const { i18n } = useLingui();
  const { callId } = call;
  return (
    <div className="stack">
      {report.verdict === "no" && <Others report={report} />}
      {report.verdict !== "no" && (
        <p>
          {i18n._(
            "If you go on to apply in this window, your answers are in the application already; you check them there.",
          )}
        </p>
      )}
      <div className="row">
        {report.verdict !== "no" && (
          <Link className={buttonClass("primary")} to="/calls/$callId" params={{ callId }}>
            {i18n._("Go on to apply")} <Icon name="arrow" />
          </Link>
        )}
        <Button onClick={onChange}>{i18n._("Change your answers")}</Button>
      </div>
    </div>
  );
}

function Others({ report }: Pick<Props, "report">) {
  const { i18n } = useLingui();
  const calls = useQueries({ queries: report.others.map((callId) => callQuery(callId)) }).flatMap(
    ({ data }) => data ?? [],
  );
  if (report.others.length === 0) {
    return (
      <p>
        {i18n._("No other open call fits these answers either.")} <Link to="/">{i18n._("See open calls")}</Link>
      </p>
    );
  }
  return (
    <>
      <p>
        {i18n._(
          "{count, plural, one {This open call is, as far as your answers go:} other {These open calls are, as far as your answers go:}}",
          {
            count: report.others.length,
          },
        )}
      </p>
      <ul>
        {calls.map((call) => (
          <li key={call.callId}>
            <Link to="/calls/$callId" params={{ callId: call.callId }}>
              {inLanguage(call.title, i18n.locale)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function Requirements({ report }: Pick<Props, "report">) {
  const { i18n } = useLingui();
  const words = useRequirementWords();
  const next = useNextStep();
  const sorted = report.requirements.toSorted((a, b) => Number(a.ok) - Number(b.ok));
  return (
    <Card title={i18n._("What was checked")}>
      <ul className="requirements">
        {sorted.map((requirement) => {
          const { title, reason } = words(requirement);
          const step = requirement.ok ? "" : next(requirement.code ?? "");
          return (
            <li key={requirement.requirement}>
              <div>
                <span className="m">{title}</span>
                {reason !== undefined && <p className="small">{reason}</p>}
                {step !== "" && <p className="small muted">{step}</p>}
              </div>
              <Answered requirement={requirement} toDo={report.toDo} />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

interface AnsweredProps {
  readonly requirement: Report["requirements"][number];
  readonly toDo: readonly string[];
}

function Answered({ requirement: { ok, requirement }, toDo }: AnsweredProps) {
  const { i18n } = useLingui();
  if (ok) return <Tag state="ok">{i18n._("Met")}</Tag>;
  if (toDo.includes(requirement)) return <Tag state="warn">{i18n._("To do")}</Tag>;
  return <Tag state="bad">{i18n._("Not met")}</Tag>;
}
