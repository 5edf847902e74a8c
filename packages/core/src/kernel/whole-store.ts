/** Acts and totals see everything, whoever asks: the only place that looks behind a store which hides cases. */
import type { Store } from "../port/store.ts";

/** The store that hides nothing: for acts, whose rules see everything, and for totals of the books, which are no case's. */
export function wholeOf(store: Store): Store {
  return store.whole ?? store;
}
