/** The only place that chooses a criterion's label for a reader: the call's own in their language, the network's, else the call's English one. */
import type { Language } from "../person/person.ts";
import type { Criterion } from "./rubric.ts";

/** English labels of the network's own criteria, by id; the product has them in every language. */
export const networkLabels = {
  relevance: "Relevance",
  quality: "Quality of the service",
  effect: "Expected effect",
  value: "Value for money",
} as const;

export type Labelled = Pick<Criterion, "id" | "label" | "labels">;

/** @param network The labels of the network's own criteria in the reader's language, by id. */
export function labelIn(
  { id, label, labels }: Labelled,
  language: Language,
  network: Readonly<Record<string, string>>,
): string {
  const own = language === "en" ? undefined : labels?.[language];
  if (own !== undefined) return own;
  // A criterion that was given another name keeps its id.
  return isNetworks({ id, label }) ? (network[id] ?? label) : label;
}

/** Whether it is one of the network's own criteria under its own name. */
export function isNetworks({ id, label }: Pick<Criterion, "id" | "label">): boolean {
  return Object.entries(networkLabels).some(([own, name]) => own === id && name === label);
}

/** What a mark means, in the reader's language where the call says it; a half mark means what the whole one below it does. */
export function anchorIn(
  { anchors, anchorsIn }: Pick<Criterion, "anchors" | "anchorsIn">,
  score: number,
  language: Language,
): string | undefined {
  const at = Math.floor(score);
  const own = language === "en" ? undefined : anchorsIn?.[language]?.[at];
  const text = own === undefined || own === "" ? anchors[at] : own;
  return text === "" ? undefined : text;
}
