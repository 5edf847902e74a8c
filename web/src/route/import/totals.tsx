/** What the new lines of a file bring, by the kind of the file. */
import { AidTotals } from "./aid-totals.tsx";
import { ImportTotals } from "./import-totals.tsx";
import type { Import, ImportKind } from "./imports-query.ts";

interface Props {
  readonly kind: ImportKind;
  readonly totals: Import["totals"];
}

export function Totals({ kind, totals }: Props) {
  return kind === "vouchers" ? <ImportTotals totals={totals} /> : <AidTotals totals={totals} />;
}
