/** How much of the allowed time has gone, as a bar and in words. */
import { useLingui } from "@lingui/react";
import type { CSSProperties } from "react";

export interface AgeProps {
  /** Share of the allowed time that has gone, 0 to 1 and more. */
  readonly elapsed: number;
  /** Whole working days until the due day; 0 on the day, negative after it. */
  readonly workingDaysLeft: number;
}

/** `a0` first half, `a1` second half, `a2` last two working days, `a3` over. */
export function ageClass({ elapsed, workingDaysLeft }: AgeProps): "a0" | "a1" | "a2" | "a3" {
  if (workingDaysLeft < 0) return "a3";
  if (workingDaysLeft <= 2) return "a2";
  return elapsed < 0.5 ? "a0" : "a1";
}

export function Age(props: AgeProps) {
  const { i18n } = useLingui();
  const days = Math.abs(props.workingDaysLeft);
  const share = `${Math.round(Math.min(1, Math.max(0, props.elapsed)) * 100)}%`;
  const words =
    props.workingDaysLeft === 0
      ? i18n._("due today")
      : props.workingDaysLeft < 0
        ? i18n._("{days} d over", { days })
        : i18n._("{days} d left", { days });
  const fill: CSSProperties & Record<"--f", string> = { "--f": share };
  return (
    <span className={`age ${ageClass(props)}`}>
      <i style={fill} aria-hidden="true" />
      {words}
    </span>
  );
}
