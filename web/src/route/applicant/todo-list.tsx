/** What is wanted from somebody, soonest first: answers with a due day, offers to make, drafts to complete. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { EmptyState } from "../../component/empty-state.tsx";
import { Due } from "../case/due.tsx";
import type { MyTask } from "../case/my-tasks-query.ts";
import { useTaskWords } from "../case/use-wanted.ts";
import type { MyCase } from "./my-cases-query.ts";

interface Props {
  readonly tasks: readonly MyTask[];
  readonly offers: readonly MyCase[];
  readonly drafts: readonly MyCase[];
}

export function TodoList({ tasks, offers, drafts }: Props) {
  const { i18n } = useLingui();
  const words = useTaskWords();
  if (tasks.length + offers.length + drafts.length === 0)
    return <EmptyState>{i18n._("Nothing is wanted from you now.")}</EmptyState>;
  return (
    <ul className="todo">
      {tasks.map((task) => (
        <Todo key={`${task.caseId} ${task.path}`} caseId={task.caseId} what={words[task.kind] ?? ""} about={task}>
          <Due due={task.due} overdue={task.overdue} />
        </Todo>
      ))}
      {offers.map((one) => (
        <Todo
          key={one.caseId}
          caseId={one.caseId}
          what={i18n._("Confirm your offer to {name}, or decline", { name: one.applicant })}
          about={one}
        />
      ))}
      {drafts.map((one) => (
        <Todo key={one.caseId} caseId={one.caseId} what={i18n._("Complete and send your application")} about={one} />
      ))}
    </ul>
  );
}

interface TodoProps {
  readonly caseId: string;
  readonly what: string;
  readonly about: { readonly title: string; readonly reference: string };
  readonly children?: ReactNode;
}

function Todo({ caseId, what, about, children }: TodoProps) {
  return (
    <li>
      <div>
        <Link className="m" to="/cases/$caseId" params={{ caseId }}>
          {what}
        </Link>
        <div className="small muted">
          {about.title} <span className="mono nowrap">{about.reference}</span>
        </div>
      </div>
      {children}
    </li>
  );
}
