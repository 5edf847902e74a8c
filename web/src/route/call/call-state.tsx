/** The states of a call in words, as a tag. */
import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { Tag } from "../../component/tag.tsx";
import type { CallLine } from "./call-query.ts";

export type CallState = CallLine["state"];

export function stateWord(i18n: I18n, state: CallState): string {
  const words: Record<CallState, string> = {
    draft: i18n._("Draft"),
    scheduled: i18n._("Scheduled"),
    open: i18n._("Open"),
    closed: i18n._("Closed"),
    deciding: i18n._("Deciding"),
    decided: i18n._("Decided"),
    archived: i18n._("Archived"),
  };
  return words[state];
}

export function CallStateTag({ state }: { readonly state: CallState }) {
  const { i18n } = useLingui();
  return <Tag state={state === "open" ? "ok" : state === "draft" ? "warn" : "idle"}>{stateWord(i18n, state)}</Tag>;
}
