/** What the company and the provider wrote, section by section, as pairs of question and answer. */
import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import type { CaseView } from "../case/case-query.ts";
import { recordsOf, textOf } from "../case/facts-text.ts";
import { useFormat } from "../case/use-format.ts";

interface Props {
  readonly view: CaseView;
}

interface PairsProps {
  readonly pairs: readonly (readonly [string, ReactNode])[];
  /** Short answers stand two beside each other. */
  readonly short?: boolean;
}

function Pairs({ pairs, short = false }: PairsProps) {
  return (
    <dl className={short ? "words pairs" : "words"}>
      {pairs.map(([title, text]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

export function ProjectWords({ view }: Props) {
  const { i18n } = useLingui();
  const data = view.sections.project?.data ?? {};
  return (
    <div lang={view.language}>
      <Pairs
        pairs={[
          [i18n._("Summary"), textOf(data, "summary")],
          [i18n._("Need"), textOf(data, "need")],
          [i18n._("Expected effect"), textOf(data, "effect")],
        ]}
      />
    </div>
  );
}

export function OfferWords({ view }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { offer } = view;
  if (offer?.content === undefined) return <p className="small muted">{i18n._("There is no offer yet.")}</p>;
  const { scope, price, startsOn, endsOn, independent, priceBasis } = offer.content;
  const { converted } = offer;
  return (
    <Pairs
      pairs={[
        [i18n._("Provider"), view.provider?.name],
        [i18n._("Service"), scope],
        [
          i18n._("Net price"),
          converted === undefined
            ? format.money(price)
            : i18n._("{price}, which is {converted} at {rate} of {day}, {source}", {
                price: format.money(price),
                converted: format.money(converted.price),
                rate: converted.rate,
                day: format.day(converted.rateDate),
                source: converted.source,
              }),
        ],
        ...(offer.validUntil === undefined
          ? []
          : [[i18n._("Offer valid until"), format.date(offer.validUntil)] as const]),
        ...(offer.withdrawnAt === undefined
          ? []
          : [
              [
                i18n._("Taken back"),
                i18n._("on {day}, no award can stand on it", { day: format.date(offer.withdrawnAt) }),
              ] as const,
            ]),
        [i18n._("When"), i18n._("{from} to {until}", { from: format.day(startsOn), until: format.day(endsOn) })],
        [
          i18n._("The provider states"),
          [
            independent ? i18n._("No interest in the company.") : i18n._("An interest in the company."),
            priceBasis === "market-price" ? i18n._("A market price.") : i18n._("Its cost and a margin."),
          ].join(" "),
        ],
      ]}
    />
  );
}

/** @param currency of the call: the company's figures are in it */
export function StatedWords({ view, currency }: Props & { readonly currency: string }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const company = view.sections.company?.data ?? {};
  const aid = view.sections.aid?.data ?? {};
  const declarations = view.sections.declarations?.data ?? {};
  const yes = (value: unknown) =>
    value === true ? i18n._("Yes") : value === false ? i18n._("No") : i18n._("not answered");
  const money = (amount: unknown) => (typeof amount === "number" ? format.money({ amount, currency }) : "");
  const declared = recordsOf(aid, "declared");
  return (
    <Pairs
      short
      pairs={[
        [i18n._("People (annual work units)"), textOf(company, "headcount")],
        [i18n._("Turnover"), money(company.turnover)],
        [i18n._("Balance sheet"), money(company.balanceSheet)],
        [i18n._("In difficulty"), yes(company.inDifficulty)],
        [i18n._("Open order to pay back aid"), yes(company.outstandingRecovery)],
        [
          i18n._("Other aid of the last three years"),
          declared.length === 0
            ? i18n._("None declared")
            : declared
                .map((one) => `${textOf(one, "grantor")}, ${format.day(textOf(one, "granted"))}: ${money(one.amount)}`)
                .join("\n"),
        ],
        [i18n._("Declaration of aid signed"), yes(aid.signed)],
        [i18n._("Work not begun"), yes(declarations.notBegun)],
        [i18n._("Nobody else pays the same cost"), yes(declarations.noDoubleFunding)],
        [i18n._("Not tied to exports"), yes(declarations.noExport)],
        [i18n._("Answers are true"), yes(declarations.truthful)],
      ]}
    />
  );
}
