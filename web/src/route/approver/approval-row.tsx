/** One approval among several: whose, what for, and what stands beside it. */
import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { DateTime } from "../../component/date-time.tsx";
import type { ApprovalLine } from "../staff/alike-query.ts";

interface Props {
  readonly line: ApprovalLine;
  /** Before the name: a box. */
  readonly before?: ReactNode;
  readonly children: ReactNode;
}

export function ApprovalRow({ line, before, children }: Props) {
  const { i18n } = useLingui();
  const Name = before === undefined ? "div" : "label";
  return (
    <div className="approval-row">
      <Name>
        {before}
        <span>
          <b>{line.applicant}</b> <span className="mono small">{line.reference}</span>
          <span className="small muted approval-about">
            {line.title}
            {line.provider !== undefined && <>, {i18n._("with {provider}", { provider: line.provider })}</>}
          </span>
        </span>
      </Name>
      <span className="approval-facts">
        <span className="small muted">
          {i18n._("due")} <DateTime at={line.due} style="day" show="date" />
        </span>
        {children}
      </span>
    </div>
  );
}
