/** A filter or saved view that is on or off and holds its count. */
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

interface Props {
  readonly on: boolean;
  readonly onToggle: () => void;
  readonly count?: number;
  readonly children: ReactNode;
}

export function Chip({ on, onToggle, count, children }: Props) {
  return (
    <button type="button" className={on ? "chip on" : "chip"} aria-pressed={on} onClick={onToggle}>
      {on && <Icon name="check" />}
      {children}
      {count !== undefined && <b className="num">{count}</b>}
    </button>
  );
}
