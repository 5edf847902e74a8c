/** A confirmed offer: what is done, for how much, when, and the provider's two statements. */
import { useLingui } from "@lingui/react";
import type { CaseView } from "./case-query.ts";
import { useFormat } from "./use-format.ts";
import "./case.css";

export function OfferFacts({ offer }: { readonly offer: NonNullable<CaseView["offer"]> }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { content, converted } = offer;
  if (content === undefined) return null;
  return (
    <dl className="kv">
      <dt>{i18n._("What is done")}</dt>
      <dd className="told">{content.scope}</dd>
      <dt>{i18n._("Price, net")}</dt>
      <dd>
        <span className="money">{format.money(content.price)}</span>
        {converted !== undefined && (
          <span className="small muted">
            {" "}
            {i18n._("counts as {price} at {rate} on {day}, {source}", {
              price: format.money(converted.price),
              rate: format.rate(converted.rate),
              day: format.day(converted.rateDate),
              source: converted.source,
            })}
          </span>
        )}
      </dd>
      <dt>{i18n._("Dates")}</dt>
      <dd>{i18n._("{from} to {until}", { from: format.day(content.startsOn), until: format.day(content.endsOn) })}</dd>
      {offer.validUntil !== undefined && (
        <>
          <dt>{i18n._("Offer valid until")}</dt>
          <dd>
            {format.date(offer.validUntil)}
            {offer.withdrawnAt !== undefined && (
              <>
                {"; "}
                {i18n._("taken back by the provider on {day}", { day: format.date(offer.withdrawnAt) })}
              </>
            )}
          </dd>
        </>
      )}
      <dt>{i18n._("Price basis")}</dt>
      <dd>{content.priceBasis === "market-price" ? i18n._("market price") : i18n._("cost with a usual margin")}</dd>
      <dt>{i18n._("Independence")}</dt>
      <dd>
        {content.independent
          ? i18n._("no interest in the company")
          : i18n._("the provider states an interest in the company")}
      </dd>
    </dl>
  );
}
