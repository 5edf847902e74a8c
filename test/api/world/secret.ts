/** The secrets: each a world that differs from the other in one hidden value, and who alone may notice. */
import { proposalSecrets } from "./decision-secret.ts";
import { interestSecrets } from "./interest-secret.ts";
import { checked, type Stored } from "./memory-store.ts";
import { personSecrets } from "./person-secret.ts";
import { reviewSecrets } from "./review-secret.ts";
import { everyPart, inside, type Secret, withoutCase } from "./secret-part.ts";

const caseSecrets: readonly Secret[] = [
  // What is issued is counted in public; until then nobody outside knows of it.
  ...(["glass", "gut", "soup"] as const).map(
    (of): Secret => ({
      what: `that ${of} exists, to who has no part in it`,
      of,
      knownTo: everyPart,
      change: withoutCase,
    }),
  ),
  {
    what: "that a draft exists",
    of: "rye",
    knownTo: ({ applicants, providers }) => [...applicants, ...providers],
    change: withoutCase,
  },
  {
    what: "an offer's price, and what is asked for it",
    of: "gut",
    knownTo: (parts) => [...parts.applicants, ...parts.providers, ...parts.reading, ...inside(parts)],
    change(one, caseId) {
      const dearer = { amount: 777_700, currency: "EUR" };
      if (one.name === "case" && one.value.caseId === caseId)
        return { ...one, value: { ...one.value, requested: dearer } };
      if (one.name === "row" && one.value.caseId === caseId)
        return { ...one, value: { ...one.value, requested: dearer.amount } };
      if (one.name !== "offer" || one.value.caseId !== caseId || one.value.content === undefined) return one;
      return { ...one, value: { ...one.value, content: { ...one.value.content, price: dearer } } };
    },
  },
  {
    what: "the full text, before no conflict is declared",
    of: "gut",
    knownTo: (parts) => [...parts.applicants, ...parts.reading, ...inside(parts)],
    change(one, caseId) {
      if (one.name !== "section" || one.value.caseId !== caseId) return one;
      const { title, summary } = one.value.data;
      const data = { ...one.value.data, need: "Another need.", effect: "Another effect.", headcount: 14 };
      return { ...one, value: { ...one.value, data: { ...data, title, summary } } };
    },
  },
  {
    what: "what a screener found wanting, before a second person confirms it",
    of: "soup",
    knownTo: inside,
    change(one, caseId) {
      if (one.name !== "case" || one.value.caseId !== caseId || one.value.ineligibility === undefined) return one;
      return { ...one, value: { ...one.value, ineligibility: { ...one.value.ineligibility, reasons: "Another." } } };
    },
  },
  {
    what: "why redress is asked",
    of: "tattoo",
    knownTo: (parts) => [...parts.applicants, ...inside(parts)],
    change(one, caseId) {
      if (one.name !== "case" || one.value.caseId !== caseId || one.value.redress === undefined) return one;
      return { ...one, value: { ...one.value, redress: { ...one.value.redress, reasons: "Another." } } };
    },
  },
];

export type { Secret } from "./secret-part.ts";

export const secrets: readonly Secret[] = [
  ...caseSecrets,
  ...reviewSecrets,
  ...proposalSecrets,
  ...personSecrets,
  ...interestSecrets,
];

/** The other world. */
export function otherWorld(items: readonly Stored[], { change }: Secret, caseId: string): Stored[] {
  return items.flatMap((one) => {
    const other = change(one, caseId);
    if (other === undefined) return [];
    return other === one ? [one] : [checked(other)];
  });
}
