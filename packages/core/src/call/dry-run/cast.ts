/** The invented people and organisations of a dry run: a company, its contact, providers at every park, a reviewer without ties. */
import type { PersonActor } from "../../kernel/actor.ts";
import type { OrganisationId } from "../../kernel/id.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Given } from "../../kernel/scratch-store.ts";
import { type NetworkFile, parkOf } from "../../network/network-file.ts";
import { inventedOrganisation, inventedPersonId } from "../../organisation/invented.ts";
import type { Organisation } from "../../organisation/organisation.ts";
import type { Person } from "../../person/person.ts";
import type { RoleGrant } from "../../person/role-grant.ts";
import type { Call } from "../call.ts";
import type { DryPart, DryRun } from "./dry-run.ts";

const parts: readonly DryPart[] = ["applicant", "provider", "reviewer"];
const personOf = (part: DryPart) => inventedPersonId(parts.indexOf(part) + 1);
const reviewerGrant: RoleGrant = {
  personId: personOf("reviewer"),
  grantId: "rgr_00000000000000000000000001",
  role: "reviewer",
  scope: { kind: "network" },
  substitute: false,
  version: 0,
};

export interface Cast {
  readonly applicant: Organisation;
  readonly providers: readonly Organisation[];
  /** Everything that must be stored for them to act. */
  readonly items: readonly Given[];
  /** Somebody of the cast, speaking for `organisationId` where one is named. */
  readonly actor: (part: DryPart, organisationId?: OrganisationId) => PersonActor;
}

export function castOf(call: Call, run: DryRun, network: NetworkFile, now: Instant): Cast {
  const applicant = inventedOrganisation(1, now, {
    ...run.applicant,
    ...known(call, nameOf(run, run.applicant.kind), run.applicant.country, network),
  });
  const providers = providersOf(call, run, network, now);
  const holder = { role: "reviewer", scope: "network", personId: reviewerGrant.personId } as const;
  return {
    applicant,
    providers,
    items: [
      { name: "organisation", value: applicant },
      member(applicant.organisationId, "applicant"),
      ...providers.flatMap((provider): Given[] => [
        { name: "organisation", value: provider },
        { name: "providerEntry", value: entryOf(provider) },
        member(provider.organisationId, "provider"),
      ]),
      ...parts.map((part): Given => ({ name: "person", value: person(part, run, now) })),
      { name: "grant", value: reviewerGrant },
      {
        name: "roleHolder",
        value: {
          ...holder,
          grantId: reviewerGrant.grantId,
          substitute: false,
          ...(run.lay ? { lay: true as const } : {}),
          version: 0,
        },
      },
    ],
    actor: (part, organisationId) => ({
      kind: "person",
      personId: personOf(part),
      name: run.names.person,
      grants: part === "reviewer" ? [reviewerGrant] : [],
      memberships:
        organisationId === undefined ? [] : [{ personId: personOf(part), organisationId, level: "owner", version: 0 }],
    }),
  };
}

/** Of each kind that the call takes one at every park, and one company at none. */
function providersOf(call: Call, run: DryRun, network: NetworkFile, now: Instant): Organisation[] {
  const kinds = [...new Set<Organisation["kind"]>(["academia", "company", ...(call.providerKinds ?? [])])];
  const home = parkOf(network, call.leadPark).country;
  const placed = network.parks.flatMap((park) => kinds.map((kind) => ({ kind, park })));
  const all = [...placed, { kind: "company" as const, park: undefined }];
  return all.map(({ kind, park }, at) => {
    const name = park === undefined ? nameOf(run, kind) : `${nameOf(run, kind)}, ${park.name}`.slice(0, 140);
    const country = park?.country ?? home;
    const placed = park === undefined ? {} : { homePark: park.id };
    return inventedOrganisation(100 + at, now, { kind, country, ...placed, ...known(call, name, country, network) });
  });
}

function nameOf({ names }: DryRun, kind: Organisation["kind"]): string {
  return names.kinds[kind] ?? kind;
}

/**
 * Verified, under the number that its country's register gives as an example, with an account as the park of its country
 * has one, or else as the lead park, in each currency that is paid: what the draft itself forbids is not hidden by them.
 */
function known(call: Call, legalName: string, country: string, { registerSchemes, parks }: NetworkFile) {
  const scheme = registerSchemes.find((one) => one.country === country) ?? registerSchemes[0];
  const number = scheme === undefined ? {} : { registerScheme: scheme.id, registerId: scheme.example };
  const payers = parks.filter(({ debtor }) => debtor !== undefined);
  const like = (payers.find((park) => park.country === country) ?? payers.find(({ id }) => id === call.leadPark))
    ?.debtor;
  const currencies = new Set(call.payers.map(({ ledger }) => ledger.currency));
  const accounts =
    like === undefined
      ? []
      : [...currencies.add(like.currency)].map((currency) => ({ ...like, holder: legalName, currency }));
  return { legalName, ...number, verification: "verified" as const, accounts };
}

function entryOf({ organisationId, legalName, homePark, address }: Organisation) {
  const park = homePark === undefined ? {} : { parkId: homePark };
  return { organisationId, name: legalName, ...park, country: address.country, version: 0 };
}

function member(organisationId: OrganisationId, part: DryPart): Given {
  return { name: "member", value: { organisationId, personId: personOf(part), level: "owner", version: 0 } };
}

function person(part: DryPart, { language, names }: DryRun, now: Instant): Person {
  const profile = { terms: [], languages: [language], employers: [], interests: [], capacity: 1 };
  return {
    personId: personOf(part),
    email: `${part}@example.invalid`,
    name: names.person,
    language,
    disabled: false,
    ...(part === "reviewer" ? { reviewer: profile } : {}),
    createdAt: now,
    version: 0,
  };
}
