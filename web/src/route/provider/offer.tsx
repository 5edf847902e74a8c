/** The offer of a provider: asked, confirmed, declined, and what the application is about as far as the provider may know. */
import { useLingui } from "@lingui/react";
import { useState } from "react";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Note } from "../../component/note.tsx";
import { Tag } from "../../component/tag.tsx";
import type { CaseView } from "../case/case-query.ts";
import { OfferFacts } from "../case/offer-facts.tsx";
import { OfferForm } from "./offer-form.tsx";

export function Offer({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const [changing, setChanging] = useState(false);
  const { offer, status } = view;
  if (offer === undefined) return null;
  const draft = status === "draft";
  if (draft && (offer.status === "invited" || changing)) {
    return (
      <>
        <Wish view={view} />
        <OfferForm view={view} offer={offer} onDone={() => setChanging(false)} />
      </>
    );
  }
  return (
    <>
      {draft && offer.status === "confirmed" && (
        <Note kind="ok">
          {i18n._("You have confirmed this offer. The company decides whether and when it sends its application.")}
        </Note>
      )}
      {offer.status === "declined" ? (
        <Note>{i18n._("You have declined to make an offer.")}</Note>
      ) : (
        <Card title={i18n._("Your offer")} aside={<Tag state="ok">{i18n._("Confirmed")}</Tag>}>
          <div className="stack">
            <OfferFacts offer={offer} />
            {draft && (
              <Button small onClick={() => setChanging(true)}>
                {i18n._("Change the offer")}
              </Button>
            )}
          </div>
        </Card>
      )}
      {!draft && <Wish view={view} />}
    </>
  );
}

function Wish({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const { summary } = view.sections.project?.data ?? {};
  if (typeof summary !== "string" || summary === "") return null;
  return (
    <Card title={i18n._("What the company wants")}>
      <p className="told">{summary}</p>
    </Card>
  );
}
