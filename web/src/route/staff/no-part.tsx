/** For whoever follows a link to a page of parks and has no part in one: says so, instead of waiting for nothing. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { buttonClass } from "../../component/button.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { Waiting } from "../../component/waiting.tsx";
import { networkQuery } from "../../network.ts";
import { sessionQuery } from "../../session.ts";

/** A page without the reader's park: until it is known who reads it, and when no park gave them a part in it. */
export function NoPart({ title }: { readonly title: string }) {
  const { i18n } = useLingui();
  const { href } = useLocation();
  const session = useQuery(sessionQuery);
  const parks = useQuery(networkQuery);
  if (session.isPending || parks.isPending)
    return (
      <Page title={title} width="expert">
        <Waiting lines={8} />
      </Page>
    );
  if (session.isError || parks.isError) {
    const failed = session.isError ? session : parks;
    return (
      <Page title={title} width="expert">
        <ProblemNote problem={failed.error} onRetry={() => void failed.refetch()} />
      </Page>
    );
  }
  return (
    <Page title={title} width="expert">
      <Note>
        {session.data.me !== null ? (
          <p>
            {i18n._("No park has given you a part in this page.")}{" "}
            {i18n._("Roles are given by the managers of a park and the network’s secretary.")}
          </p>
        ) : (
          <>
            <p>{i18n._("This page is for people who work for a park.")}</p>
            <Link className={buttonClass("default", true)} to="/sign-in" search={{ back: href }}>
              {i18n._("Sign in")}
            </Link>
          </>
        )}
      </Note>
    </Page>
  );
}
