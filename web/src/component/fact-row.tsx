/** A name and what it is, in a list of facts. */
import type { ReactNode } from "react";

export function FactRow({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="pair">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
