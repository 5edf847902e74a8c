/** What is frozen at submission: the text behind an application's content hash. */
import { canonicalJson } from "../kernel/canonical-json.ts";
import type { Case } from "./case.ts";
import type { Offer } from "./offer.ts";
import type { Section } from "./section.ts";

/** Same answers, same offer, same parties, same text; who saved what when is not part of it. */
export function contentOf(
  one: Pick<Case, "callId" | "applicantId" | "providerId">,
  sections: readonly Section[],
  offer: Offer | undefined,
): string {
  return canonicalJson({
    callId: one.callId,
    applicantId: one.applicantId,
    providerId: one.providerId,
    sections: Object.fromEntries(sections.map(({ sectionId, data }) => [sectionId, data])),
    offer: offer === undefined ? undefined : { content: offer.content, converted: offer.converted },
  });
}
