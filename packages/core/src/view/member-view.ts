/** An organisation as its members see it, and an invitation as its addressee sees it; for everybody else there is neither. */
import * as z from "zod";
import { isMember, type PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { invitationIdSchema, type OrganisationId, organisationIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { checkRegisterId } from "../kernel/register-id.ts";
import { organisationOf } from "../organisation/family.ts";
import { type Invitation, invitationSchema, staleness } from "../organisation/invitation.ts";
import { membershipSchema } from "../organisation/membership.ts";
import { mayNameAccount, readAccountFacts } from "../organisation/name-account.ts";
import { organisationSchema } from "../organisation/organisation.ts";
import { accountChangeSchema } from "../payment/account-change.ts";
import type { Deps } from "../port/deps.ts";
import { accountShown, accountShownSchema } from "./account-shown.ts";
import { formerNameSchema, formerNames, mergedFrom, mergedRecordSchema } from "./merged-from.ts";

const { level } = membershipSchema.shape;

export const memberViewSchema = organisationSchema
  .pick({ legalName: true, kind: true, homePark: true, address: true, registerId: true, verification: true })
  .extend(organisationSchema.pick({ sector: true, headcount: true, turnover: true, balanceSheet: true }).shape)
  .extend({
    organisationId: organisationIdSchema,
    /** To be sent back with a change: what somebody else changed since is not undone. */
    version: z.number().int(),
    register: z.object({ id: z.string(), name: z.string() }),
    numberHolds: z.boolean(),
    /** What was wrong, where a park could not verify it. */
    rejectedFor: z.string().optional(),
    /** What the reader may do here. */
    level,
    mergedFrom: z.array(mergedRecordSchema),
    /** Names and numbers that owners changed, oldest first. */
    formerly: z.array(formerNameSchema),
    /** Of owners and finance alone. */
    accounts: z.array(accountShownSchema).optional(),
    /** The reader may name the first account, or correct what they named. */
    accountOpen: z.boolean(),
    accountChange: accountChangeSchema.pick({ status: true, proposedAt: true, validFrom: true }).optional(),
    members: z.array(
      z.object({ personId: personIdSchema, name: z.string(), email: z.string(), level, mine: z.boolean() }),
    ),
    /** Open ones, of owners alone. */
    invitations: z.array(
      invitationSchema.pick({ email: true, level: true, invitedAt: true, validUntil: true }).extend({
        invitationId: invitationIdSchema,
        expired: z.boolean(),
      }),
    ),
  });

/** @throws not_found `organisation.not-found` */
export async function viewOwnOrganisation(
  deps: Deps,
  actor: PersonActor,
  asked: OrganisationId,
): Promise<z.infer<typeof memberViewSchema>> {
  // A link to a record that was merged opens the one that was kept.
  const organisation = isMember(actor, asked, ["owner", "editor", "finance", "viewer"])
    ? await organisationOf(deps.store, asked)
    : undefined;
  const organisationId = organisation?.organisationId ?? asked;
  const mine = actor.memberships.find((one) => one.organisationId === organisationId);
  if (mine === undefined || organisation === undefined) throw new DomainError("not_found", "organisation.not-found");
  const [members, invitations, account, { registerSchemes }] = await Promise.all([
    deps.store.list("member", { organisationId }),
    isMember(actor, organisationId, ["owner"]) ? deps.store.list("invitation", { organisationId }) : [],
    readAccountFacts(deps.store, organisationId),
    deps.network.current(),
  ]);
  const { change } = account;
  const people = await Promise.all(members.map(({ personId }) => deps.store.get("person", { personId })));
  const { legalName, kind, homePark, address, registerScheme, registerId, verification, verifiedBy, version } =
    organisation;
  const { sector, headcount, turnover, balanceSheet } = organisation;
  const scheme = registerSchemes.find(({ id }) => id === registerScheme);
  const money = isMember(actor, organisationId, ["owner", "finance"]);
  const now = deps.clock.now();
  return {
    organisationId,
    legalName,
    kind,
    ...(homePark === undefined ? {} : { homePark }),
    address,
    registerId,
    verification,
    ...(verification === "rejected" && verifiedBy !== undefined ? { rejectedFor: verifiedBy.reason } : {}),
    version,
    ...(sector === undefined ? {} : { sector }),
    ...(headcount === undefined ? {} : { headcount }),
    ...(turnover === undefined ? {} : { turnover }),
    ...(balanceSheet === undefined ? {} : { balanceSheet }),
    register: { id: registerScheme, name: scheme?.name ?? registerScheme },
    numberHolds: scheme !== undefined && checkRegisterId(scheme, registerId).ok,
    level: mine.level,
    mergedFrom: await mergedFrom(deps, organisation),
    formerly: await formerNames(deps, organisation),
    ...(money ? { accounts: organisation.accounts.map(accountShown) } : {}),
    accountOpen: isMember(actor, organisationId, ["owner"]) && mayNameAccount(account),
    ...(money && change !== undefined
      ? {
          accountChange: {
            status: change.status,
            proposedAt: change.proposedAt,
            ...(change.validFrom === undefined ? {} : { validFrom: change.validFrom }),
          },
        }
      : {}),
    members: members
      .flatMap(({ personId, level }, index) => {
        const person = people[index];
        if (person === undefined) return [];
        return [{ personId, name: person.name, email: person.email, level, mine: personId === actor.personId }];
      })
      .sort((a, b) => a.name.localeCompare(b.name)),
    invitations: invitations
      .filter(({ status }) => status === "open")
      .map((one) => ({
        invitationId: one.invitationId,
        email: one.email,
        level: one.level,
        invitedAt: one.invitedAt,
        validUntil: one.validUntil,
        expired: staleness(one, now) !== undefined,
      })),
  };
}

export const invitationViewSchema = z.object({
  organisation: z.string(),
  level,
  validUntil: instantSchema,
  /** Why it can no longer be accepted. */
  stale: z.enum(["accepted", "withdrawn", "expired"]).optional(),
});

/** @throws not_found `invitation.not-found` for whoever did not sign in with the address that it was sent to */
export async function viewInvitation(
  deps: Deps,
  email: string,
  key: Pick<Invitation, "organisationId" | "invitationId">,
): Promise<z.infer<typeof invitationViewSchema>> {
  const [invitation, organisation] = await Promise.all([
    deps.store.get("invitation", key),
    deps.store.get("organisation", { organisationId: key.organisationId }),
  ]);
  if (invitation === undefined || organisation === undefined || invitation.email !== email)
    throw new DomainError("not_found", "invitation.not-found");
  const stale = staleness(invitation, deps.clock.now());
  return {
    organisation: organisation.legalName,
    level: invitation.level,
    validUntil: invitation.validUntil,
    ...(stale === undefined ? {} : { stale }),
  };
}
