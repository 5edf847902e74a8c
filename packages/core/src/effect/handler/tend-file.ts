/** Looks at the bytes of a file that was handed in, and clears away those that belong to no file. */
import { fileKey } from "../../file/file.ts";
import { kindOfName } from "../../file/file-name.ts";
import { refusalOf } from "../../file/inspect.ts";
import { type FileFinding, settleFile } from "../../file/settle-file.ts";
import { commitPatiently } from "../../kernel/commit.ts";
import { perform } from "../../kernel/perform.ts";
import type { Deps } from "../../port/deps.ts";
import type { Body } from "./list.ts";

const actor = { kind: "system", name: "outbox" } as const;

export async function tendFile(deps: Deps, { caseId, fileId }: Body<"tend-file">): Promise<void> {
  const key = fileKey({ caseId, fileId });
  const file = await deps.store.get("file", { caseId, fileId });
  if (file === undefined) {
    await Promise.all([deps.files.remove("quarantine", key), deps.files.remove("kept", key)]);
    return;
  }
  if (file.status === "awaited") {
    // Handed in at this moment, it is no longer awaited and stays.
    const when = { status: "awaited" };
    const gone = await commitPatiently(deps, [{ op: "remove", name: "file", key: { caseId, fileId }, when }]);
    if (gone.ok) await deps.files.remove("quarantine", key);
    return;
  }
  if (file.status === "checking") {
    const found = await look(deps, key, file.name);
    await perform(deps, actor, `${fileId}:settle`, settleFile, { caseId, fileId, found });
  }
  await deps.files.remove("quarantine", key);
}

/** What is kept are the bytes that were looked at, whatever is sent to the quarantine meanwhile. */
async function look(deps: Deps, key: string, name: string): Promise<FileFinding> {
  const bytes = await deps.files.read("quarantine", key);
  if (bytes === undefined) return { status: "refused", reason: "not-arrived" };
  const reason = refusalOf(bytes, kindOfName(name), deps.inspector.inflate);
  if (reason !== undefined) return { status: "refused", reason };
  const scan = await deps.inspector.scan(bytes);
  if (scan === "infected") return { status: "refused", reason: "harmful" };
  await deps.files.write("kept", key, bytes);
  return { status: "kept", sha256: deps.inspector.digest(bytes), scan };
}
