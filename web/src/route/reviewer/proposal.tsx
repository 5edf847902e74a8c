/** The proposal beside the form: four texts, the offer and the price, in the applicant's own language. */

import { useLingui } from "@lingui/react";
import { fundingOf } from "@multihelix/core/application/funding.ts";
import { money } from "@multihelix/core/kernel/money.ts";
import { type RefObject, useState } from "react";
import type { Call, CaseView } from "../case/case-query.ts";
import { DocumentList } from "../case/documents.tsx";
import { FundingTable } from "../case/funding-card.tsx";
import { OfferFacts } from "../case/offer-facts.tsx";
import { QuestionAnswers } from "../case/question-answers.tsx";
import { ReadingLanguage } from "./reading-language.tsx";

export const proposalParts = ["summary", "need", "effect", "questions", "documents", "offer", "price"] as const;
export type ProposalPart = (typeof proposalParts)[number];

interface Props {
  readonly view: CaseView;
  readonly call: Call;
  readonly box: RefObject<HTMLElement | null>;
}

export function partId(part: ProposalPart): string {
  return `proposal-${part}`;
}

export function Proposal({ view, call, box }: Props) {
  const { i18n } = useLingui();
  const [shownIn, setShownIn] = useState("");
  const translation = view.translations.find(({ language }) => language === shownIn);
  const data: Record<string, unknown> = { ...view.sections.project?.data, ...translation?.words };
  const text = (name: string) => String(data[name] ?? "");
  const language = translation?.language ?? view.language;
  const names: Record<ProposalPart, string> = {
    summary: i18n._("Summary"),
    need: i18n._("Service"),
    effect: i18n._("Effect"),
    questions: i18n._("Questions"),
    documents: i18n._("Documents"),
    offer: i18n._("Offer"),
    price: i18n._("Price"),
  };
  const asked = call.questions !== undefined;
  const documents = view.files.some(({ use }) => use === "document");
  const offered = view.offer?.content !== undefined;
  const there: Partial<Record<ProposalPart, boolean>> = { questions: asked, documents, offer: offered, price: offered };
  const shown = proposalParts.filter((part) => there[part] !== false);
  return (
    // Scrolls by itself on wide windows, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls needs the focus
    <section className="card doc" aria-label={i18n._("Proposal")} ref={box} tabIndex={0}>
      <nav className="dt" aria-label={i18n._("Sections of the proposal")}>
        {shown.map((part) => (
          <a key={part} href={`#${partId(part)}`}>
            {names[part]}
          </a>
        ))}
      </nav>
      <div className="tx">
        <ReadingLanguage view={view} shownIn={shownIn} onChoose={setShownIn} />
        <h2 id={partId("summary")} tabIndex={-1}>
          {i18n._("Public summary")}
        </h2>
        <p className="told" lang="en">
          {text("summary")}
        </p>
        <h2 id={partId("need")} tabIndex={-1}>
          {i18n._("The service and why the company needs it")}
        </h2>
        <p className="told" lang={language}>
          {text("need")}
        </p>
        <h2 id={partId("effect")} tabIndex={-1}>
          {i18n._("What the company will do with the result")}
        </h2>
        <p className="told" lang={language}>
          {text("effect")}
        </p>
        {asked && (
          <>
            <h2 id={partId("questions")} tabIndex={-1}>
              {i18n._("Questions of this call")}
            </h2>
            <QuestionAnswers call={call} data={view.sections.questions?.data ?? {}} className="words" />
          </>
        )}
        {documents && (
          <>
            <h2 id={partId("documents")} tabIndex={-1}>
              {i18n._("Documents")}
            </h2>
            <DocumentList view={view} />
          </>
        )}
        {view.offer?.content !== undefined && (
          <>
            <h2 id={partId("offer")} tabIndex={-1}>
              {i18n._("Offer of {name}", { name: view.provider?.name ?? "" })}
            </h2>
            <OfferFacts offer={offerIn(view.offer, translation?.words.scope)} />
            <h2 id={partId("price")} tabIndex={-1}>
              {i18n._("What it costs")}
            </h2>
            <Price view={view} call={call} offer={view.offer} />
          </>
        )}
      </div>
    </section>
  );
}

type Offer = NonNullable<CaseView["offer"]>;

function offerIn(offer: Offer, scope: string | undefined): Offer {
  return offer.content === undefined || scope === undefined
    ? offer
    : { ...offer, content: { ...offer.content, scope } };
}

interface PriceProps {
  readonly view: CaseView;
  readonly call: Call;
  readonly offer: NonNullable<CaseView["offer"]>;
}

function Price({ call, offer }: PriceProps) {
  const price = offer.converted?.price ?? offer.content?.price;
  if (price === undefined || price.currency !== call.currency) return null;
  const funding = fundingOf(call, money(price.amount, price.currency));
  return <FundingTable funding={funding} offer={offer} payer="company" />;
}
