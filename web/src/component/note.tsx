/** A note with a tint and a bar: one sentence, one link. */
import type { ReactNode } from "react";

export type NoteKind = "info" | "ok" | "warn" | "bad";

interface Props {
  readonly kind?: NoteKind;
  /** Read out when it appears after an act. */
  readonly live?: boolean;
  readonly children: ReactNode;
}

export function Note({ kind = "info", live = false, children }: Props) {
  const role = live ? (kind === "bad" ? "alert" : "status") : undefined;
  return (
    <div className={kind === "info" ? "note" : `note ${kind}`} role={role}>
      {children}
    </div>
  );
}
