/** A claim as the parties see it: what was done, the invoice, what the park accepted and pays, questions and answers. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { Money } from "../../component/money.tsx";
import { Tag, type TagState } from "../../component/tag.tsx";
import type { CaseView } from "./case-query.ts";
import { ClaimArithmetic } from "./claim-arithmetic.tsx";
import { EvidenceList } from "./evidence.tsx";
import { useFormat } from "./use-format.ts";
import { useVatWords } from "./use-vat-words.ts";
import { ClaimWithheld } from "./withheld.tsx";
import "./case.css";

type Claim = CaseView["claims"][number];
type Line = Claim["lines"][number] & { readonly number: number };

const states: Record<Claim["status"], TagState> = {
  filed: "now",
  confirmed: "now",
  assessed: "now",
  queried: "warn",
  accepted: "ok",
  refused: "bad",
  paid: "ok",
};

export function ClaimCard({ claim, view }: { readonly claim: Claim; readonly view: CaseView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const words: Record<Claim["status"], string> = {
    filed: i18n._("Waiting for the company"),
    confirmed: i18n._("Being checked"),
    assessed: i18n._("Being checked"),
    queried: i18n._("Question asked"),
    accepted: i18n._("Accepted"),
    refused: claim.refusal === undefined ? i18n._("To be done again") : i18n._("Refused"),
    paid: i18n._("Paid"),
  };
  const { assessment, dispute } = claim;
  return (
    <Card
      title={i18n._("Report and claim {number}", { number: claim.claim })}
      aside={<Tag state={states[claim.status]}>{words[claim.status]}</Tag>}
    >
      <p className="small muted">
        {i18n._("Work finished on {finished}, sent on {sent}", {
          finished: format.day(claim.workFinishedOn),
          sent: format.date(claim.filedAt),
        })}
      </p>
      {claim.workBegunOn !== undefined && (
        <p className="small muted">{i18n._("Work begun on {day}.", { day: format.day(claim.workBegunOn) })}</p>
      )}
      <p className="told">{claim.report}</p>
      {claim.interim === true && <p className="small muted">{i18n._("A further claim follows.")}</p>}
      <Lines lines={claim.lines} />
      <EvidenceList view={view} claim={claim} />
      {assessment !== undefined && (
        <>
          <ClaimArithmetic assessment={assessment} />
          <ClaimWithheld claim={claim} />
          {assessment.reason !== "" && <p>{assessment.reason}</p>}
        </>
      )}
      {claim.refusal !== undefined && (
        <dl className="said">
          <dt>{i18n._("Why the park refused it")}</dt>
          <dd>{claim.refusal.reasons}</dd>
        </dl>
      )}
      {dispute !== undefined && (
        <dl className="said">
          <dt>{i18n._("What the company disputes")}</dt>
          <dd>{dispute.reason}</dd>
          {dispute.settled !== undefined && (
            <>
              <dt>{i18n._("How the park settled it")}</dt>
              <dd>{dispute.settled.reasons}</dd>
            </>
          )}
        </dl>
      )}
      {claim.queries.length > 0 && (
        <dl className="said">
          {claim.queries.map((query) => (
            <div key={query.at}>
              <dt>{i18n._("The park asked on {day}", { day: format.date(query.at) })}</dt>
              <dd>{query.question}</dd>
              {query.answer !== undefined && (
                <>
                  <dt>{i18n._("Answer")}</dt>
                  <dd>{query.answer}</dd>
                </>
              )}
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}

function Lines({ lines }: { readonly lines: Claim["lines"] }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const kinds = useVatWords();
  const rows = lines.map((line, index) => ({ ...line, number: index + 1 }));
  const columns: Column<Line>[] = [
    {
      id: "number",
      head: i18n._("Invoice"),
      cell: (line) => (
        <>
          {line.invoiceNumber}
          <div className="tiny muted plain">{format.day(line.invoiceDate)}</div>
        </>
      ),
    },
    {
      id: "what",
      head: i18n._("For"),
      cell: (line) => (
        <div>
          {line.description}
          {line.vatKind !== undefined && line.vatKind !== "charged" && (
            <div className="tiny muted">{i18n._("VAT: {kind}", { kind: kinds[line.vatKind] })}</div>
          )}
          {line.workIn !== undefined && (
            <div className="tiny muted">
              {line.workIn === "elsewhere"
                ? i18n._("Work done elsewhere")
                : i18n._("Work done in {country}", { country: format.country(line.workIn) })}
            </div>
          )}
        </div>
      ),
    },
    {
      id: "net",
      head: i18n._("Net"),
      number: true,
      cell: (line) => <Money amount={line.net.amount} currency={line.net.currency} />,
    },
    {
      id: "vat",
      head: i18n._("VAT"),
      number: true,
      cell: (line) => <Money amount={line.vat.amount} currency={line.vat.currency} />,
    },
    {
      id: "gross",
      head: i18n._("Gross"),
      number: true,
      cell: (line) => <Money amount={line.net.amount + line.vat.amount} currency={line.net.currency} />,
    },
  ];
  return (
    <DataTable caption={i18n._("Invoice lines")} columns={columns} rows={rows} rowKey={(line) => String(line.number)} />
  );
}
