/** Which of the documents that a call wants are still missing. */
import type { Call } from "../call/call.ts";
import type { CaseFile } from "../file/file.ts";

/** Ids of required documents without a kept file. */
export function documentsMissing(
  { documents = [] }: Pick<Call, "documents">,
  kept: readonly Pick<CaseFile, "use" | "slot">[],
): string[] {
  const there = new Set(kept.flatMap(({ use, slot }) => (use === "document" ? [slot] : [])));
  return documents.flatMap(({ documentId, required }) => (required && !there.has(documentId) ? [documentId] : []));
}
