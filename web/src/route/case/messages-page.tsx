/** The threads of a case that the reader is in: one at a time, with what was not read yet, and a field to write. */
import { useLingui } from "@lingui/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Chip } from "../../component/chip.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { Form } from "../../component/form.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { forget, keptValues, useKeptForm } from "../../form/kept.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { usePageSearch } from "../use-page-search.ts";
import { CaseEyebrow } from "./case-eyebrow.tsx";
import { caseQuery, useCaseId } from "./case-query.ts";
import { ClosedOn } from "./closed-on.tsx";
import { type Thread, threadId, threadsQuery, useThreadName } from "./thread-query.ts";
import { useRefusal } from "./use-refusal.ts";
import "./case.css";
import "./messages.css";

const searchSchema = z.object({ with: z.string().optional() });
const schema = z.object({
  text: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Write your message.")
    .max(4000, /*i18n*/ "The message has at most 4,000 characters."),
});

export function RoutePage() {
  const { i18n } = useLingui();
  const caseId = useCaseId();
  const view = useQuery(caseQuery(caseId)).data;
  const query = useQuery({ ...threadsQuery(caseId), refetchInterval: 20_000 });
  return (
    <Page
      title={i18n._("Messages")}
      width="decision"
      {...(view === undefined
        ? {}
        : {
            windowTitle: i18n._("Messages, {reference}", { reference: view.reference }),
            up: { to: `/cases/${caseId}`, label: view.title || view.reference },
            eyebrow: <CaseEyebrow view={view} />,
          })}
    >
      <Loaded query={query} lines={6}>
        {({ threads }) => (
          <>
            {view?.closedAt !== undefined && (
              <Note>
                <ClosedOn view={view} /> {i18n._("Nobody writes to the other side in a closed case any more.")}
              </Note>
            )}
            <Threads caseId={caseId} threads={threads} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Threads({ caseId, threads }: { readonly caseId: string; readonly threads: readonly Thread[] }) {
  const { i18n } = useLingui();
  const [{ with: wanted }, setSearch] = usePageSearch(searchSchema);
  const name = useThreadName();
  const shown =
    threads.find((thread) => threadId(thread) === wanted) ?? threads.find(({ unread }) => unread > 0) ?? threads[0];
  if (shown === undefined) return <Note>{i18n._("There is nobody to write with here yet.")}</Note>;
  return (
    <>
      {threads.length > 1 && (
        <nav className="chips" aria-label={i18n._("Threads")}>
          {threads.map((thread) => (
            <Chip
              key={threadId(thread)}
              on={thread === shown}
              onToggle={() => setSearch({ with: threadId(thread) })}
              {...(thread.unread > 0 ? { count: thread.unread } : {})}
            >
              {name(thread, threads)}
            </Chip>
          ))}
        </nav>
      )}
      <OneThread key={threadId(shown)} caseId={caseId} thread={shown} title={name(shown, threads)} />
    </>
  );
}

interface ThreadProps {
  readonly caseId: string;
  readonly thread: Thread;
  readonly title: string;
}

function OneThread({ caseId, thread, title }: ThreadProps) {
  const { i18n } = useLingui();
  useMarkRead(caseId, thread);
  return (
    <section className="card talk-card" aria-labelledby="thread">
      <header>
        <h2 id="thread">{title}</h2>
      </header>
      <p className="small muted">
        {thread.side === "notes"
          ? i18n._("Only people of this park read its notes.")
          : i18n._("Only you, your colleagues and {name} read this thread.", { name: thread.withName })}
      </p>
      {thread.messages.length === 0 ? (
        <p>{i18n._("Nothing was written yet.")}</p>
      ) : (
        <ol className="talk">
          {thread.messages.map((message) => (
            <li key={message.messageId} className={message.mine ? "mine" : undefined}>
              <p className="small muted">
                <b>{message.mine ? i18n._("You") : message.byName}</b>, <DateTime at={message.at} />
              </p>
              <p className="told">{message.text}</p>
            </li>
          ))}
        </ol>
      )}
      {thread.mayWrite && <Write caseId={caseId} thread={thread} />}
    </section>
  );
}

/** Shown is read. Nobody waits for it, and what fails is marked the next time. */
function useMarkRead(caseId: string, { parkId, side, reviewerId, messages, unread }: Thread): void {
  const queries = useQueryClient();
  const mark = useMutation({
    mutationFn: (messageId: Thread["messages"][number]["messageId"]) =>
      api("put", "/api/cases/{caseId}/threads/reading", {
        params: { caseId },
        body: { parkId, side, messageId, ...(reviewerId === undefined ? {} : { reviewerId }) },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: threadsQuery(caseId).queryKey }),
  });
  const latest = messages.at(-1)?.messageId;
  const { mutate } = mark;
  useEffect(() => {
    if (unread > 0 && latest !== undefined) mutate(latest);
  }, [unread, latest, mutate]);
}

function Write({ caseId, thread }: { readonly caseId: string; readonly thread: Thread }) {
  const { i18n } = useLingui();
  const refusal = useRefusal();
  const { parkId, side, reviewerId } = thread;
  const keptAs = `message:${caseId}:${threadId(thread)}`;
  const [first] = useState(() => keptValues(keptAs, { text: "" }));
  const form = usePageForm(schema, first);
  useKeptForm(form, keptAs);
  const send = useAct({
    send: ({ text }: { text: string }, key) =>
      api("post", "/api/cases/{caseId}/threads", {
        params: { caseId },
        body: { parkId, side, text, ...(reviewerId === undefined ? {} : { reviewerId }) },
        key,
      }),
    onDone: () => {
      forget(keptAs);
      form.reset({ text: "" });
    },
    stale: [["case", caseId]],
  });
  const label = side === "notes" ? i18n._("New note") : i18n._("Your message");
  return (
    <Form form={form} onSend={(values) => send.mutate(values)} problem={refusal(send.error)}>
      <TextAreaField name="text" label={label} rows={5} limit={4000} />
      <div>
        <Button type="submit" kind="primary" busy={send.isPending}>
          {side === "notes" ? i18n._("Keep the note") : i18n._("Send the message")}
        </Button>
      </div>
    </Form>
  );
}
