/** Why a budget cannot be cut: what is free, and what holds the rest, each case leading to its page. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { Note } from "../../component/note.tsx";
import type { ApiProblem } from "../../problem.ts";
import { type Facts, recordsOf } from "../case/facts-text.ts";
import { useFormat } from "../case/use-format.ts";
import { useAccountNames } from "./accounts.ts";

interface Props {
  readonly problem: ApiProblem;
  readonly currency: string;
  readonly references: Readonly<Record<string, string>>;
}

export function BudgetRefusal({ problem, currency, references }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const names = useAccountNames();
  const money = (amount: unknown) => (typeof amount === "number" ? format.money({ amount, currency }) : "");
  const holders = recordsOf(problem.facts, "holders");
  return (
    <Note kind="bad" live>
      <p>
        {i18n._("The budget cannot fall below {lowest}: {free} is free, the rest is held by these.", {
          lowest: money(problem.facts["lowest"]),
          free: money(problem.facts["free"]),
        })}
      </p>
      <ul className="plain-list small">
        {holders.map((holder) => {
          const caseId = typeof holder["caseId"] === "string" ? holder["caseId"] : undefined;
          const held = Object.entries((holder["held"] ?? {}) as Facts).map(
            ([account, amount]) => `${names[account as keyof typeof names]} ${money(amount)}`,
          );
          return (
            <li key={caseId ?? ""}>
              {caseId === undefined ? (
                i18n._("Kept for redress, or back with the fund:")
              ) : (
                <Link className="mono" to="/cases/$caseId" params={{ caseId }}>
                  {references[caseId] ?? caseId}
                </Link>
              )}{" "}
              {held.join(", ")}
            </li>
          );
        })}
      </ul>
    </Note>
  );
}
