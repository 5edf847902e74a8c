/** What every stack is told of where it is built. */
import type { Stage } from "./stage.ts";

export interface Place {
  readonly stage: Stage;
  /** Folder of the bundles of functions. */
  readonly bundles: string;
  /** Folder of the built web app. */
  readonly web: string;
  /** Version of the product. */
  readonly version: string;
}
