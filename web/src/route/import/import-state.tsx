/** How far an import is, as a tag; while it runs, with its progress. */
import { useLingui } from "@lingui/react";
import { Tag, type TagState } from "../../component/tag.tsx";
import type { Imports } from "./imports-query.ts";

type Run = Imports["runs"][number];

export function ImportState({ run }: { readonly run: Pick<Run, "state" | "done" | "lines" | "refused"> }) {
  const { i18n } = useLingui();
  const { state, done, lines, refused } = run;
  const words: Readonly<Record<Run["state"], readonly [TagState, string]>> = {
    proposed: ["now", i18n._("Waits for a second person")],
    declined: ["idle", i18n._("Declined")],
    "taken-back": ["idle", i18n._("Taken back")],
    running: ["now", i18n._("Being taken over")],
    done: refused > 0 ? ["warn", i18n._("Done, with refusals")] : ["ok", i18n._("Taken over")],
  };
  const [tag, word] = words[state];
  return (
    <span className="row tags">
      {state === "running" && (
        <>
          <progress value={done} max={lines} aria-label={i18n._("Taken over so far")} />
          <span className="small">{i18n._("{done} of {lines}", { done, lines })}</span>
        </>
      )}
      <Tag state={tag}>{word}</Tag>
    </span>
  );
}
