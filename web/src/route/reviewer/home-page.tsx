/** The reviews that wait for somebody, soonest due first. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { buttonClass } from "../../component/button.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { Tag } from "../../component/tag.tsx";
import { Due } from "../case/due.tsx";
import { tasksQuery } from "../case/my-tasks-query.ts";
import "../case/case.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const query = useQuery({ ...tasksQuery, refetchInterval: 30_000 });
  return (
    <Page
      title={i18n._("My reviews")}
      lead={i18n._("You first say whether you know anyone; then the full text opens.")}
      actions={
        <Link className={buttonClass("default")} to="/reviews/profile">
          {i18n._("My profile as a reviewer")}
        </Link>
      }
    >
      <Loaded query={query} lines={6}>
        {({ tasks }) => {
          const mine = tasks.filter(({ kind }) => kind === "declare" || kind === "review");
          if (mine.length === 0)
            return <EmptyState>{i18n._("No review waits for you. You get a letter when one does.")}</EmptyState>;
          return (
            <ul className="todo">
              {mine.map((task) => (
                <li key={`${task.caseId} ${task.path}`}>
                  <div>
                    <Link className="m" to="/cases/$caseId" params={{ caseId: task.caseId }}>
                      {task.title}
                    </Link>
                    <div className="small muted mono">{task.reference}</div>
                  </div>
                  <span className="row">
                    {task.kind === "declare" ? (
                      <Tag state="idle" icon="ring">
                        {i18n._("Declare first")}
                      </Tag>
                    ) : (
                      <Tag state="now">{i18n._("Open to you")}</Tag>
                    )}
                    <Due due={task.due} overdue={task.overdue} />
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Page>
  );
}
