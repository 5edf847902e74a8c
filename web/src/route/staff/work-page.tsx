/** The first page of staff: what is wanted from them, soonest due first. */
import { useLingui } from "@lingui/react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ApiResult, api } from "../../client.ts";
import { Age } from "../../component/age.tsx";
import { buttonClass } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { useFormat } from "../case/use-format.ts";
import { useActWords } from "./act-words.ts";
import { ApprovalsTogether } from "./approvals-together.tsx";
import { useDutyWords } from "./duty-words.ts";
import { EnquiriesWaiting, useEnquiriesWaiting } from "./enquiries-waiting.tsx";
import { useStaffParks } from "./use-staff-parks.ts";
import "./staff.css";

type MyTask = ApiResult<"get", "/api/my/tasks">["tasks"][number];

export const myTasksQuery = queryOptions({
  queryKey: ["my", "tasks"],
  queryFn: ({ signal }) => api("get", "/api/my/tasks", { signal }),
  refetchInterval: 30_000,
});

export function RoutePage() {
  const { i18n } = useLingui();
  const query = useQuery(myTasksQuery);
  const enquiries = useEnquiriesWaiting();
  return (
    <Page
      title={i18n._("Wanted from you")}
      width="expert"
      lead={
        query.data === undefined
          ? undefined
          : i18n._("{count, plural, =0 {Nothing waits for you.} one {# task.} other {# tasks.}}", {
              count: query.data.tasks.filter(({ refusal }) => refusal === undefined).length + enquiries.length,
            })
      }
    >
      <div className="stack">
        <EnquiriesWaiting enquiries={enquiries} />
        <ApprovalsTogether
          waiting={
            query.data?.tasks.filter(({ kind, refusal }) => kind === "approve" && refusal === undefined).length ?? 0
          }
        />
        <Loaded query={query} lines={8}>
          {({ tasks }) => (tasks.length === 0 ? <Nothing /> : <Groups tasks={tasks} />)}
        </Loaded>
      </div>
    </Page>
  );
}

function Nothing() {
  const { i18n } = useLingui();
  const isManager = useStaffParks(["manager", "approver", "finance", "auditor", "secretary"]).length > 0;
  return (
    <EmptyState
      action={
        isManager ? (
          <Link className={buttonClass()} to="/pipeline">
            {i18n._("See all cases")}
          </Link>
        ) : undefined
      }
    >
      {i18n._("No case waits for you. You get a letter when one does.")}
    </EmptyState>
  );
}

function Groups({ tasks }: { readonly tasks: readonly MyTask[] }) {
  const { i18n } = useLingui();
  const free = tasks.filter(({ refusal }) => refusal === undefined);
  const groups = [
    { id: "over", title: i18n._("Over"), tasks: free.filter(({ overdue }) => overdue) },
    {
      id: "soon",
      title: i18n._("Due within two working days"),
      tasks: free.filter(({ overdue, workingDaysLeft }) => !overdue && (workingDaysLeft ?? 9) <= 2),
    },
    {
      id: "later",
      title: i18n._("Later"),
      tasks: free.filter(({ overdue, workingDaysLeft }) => !overdue && (workingDaysLeft ?? 9) > 2),
    },
    {
      id: "colleague",
      title: i18n._("For a colleague"),
      tasks: tasks.filter(({ refusal }) => refusal !== undefined),
    },
  ];
  const columns = useColumns();
  return (
    <div className="act-page">
      {groups
        .filter((group) => group.tasks.length > 0)
        .map((group) => (
          <Card key={group.id} title={group.title} aside={group.tasks.length} flush>
            <DataTable
              caption={group.title}
              columns={columns}
              rows={group.tasks}
              rowKey={({ caseId, path }) => `${caseId} ${path}`}
            />
          </Card>
        ))}
    </div>
  );
}

function useColumns(): readonly Column<MyTask>[] {
  const { i18n } = useLingui();
  const act = useActWords();
  const duty = useDutyWords();
  const format = useFormat();
  return [
    {
      id: "what",
      head: i18n._("What"),
      cell: (task) => {
        const { title, to } = act(task);
        return (
          <>
            <Link to={to ?? `/cases/${task.caseId}`}>{title}</Link>
            {task.refusal !== undefined && (
              <div className="tiny muted plain">{duty(task.refusal, { kind: task.kind })}</div>
            )}
          </>
        );
      },
    },
    {
      id: "case",
      head: i18n._("Case"),
      cell: ({ caseId, reference, title }) => (
        <div>
          <Link className="mono" to="/cases/$caseId" params={{ caseId }}>
            {reference}
          </Link>
          <div className="tiny muted">{title}</div>
        </div>
      ),
    },
    { id: "company", head: i18n._("Company"), cell: ({ applicant }) => applicant },
    {
      id: "age",
      head: i18n._("Age"),
      cell: ({ elapsed, workingDaysLeft }) =>
        elapsed === undefined || workingDaysLeft === undefined ? null : (
          <Age elapsed={elapsed} workingDaysLeft={workingDaysLeft} />
        ),
    },
    { id: "due", head: i18n._("Due"), cell: ({ due }) => format.date(due, "day") },
  ];
}
