/** A state as icon and word; the colour repeats what the word says. */
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

export type TagState = "ok" | "now" | "warn" | "bad" | "idle";

const usualIcon: Record<TagState, IconName> = { ok: "check", now: "half", warn: "alert", bad: "cross", idle: "clock" };

interface Props {
  readonly state: TagState;
  readonly icon?: IconName;
  /** Without a box: nothing is at stake. */
  readonly plain?: boolean;
  readonly children: ReactNode;
}

export function Tag({ state, icon, plain = false, children }: Props) {
  return (
    <span className={`tag ${state}${plain ? " plain muted" : ""}`}>
      <Icon name={icon ?? usualIcon[state]} />
      {children}
    </span>
  );
}
