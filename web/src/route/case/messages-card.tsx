/** Whether there is something to read, on the page of a case, and the way to write. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { Tag } from "../../component/tag.tsx";
import { threadId, threadsQuery, useThreadName } from "./thread-query.ts";

export function MessagesCard({ caseId }: { readonly caseId: string }) {
  const { i18n } = useLingui();
  const name = useThreadName();
  const threads = useQuery({ ...threadsQuery(caseId), refetchInterval: 20_000, retry: false }).data?.threads ?? [];
  if (threads.length === 0) return null;
  const begun = threads.filter(({ messages }) => messages.length > 0);
  const write = (
    <Link to="/cases/$caseId/messages" params={{ caseId }}>
      {i18n._("Write a message")}
    </Link>
  );
  return (
    <Card title={i18n._("Messages")} aside={write}>
      {begun.length === 0 ? (
        <p className="small muted">{i18n._("Nothing was written yet.")}</p>
      ) : (
        <ul className="plain-list">
          {begun.map((thread) => (
            <li key={threadId(thread)}>
              <Link to="/cases/$caseId/messages" params={{ caseId }} search={{ with: threadId(thread) }}>
                {name(thread, threads)}
              </Link>{" "}
              {thread.unread > 0 ? (
                <Tag state="now" icon="message">
                  {i18n._("{count, plural, one {# unread} other {# unread}}", { count: thread.unread })}
                </Tag>
              ) : (
                <span className="small muted">
                  <DateTime at={thread.messages.at(-1)?.at ?? ""} show="date" />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** The same as one link, where there is no room for a card. */
export function MessagesLink({ caseId }: { readonly caseId: string }) {
  const { i18n } = useLingui();
  const threads = useQuery({ ...threadsQuery(caseId), refetchInterval: 20_000, retry: false }).data?.threads ?? [];
  const unread = threads.reduce((sum, thread) => sum + thread.unread, 0);
  if (threads.length === 0) return null;
  return (
    <p className="small">
      <Link to="/cases/$caseId/messages" params={{ caseId }}>
        {i18n._("Messages with the park")}
      </Link>{" "}
      {unread > 0 && (
        <Tag state="now" icon="message">
          {i18n._("{count, plural, one {# unread} other {# unread}}", { count: unread })}
        </Tag>
      )}
    </p>
  );
}
