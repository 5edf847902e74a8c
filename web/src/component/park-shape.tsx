/** The only place that draws the shapes of the parks, in a box of 16 px; the hue comes from the style sheet. */
import type { ParkShape } from "@multihelix/core/view/strands.ts";

export function ParkShapePath({ shape }: { readonly shape: ParkShape }) {
  switch (shape) {
    case "circle":
      return <circle cx="8" cy="8" r="7" />;
    case "square":
      return <rect x="1.5" y="1.5" width="13" height="13" rx="1" />;
    case "triangle":
      return <path d="M8 1 15.4 14.2H.6Z" />;
    case "diamond":
      return <path d="M8 .3 15.7 8 8 15.7.3 8Z" />;
    case "hexagon":
      return <path d="M4.2 1.2h7.6L15.6 8l-3.8 6.8H4.2L.4 8Z" />;
    case "star":
      return <path d="M8 .4 10.3 5.6 15.8 6.1 11.7 9.8 12.9 15.3 8 12.4 3.1 15.3 4.3 9.8.2 6.1 5.7 5.600Z" />;
    case "cross":
      return <path d="M5.5 1h5v4.500H15v5h-4.500V15h-5v-4.500H1v-5h4.500Z" />;
  }
}
