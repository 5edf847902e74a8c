/** An organisation as a manager looks at it to verify it; for everybody else it does not exist. */
import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type OrganisationId, organisationIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { checkRegisterId } from "../kernel/register-id.ts";
import { organisationOf } from "../organisation/family.ts";
import { organisationSchema } from "../organisation/organisation.ts";
import { mayVerify } from "../organisation/verify-organisation.ts";
import type { Deps } from "../port/deps.ts";
import { accountShown, accountShownSchema } from "./account-shown.ts";
import { formerNameSchema, formerNames, mergedFrom, mergedRecordSchema } from "./merged-from.ts";

export const organisationViewSchema = organisationSchema
  .pick({ legalName: true, kind: true, homePark: true, address: true, registerId: true, verification: true })
  .extend({
    organisationId: organisationIdSchema,
    /** To be sent back: what changed since is looked at again. */
    version: z.number().int(),
    register: z.object({ id: z.string(), name: z.string() }),
    /** Whether the number can be right by its shape and check digit. */
    numberHolds: z.boolean(),
    mergedFrom: z.array(mergedRecordSchema),
    /** Names and numbers that its owners changed, oldest first: what was verified under one is verified anew. */
    formerly: z.array(formerNameSchema),
    /** Named by its owner alone: verifying the organisation takes it along. */
    ownAccount: accountShownSchema.optional(),
    verifiedBy: z.object({ name: z.string(), at: instantSchema, reason: z.string() }).optional(),
  });

/** A link to a record that was merged opens the one that was kept. */
export async function viewOrganisation(deps: Deps, actor: PersonActor, asked: OrganisationId) {
  const organisation = await organisationOf(deps.store, asked);
  if (organisation === undefined || !mayVerify(actor.grants, deps.clock.now()))
    throw new DomainError("not_found", "organisation.not-found");
  const { organisationId } = organisation;
  const { registerSchemes } = await deps.network.current();
  const { registerScheme, registerId, verifiedBy } = organisation;
  const scheme = registerSchemes.find(({ id }) => id === registerScheme);
  const by = verifiedBy === undefined ? undefined : await deps.store.get("person", { personId: verifiedBy.personId });
  const { legalName, kind, homePark, address, verification, version } = organisation;
  const [account] = organisation.accounts;
  return {
    organisationId,
    legalName,
    kind,
    ...(homePark === undefined ? {} : { homePark }),
    address,
    registerId,
    verification,
    version,
    mergedFrom: await mergedFrom(deps, organisation),
    formerly: await formerNames(deps, organisation),
    register: { id: registerScheme, name: scheme?.name ?? registerScheme },
    numberHolds: scheme !== undefined && checkRegisterId(scheme, registerId).ok,
    ...(organisation.ownAccount === undefined || account === undefined ? {} : { ownAccount: accountShown(account) }),
    ...(verifiedBy === undefined
      ? {}
      : { verifiedBy: { name: by?.name ?? "", at: verifiedBy.at, reason: verifiedBy.reason } }),
  };
}
