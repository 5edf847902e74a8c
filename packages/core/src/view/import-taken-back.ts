/** Which lines of earlier awards were taken back since, why, and by which line. */
import * as z from "zod";
import { awardName } from "../aid/earlier.ts";
import type { AidGrant } from "../aid/group.ts";
import { readAid } from "../aid/read-aid.ts";
import { type ImportLine, type ImportRun, importIdSchema } from "../import/import-run.ts";
import type { OrganisationId } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { organisationOf } from "../organisation/family.ts";
import type { Reader } from "../port/store.ts";

export const takenBackSchema = z.object({
  reason: z.string(),
  at: instantSchema,
  from: z.object({ importId: importIdSchema, line: z.number().int() }),
});

/** By the number of the line; an award that a later file brought anew is not taken back. */
export async function takenBackOf(
  reader: Reader,
  { kind, parkId }: Pick<ImportRun, "kind" | "parkId">,
  lines: readonly ImportLine[],
): Promise<ReadonlyMap<number, { takenBack: z.infer<typeof takenBackSchema> }>> {
  const found = new Map<number, { takenBack: z.infer<typeof takenBackSchema> }>();
  if (kind !== "aid") return found;
  const grants = new Map<string, readonly AidGrant[]>();
  for (const { line, row, organisationIds, outcome } of lines) {
    const [organisationId] = organisationIds;
    if (organisationId === undefined || outcome === undefined || outcome === "refused") continue;
    const own = grants.get(organisationId) ?? (await grantsOf(reader, organisationId));
    grants.set(organisationId, own);
    const name = awardName({ grantor: row["grantor"] ?? "", reference: row["reference"] ?? "" });
    const same = own.find(
      (one) => one.parkId === parkId && one.earlier !== undefined && awardName(one.earlier) === name,
    );
    if (same?.status === "freed" && same.earlier?.takenBack !== undefined)
      found.set(line, { takenBack: same.earlier.takenBack });
  }
  return found;
}

async function grantsOf(reader: Reader, organisationId: OrganisationId): Promise<readonly AidGrant[]> {
  const organisation = await organisationOf(reader, organisationId);
  return organisation === undefined ? [] : (await readAid(reader, organisation)).aidGrants;
}
