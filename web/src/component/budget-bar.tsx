/** Money of one pot as a bar, always beside the figures that say the same. */
import { useLingui } from "@lingui/react";
import { formatAmount } from "../format/money.ts";
import { useLocales } from "../language/use-locales.ts";

export type Account = "disbursed" | "payable" | "committed" | "reserved" | "available";

/** Ledger order, darkest first. */
const order: readonly Account[] = ["disbursed", "payable", "committed", "reserved", "available"];

export interface Segment {
  readonly account: Account;
  /** Integer, minor units, not negative. */
  readonly amount: number;
  /** Other words than the account's name: `counted already`. */
  readonly label?: string;
}

interface Props {
  readonly segments: readonly Segment[];
  readonly currency: string;
  /** Show what each colour means under the bar. */
  readonly legend?: boolean;
}

export function BudgetBar({ segments, currency, legend = false }: Props) {
  const { i18n } = useLingui();
  const locales = useLocales();
  const names: Record<Account, string> = {
    disbursed: i18n._("paid"),
    payable: i18n._("to pay"),
    committed: i18n._("committed"),
    reserved: i18n._("reserved"),
    available: i18n._("available"),
  };
  const total = segments.reduce((sum, segment) => sum + segment.amount, 0);
  // Segments with words of their own come in the order of the page's arithmetic.
  const named = segments.some((segment) => segment.label !== undefined);
  const sorted = named
    ? segments
    : order.flatMap((account) => segments.filter((segment) => segment.account === account));
  const name = (segment: Segment) => segment.label ?? names[segment.account];
  const text = sorted
    .map((segment) => `${formatAmount(segment.amount, currency, locales)} ${name(segment)}`)
    .join(", ");
  return (
    <>
      <div className="bar" role="img" aria-label={text}>
        {sorted
          .filter((segment) => segment.amount > 0)
          .map((segment) => (
            <i
              key={name(segment)}
              style={{ width: `${(segment.amount / total) * 100}%`, background: `var(--m-${segment.account})` }}
            />
          ))}
      </div>
      {legend && (
        <ul className="key">
          {sorted.map((segment) => (
            <li key={name(segment)}>
              <i style={{ background: `var(--m-${segment.account})` }} />
              {name(segment)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
