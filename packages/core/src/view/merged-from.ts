/** The records that became part of an organisation, as its page names them: what it was also called, and by which number. */
import * as z from "zod";
import { instantSchema } from "../kernel/instant.ts";
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
    one === undefined || one.numberOnly === true
      ? []
      : [{ legalName: one.legalName, registerId: one.registerId, register: one.registerScheme }],
  );
}

export const formerNameSchema = mergedRecordSchema.extend({ until: instantSchema, changedBy: z.string() });

/** What an organisation was called before its owners changed it, and who did. */
export async function formerNames(
  deps: Pick<Deps, "store">,
  { formerly = [] }: Pick<Organisation, "formerly">,
): Promise<z.infer<typeof formerNameSchema>[]> {
  const people = await Promise.all(formerly.map(({ changedBy }) => deps.store.get("person", { personId: changedBy })));
  return formerly.map(({ legalName, registerId, registerScheme, until }, index) => ({
    legalName,
    registerId,
    register: registerScheme,
    until,
    changedBy: people[index]?.name ?? "",
  }));
}
