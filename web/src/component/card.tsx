/** A titled surface; `flush` lets a table reach its edges. */
import type { ReactNode } from "react";
import { useId } from "react";

interface Props {
  readonly title: string;
  /** Beside the title: a tag, a short remark or a link. */
  readonly aside?: ReactNode;
  readonly flush?: boolean;
  readonly children: ReactNode;
}

export function Card({ title, aside, flush = false, children }: Props) {
  const heading = useId();
  return (
    <section className={flush ? "card card--flush" : "card"} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{title}</h2>
        {aside !== undefined && <span className="small muted">{aside}</span>}
      </header>
      {children}
    </section>
  );
}
