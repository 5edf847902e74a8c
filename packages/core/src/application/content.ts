/** What is frozen at submission: the text behind an application's content hash. */
import type { CaseFile } from "../file/file.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import type { Case } from "./case.ts";
import type { Offer } from "./offer.ts";
import type { Section } from "./section.ts";

/** Same answers, same offer, same documents, same parties, same text; who saved what when is not part of it. */
export function contentOf(
  one: Pick<Case, "callId" | "applicantId" | "providerId">,
  sections: readonly Section[],
  offer: Offer | undefined,
  documents: readonly Pick<CaseFile, "slot" | "name" | "sha256">[],
): string {
  const files = documents
    .map(({ slot, name, sha256 }) => ({ slot, name, sha256 }))
    .sort((a, b) => a.slot.localeCompare(b.slot) || (a.sha256 ?? "").localeCompare(b.sha256 ?? ""));
  return canonicalJson({
    callId: one.callId,
    applicantId: one.applicantId,
    providerId: one.providerId,
    sections: Object.fromEntries(sections.map(({ sectionId, data }) => [sectionId, data])),
    offer: offer === undefined ? undefined : { content: offer.content, converted: offer.converted },
    ...(files.length === 0 ? {} : { documents: files }),
  });
}
