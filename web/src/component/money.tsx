/** An amount in the reader's locale and its own currency, never wrapped. */
import { formatAmount } from "../format/money.ts";
import { useLocales } from "../language/use-locales.ts";

interface Props {
  /** Integer, minor units. */
  readonly amount: number;
  readonly currency: string;
  /** Whole units, only in overviews that say so. */
  readonly whole?: boolean;
}

export function Money({ amount, currency, whole = false }: Props) {
  const locales = useLocales();
  return <span className="money">{formatAmount(amount, currency, locales, whole)}</span>;
}
