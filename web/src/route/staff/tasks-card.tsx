/** The tasks of a case: the open ones with who holds them and until when, then what was answered, newest first. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { buttonClass } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Icon } from "../../component/icon.tsx";
import { useSession } from "../../session.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { useActWords, useOutcomeWords } from "./act-words.ts";
import { useDutyWords } from "./duty-words.ts";
import { useHolders } from "./holder.tsx";
import type { Wanted } from "./staff-query.ts";

interface Props {
  readonly view: CaseView;
  readonly wanted: readonly Wanted[] | undefined;
}

type Task = CaseView["tasks"][number];
const shownDone = 6;

export function TasksCard({ view, wanted = [] }: Props) {
  const { i18n } = useLingui();
  const isSecretary = useSession().me?.grants.some(({ role }) => role === "secretary") === true;
  const open = view.tasks.filter(({ status }) => status === "open").sort((a, b) => a.due.localeCompare(b.due));
  const done = view.tasks
    .filter(({ status }) => status !== "open")
    .sort((a, b) => (b.at ?? b.opened).localeCompare(a.at ?? a.opened));
  return (
    <Card title={i18n._("Tasks")} aside={i18n._("{open} open, {done} done", { open: open.length, done: done.length })}>
      {open.length + done.length === 0 && <EmptyState>{i18n._("No task was opened yet.")}</EmptyState>}
      <ul className="tasks">
        {open.map((task) => (
          <OpenTask key={task.path} task={task} view={view} wanted={wanted.find(({ path }) => path === task.path)} />
        ))}
        {done.slice(0, shownDone).map((task) => (
          <DoneTask key={task.path} task={task} view={view} />
        ))}
      </ul>
      {isSecretary && open.length > 0 && (
        <Link to="/cases/$caseId/reassign" params={{ caseId: view.caseId }}>
          {i18n._("Reassign a task")}
        </Link>
      )}
      {done.length > shownDone && (
        <details className="more">
          <summary>{i18n._("{count} earlier tasks", { count: done.length - shownDone })}</summary>
          <ul className="tasks">
            {done.slice(shownDone).map((task) => (
              <DoneTask key={task.path} task={task} view={view} />
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

function OpenTask({
  task,
  view,
  wanted,
}: {
  readonly task: Task;
  readonly view: CaseView;
  readonly wanted: Wanted | undefined;
}) {
  const { i18n } = useLingui();
  const format = useFormat();
  const duty = useDutyWords();
  const { title, to } = useActWords()({ ...task, caseId: view.caseId, callId: view.callId });
  const { who, people } = useHolders()(task, view, wanted);
  const held = people.length === 0 ? who : `${who} (${people.join(", ")})`;
  const days = { opened: format.date(task.opened, "short"), due: format.date(task.due, "day") };
  return (
    <li>
      <Icon name={task.overdue ? "alert" : "clock"} />
      <div>
        <span className="m">{title}</span>
        <p>
          {held}.{" "}
          <span className={task.overdue ? "late" : undefined}>
            {task.overdue
              ? i18n._("Opened {opened}, was due on {due}.", days)
              : i18n._("Opened {opened}, due on {due}.", days)}
          </span>
        </p>
        {wanted?.refusal !== undefined && <p className="why">{duty(wanted.refusal, { kind: wanted.kind })}</p>}
      </div>
      {wanted?.mine === true && wanted.refusal === undefined && to !== undefined && (
        <Link className={buttonClass("default", true)} to={to}>
          {i18n._("Open")}
          <span className="sr">: {title}</span>
        </Link>
      )}
    </li>
  );
}

function DoneTask({ task, view }: { readonly task: Task; readonly view: CaseView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const outcome = useOutcomeWords()(task.kind, task.status === "cancelled" ? "cancelled" : task.outcome);
  const { title } = useActWords()({ ...task, caseId: view.caseId });
  const by = task.by === undefined ? "" : (view.names[task.by] ?? (task.status === "timed-out" ? "" : task.by));
  const system = by.startsWith("system:");
  const when = task.at === undefined ? "" : format.moment(task.at);
  return (
    <li>
      <Icon name={task.status === "answered" ? "check" : "cross"} />
      <div>
        <span className="m">{title}</span>
        <p>
          {by === "" || system
            ? i18n._("{outcome}, {when}", { outcome, when })
            : i18n._("{outcome} by {name}, {when}", { outcome, name: by, when })}
        </p>
      </div>
    </li>
  );
}
