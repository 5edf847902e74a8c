/** One plain English sentence per refusal: what happened, what was kept, what to do now. The web shows its own language where it has one. */
import { caseSentences } from "./sentence/case.ts";
import { fileSentences } from "./sentence/file.ts";
import { moneySentences } from "./sentence/money.ts";
import { personSentences } from "./sentence/person.ts";
import { requestSentences } from "./sentence/request.ts";
import { reviewSentences } from "./sentence/review.ts";
import type { Facts, Sentences } from "./sentence/say.ts";

export const said: Sentences = {
  ...requestSentences,
  ...caseSentences,
  ...fileSentences,
  ...reviewSentences,
  ...moneySentences,
  ...personSentences,
};

/** The sentence of a code; a code without one is said as it is. */
export function sentences(code: string, facts: Facts): string {
  return (
    said[code]?.(facts) ?? `This was refused: ${code.replace(".", ", ").replaceAll("-", " ")}. Nothing was changed.`
  );
}
