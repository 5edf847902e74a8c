/** What an audience reads of an application: its sections, the offer, and the translations that reviewers work with. */
import { validityOf } from "../application/offer-validity.ts";
import type { CaseItems } from "../port/store.ts";
import { isCurrent, wordsOf } from "../review/translation/translation.ts";
import type { Audience } from "./audience.ts";
import type { CaseView } from "./case-view.ts";

export function sectionsFor(audience: Audience, items: CaseItems): CaseView["sections"] {
  const wanted = items.section.filter(({ sectionId }) => {
    if (audience.kind === "provider") return sectionId === "project";
    if (audience.kind === "reviewer") return sectionId === "project" || (sectionId === "questions" && audience.opened);
    return true;
  });
  return Object.fromEntries(
    wanted.map(({ sectionId, data, version, savedAt, savedBy }) => {
      const short = audience.kind === "reviewer" && !audience.opened;
      const shown = short || audience.kind === "provider" ? { title: data["title"], summary: data["summary"] } : data;
      return [
        sectionId,
        {
          data: shown,
          version,
          savedAt,
          savedBy:
            audience.kind === "applicant" || audience.kind === "staff" || audience.kind === "auditor" ? savedBy : "",
        },
      ];
    }),
  );
}

export function offerFor(audience: Audience, items: CaseItems): CaseView["offer"] {
  if (audience.kind === "reviewer" && !audience.opened) return undefined;
  const [offer] = items.offer;
  const validUntil = offer === undefined ? undefined : validityOf(offer);
  return offer === undefined || validUntil === undefined ? offer : { ...offer, validUntil };
}

export function translationsFor(audience: Audience, items: CaseItems): CaseView["translations"] {
  const reads =
    audience.kind === "reviewer" ? audience.opened : audience.kind === "staff" || audience.kind === "auditor";
  if (!reads) return [];
  const now = wordsOf(
    items.section.find(({ sectionId }) => sectionId === "project"),
    items.offer[0],
  );
  return items.translation.map((one) => {
    const { language, source, translator, words, addedAt } = one;
    return { language, source, translator, words, addedAt, current: isCurrent(one, now) };
  });
}
