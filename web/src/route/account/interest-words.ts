/** What ties somebody to an organisation, in the first person. */
import type { I18n } from "@lingui/core";
import type { Kind } from "./interests-schema.ts";

export function interestWords(i18n: I18n): Record<Kind, string> {
  return {
    employer: i18n._("I work there, or left less than 24 months ago"),
    household: i18n._("Somebody of my household works there or owns it"),
    equity: i18n._("I own a share of it"),
    board: i18n._("I sit on its board"),
    contract: i18n._("It pays me under a contract"),
    tenancy: i18n._("I rent from it, or it serves me under a contract"),
    other: i18n._("Something else"),
  };
}
