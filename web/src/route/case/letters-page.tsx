/** The letters of a case to the reader, newest first, each readable and printable here. */

import { useLingui } from "@lingui/react";
import { withSite } from "@multihelix/core/letter/site.ts";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { Tag } from "../../component/tag.tsx";
import { useAct } from "../../use-act.ts";
import { usePageSearch } from "../use-page-search.ts";
import { CaseEyebrow } from "./case-eyebrow.tsx";
import { caseQuery, type Letter, lettersQuery, useCaseId } from "./case-query.ts";
import { LetterList } from "./letter-list.tsx";
import "./case.css";

const searchSchema = z.object({ letter: z.string().optional() });

export function RoutePage() {
  const { i18n } = useLingui();
  const caseId = useCaseId();
  const [{ letter: wanted }] = usePageSearch(searchSchema);
  const view = useQuery(caseQuery(caseId)).data;
  const query = useQuery(lettersQuery(caseId));
  const letter = query.data?.letters.find(({ letterId }) => letterId === wanted);
  const up =
    letter === undefined
      ? { to: `/cases/${caseId}`, label: view?.title || i18n._("Case") }
      : { to: `/cases/${caseId}/letters`, label: i18n._("Letters") };
  const reference = view?.reference ?? "";
  return (
    <Page
      title={letter?.subject ?? i18n._("Letters")}
      windowTitle={letter?.subject ?? i18n._("Letters, {reference}", { reference })}
      width="decision"
      up={up}
      {...(view === undefined ? {} : { eyebrow: <CaseEyebrow view={view} /> })}
    >
      <Loaded query={query} lines={6}>
        {({ letters }) => (letter === undefined ? <List letters={letters} /> : <Body letter={letter} />)}
      </Loaded>
    </Page>
  );
}

function List({ letters }: { readonly letters: readonly Letter[] }) {
  const { i18n } = useLingui();
  const caseId = useCaseId();
  if (letters.length === 0) return <EmptyState>{i18n._("No letter to you yet.")}</EmptyState>;
  return <LetterList letters={letters} caseId={caseId} />;
}

function Body({ letter }: { readonly letter: Letter }) {
  const { i18n } = useLingui();
  useOpening(letter);
  const states = {
    queued: <Tag state="now">{i18n._("On its way")}</Tag>,
    held: <Tag state="now">{i18n._("Held for the daily digest")}</Tag>,
    sent: <Tag state="ok">{letter.inDigest ? i18n._("Sent in the daily digest") : i18n._("Sent")}</Tag>,
    refused: <Tag state="bad">{i18n._("Refused by the mail server")}</Tag>,
    bounced: <Tag state="bad">{i18n._("Came back")}</Tag>,
    withheld: <Tag state="bad">{i18n._("Not sent")}</Tag>,
  };
  return (
    <article className="card letter">
      <p className="row small muted">
        <span>{i18n._("To {name}", { name: letter.toName })}</span>
        <DateTime at={letter.createdAt} />
        {states[letter.status]}
        {letter.status === "held" && letter.heldUntil !== undefined && (
          <span>
            {i18n._("comes")} <DateTime at={letter.heldUntil} />
          </span>
        )}
        {letter.inDigest && letter.sentAt !== undefined && <DateTime at={letter.sentAt} />}
        <span className="grow" />
        <span className="no-print">
          <Button small onClick={() => window.print()}>
            {i18n._("Print")}
          </Button>
        </span>
      </p>
      <div className="letter-text" lang={letter.language}>
        {withSite(letter.text, window.location.origin)}
      </div>
    </article>
  );
}

/** The first opening by its recipient is kept: periods to object are counted from it. */
function useOpening({ letterId, mine, openedAt }: Letter): void {
  const caseId = useCaseId();
  const unread = mine && openedAt === undefined;
  const { mutate } = useAct({
    send: (_: undefined, key) =>
      api("post", "/api/cases/{caseId}/letters/{letterId}/opening", { params: { caseId, letterId }, body: {}, key }),
  });
  useEffect(() => {
    if (unread) mutate(undefined);
  }, [unread, mutate]);
}
