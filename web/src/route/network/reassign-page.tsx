/** The secretary gives an open task of a case to a named person; whoever may not do it is shown with the reason. */
import { useLingui } from "@lingui/react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import * as z from "zod";
import { type ApiResult, api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Form } from "../../component/form.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useNameOfRole } from "../../language/use-role-name.ts";
import { useAct } from "../../use-act.ts";
import { useCaseId } from "../case/case-query.ts";
import { useActWords } from "../staff/act-words.ts";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";
import { scopeOf } from "./roles-query.ts";
import "../staff/staff.css";
import "./network.css";

type Task = ApiResult<"get", "/api/cases/{caseId}/reassignment">["tasks"][number];
type CaseId = ReturnType<typeof useCaseId>;

const schema = z.object({
  to: z.string().min(1, /*i18n*/ "Choose a person."),
  reason: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Say why you give it to somebody else.")
    .max(500, /*i18n*/ "Shorten it to 500 characters."),
});
type Values = z.output<typeof schema>;

export function RoutePage() {
  const { i18n } = useLingui();
  const caseId = useCaseId();
  const query = useQuery(
    queryOptions({
      queryKey: ["case", caseId, "reassignment"],
      queryFn: ({ signal }) => api("get", "/api/cases/{caseId}/reassignment", { params: { caseId }, signal }),
    }),
  );
  return (
    <Page
      title={i18n._("Reassign a task")}
      lead={i18n._("You name who is asked; you never answer yourself. The day it is due stays.")}
    >
      <Loaded query={query} lines={8}>
        {({ tasks }) => (
          <div className="stack">
            {tasks.length === 0 && <EmptyState>{i18n._("No task of a park is open in this case.")}</EmptyState>}
            {tasks.map((task) => (
              <TaskCard key={`${task.task} ${task.reassigned.at(-1)?.at ?? ""}`} task={task} caseId={caseId} />
            ))}
            <Link to="/cases/$caseId" params={{ caseId }}>
              {i18n._("Back to the case")}
            </Link>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function TaskCard({ task, caseId }: { readonly task: Task; readonly caseId: CaseId }) {
  const { i18n } = useLingui();
  const nameOfRole = useNameOfRole();
  const why = useUnfitWords();
  const { title } = useActWords()({ caseId, kind: task.kind, slot: task.slot });
  const unfit = task.people.flatMap(({ personId, name, refusal }) =>
    refusal === undefined ? [] : [{ personId, name, code: refusal.code }],
  );
  return (
    <Card title={title} aside={nameOfRole(task.role, scopeOf(task))}>
      <p>
        {task.asked.length === 0
          ? i18n._("Nobody can do it now.")
          : i18n._("Asked now: {names}.", { names: task.asked.join(", ") })}{" "}
        <span className={task.overdue ? "late" : undefined}>
          {i18n._("due")} <DateTime at={task.due} show="date" />
        </span>
      </p>
      {task.reassigned.map(({ by, to, reason, at }) => (
        <div key={at}>
          <p>{i18n._("{by} gave it to {to}:", { by, to })}</p>
          <p className="quoted">{reason}</p>
        </div>
      ))}
      {unfit.length > 0 && (
        <ul className="small muted">
          {unfit.map(({ personId, name, code }) => (
            <li key={personId}>{i18n._("{name} may not: {reason}", { name, reason: why(code) })}</li>
          ))}
        </ul>
      )}
      {unfit.length === task.people.length ? (
        <p>
          {i18n._("Nobody who holds the role may do it.")} <Link to="/roles">{i18n._("Give the role")}</Link>
        </p>
      ) : (
        <Give task={task} caseId={caseId} />
      )}
    </Card>
  );
}

function Give({ task, caseId }: { readonly task: Task; readonly caseId: CaseId }) {
  const { i18n } = useLingui();
  const refusal = useStaffRefusal();
  const form = usePageForm(schema, { to: "", reason: "" });
  const act = useAct({
    send: ({ to, reason }: Values, key) =>
      api("post", "/api/cases/{caseId}/reassignment", {
        params: { caseId },
        body: { task: task.task, to: to as Task["people"][number]["personId"], reason },
        key,
      }),
  });
  return (
    <Form
      name={`reassign-${task.kind}-${task.slot}`}
      form={form}
      onSend={(values) => act.mutate(values)}
      problem={refusal(act.error)}
    >
      <SelectField
        name="to"
        label={i18n._("Who is to do it")}
        placeholder={i18n._("Choose")}
        options={task.people
          .filter((person) => person.refusal === undefined)
          .map(({ personId, name, substitute }) => ({
            value: personId,
            label: substitute ? i18n._("{name}, substitute", { name }) : name,
          }))}
      />
      <TextAreaField
        name="reason"
        label={i18n._("Why")}
        hint={i18n._("They get it by letter, and it stays with the case.")}
        rows={2}
        limit={500}
      />
      <div>
        <Button type="submit" busy={act.isPending}>
          {i18n._("Give the task")}
        </Button>
      </div>
    </Form>
  );
}

/** Why somebody else may not be given a task. */
function useUnfitWords(): (code: string) => string {
  const { i18n } = useLingui();
  const words: Readonly<Record<string, string>> = {
    "task.self": i18n._("the secretary gives tasks to others only."),
    "duties.interest": i18n._("a hard interest of theirs keeps them from this case."),
    "duties.same-person": i18n._("they did an earlier step of this case."),
    "duties.reviewer": i18n._("they read this case as its reviewer."),
    "duties.own-case": i18n._("they belong to a party of this case."),
    "duties.park-interest": i18n._("the park has an interest of its own in this case."),
    "approval.delegated": i18n._("they handed this answer to a colleague."),
    "actor.role-needed": i18n._("their role has ended."),
  };
  return (code) => words[code] ?? i18n._("the rules of the case keep them from it.");
}
