/** The way to report and invoice, for whoever is asked for them. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { buttonClass } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { type CaseView, myTask } from "./case-query.ts";
import { useFormat } from "./use-format.ts";

export function ReportLink({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const task = myTask(view, "use");
  if (task === undefined) return null;
  return (
    <Card title={i18n._("Report the service and send the invoice")}>
      <div className="stack">
        <p>
          {i18n._(
            "When the work is finished, at the latest on {day}. The company then confirms that it received the service, and the park pays its part.",
            {
              day: format.date(task.due, "full"),
            },
          )}
        </p>
        <Link className={buttonClass("primary")} to="/cases/$caseId/report" params={{ caseId: view.caseId }}>
          {i18n._("Report and invoice")}
        </Link>
      </div>
    </Card>
  );
}
