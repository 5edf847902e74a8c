/** Merges as those see them who may propose and confirm them: the two records side by side, and what stands against it. */
import * as z from "zod";
import { readAid } from "../aid/read-aid.ts";
import { holdsRole, type PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { OrganisationId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import { requireRegisterId } from "../kernel/register-id.ts";
import { refusalOf } from "../kernel/rehearse.ts";
import { wholeOf } from "../kernel/whole-store.ts";
import { type NetworkFile, registerSchemeOf } from "../network/network-file.ts";
import { idsOf, organisationOf } from "../organisation/family.ts";
import { answerMerge } from "../organisation/merge/answer-merge.ts";
import { mergeSchema } from "../organisation/merge/merge.ts";
import {
  againstMerge,
  casesOf,
  isTiedTo,
  mayMerge,
  readMergeFacts,
  requireMerger,
} from "../organisation/merge/merge-facts.ts";
import { caseFiguresOf, ceilingsOf } from "../organisation/merge/merge-figures.ts";
import { type Organisation, organisationSchema } from "../organisation/organisation.ts";
import { organisationIdOf } from "../organisation/organisation-id.ts";
import type { Deps } from "../port/deps.ts";
import { audienceOf } from "./audience.ts";
import { mergedFrom, mergedRecordSchema } from "./merged-from.ts";
import { namesOfIds } from "./names.ts";
import { refusalSchema } from "./refusal.ts";

const count = z.number().int();
const recordSchema = organisationSchema
  .pick({ organisationId: true, legalName: true, kind: true, registerId: true, address: true, verification: true })
  .extend({
    register: z.string(),
    version: count,
    mergedFrom: z.array(mergedRecordSchema),
    owners: count,
    members: count,
    /** Bank accounts that are paid to; those of a duplicate are named anew for the kept record. */
    accounts: count,
    /** Listed among those who can be asked for an offer. */
    provider: z.boolean(),
    /** Others of the same undertaking. */
    linked: z.array(z.string()),
    /** Those that the reader may see; drafts are nobody's to count, and follow unseen. */
    cases: z.object({ open: count, ended: count, vouchers: count, claims: count }),
  });

export const mergePreviewSchema = z.object({
  kept: recordSchema,
  merged: recordSchema,
  /** People after it, each once. */
  people: count,
  ceilings: z.array(
    z.object({
      basis: z.string(),
      jurisdiction: z.string(),
      currency: z.string(),
      ceiling: count,
      kept: count,
      merged: count,
      together: count,
      exceeded: z.boolean(),
    }),
  ),
  /** The code of what stands against it. */
  against: z.string().optional(),
});
export type MergePreview = z.infer<typeof mergePreviewSchema>;

/** @throws what `requireMerger` throws */
export async function previewMerge(
  deps: Deps,
  actor: PersonActor,
  asked: { readonly kept: OrganisationId; readonly merged: OrganisationId },
): Promise<MergePreview> {
  const store = wholeOf(deps.store);
  const facts = await readMergeFacts(store, asked.kept, asked.merged);
  const { kept, merged } = facts;
  const now = deps.clock.now();
  requireMerger(
    actor,
    [kept, merged].flatMap((one) => one ?? []),
    now,
  );
  if (kept === undefined || merged === undefined) throw new DomainError("not_found", "organisation.not-found");
  const [keptAid, mergedAid, keptPeople, mergedPeople, keptRecord, mergedRecord, network] = await Promise.all([
    readAid(store, kept),
    readAid(store, merged),
    store.list("member", { organisationId: kept.organisationId }),
    store.list("member", { organisationId: merged.organisationId }),
    recordOf(deps, actor, kept),
    recordOf(deps, actor, merged),
    deps.network.current(),
  ]);
  const against = againstMerge(facts, kept, merged);
  return {
    kept: keptRecord,
    merged: mergedRecord,
    people: new Set([...keptPeople, ...mergedPeople].map(({ personId }) => personId)).size,
    ceilings: ceilingsOf(
      { group: keptAid.aidGroup, grants: keptAid.aidGrants },
      { group: mergedAid.aidGroup, grants: mergedAid.aidGrants },
      network,
      now,
    ).filter(({ jurisdiction }) => seesAidOf(actor, jurisdiction, network, now)),
    ...(against === undefined ? {} : { against }),
  };
}

/** What was paid under a country's ceilings is its own parks' to see, and the secretary's. */
function seesAidOf(actor: PersonActor, jurisdiction: string, network: NetworkFile, now: Instant): boolean {
  if (holdsRole(actor, "secretary", undefined, now)) return true;
  return network.parks.some(({ id, country }) => country === jurisdiction && holdsRole(actor, "manager", id, now));
}

async function recordOf(deps: Deps, actor: PersonActor, one: Organisation): Promise<MergePreview["kept"]> {
  const { store } = deps;
  const now = deps.clock.now();
  const { organisationId, legalName, kind, registerScheme, registerId, address, verification, version } = one;
  const [members, entry, group, cases, from] = await Promise.all([
    store.list("member", { organisationId }),
    store.get("providerEntry", { organisationId }),
    store.get("aidGroup", { aidGroupId: one.aidGroupId }),
    casesOf(store, one),
    mergedFrom(deps, one),
  ]);
  const own = idsOf(one);
  const linked = await Promise.all(
    (group?.members ?? [])
      .filter((id) => !own.includes(id))
      .map(async (id) => (await store.get("organisation", { organisationId: id }))?.legalName),
  );
  return {
    organisationId,
    legalName,
    kind,
    register: registerScheme,
    registerId,
    address,
    verification,
    version,
    mergedFrom: from,
    owners: members.filter(({ level }) => level === "owner").length,
    members: members.length,
    accounts: one.accounts.length,
    provider: entry !== undefined,
    linked: linked.flatMap((name) => name ?? []),
    cases: caseFiguresOf(cases.filter((found) => audienceOf(actor, found, undefined, [], now) !== undefined)),
  };
}

export const mergesSchema = z.object({
  merges: z.array(
    mergeSchema
      .omit({ version: true, keptVersion: true, mergedVersion: true, proposedBy: true, answeredBy: true })
      .extend({
        proposedBy: z.string(),
        answeredBy: z.string().optional(),
        /** Why the reader does not confirm it. */
        refusal: refusalSchema.optional(),
      }),
  ),
  registers: z.array(z.object({ id: z.string(), name: z.string(), country: z.string(), example: z.string() })),
});
export type Merges = z.infer<typeof mergesSchema>;

/** Newest first, without those of organisations that an interest keeps the reader from. @throws not_found `organisation.not-found` */
export async function listMerges(deps: Deps, actor: PersonActor): Promise<Merges> {
  const now = deps.clock.now();
  if (!mayMerge(actor, now)) throw new DomainError("not_found", "organisation.not-found");
  const [merges, network] = await Promise.all([deps.store.list("merge", {}), deps.network.current()]);
  const names = await namesOfIds(
    deps.store,
    merges.flatMap(({ proposedBy, answeredBy }) => [proposedBy, ...(answeredBy === undefined ? [] : [answeredBy])]),
  );
  const shown = merges.filter(({ keptId, mergedId }) => !isTiedTo(actor, [keptId, mergedId], now)).reverse();
  return {
    merges: await Promise.all(
      shown.map(async ({ version: _, keptVersion: __, mergedVersion: ___, proposedBy, answeredBy, ...merge }) => {
        const input = { mergeId: merge.mergeId, answer: "confirm", noInterest: true } as const;
        const refusal = merge.state === "proposed" ? await refusalOf(deps, actor, answerMerge, input) : undefined;
        return {
          ...merge,
          proposedBy: names[proposedBy] ?? "",
          ...(answeredBy === undefined ? {} : { answeredBy: names[answeredBy] ?? "" }),
          ...(refusal === undefined ? {} : { refusal }),
        };
      }),
    ),
    registers: network.registerSchemes.map(({ id, name, country, example }) => ({ id, name, country, example })),
  };
}

export const foundOrganisationSchema = recordSchema.pick({
  organisationId: true,
  legalName: true,
  registerId: true,
  verification: true,
});

/**
 * The organisation that a register number names: the kept one where that record was merged.
 * @throws not_found `organisation.not-found`, `register-scheme.unknown`; conflict `register-id.shape`, `register-id.check-digit`
 */
export async function findByNumber(
  deps: Deps,
  actor: PersonActor,
  asked: { readonly scheme: string; readonly number: string },
): Promise<z.infer<typeof foundOrganisationSchema>> {
  if (!mayMerge(actor, deps.clock.now())) throw new DomainError("not_found", "organisation.not-found");
  const network = await deps.network.current();
  const registerId = requireRegisterId(registerSchemeOf(network, asked.scheme), asked.number);
  const id = organisationIdOf(network, { registerScheme: asked.scheme, registerId }, deps.digest);
  const found = await organisationOf(deps.store, id);
  if (found === undefined) throw new DomainError("not_found", "organisation.not-found");
  const { organisationId, legalName, verification } = found;
  return { organisationId, legalName, registerId: found.registerId, verification };
}
