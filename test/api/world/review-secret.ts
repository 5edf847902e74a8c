/** Secrets of reviewing: scores, comments to the park, who declined and why. */
import type { Stored } from "./memory-store.ts";
import type { Parts } from "./part.ts";
import type { Secret } from "./secret.ts";

const inside = ({ staff, network, redress }: Parts) => [...staff, ...network, ...redress];

function marked(one: Stored, caseId: string, slot: string): Stored {
  if (one.name !== "review" || one.value.caseId !== caseId || one.value.slot !== slot) return one;
  const marks = one.value.marks.map((mark) => ({
    ...mark,
    score: 1,
    toApplicant: "Weak.",
    toPark: "Between us: weak.",
  }));
  return { ...one, value: { ...one.value, marks } };
}

export const reviewSecrets: readonly Secret[] = [
  {
    what: "what one reviewer scored and wrote, to everyone outside",
    of: "gut",
    // Its author reads it as well; the other seat must not.
    knownTo: (parts) => [...inside(parts), ...parts.reading],
    change: (one, caseId) => marked(marked(one, caseId, "r1"), caseId, "r2"),
  },
  {
    what: "the scores of a case that is being decided",
    of: "drop",
    knownTo: (parts) => [...inside(parts), ...parts.reading],
    change: (one, caseId) => marked(marked(one, caseId, "r1"), caseId, "r2"),
  },
  {
    what: "who was asked before, and why they left",
    of: "gut",
    knownTo: inside,
    change(one, caseId) {
      if (one.name !== "slot" || one.value.caseId !== caseId) return one;
      const left = {
        personId: "per_01K8Z3V5J0QW4R7T9Y2B6C8D1F" as const,
        reason: "conflict",
        at: one.value.askedAt ?? ("2026-10-01T08:00:00.000Z" as const),
        note: "My sister works there.",
      };
      return { ...one, value: { ...one.value, tried: [...one.value.tried, left] } as typeof one.value };
    },
  },
];
