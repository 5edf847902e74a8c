/** Until when something is wanted, or that it is late. */
import { useLingui } from "@lingui/react";
import { DateTime } from "../../component/date-time.tsx";
import { Tag } from "../../component/tag.tsx";

export function Due({ due, overdue }: { readonly due: string; readonly overdue: boolean }) {
  const { i18n } = useLingui();
  return (
    <Tag state={overdue ? "bad" : "now"} icon="clock">
      {overdue ? i18n._("was due") : i18n._("due")} <DateTime at={due} show="date" style="day" />
    </Tag>
  );
}
