/** Arithmetic that can be followed: one line per step, its source under it, the result under a rule. */
import type { ReactNode } from "react";
import { Money } from "./money.tsx";

export interface SumLine {
  readonly label: string;
  /** Where the figure comes from: a rule, a rate with its date, a limit. */
  readonly source?: ReactNode;
  /** Integer, minor units; what is taken away is negative. */
  readonly amount: number;
  /** The amount as it is shown where it opens something. */
  readonly figure?: ReactNode;
  readonly kind?: "step" | "total" | "aside";
}

interface Props {
  /** What is worked out, for those who cannot see the card around it. */
  readonly caption: string;
  readonly currency: string;
  readonly lines: readonly SumLine[];
}

export function SumTable({ caption, currency, lines }: Props) {
  return (
    <table className="sum">
      <caption className="sr">{caption}</caption>
      <tbody>
        {lines.map(({ label, source, amount, figure, kind = "step" }) => (
          <tr key={label} className={kind === "total" ? "tot" : undefined}>
            <th scope="row" className={kind === "aside" ? "muted" : undefined}>
              {label}
              {source !== undefined && <div className="tiny muted">{source}</div>}
            </th>
            <td className={kind === "aside" ? "n muted" : "n"}>
              {figure ?? <Money amount={amount} currency={currency} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
