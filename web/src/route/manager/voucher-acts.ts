/** Which acts on a voucher its page offers: those that the server takes of that person, and no others. */
import type { CaseView } from "../case/case-query.ts";

type Voucher = NonNullable<CaseView["voucher"]>;

/** Once, by a manager of the lead park; its finance confirms what was proposed, with the months that were. Undefined where neither is to be done. */
export function extensionFor(
  { extension }: Pick<Voucher, "extension">,
  {
    manages,
    finances,
    me,
  }: { readonly manages: boolean; readonly finances: boolean; readonly me?: string | undefined },
): { readonly proposed?: number } | undefined {
  if (extension === undefined) return manages ? {} : undefined;
  if (extension.confirmedBy !== undefined) return undefined;
  // Whoever has both roles answers as finance, but never their own proposal.
  if (finances && extension.by === me) return undefined;
  if (finances) return { proposed: extension.months };
  return manages ? {} : undefined;
}

/** A voucher of which a part is used keeps its value. */
export function isUnused({ value, left }: Pick<Voucher, "value" | "left">): boolean {
  return left.amount === value.amount;
}
