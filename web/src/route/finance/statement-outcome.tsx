/** What became of each line of a statement. */
import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { Note } from "../../component/note.tsx";
import { Tag } from "../../component/tag.tsx";
import { amountOf, textOf } from "../case/facts-text.ts";
import { type Format, useFormat } from "../case/use-format.ts";
import type { StatementResult } from "./finance-query.ts";

type Line = StatementResult["lines"][number];

interface Props {
  readonly result: StatementResult;
  readonly parkId: string;
}

export function StatementOutcome({ result, parkId }: Props) {
  const { i18n } = useLingui();
  const count = (outcome: Line["outcome"]) => result.lines.filter((line) => line.outcome === outcome).length;
  const refused = count("refused");
  return (
    <>
      <Note kind={refused === 0 ? "ok" : "warn"} live>
        <p>
          {i18n._("{booked} booked, {returned} returned, {refused} refused. Refused lines changed nothing.", {
            booked: count("booked"),
            returned: count("returned"),
            refused,
          })}
        </p>
      </Note>
      <div className="inset-table">
        <DataTable
          caption={i18n._("Lines of the statement")}
          columns={useColumns(parkId)}
          rows={result.lines}
          rowKey={({ line, endToEndId }) => `${line} ${endToEndId}`}
        />
      </div>
    </>
  );
}

function useColumns(parkId: string): readonly Column<Line>[] {
  const { i18n } = useLingui();
  const format = useFormat();
  return [
    { id: "line", head: i18n._("Line"), cell: ({ line }) => line },
    { id: "id", head: i18n._("End-to-end id"), cell: ({ endToEndId }) => <span className="mono">{endToEndId}</span> },
    {
      id: "outcome",
      head: i18n._("Outcome"),
      cell: ({ outcome, redeemed }) => {
        if (outcome === "refused") return <Tag state="bad">{i18n._("Refused")}</Tag>;
        if (outcome === "informed") return <Tag state="idle">{i18n._("The bank’s word, nothing booked")}</Tag>;
        if (outcome === "returned") return <Tag state="warn">{i18n._("Returned, waits again")}</Tag>;
        return <Tag state="ok">{redeemed === true ? i18n._("Booked, voucher paid") : i18n._("Booked")}</Tag>;
      },
    },
    {
      id: "why",
      head: i18n._("Why, or where"),
      cell: ({ caseId, batchId, code, facts }) =>
        caseId !== undefined ? (
          <Link to="/cases/$caseId" params={{ caseId: caseId as `app_${string}` }}>
            {i18n._("Open the case")}
          </Link>
        ) : (
          <>
            {reason(i18n, format, code ?? "", facts ?? {})}{" "}
            {batchId !== undefined && (
              <Link to="/payments/$parkId/$batchId" params={{ parkId, batchId }}>
                {code === "payment.booked-as-one"
                  ? i18n._("Open the batch")
                  : i18n._("Say on its batch that it was rejected")}
              </Link>
            )}
          </>
        ),
    },
  ];
}

function reason(i18n: I18n, format: Format, code: string, facts: Record<string, unknown>): string {
  switch (code) {
    case "payment.unknown":
      return i18n._("No order of this park has this id.");
    case "payment.superseded":
      return i18n._("This order was sent again under another id: {id}.", { id: textOf(facts, "now") });
    case "payment.amount-differs":
      return i18n._("{expected} was sent, the line says {found}.", {
        expected: format.money(amountOf(facts, "expected")),
        found: format.money(amountOf(facts, "found")),
      });
    case "payment.booked-as-one":
      return i18n._(
        "The bank booked this batch as one entry, and its sum or number is not the batch’s. Ask the bank for the payments one by one, as a camt.054, and upload that.",
      );
    case "payment.already-booked":
      return i18n._("It was booked on {day} already, with other facts.", {
        day: format.day(textOf(facts, "bookedOn")),
      });
    case "payment.not-sent":
      return i18n._("It was not sent: its batch is not marked as sent.");
    case "payment.rejected-sent-again":
      return i18n._(
        "It was said to be rejected and stands in a batch again, as {id}. Discard that batch or have the bank stop it, say so there, and book this statement again.",
        { id: textOf(facts, "now") },
      );
    case "payment.before-release":
      return i18n._("Booked on {day}, before the batch was released on {released}.", {
        day: format.day(textOf(facts, "bookedOn")),
        released: format.day(textOf(facts, "released")),
      });
    case "payment.in-future":
      return i18n._("The day {day} is still to come.", { day: format.day(textOf(facts, "bookedOn")) });
    case "payment.returned-before-booked":
      return i18n._("Returned before it was booked, on {day}.", { day: format.day(textOf(facts, "bookedOn")) });
    case "payment.asked-back":
      if (facts["covers"] !== true)
        return i18n._(
          "The park has asked {owed} of this money back (recovery {recovery}), and more came. Cancel the recovery and book the statement again.",
          { owed: format.money(amountOf(facts, "owed")), recovery: textOf(facts, "recovery") },
        );
      return i18n._(
        "The park has asked this money back (recovery {recovery}). Enter it there as received, or cancel the recovery and book the statement again.",
        { recovery: textOf(facts, "recovery") },
      );
    case "payment.came-back":
      return i18n._(
        "Only {paid} is left of what was paid: the rest came back or was given up before. Look at the postings of the case.",
        { paid: format.money(amountOf(facts, "paid")) },
      );
    default:
      return code.startsWith("pain002.") ? [textOf(facts, "status"), textOf(facts, "reason")].join(" ").trim() : code;
  }
}
