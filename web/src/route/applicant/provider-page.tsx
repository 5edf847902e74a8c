/** Choosing a provider and asking it for its offer; in a draft another may be asked instead. */
import { useLingui } from "@lingui/react";
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod";
import { type ApiResult, api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { ConfirmDialog } from "../../component/confirm-dialog.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { ParkMark } from "../../component/park-mark.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { dryRunOf } from "../../dry-run-id.ts";
import { useParks } from "../../network.ts";
import { useAct } from "../../use-act.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { useRefusal } from "../case/use-refusal.ts";
import { usePageSearch } from "../use-page-search.ts";
import { AskUnlisted } from "./ask-unlisted.tsx";
import { OfferState } from "./offer-state.tsx";
import { SectionPage } from "./section-page.tsx";

type Provider = ApiResult<"get", "/api/providers">["providers"][number];

const searchSchema = z.object({ q: z.string().optional() });

/** In a dry run the invented ones. */
function providersQuery(caseId: string, search: string) {
  const dry = dryRunOf(caseId);
  return queryOptions({
    queryKey: ["providers", dry?.callId ?? "", search],
    queryFn: async ({ signal }): Promise<ApiResult<"get", "/api/providers">> => {
      if (dry === undefined) return api("get", "/api/providers", { query: { search }, signal });
      const { dryProviders } = await import("../dry-run/answer.ts");
      return dryProviders(dry, search);
    },
    placeholderData: keepPreviousData,
  });
}

export function RoutePage() {
  const { i18n } = useLingui();
  return (
    <SectionPage
      title={i18n._("Provider and offer")}
      lead={i18n._(
        "Choose who does the work and ask for an offer. The provider gets a letter and confirms scope, price and dates here.",
      )}
    >
      {({ view }) => (
        <div className="stack">
          <OfferState view={view} />
          <Choice view={view} />
          {dryRunOf(view.caseId) === undefined && <AskUnlisted view={view} />}
        </div>
      )}
    </SectionPage>
  );
}

function Choice({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const refusal = useRefusal();
  const { caseId } = view;
  const [{ q = "" }, change] = usePageSearch(searchSchema);
  const [wanted, setWanted] = useState<Provider>();
  const query = useQuery(providersQuery(caseId, q));
  const invite = useAct({
    send: (organisationId: Provider["organisationId"], key) =>
      api("post", "/api/cases/{caseId}/provider", { params: { caseId }, body: { organisationId }, key }),
    onDone: () => setWanted(undefined),
  });
  const present = view.offer === undefined || view.offer.status === "declined" ? undefined : view.provider;
  const ask = (provider: Provider) => {
    // Only where something would be lost it is asked twice.
    if (present === undefined) invite.mutate(provider.organisationId);
    else setWanted(provider);
  };
  return (
    <section className="stack" aria-labelledby="choose">
      <h2 id="choose">
        {present === undefined ? i18n._("Choose a provider") : i18n._("Ask another provider instead")}
      </h2>
      {invite.error !== null && <ProblemNote problem={refusal(invite.error)} />}
      <div className="field">
        <label htmlFor="provider-search">{i18n._("Search by name")}</label>
        <input
          className="input"
          id="provider-search"
          type="search"
          value={q}
          onChange={(event) => change({ q: event.currentTarget.value || undefined })}
        />
      </div>
      <Loaded query={query} lines={6}>
        {({ providers }) => {
          const others = providers.filter(({ organisationId }) => organisationId !== present?.organisationId);
          if (others.length === 0)
            return (
              <EmptyState>{i18n._("No provider in the list has this name. You can ask it by mail, below.")}</EmptyState>
            );
          return (
            <ul className="todo">
              {others.map((provider) => (
                <ProviderRow
                  key={provider.organisationId}
                  provider={provider}
                  busy={invite.isPending && invite.variables === provider.organisationId}
                  onAsk={() => ask(provider)}
                />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <ConfirmDialog
        open={wanted !== undefined}
        title={i18n._("Ask {name} instead?", { name: wanted?.name ?? "" })}
        act={i18n._("Ask {name}", { name: wanted?.name ?? "" })}
        busy={invite.isPending}
        onAct={() => wanted !== undefined && invite.mutate(wanted.organisationId)}
        onClose={() => setWanted(undefined)}
      >
        <p>
          {i18n._("The offer of {name} is then no longer part of this application.", { name: present?.name ?? "" })}
        </p>
      </ConfirmDialog>
    </section>
  );
}

interface RowProps {
  readonly provider: Provider;
  readonly busy: boolean;
  readonly onAsk: () => void;
}

function ProviderRow({ provider, busy, onAsk }: RowProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const park = useParks().find(({ id }) => id === provider.parkId);
  return (
    <li>
      <div>
        <span className="m">{provider.name}</span>
        <div className="small muted row">
          {park !== undefined && <ParkMark park={park} />}
          <span>{format.country(provider.country)}</span>
        </div>
      </div>
      <Button small busy={busy} onClick={onAsk}>
        {i18n._("Ask for an offer")} <span className="sr">{provider.name}</span>
      </Button>
    </li>
  );
}
