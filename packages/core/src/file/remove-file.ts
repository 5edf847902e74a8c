/** Taking a file away again, as long as nothing was built on it. */
import * as z from "zod";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema, fileIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { type FileFacts, mayGo, readFiles, requireOwn } from "./file-facts.ts";

/** Members of the party that sent it. @throws not_found `file.not-found`; conflict `file.frozen`. */
export const removeFile = verb({
  name: "file.remove",
  input: z.object({ caseId: caseIdSchema, fileId: fileIdSchema }),
  read: (reader, { caseId }) => readFiles(reader, caseId),
  decide(facts: FileFacts, actor, { caseId, fileId }): Decision<{ removed: boolean }> {
    const { one, file } = requireOwn(facts, actor, fileId);
    if (!mayGo(file, one)) throw new DomainError("conflict", "file.frozen");
    const { use, slot, version } = file;
    return {
      changes: [
        { op: "remove", name: "file", key: { caseId, fileId }, when: { version } },
        { op: "check", name: "case", key: { caseId }, when: { status: one.status } },
      ],
      ...(file.status === "kept"
        ? { events: [{ stream: caseId, caseId, type: "file.removed", facts: { fileId, use, slot } }] }
        : {}),
      effects: [{ body: { kind: "tend-file", caseId, fileId } }],
      result: { removed: true },
    };
  },
});
