/** The state of a run as a tag. */
import { useLingui } from "@lingui/react";
import { Tag, type TagState } from "../../component/tag.tsx";
import type { RunView } from "./assignment-query.ts";

export function RunState({ run }: { readonly run: Pick<RunView, "state"> }) {
  const { i18n } = useLingui();
  const words: Record<RunView["state"], [TagState, string]> = {
    collecting: ["now", i18n._("reading cases")],
    solving: ["now", i18n._("computing")],
    ready: ["warn", i18n._("dry run")],
    impossible: ["bad", i18n._("no plan")],
    publishing: ["now", i18n._("publishing")],
    published: ["ok", i18n._("published")],
    discarded: ["idle", i18n._("discarded")],
  };
  const [state, word] = words[run.state];
  return <Tag state={state}>{word}</Tag>;
}
