/** The records that became part of an organisation, as its page names them: what it was also called, and by which number. */
import * as z from "zod";
import { type Organisation, organisationSchema } from "../organisation/organisation.ts";
import type { Deps } from "../port/deps.ts";

export const mergedRecordSchema = organisationSchema
  .pick({ legalName: true, registerId: true })
  .extend({ register: z.string() });

export async function mergedFrom(
  deps: Pick<Deps, "store">,
  { absorbed = [] }: Pick<Organisation, "absorbed">,
): Promise<z.infer<typeof mergedRecordSchema>[]> {
  const found = await Promise.all(absorbed.map((organisationId) => deps.store.get("organisation", { organisationId })));
  return found.flatMap((one) =>
    one === undefined ? [] : [{ legalName: one.legalName, registerId: one.registerId, register: one.registerScheme }],
  );
}
