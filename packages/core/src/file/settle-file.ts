/** What looking at the bytes led to: kept as they were read, or refused with the reason. */
import * as z from "zod";
import { requireSystem } from "../kernel/actor.ts";
import { caseIdSchema, fileIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { type CaseFile, fileRefusalSchema, fileSchema } from "./file.ts";

const found = z.discriminatedUnion("status", [
  z.object({ status: z.literal("kept"), sha256: z.string(), scan: fileSchema.shape.scan.unwrap() }),
  z.object({ status: z.literal("refused"), reason: fileRefusalSchema }),
]);
export type FileFinding = z.infer<typeof found>;

/** A file that was taken away meanwhile, or settled before, stays as it is. */
export const settleFile = verb({
  name: "file.settle",
  input: z.object({ caseId: caseIdSchema, fileId: fileIdSchema, found }),
  read: (reader, { caseId, fileId }): Promise<CaseFile | undefined> => reader.get("file", { caseId, fileId }),
  decide(file, actor, { caseId, fileId, found: set }): Decision<{ settled: boolean }> {
    requireSystem(actor);
    if (file?.status !== "checking") return { changes: [], result: { settled: false } };
    const { use, slot, name: _, by: sentBy } = file;
    const facts = { fileId, use, slot, sentBy, ...(set.status === "kept" ? { sha256: set.sha256 } : set) };
    return {
      changes: [{ op: "patch", name: "file", key: { caseId, fileId }, set, when: { status: "checking" } }],
      events: [{ stream: caseId, caseId, type: set.status === "kept" ? "file.kept" : "file.refused", facts }],
      result: { settled: true },
    };
  },
});
