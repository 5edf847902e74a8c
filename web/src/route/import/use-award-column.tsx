/** What a line of earlier awards says beyond its company and amount: who granted it under which ceiling and when, or why it is taken back. */
import { useLingui } from "@lingui/react";
import type { Column } from "../../component/data-table.tsx";
import { useBasisName } from "../case/basis-words.ts";
import { useFormat } from "../case/use-format.ts";
import type { Import, ImportKind } from "./imports-query.ts";

type Line = Import["entries"][number];

export function useAwardColumn(kind: ImportKind): readonly Column<Line>[] {
  const { i18n } = useLingui();
  const basisName = useBasisName();
  const { country, day } = useFormat();
  if (kind === "vouchers") return [];
  const grantor: Column<Line> = {
    id: "grantor",
    head: i18n._("Granted by"),
    cell: ({ cells = {} }) => (
      <div>
        {cells["grantor"]}
        {kind === "aid" && (
          <div className="tiny muted plain">
            {[
              basisName((cells["basis"] ?? "").toLowerCase()),
              country((cells["country"] ?? "").toUpperCase()),
              day(cells["granted_on"] ?? ""),
              ...(cells["equivalent"] === ""
                ? []
                : [i18n._("nominal {amount} {currency}", { amount: cells["amount"], currency: cells["currency"] })]),
            ].join(", ")}
          </div>
        )}
      </div>
    ),
  };
  if (kind === "aid") return [grantor];
  return [grantor, { id: "reason", head: i18n._("Reason"), cell: ({ cells = {} }) => cells["reason"] }];
}
