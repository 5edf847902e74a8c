/** Looks at the age of a draft, and clears away what an erased one leaves outside its commit: bytes, letters, messages. */
import { tendDraft } from "../../application/tend-draft.ts";
import { commitPatiently } from "../../kernel/commit.ts";
import type { CaseId } from "../../kernel/id.ts";
import { perform } from "../../kernel/perform.ts";
import type { Deps } from "../../port/deps.ts";
import type { Change } from "../../port/store.ts";
import type { Body } from "./list.ts";
import { tendFile } from "./tend-file.ts";

export async function lookAtDraft(deps: Deps, { caseId, turn }: Body<"tend-draft">): Promise<void> {
  await perform(deps, { kind: "system", name: "outbox" }, `tend-draft:${caseId}:${turn}`, tendDraft, { caseId, turn });
}

const perCommit = 40;

/** Harmless where the case is there: only what belongs to no case is taken. */
export async function clearDraft(deps: Deps, { caseId, fileIds }: Body<"clear-draft">): Promise<void> {
  if ((await deps.store.get("case", { caseId })) !== undefined) return;
  const { changes, left } = await remainsOf(deps, caseId);
  for (let from = 0; from < changes.length; from += perCommit)
    await commitPatiently(deps, changes.slice(from, from + perCommit));
  for (const fileId of new Set([...fileIds, ...left])) await tendFile(deps, { kind: "tend-file", caseId, fileId });
}

async function remainsOf(
  deps: Deps,
  caseId: CaseId,
): Promise<{ changes: Change[]; left: Body<"clear-draft">["fileIds"] }> {
  const [files, letters, messages, marks, translations] = await Promise.all([
    deps.store.list("file", { caseId }),
    deps.store.list("letter", { stream: caseId }),
    deps.store.list("message", { caseId }),
    deps.store.list("readMark", { caseId }),
    deps.store.list("translation", { caseId }),
  ]);
  return {
    left: files.map(({ fileId }) => fileId),
    changes: [
      ...files.map(({ fileId }): Change => ({ op: "remove", name: "file", key: { caseId, fileId } })),
      ...letters.map(({ stream, letterId }): Change => ({ op: "remove", name: "letter", key: { stream, letterId } })),
      ...messages.map(
        ({ thread, messageId }): Change => ({ op: "remove", name: "message", key: { caseId, thread, messageId } }),
      ),
      ...marks.map(
        ({ thread, personId }): Change => ({ op: "remove", name: "readMark", key: { caseId, thread, personId } }),
      ),
      ...translations.map(({ language }): Change => ({ op: "remove", name: "translation", key: { caseId, language } })),
    ],
  };
}
