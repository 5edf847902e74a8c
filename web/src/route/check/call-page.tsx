/** One call for everybody: what it pays, for whom, until when, how it is judged, and the way to apply. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { FactRow } from "../../component/fact-row.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Money } from "../../component/money.tsx";
import { Page } from "../../component/page.tsx";
import { ParkMark } from "../../component/park-mark.tsx";
import { SumTable } from "../../component/sum-table.tsx";
import { Tag } from "../../component/tag.tsx";
import { Told } from "../../component/told.tsx";
import { inLanguage } from "../../language/in-language.ts";
import { useParks } from "../../network.ts";
import { AmendmentsCard } from "../case/amendments.tsx";
import { useBasisName } from "../case/basis-words.ts";
import { type Call, callQuery } from "../case/case-query.ts";
import { useCriterionWords } from "../case/use-criterion-words.ts";
import { useFormat } from "../case/use-format.ts";
import { callExample } from "./call-example.ts";
import { EnquiriesCard } from "./enquiries-card.tsx";
import { StartApplication } from "./start-application.tsx";
import "../case/case.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const { callId = "" }: { callId?: string } = useParams({ strict: false });
  const query = useQuery(callQuery(callId));
  const call = query.data;
  const parks = useParks();
  const title = call === undefined ? i18n._("Call") : inLanguage(call.title, i18n.locale);
  return (
    <Page
      title={title}
      windowTitle={call === undefined ? title : `${title}, ${call.code}`}
      up={{ to: "/", label: i18n._("Open calls") }}
      {...(call === undefined
        ? {}
        : {
            eyebrow: (
              <>
                <span className="mono">{call.code}</span>
                {parks
                  .filter(({ id }) => call.payers.some(({ parkId }) => parkId === id))
                  .map((park) => (
                    <ParkMark key={park.id} park={park} />
                  ))}
                <StateTag state={call.state} />
              </>
            ),
          })}
    >
      <Loaded query={query} lines={8}>
        {(loaded) => <Body call={loaded} />}
      </Loaded>
    </Page>
  );
}

function StateTag({ state }: { readonly state: Call["state"] }) {
  const { i18n } = useLingui();
  if (state === "open") return <Tag state="ok">{i18n._("Open")}</Tag>;
  if (state === "scheduled") return <Tag state="idle">{i18n._("Not open yet")}</Tag>;
  return <Tag state="idle">{i18n._("Closed")}</Tag>;
}

function Body({ call }: { readonly call: Call }) {
  const zone = useParks().find(({ id }) => id === call.leadPark)?.zone;
  return (
    <div className="two">
      <div className="stack">
        <Told texts={call.summary} className="lead" />
        {call.challenge !== undefined && <Challenge challenge={call.challenge} />}
        <AmendmentsCard callId={call.callId} zone={zone} />
        <Terms call={call} />
        <Judged call={call} />
        <EnquiriesCard call={call} />
      </div>
      <aside className="side">
        <StartApplication call={call} />
        <Example call={call} />
      </aside>
    </div>
  );
}

function Challenge({ challenge }: { readonly challenge: NonNullable<Call["challenge"]> }) {
  const { i18n } = useLingui();
  return (
    <Card title={i18n._("The challenge")} aside={challenge.organisationName}>
      <h3>{inLanguage(challenge.title, i18n.locale)}</h3>
      <Told texts={challenge.text} className="told" />
    </Card>
  );
}

function Terms({ call }: { readonly call: Call }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const basis = useBasisName();
  const parks = useParks();
  const sizes = {
    micro: i18n._("micro: fewer than 10 people"),
    small: i18n._("small: fewer than 50 people"),
    medium: i18n._("small and medium-sized: fewer than 250 people"),
    any: i18n._("of any size"),
  };
  const lead = parks.find(({ id }) => id === call.leadPark);
  const zone = lead === undefined ? {} : { zone: lead.zone };
  return (
    <Card title={i18n._("What and for whom")}>
      <dl className="kv">
        <FactRow name={i18n._("You can get")}>
          <Money amount={call.minimumAward} currency={call.currency} /> {i18n._("to")}{" "}
          <Money amount={call.maximumAward} currency={call.currency} />
        </FactRow>
        <FactRow name={i18n._("It pays")}>{i18n._("{percent}% of the net price", { percent: call.intensity })}</FactRow>
        <FactRow name={i18n._("Open")}>
          <DateTime at={call.opens} {...zone} /> {i18n._("to")} <DateTime at={call.closes} {...zone} />
        </FactRow>
        <FactRow name={i18n._("Decided")}>
          {call.mode === "rolling"
            ? i18n._("as complete applications come in, while money lasts")
            : i18n._("after closing, in the order of a ranking")}
        </FactRow>
        {call.decisionDays !== undefined && (
          <FactRow name={i18n._("Decision promised within")}>
            {call.mode === "rolling"
              ? i18n._("{days, plural, one {# day} other {# days}} of the day you send your application", {
                  days: call.decisionDays,
                })
              : i18n._("{days, plural, one {# day} other {# days}} of closing", { days: call.decisionDays })}
          </FactRow>
        )}
        <FactRow name={i18n._("Companies in")}>{call.eligibleCountries.map(format.country).join(", ")}</FactRow>
        <FactRow name={i18n._("Size")}>{sizes[call.sizeMost ?? "medium"]}</FactRow>
        <FactRow name={i18n._("Provider")}>
          {call.crossParkRequired ? i18n._("at another park than your own") : i18n._("at any park, also your own")}
        </FactRow>
        <FactRow name={i18n._("Work may begin")}>
          {call.notBegunBefore === "award"
            ? i18n._("once the voucher is awarded, not before")
            : i18n._("once the application is sent, not before")}
        </FactRow>
        <FactRow name={i18n._("Voucher valid for")}>
          {i18n._("{months, plural, one {# month} other {# months}}", { months: call.validityMonths })}
        </FactRow>
        <FactRow name={i18n._("Paid to")}>
          {call.pays === "provider" ? i18n._("the provider, on its invoice") : i18n._("your company, when it has paid")}
        </FactRow>
        {call.payers.map((payer) => (
          <FactRow key={payer.parkId} name={parks.find(({ id }) => id === payer.parkId)?.name ?? payer.parkId}>
            {i18n._("pays {percent}% of the voucher, as {basis}", {
              percent: payer.sharePercent,
              basis: basis(payer.aidBasis),
            })}
          </FactRow>
        ))}
      </dl>
    </Card>
  );
}

function Judged({ call }: { readonly call: Call }) {
  const { i18n } = useLingui();
  const words = useCriterionWords();
  const format = useFormat();
  const amount = format.money({ amount: call.oneReviewUpTo, currency: call.currency });
  return (
    <Card title={i18n._("How it is judged")}>
      <div className="stack">
        <p>
          {call.noReviewUpTo === call.oneReviewUpTo
            ? i18n._(
                "Two independent reviewers above {amount}. At least one belongs neither to a park that pays nor to that of the provider.",
                { amount },
              )
            : i18n._(
                "One independent reviewer up to {amount}, two above. At least one belongs neither to a park that pays nor to that of the provider.",
                { amount },
              )}
        </p>
        {call.noReviewUpTo !== undefined && (
          <p>
            {i18n._("Up to {amount} the park decides without a reviewer.", {
              amount: format.money({ amount: call.noReviewUpTo, currency: call.currency }),
            })}
          </p>
        )}
        {call.twoReviewsUpTo !== undefined && (
          <p>
            {i18n._("Above {amount} there are three reviewers.", {
              amount: format.money({ amount: call.twoReviewsUpTo, currency: call.currency }),
            })}
          </p>
        )}
        <table className="sum">
          <caption className="sr">{i18n._("Criteria and their weights")}</caption>
          <tbody>
            {call.rubric.criteria.map((criterion) => (
              <tr key={criterion.id}>
                <th scope="row">
                  {words(criterion).label}
                  {criterion.lay === true && (
                    <span className="tiny muted plain"> {i18n._("scored by patients or lay members too")}</span>
                  )}
                </th>
                <td className="n">{i18n._("weight {weight}", { weight: criterion.weight })}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="small muted">
          {i18n._("At least {percent}% is needed. You get the scores, the reasons and how to object.", {
            percent: call.rubric.threshold,
          })}
        </p>
      </div>
    </Card>
  );
}

function Example({ call }: { readonly call: Call }) {
  const { i18n } = useLingui();
  const { price, voucher, own } = callExample(call);
  return (
    <Card title={i18n._("For example")}>
      <SumTable
        caption={i18n._("Example of price, voucher and own contribution")}
        currency={call.currency}
        lines={[
          { label: i18n._("Offer, net"), amount: price },
          { label: i18n._("Voucher pays {percent}%", { percent: call.intensity }), amount: -voucher },
          { label: i18n._("You pay"), amount: own, kind: "total" },
        ]}
      />
    </Card>
  );
}
