/** The budget of a key and its year: raised or cut, ended, closed, and what may be fetched of it. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import * as z from "zod";
import { addressOf, api } from "../../client.ts";
import { Button, buttonClass } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { Icon } from "../../component/icon.tsx";
import { MoneyField } from "../../component/money-field.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { amountSchema } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useLocales } from "../../language/use-locales.ts";
import { useAct } from "../../use-act.ts";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";
import { BudgetRefusal } from "./budget-refusal.tsx";
import { Figure } from "./figure.tsx";
import type { LedgerKeyView } from "./finance-query.ts";
import { keyText } from "./ledger-key.ts";

interface Props {
  readonly ledgerKey: LedgerKeyView;
  readonly references: Readonly<Record<string, string>>;
  /** The reader is finance of the park. */
  readonly mayAct: boolean;
}

export function YearCard({ ledgerKey, references, mayAct }: Props) {
  const { i18n } = useLingui();
  const { ledger } = ledgerKey;
  const params = { parkId: ledger.parkId };
  return (
    <Card
      title={i18n._("Budget year {year}", { year: String(ledger.budgetYear) })}
      aside={<YearState ledgerKey={ledgerKey} />}
    >
      {mayAct && <BudgetForm ledgerKey={ledgerKey} references={references} />}
      {mayAct && <YearActs ledgerKey={ledgerKey} />}
      <div className="row year-files">
        <Link className={buttonClass("quiet", true)} to="/ledger/statement" search={{ park: ledger.parkId }}>
          <Icon name="document" />
          {i18n._("Statement per key, fund, call or year")}
        </Link>
        <a className={buttonClass("quiet", true)} href={addressOf("/api/parks/{parkId}/journal.csv", params)} download>
          <Icon name="document" />
          {i18n._("Journal, CSV")}
        </a>
      </div>
    </Card>
  );
}

function YearState({ ledgerKey: { book } }: Pick<Props, "ledgerKey">) {
  const { i18n } = useLingui();
  switch (book?.status) {
    case "ending":
      return i18n._("{done} of {all} cases carried over", { done: book.carried, all: book.ending?.cases.length ?? 0 });
    case "ended":
      return i18n._("ended; {count, plural, one {# case} other {# cases}} carried over", { count: book.carried });
    case "closed":
      return i18n._("closed");
    default:
      return i18n._("open");
  }
}

function BudgetForm({ ledgerKey, references }: Omit<Props, "mayAct">) {
  const { i18n } = useLingui();
  const refusal = useStaffRefusal();
  const { ledger, balances, book } = ledgerKey;
  const schema = z.object({
    amount: amountSchema(ledger.currency, useLocales()[0] ?? i18n.locale, /*i18n*/ "Type an amount like 250,000.00."),
  });
  const form = usePageForm(schema, { amount: "" });
  const act = useAct({
    send: (amount: number, key) => api("post", "/api/budgets", { params: {}, body: { ledger, amount }, key }),
    onDone: () => form.reset({ amount: "" }),
  });
  if (book?.status === "closed") return null;
  const held = act.error?.code === "budget.held";
  return (
    <Form form={form} onSend={({ amount }) => act.mutate(amount)} problem={held ? null : refusal(act.error)}>
      <MoneyField
        name="amount"
        label={i18n._("Whole budget")}
        hint={i18n._(
          "What the park gives to this call in this year, raised or cut. It cannot fall below what is held.",
        )}
        currency={ledger.currency}
      />
      {held && act.error !== null && (
        <BudgetRefusal problem={act.error} currency={ledger.currency} references={references} />
      )}
      <div>
        <Button type="submit" busy={act.isPending}>
          {(balances.appropriation ?? 0) === 0 ? i18n._("Set the budget") : i18n._("Change the budget")}
        </Button>
      </div>
    </Form>
  );
}

function YearActs({ ledgerKey: { ledger, book, balances } }: Pick<Props, "ledgerKey">) {
  const { i18n } = useLingui();
  const refusal = useStaffRefusal();
  const params = { parkId: ledger.parkId };
  const end = useAct({
    send: (_: string, key) => api("post", "/api/parks/{parkId}/year-end", { params, body: { ledger }, key }),
  });
  const close = useAct({
    send: (_: string, key) => api("post", "/api/parks/{parkId}/year-closing", { params, body: { ledger }, key }),
  });
  const of = { park: ledger.parkId, key: keyText(ledger) };
  const problem = refusal(end.error ?? close.error);
  return (
    <div className="stack year-acts">
      {book?.status === "open" && (
        <div>
          <p className="small muted">
            {i18n._(
              "Ending the year carries what open cases hold into {next}; what is to pay stays until it is booked.",
              { next: String(ledger.budgetYear + 1) },
            )}{" "}
            <Figure
              amount={(balances.reserved ?? 0) + (balances.committed ?? 0)}
              currency={ledger.currency}
              of={{ ...of, account: "reserved,committed" }}
            />
          </p>
          <Button busy={end.isPending} onClick={() => end.mutate("end")}>
            {i18n._("End the year")}
          </Button>
        </div>
      )}
      {book?.status === "ended" && (
        <div>
          <p className="small muted">
            {i18n._(
              "Closing the year returns what is unspent to the fund. Another person than who ended it closes it.",
            )}{" "}
            <Figure amount={balances.available ?? 0} currency={ledger.currency} of={{ ...of, account: "available" }} />
          </p>
          <Button busy={close.isPending} onClick={() => close.mutate("close")}>
            {i18n._("Close the year")}
          </Button>
        </div>
      )}
      {problem !== null && <ProblemNote problem={problem} />}
    </div>
  );
}
