/** The sender says that the bytes are there: from now on they are looked at. */
import * as z from "zod";
import { caseIdSchema, fileIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { fileSchema } from "./file.ts";
import { type FileFacts, placeFor, readFiles, requireOwn } from "./file-facts.ts";

export const handInResult = z.object({ status: fileSchema.shape.status });

/** Said twice, it is said once. @throws not_found `file.not-found`; conflict `file.not-now` when the case moved on. */
export const handInFile = verb({
  name: "file.hand-in",
  input: z.object({ caseId: caseIdSchema, fileId: fileIdSchema }),
  read: (reader, { caseId }) => readFiles(reader, caseId),
  decide(facts: FileFacts, actor, { caseId, fileId }): Decision<z.infer<typeof handInResult>> {
    const { one, file } = requireOwn(facts, actor, fileId);
    if (file.status !== "awaited") return { changes: [], result: { status: file.status } };
    placeFor(facts, actor, file.use, file.slot);
    return {
      changes: [
        {
          op: "patch",
          name: "file",
          key: { caseId, fileId },
          set: { status: "checking" },
          when: { status: "awaited" },
        },
        { op: "check", name: "case", key: { caseId }, when: { status: one.status } },
      ],
      effects: [{ body: { kind: "tend-file", caseId, fileId } }],
      result: { status: "checking" },
    };
  },
});
