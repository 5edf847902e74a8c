/** A park: its shape in its hue, and its name; the shape alone only where the name is read out. */
import type { ParkShape } from "@multihelix/core/view/strands.ts";
import { ParkShapePath } from "./park-shape.tsx";

export interface Park {
  readonly id: string;
  readonly name: string;
  readonly shape: ParkShape;
}

export function ParkMark({ park }: { readonly park: Park }) {
  return (
    <span className="park">
      <ParkSign park={park} />
      {park.name}
    </span>
  );
}

/** Company's and provider's park in a dense row: two shapes, read as `Limburg to Lund`. */
export function ParkPair({ from, to, label }: { readonly from: Park; readonly to: Park; readonly label: string }) {
  return (
    <span role="img" aria-label={label}>
      <ParkSign park={from} /> <ParkSign park={to} />
    </span>
  );
}

function ParkSign({ park }: { readonly park: Park }) {
  return (
    <svg className="pm" data-park={park.id} viewBox="0 0 16 16" aria-hidden="true">
      <ParkShapePath shape={park.shape} />
    </svg>
  );
}
