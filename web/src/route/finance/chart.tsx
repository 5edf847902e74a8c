/** A picture of figures that may be wider than the window: it scrolls by itself, and by keyboard. */
import type { ReactNode } from "react";

interface ChartProps {
  /** What the picture shows, in words. */
  readonly label: string;
  readonly size: { readonly width: number; readonly height: number };
  /** Content of the SVG. */
  readonly children: ReactNode;
}

export function Chart({ label, size: { width, height }, children }: ChartProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="chart" aria-label={label} tabIndex={0}>
      <svg viewBox={`0 0 ${width} ${height}`} aria-label={label}>
        {children}
      </svg>
    </section>
  );
}
