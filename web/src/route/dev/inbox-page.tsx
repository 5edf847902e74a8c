/** In a demonstration: every mail that would have been sent. The server has no such mail anywhere else. */
import { useLingui } from "@lingui/react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import * as z from "zod";
import { request } from "../../client.ts";
import { CardList } from "../../component/card-list.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { usePageSearch } from "../use-page-search.ts";
import "./inbox.css";

interface Mail {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const inboxQuery = queryOptions({
  queryKey: ["demo", "inbox"],
  queryFn: ({ signal }) => request<{ readonly mails: readonly Mail[] }>("/api/demo/inbox", { signal }),
  refetchInterval: 5000,
});

const searchSchema = z.object({ to: z.string().optional() });

export function RoutePage() {
  const { i18n } = useLingui();
  const [{ to }, change] = usePageSearch(searchSchema);
  const query = useQuery(inboxQuery);
  return (
    <Page title={i18n._("Mail that would have been sent")} width="decision">
      <Loaded query={query} lines={6}>
        {({ mails }) => {
          const addresses = [...new Set(mails.map((mail) => mail.to))].toSorted();
          const shown = mails.filter((mail) => to === undefined || mail.to === to);
          if (mails.length === 0)
            return (
              <EmptyState>{i18n._("No mail yet. Sign in, or send an application, and it comes here.")}</EmptyState>
            );
          return (
            <>
              <div className="field">
                <label htmlFor="inbox-to">{i18n._("To")}</label>
                <select
                  className="input"
                  id="inbox-to"
                  value={to ?? ""}
                  onChange={(event) => change({ to: event.currentTarget.value || undefined })}
                >
                  <option value="">{i18n._("Everybody")}</option>
                  {addresses.map((address) => (
                    <option key={address} value={address}>
                      {address}
                    </option>
                  ))}
                </select>
              </div>
              <CardList rows={shown} rowKey={(mail) => mail.id} card={(mail) => <MailCard mail={mail} />} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function MailCard({ mail }: { readonly mail: Mail }) {
  return (
    <article className="mail">
      <p className="small muted">
        {mail.to} · <DateTime at={mail.at} style="day" />
      </p>
      <h2>{mail.subject}</h2>
      <pre>{mail.text}</pre>
    </article>
  );
}
