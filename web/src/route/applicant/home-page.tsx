/** The first page of somebody who applies or provides: what is wanted from them now, then all their cases. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { buttonClass } from "../../component/button.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { useSession } from "../../session.ts";
import { type MyTask, tasksQuery } from "../case/my-tasks-query.ts";
import { useTaskWords } from "../case/use-wanted.ts";
import { CaseTable } from "./case-table.tsx";
import { casesQuery, type MyCase } from "./my-cases-query.ts";
import { TodoList } from "./todo-list.tsx";
import "../case/case.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const cases = useQuery(casesQuery);
  const tasks = useQuery(tasksQuery);
  const { me } = useSession();
  return (
    <Page title={i18n._("My cases")}>
      {me === null ? (
        <EmptyState action={<SignInLink />}>{i18n._("Sign in to see your cases.")}</EmptyState>
      ) : (
        <Loaded query={cases} lines={6}>
          {(mine) => (
            <Loaded query={tasks} lines={6}>
              {(wanted) => <Body cases={mine.cases} tasks={wanted.tasks} />}
            </Loaded>
          )}
        </Loaded>
      )}
    </Page>
  );
}

function SignInLink() {
  const { i18n } = useLingui();
  return (
    <Link className={buttonClass("primary")} to="/sign-in" search={{ back: "/my" }}>
      {i18n._("Sign in")}
    </Link>
  );
}

function Body({ cases, tasks }: { readonly cases: readonly MyCase[]; readonly tasks: readonly MyTask[] }) {
  const { i18n } = useLingui();
  const words = useTaskWords();
  const { me } = useSession();
  const mine = tasks.filter(({ kind }) => words[kind] !== undefined);
  const offers = cases.filter(
    (one) => one.audience === "provider" && one.status === "draft" && one.offer === "invited",
  );
  const drafts = cases.filter((one) => one.audience === "applicant" && one.status === "draft");
  if (cases.length === 0 && mine.length === 0) {
    return me?.memberships.length === 0 ? (
      <EmptyState
        action={
          <Link className={buttonClass("primary")} to="/organisations/new">
            {i18n._("Register your organisation")}
          </Link>
        }
      >
        {i18n._(
          "You belong to no organisation yet. Register yours to apply for it or to offer its services; or ask a colleague who is an owner there to invite you.",
        )}
      </EmptyState>
    ) : (
      <EmptyState
        action={
          <Link className={buttonClass("primary")} to="/" hash="calls">
            {i18n._("See open calls")}
          </Link>
        }
      >
        {i18n._("You have no case yet. Choose an open call and start an application.")}
      </EmptyState>
    );
  }
  return (
    <>
      <section aria-labelledby="wanted">
        <h2 id="wanted">{i18n._("Wanted from you now")}</h2>
        <TodoList tasks={mine} offers={offers} drafts={drafts} />
      </section>
      {cases.length > 0 && (
        <section className="below" aria-labelledby="cases">
          <h2 id="cases">{i18n._("All cases")}</h2>
          <CaseTable cases={cases} />
        </section>
      )}
    </>
  );
}
