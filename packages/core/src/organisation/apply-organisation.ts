/** The operator provisions an organisation: made once, brought to what is said, nothing done when it is so already. */

import * as z from "zod";
import type { AidGroup } from "../aid/group.ts";
import { standingGroup } from "../aid/read-aid.ts";
import { requireOperator } from "../kernel/actor.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { DomainError } from "../kernel/error.ts";
import { aidGroupIdSchema, type OrganisationId, organisationIdSchema } from "../kernel/id.ts";
import { requireRegisterId } from "../kernel/register-id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { parkOf, registerSchemeOf } from "../network/network-file.ts";
import { bicOf, ibanCountry, ibanOf } from "../payment/account.ts";
import type { Change, Reader } from "../port/store.ts";
import { groupChanges, listingChanges } from "./found-changes.ts";
import { type BankAccount, type Organisation, organisationSchema } from "./organisation.ts";
import { organisationIdOf, ownAidGroupOf } from "./organisation-id.ts";
import { isNumber, isProven, withProvenNumber } from "./own-number.ts";
import { recheckAfter } from "./party-facts.ts";
import type { ProviderEntry } from "./provider-entry.ts";

export const organisationEntrySchema = organisationSchema
  .omit({
    organisationId: true,
    verifiedBy: true,
    registeredBy: true,
    aidGroupId: true,
    mergedInto: true,
    absorbed: true,
    formerly: true,
    proven: true,
    ownWord: true,
    numberOnly: true,
    ownAccount: true,
    createdAt: true,
    version: true,
  })
  .extend({
    verification: organisationSchema.shape.verification.default("unverified"),
    accounts: organisationSchema.shape.accounts.default([]),
    /** Listed among those who can be asked for an offer. */
    provider: z.boolean().default(false),
  });

const input = organisationEntrySchema.extend({
  organisationId: organisationIdSchema,
  /** The aid group of an organisation that it is linked with in the same Member State; without it, one of its own. */
  aidGroupId: aidGroupIdSchema.optional(),
});
export type ApplyOrganisation = z.infer<typeof input>;

interface Facts {
  readonly before: Organisation | undefined;
  readonly entry: ProviderEntry | undefined;
  readonly group: AidGroup | undefined;
  readonly members: readonly Organisation[];
}

/** `organisationId` must be the one that follows from the register number. */
export const applyOrganisation = verb({
  name: "organisation.apply",
  input,
  async read(reader: Reader, { organisationId, aidGroupId }): Promise<Facts> {
    const [before, entry, linked] = await Promise.all([
      reader.get("organisation", { organisationId }),
      reader.get("providerEntry", { organisationId }),
      aidGroupId === undefined ? undefined : standingGroup(reader, aidGroupId),
    ]);
    const group =
      linked ?? (before === undefined ? undefined : await reader.get("aidGroup", { aidGroupId: before.aidGroupId }));
    const members = await Promise.all(
      (group?.members ?? []).map((id) => reader.get("organisation", { organisationId: id })),
    );
    return { before, entry, group, members: members.flatMap((member) => member ?? []) };
  },
  decide(
    { before, entry, group, members }: Facts,
    actor,
    asked,
    moment,
  ): Decision<{ organisationId: OrganisationId; changed: boolean }> {
    requireOperator(actor);
    if (before?.mergedInto !== undefined)
      throw new DomainError("conflict", "organisation.merged", { into: before.mergedInto });
    const { provider, aidGroupId: named, ...given } = asked;
    // Linked by the name of a group that was united with another since: the one that stands is meant.
    const linkedGroup = named === undefined ? undefined : (group?.aidGroupId ?? named);
    const value = checked(given, before, linkedGroup, moment);
    refuseForeignGroup(value, before, group, members, linkedGroup);
    const { organisationId } = value;
    const changes = [
      ...ownChanges(before, value),
      ...groupChanges(group, value),
      ...listingChanges(entry, value, provider),
    ];
    if (changes.length === 0) return { changes, result: { organisationId, changed: false } };
    const facts = { verification: value.verification, provider, aidGroupId: value.aidGroupId };
    return {
      changes,
      events: [
        {
          stream: `organisation:${organisationId}`,
          type: before === undefined ? "organisation.created" : "organisation.changed",
          facts,
        },
      ],
      ...(before === undefined ? {} : { effects: recheckAfter(before, value) }),
      result: { organisationId, changed: true },
    };
  },
});

type Given = Omit<ApplyOrganisation, "provider" | "aidGroupId">;

function checked(
  given: Given,
  before: Organisation | undefined,
  linkedGroup: Organisation["aidGroupId"] | undefined,
  moment: Moment,
): Organisation {
  const { network, digest } = moment;
  const number = {
    registerScheme: given.registerScheme,
    registerId: requireRegisterId(registerSchemeOf(network, given.registerScheme), given.registerId),
  };
  const wanted = organisationIdOf(network, given, digest);
  if (given.organisationId !== wanted) throw new DomainError("invalid", "organisation.id-not-of-number", { wanted });
  if (given.homePark !== undefined) parkOf(network, given.homePark);
  refuseStranger(before, number);
  const said = withOwnWord({ ...given, ...number }, before);
  // What the file found is about the name and the number that it names.
  const asFound = canonicalJson(foundBy(said)) === canonicalJson(foundBy({ ...given, ...number }));
  const verification = asFound || before === undefined ? given.verification : before.verification;
  // A file that knows of no account leaves those that were named here.
  const named = given.accounts.length === 0 ? before?.accounts : undefined;
  const own = named !== undefined && before?.ownAccount === true && verification !== "verified";
  const aidGroupId = linkedGroup ?? before?.aidGroupId ?? ownAidGroupOf(network, given, digest);
  const value: Organisation = {
    ...said,
    verification,
    accounts: named ?? given.accounts.map(checkedAccount),
    ...(own ? { ownAccount: true as const } : {}),
    aidGroupId,
    ...(before?.verifiedBy === undefined || before.verification !== verification
      ? {}
      : { verifiedBy: before.verifiedBy }),
    ...(before?.registeredBy === undefined ? {} : { registeredBy: before.registeredBy }),
    ...(before?.absorbed === undefined ? {} : { absorbed: before.absorbed }),
    ...(before?.formerly === undefined ? {} : { formerly: before.formerly }),
    ...(before?.ownWord === undefined ? {} : { ownWord: before.ownWord }),
    ...(before === undefined ? { proven: [] } : before.proven === undefined ? {} : { proven: before.proven }),
    createdAt: before?.createdAt ?? moment.now,
    version: before?.version ?? 0,
  };
  return isNumber(value, number) ? withProvenNumber(value) : value;
}

const foundBy = ({ legalName, registerScheme, registerId, address }: Omit<Given, "accounts">) => [
  legalName,
  registerScheme,
  registerId,
  address.country,
];

/** Its owner has typed the number of somebody else, and given it up since: who has it is not brought into their organisation. */
function refuseStranger(
  before: Organisation | undefined,
  number: Pick<Organisation, "registerScheme" | "registerId">,
): void {
  if (before === undefined) return;
  if (!isNumber(before, number) && !isProven(before, number))
    throw new DomainError("conflict", "organisation.known", number);
}

/** What its owner has changed themself stays as they said it, also where they say it no longer. */
function withOwnWord(given: Given, before: Organisation | undefined): Given {
  const own: readonly string[] = before?.ownWord ?? [];
  const file = Object.entries(given).filter(([field]) => !own.includes(field));
  const kept = Object.entries(before ?? {}).filter(([field]) => own.includes(field));
  return Object.fromEntries([...file, ...kept]) as Given;
}

/**
 * Stored as banks write it: without blanks, in capitals.
 * @throws invalid `account.one-number`, `account.iban-wrong`, `account.iban-country`, `account.bic-wrong`
 */
export function checkedAccount(account: BankAccount): BankAccount {
  const { iban: typedIban, bic: typedBic, other, ...rest } = account;
  if ((typedIban === undefined) === (other === undefined))
    throw new DomainError("invalid", "account.one-number", { holder: account.holder });
  const iban = ibanOf(account);
  if (typedIban !== undefined && iban === undefined)
    throw new DomainError("invalid", "account.iban-wrong", { holder: account.holder });
  if (iban !== undefined && ibanCountry(iban) !== account.country)
    throw new DomainError("invalid", "account.iban-country", { holder: account.holder, country: account.country });
  const bic = bicOf(account);
  if (typedBic !== undefined && bic === undefined)
    throw new DomainError("invalid", "account.bic-wrong", { holder: account.holder });
  return {
    ...rest,
    ...(iban === undefined ? {} : { iban }),
    ...(other === undefined ? {} : { other }),
    ...(bic === undefined ? {} : { bic }),
  };
}

/** A group is one undertaking in one Member State; moving between groups carries grants along and is an act of its own. */
function refuseForeignGroup(
  value: Organisation,
  before: Organisation | undefined,
  group: AidGroup | undefined,
  members: readonly Organisation[],
  linkedGroup: string | undefined,
): void {
  const { aidGroupId } = value;
  if (before !== undefined && before.aidGroupId !== aidGroupId)
    throw new DomainError("conflict", "organisation.aid-group-fixed", { aidGroupId: before.aidGroupId });
  if (linkedGroup !== undefined && before === undefined && group === undefined)
    throw new DomainError("not_found", "aid.no-group", { aidGroupId });
  const abroad = members.find(
    (member) => member.organisationId !== value.organisationId && member.address.country !== value.address.country,
  );
  if (abroad !== undefined)
    throw new DomainError("invalid", "aid.group-of-two-countries", {
      aidGroupId,
      countries: [abroad.address.country, value.address.country],
    });
}

function ownChanges(before: Organisation | undefined, value: Organisation): Change[] {
  if (before === undefined) return [{ op: "create", name: "organisation", value }];
  return canonicalJson(before) === canonicalJson(value) ? [] : [{ op: "replace", name: "organisation", value }];
}
