/** A pot as a bar: bound by other cases, this case, the rest. */
import { useLingui } from "@lingui/react";
import { BudgetBar } from "../../component/budget-bar.tsx";
import type { PotEffect } from "./pot.ts";

interface Props {
  readonly effect: PotEffect;
  readonly currency: string;
  /** Without what this case takes: the pot as it was before. */
  readonly without?: boolean;
}

export function PotBar({ effect, currency, without = false }: Props) {
  const { i18n } = useLingui();
  const taken = without ? 0 : effect.taken;
  const segments = [
    { account: "committed" as const, amount: effect.others, label: i18n._("other cases") },
    { account: "disbursed" as const, amount: taken, label: i18n._("this case") },
    { account: "available" as const, amount: Math.max(0, effect.before - taken), label: i18n._("available") },
  ];
  return <BudgetBar segments={segments} currency={currency} />;
}
