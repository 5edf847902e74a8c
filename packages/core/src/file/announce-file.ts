/** Announcing a file before its bytes come: what it is for, its name and its size. */
import * as z from "zod";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema, type FileId } from "../kernel/id.ts";
import { addMilliseconds } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { type CaseFile, fileBytesMost, filesPerCase, filesPerSlot, fileUseSchema } from "./file.ts";
import { type FileFacts, placeFor, readFiles } from "./file-facts.ts";
import { kindOfName } from "./file-name.ts";

/** What never came is cleared away after this. */
const awaitedMilliseconds = 3_600_000;

/** @throws what `placeFor` and `kindOfName` do; invalid `file.too-large`; conflict `file.too-many`. */
export const announceFile = verb({
  name: "file.announce",
  input: z.object({
    caseId: caseIdSchema,
    use: fileUseSchema,
    slot: z.string().min(1).max(40),
    name: z.string().min(1).max(400),
    bytes: z.number().int().min(1),
  }),
  read: (reader, { caseId }) => readFiles(reader, caseId),
  decide(facts: FileFacts, actor, { caseId, use, slot, name, bytes }, moment): Decision<{ fileId: FileId }> {
    const { one, person, organisationId, claim, parkOnly } = placeFor(facts, actor, use, slot);
    kindOfName(name);
    if (bytes > fileBytesMost) throw new DomainError("invalid", "file.too-large", { most: fileBytesMost });
    const counted = facts.files.filter(({ status }) => status !== "refused");
    const alike = counted.filter((file) => file.use === use && file.slot === slot && file.claim === claim);
    if (alike.length >= filesPerSlot) throw new DomainError("conflict", "file.too-many", { most: filesPerSlot });
    if (counted.length >= filesPerCase) throw new DomainError("conflict", "file.too-many", { most: filesPerCase });
    const file: CaseFile = {
      caseId,
      fileId: moment.newId("fil"),
      use,
      slot,
      ...(claim === undefined ? {} : { claim }),
      ...(parkOnly === undefined ? {} : { parkOnly }),
      name,
      bytes,
      status: "awaited",
      organisationId,
      by: person.personId,
      at: moment.now,
      version: 0,
    };
    return {
      changes: [
        { op: "create", name: "file", value: file },
        { op: "check", name: "case", key: { caseId }, when: { status: one.status } },
      ],
      effects: [
        {
          body: { kind: "tend-file", caseId, fileId: file.fileId },
          dueAt: addMilliseconds(moment.now, awaitedMilliseconds),
        },
      ],
      result: { fileId: file.fileId },
    };
  },
});
