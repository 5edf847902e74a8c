/** What every stack is told of where it is built. */
import type { Stage } from "./stage.ts";

export interface Place {
  readonly stage: Stage;
  /** Folder of the bundles of functions. */
  readonly bundles: string;
  /** Version of the product. */
  readonly version: string;
}
