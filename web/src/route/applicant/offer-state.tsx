/** Where the offer of the chosen provider stands, and what it says once it is confirmed. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import { Tag } from "../../component/tag.tsx";
import type { CaseView } from "../case/case-query.ts";
import { OfferFacts } from "../case/offer-facts.tsx";
import { useFormat } from "../case/use-format.ts";

export function OfferState({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { offer, provider } = view;
  if (offer === undefined || provider === undefined) return null;
  const tags = {
    invited: <Tag state="now">{i18n._("Asked")}</Tag>,
    confirmed: <Tag state="ok">{i18n._("Confirmed")}</Tag>,
    declined: <Tag state="bad">{i18n._("Declined")}</Tag>,
  };
  return (
    <Card title={provider.name} aside={tags[offer.status]}>
      {offer.status === "invited" && (
        <p>
          {i18n._("Asked on {day}. You get a letter when it answers; you can go on with the other sections.", {
            day: format.date(offer.invitedAt),
          })}
        </p>
      )}
      {offer.status === "declined" && <p>{i18n._("It makes no offer. Ask another provider.")}</p>}
      {offer.content !== undefined && <OfferFacts offer={offer} />}
    </Card>
  );
}
