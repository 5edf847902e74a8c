/** A thing of one's own in a list: what it is, since when, and the act that ends it. */
import type { ReactNode } from "react";

interface Props {
  readonly name: ReactNode;
  readonly more: ReactNode;
  readonly act?: ReactNode;
}

export function Owned({ name, more, act }: Props) {
  return (
    <li>
      <div>
        <div className="m">{name}</div>
        <div className="tiny muted">{more}</div>
      </div>
      {act}
    </li>
  );
}
