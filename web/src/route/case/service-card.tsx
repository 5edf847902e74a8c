/** What the provider does for the voucher now: as it was offered, or as all agreed since; with what waits and what was before. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import { useParks } from "../../network.ts";
import type { CaseView } from "./case-query.ts";
import { useFormat } from "./use-format.ts";
import "./case.css";

export type ScopeChange = NonNullable<NonNullable<CaseView["voucher"]>["scopeChange"]>;

interface Service {
  readonly scope: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
}

/** The description in force; undefined for a voucher that was taken over without its offer. */
export function serviceOf({ voucher, offer }: Pick<CaseView, "voucher" | "offer">): Service | undefined {
  const agreed = voucher?.scopes ?? [];
  const last = agreed.at(-1);
  const days = agreed.findLast((one) => one.days !== undefined)?.days ?? offer?.content;
  const scope = last?.scope ?? offer?.content?.scope;
  if (scope === undefined) return undefined;
  return { scope, ...(days === undefined ? {} : { startsOn: days.startsOn, endsOn: days.endsOn }) };
}

export function ServiceCard({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const park = useParks().find(({ id }) => id === view.leadPark)?.name ?? view.leadPark;
  const service = serviceOf(view);
  const { scopeChange, scopes = [] } = view.voucher ?? {};
  if (service === undefined && scopeChange === undefined) return null;
  const last = scopes.at(-1);
  const before = [
    ...(view.offer?.content === undefined || last === undefined
      ? []
      : [{ title: i18n._("As it was offered"), scope: view.offer.content.scope }]),
    ...scopes.slice(0, -1).map(({ scope, decided }) => ({
      title: i18n._("Agreed on {day}", { day: format.date(decided.at) }),
      scope,
    })),
  ];
  return (
    <Card title={i18n._("The service")}>
      {service !== undefined && (
        <dl className="kv">
          <dt>{i18n._("What is done")}</dt>
          <dd className="told">{service.scope}</dd>
          {service.startsOn !== undefined && (
            <>
              <dt>{i18n._("Dates")}</dt>
              <dd>
                {i18n._("{from} to {until}", {
                  from: format.day(service.startsOn),
                  until: format.day(service.endsOn ?? service.startsOn),
                })}
              </dd>
            </>
          )}
          <dt>{i18n._("Agreed")}</dt>
          <dd>
            {last === undefined
              ? i18n._("as it was offered")
              : i18n._("on {day} by {company}, {provider} and {park}: {reasons}", {
                  day: format.date(last.decided.at),
                  company: view.applicant.name,
                  provider: view.provider?.name ?? "",
                  park,
                  reasons: last.decided.reasons,
                })}
          </dd>
        </dl>
      )}
      {before.length > 0 && (
        <details>
          <summary>{i18n._("What was agreed before")}</summary>
          <dl className="kv">
            {before.map(({ title, scope }) => (
              <div key={title + scope} className="pair">
                <dt>{title}</dt>
                <dd className="told">{scope}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {scopeChange !== undefined && (
        <>
          <h3>{i18n._("Another description is proposed")}</h3>
          <ScopeProposed view={view} change={scopeChange} />
        </>
      )}
    </Card>
  );
}

/** What is proposed, by whom, and who has agreed so far. */
export function ScopeProposed({ view, change }: { readonly view: CaseView; readonly change: ScopeChange }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const park = useParks().find(({ id }) => id === view.leadPark)?.name ?? view.leadPark;
  const names = { applicant: view.applicant.name, provider: view.provider?.name ?? "" };
  const said = (party: "applicant" | "provider") => {
    const one = change.agreed.find((agreed) => agreed.party === party);
    return one === undefined
      ? i18n._("{name}: not answered yet", { name: names[party] })
      : i18n._("{name}: agreed on {day}", { name: names[party], day: format.date(one.at) });
  };
  return (
    <dl className="kv">
      <dt>{i18n._("What would be done")}</dt>
      <dd className="told">{change.scope}</dd>
      {change.days !== undefined && (
        <>
          <dt>{i18n._("Dates")}</dt>
          <dd>
            {i18n._("{from} to {until}", {
              from: format.day(change.days.startsOn),
              until: format.day(change.days.endsOn),
            })}
          </dd>
        </>
      )}
      <dt>{i18n._("Why")}</dt>
      <dd className="told">
        {i18n._("{day}, {name}: {reasons}", {
          day: format.date(change.at),
          name: change.from === "park" ? park : names.applicant,
          reasons: change.reasons,
        })}
      </dd>
      <dt>{i18n._("Agreement")}</dt>
      <dd>
        {said("applicant")}; {said("provider")}. {i18n._("{park} decides when both have agreed.", { park })}
      </dd>
    </dl>
  );
}
