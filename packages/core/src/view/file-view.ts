/** Which files of a case somebody may see: their own party's, what the other filed with a claim, and what was frozen for who reads it. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { type CaseFile, fileSchema } from "../file/file.ts";
import { mayGo } from "../file/file-facts.ts";
import { type Actor, isMember } from "../kernel/actor.ts";
import type { Audience } from "./audience.ts";

export const fileViewSchema = fileSchema
  .pick({
    fileId: true,
    use: true,
    slot: true,
    claim: true,
    name: true,
    bytes: true,
    status: true,
    reason: true,
    scan: true,
    at: true,
  })
  .extend({
    /** The reader's party may take it away again. */
    removable: z.boolean(),
  });
export type FileView = z.infer<typeof fileViewSchema>;

const acting = ["owner", "editor", "finance"] as const;
const anyLevel = [...acting, "viewer"] as const;

export function filesFor(actor: Actor, audience: Audience, one: Case, files: readonly CaseFile[]): FileView[] {
  return files
    .filter((file) => maySee(actor, audience, file))
    .map((file) => {
      const { fileId, use, slot, claim, name, bytes, status, reason, scan, at } = file;
      return {
        fileId,
        use,
        slot,
        ...(claim === undefined ? {} : { claim }),
        name,
        bytes,
        status,
        ...(reason === undefined ? {} : { reason }),
        ...(scan === undefined ? {} : { scan }),
        at,
        removable: isMember(actor, file.organisationId, acting) && mayGo(file, one),
      };
    });
}

function maySee(actor: Actor, audience: Audience, file: CaseFile): boolean {
  if (isMember(actor, file.organisationId, anyLevel)) return true;
  if (file.status !== "kept") return false;
  const filed = file.use === "evidence" && file.claim !== undefined;
  switch (audience.kind) {
    case "staff":
    case "auditor":
      return filed || file.use === "document";
    case "reviewer":
      return audience.opened && file.use === "document" && file.parkOnly !== true;
    // Bank statements of the company are between it and the park, the tax of the provider between that and the park.
    case "applicant":
    case "provider":
      return filed && !["own-share", "tax-waiver"].includes(file.slot);
  }
}
