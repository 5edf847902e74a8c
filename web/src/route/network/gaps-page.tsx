/** What would stall, for the network's secretary: each gap with the way to where it is mended. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { Tag } from "../../component/tag.tsx";
import { useNameOfRole } from "../../language/use-role-name.ts";
import { useParks } from "../../network.ts";
import { useStepWords } from "../call/use-step-words.ts";
import { useActWords } from "../staff/act-words.ts";
import { type Gaps, gapsQuery, scopeOf } from "./roles-query.ts";
import "../staff/staff.css";
import "./network.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const query = useQuery(gapsQuery);
  return (
    <Page
      title={i18n._("What would stall")}
      width="expert"
      lead={i18n._("Duties that lack people, tasks that nobody may do, calls and accounts that wait for somebody.")}
    >
      <Loaded query={query} lines={12}>
        {(gaps) => (
          <div className="roles">
            <Vacant tasks={gaps.vacant} />
            <Late tasks={gaps.late} />
            <Duties duties={gaps.duties} />
            <Calls calls={gaps.calls} />
            <Accounts accounts={gaps.accounts} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Vacant({ tasks }: { readonly tasks: Gaps["vacant"] }) {
  const { i18n } = useLingui();
  return (
    <Card title={i18n._("Tasks that nobody may do")} aside={tasks.length}>
      {tasks.length === 0 ? (
        <EmptyState>{i18n._("Every open task has somebody.")}</EmptyState>
      ) : (
        <ul className="gap-list">
          {tasks.map((task) => (
            <TaskLine key={keyOf(task)} task={task} mend={<Mend />} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Late({ tasks }: { readonly tasks: Gaps["late"] }) {
  const { i18n } = useLingui();
  return (
    <Card title={i18n._("Late tasks")} aside={tasks.length}>
      {tasks.length === 0 ? (
        <EmptyState>{i18n._("No task of a park is late.")}</EmptyState>
      ) : (
        <ul className="gap-list">
          {tasks.map((task) => (
            <TaskLine
              key={keyOf(task)}
              task={task}
              more={i18n._("Asked now: {names}.", { names: task.asked.join(", ") })}
              mend={
                <Link to="/cases/$caseId/reassign" params={{ caseId: task.caseId }}>
                  {i18n._("Reassign")} <span className="sr">{task.reference}</span>
                </Link>
              }
            />
          ))}
        </ul>
      )}
    </Card>
  );
}

type Waiting = Gaps["vacant"][number];

const keyOf = ({ caseId, kind, parkId, due }: Waiting) => `${caseId} ${kind} ${parkId} ${due}`;

interface TaskLineProps {
  readonly task: Waiting;
  /** Behind the due day. */
  readonly more?: string;
  /** The way to mend it. */
  readonly mend: ReactNode;
}

function TaskLine({ task, more, mend }: TaskLineProps) {
  const { i18n } = useLingui();
  const act = useActWords();
  const nameOfRole = useNameOfRole();
  return (
    <li>
      <div>
        <Link to="/cases/$caseId" params={{ caseId: task.caseId }}>
          {task.reference}
        </Link>{" "}
        {act({ caseId: task.caseId, kind: task.kind, slot: "-" }).title}
        <span className="small muted">
          {nameOfRole(task.role, scopeOf(task))}, {i18n._("due")} <DateTime at={task.due} show="date" />
          {more !== undefined && <>. {more}</>}
        </span>
      </div>
      {mend}
    </li>
  );
}

/** A role for somebody is what mends a duty. */
function Mend() {
  const { i18n } = useLingui();
  return <Link to="/roles">{i18n._("Give the role")}</Link>;
}

function Duties({ duties }: { readonly duties: Gaps["duties"] }) {
  const { i18n } = useLingui();
  const nameOfRole = useNameOfRole();
  const words: Record<Gaps["duties"][number]["gaps"][number], string> = {
    none: i18n._("Nobody"),
    one: i18n._("One person alone"),
    ending: i18n._("All end within 60 days"),
    "no-substitute": i18n._("Nobody stands in"),
    "substitute-disabled": i18n._("The substitute cannot sign in"),
  };
  return (
    <Card title={i18n._("Duties that lack people")} aside={duties.length}>
      {duties.length === 0 ? (
        <EmptyState>{i18n._("Every duty has people and a substitute.")}</EmptyState>
      ) : (
        <ul className="gap-list">
          {duties.map((duty) => (
            <li key={`${duty.role} ${duty.parkId ?? ""}`}>
              <div>
                <span className="row tags">
                  <strong>{nameOfRole(duty.role, scopeOf(duty))}</strong>
                  {duty.gaps.map((gap) => (
                    <Tag key={gap} state={gap === "none" ? "bad" : "warn"}>
                      {words[gap]}
                    </Tag>
                  ))}
                </span>
                <span className="small muted">{duty.holders.map(({ name }) => name).join(", ")}</span>
              </div>
              <Mend />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Calls({ calls }: { readonly calls: Gaps["calls"] }) {
  const { i18n } = useLingui();
  const parks = useParks();
  const step = useStepWords();
  const nameOf = (parkId: string) => parks.find(({ id }) => id === parkId)?.name ?? parkId;
  return (
    <Card title={i18n._("Calls that lack something")} aside={calls.length}>
      {calls.length === 0 ? (
        <EmptyState>{i18n._("Every call has what it needs.")}</EmptyState>
      ) : (
        <ul className="gap-list">
          {calls.map((call) => (
            <li key={call.callId}>
              <div>
                <strong>{call.code}</strong> {nameOf(call.leadPark)}
                <span className="small muted">
                  {[
                    ...(call.problems === 0
                      ? []
                      : [
                          i18n._(
                            "{count, plural, one {# thing of its own is missing} other {# things of its own are missing}}",
                            {
                              count: call.problems,
                            },
                          ),
                        ]),
                    ...call.parksWithoutMoney.map((parkId) => i18n._("No money of {park}", { park: nameOf(parkId) })),
                    ...call.steps.map((one) => i18n._("Too few people: {step}", { step: step(one) })),
                  ].join("; ")}
                </span>
              </div>
              <Link to="/calls/$callId/desk" params={{ callId: call.callId }}>
                {i18n._("Open the call")} <span className="sr">{call.code}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Accounts({ accounts }: { readonly accounts: Gaps["accounts"] }) {
  const { i18n } = useLingui();
  const parks = useParks();
  return (
    <Card title={i18n._("Bank accounts that wait")} aside={accounts.length}>
      {accounts.length === 0 ? (
        <EmptyState>{i18n._("No payment waits for an account.")}</EmptyState>
      ) : (
        <ul className="gap-list">
          {accounts.map(({ caseId, payee, parkId, status }) => (
            <li key={`${parkId} ${caseId}`}>
              <div>
                <strong>{payee}</strong>
                <span className="small muted">
                  {parks.find(({ id }) => id === parkId)?.name ?? parkId}:{" "}
                  {status === "proposed" ? i18n._("Finance has not answered") : i18n._("Confirmed, waits for its day")}
                </span>
              </div>
              <Link to="/cases/$caseId" params={{ caseId }}>
                {i18n._("Open the case")} <span className="sr">{payee}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
