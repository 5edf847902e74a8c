/** The one door that hides whole cases from somebody: a store in which those that a HARD interest keeps them from are not there. */
import type { PersonActor } from "../kernel/actor.ts";
import { isMember } from "../kernel/actor.ts";
import type { OrganisationId } from "../kernel/id.ts";
import { wholeOf } from "../kernel/whole-store.ts";
import { tiesInForce } from "../person/tie.ts";
import type { Deps } from "../port/deps.ts";
import type { EntityName, KeyOf, ValueOf, WithinOf } from "../port/entity.ts";
import { type CaseItems, caseEntities, type Reader, type Store } from "../port/store.ts";

/**
 * The ports as this person may read through them. Every list, count, search, total, export and page over them lacks the
 * hidden cases, whatever it is: nothing has to remember to filter. Acts and the totals of the books read `store.whole`.
 */
export async function depsFor(deps: Deps, actor: PersonActor): Promise<Deps> {
  const barred = await barredCases(deps.store, actor, deps.clock.now());
  return barred.size === 0 ? deps : { ...deps, store: blindStore(deps.store, barred) };
}

const anyLevel = ["owner", "editor", "finance", "viewer"] as const;

/** Cases of organisations that a HARD interest ties the person to, but for those that are their own organisation's. */
async function barredCases(reader: Reader, actor: PersonActor, now: string): Promise<ReadonlySet<string>> {
  if (actor.grants.length === 0) return new Set();
  const hard = tiesInForce(actor, now as Parameters<typeof tiesInForce>[1]).filter(({ level }) => level === "HARD");
  const foreign = hard.filter(({ organisationId }) => !isMember(actor, organisationId as OrganisationId, anyLevel));
  if (foreign.length === 0) return new Set();
  const casesOf = async (organisationId: string) =>
    (await reader.list("partyCase", { organisationId: organisationId as OrganisationId })).map(({ caseId }) => caseId);
  const [barred, own] = await Promise.all([
    Promise.all(foreign.map(({ organisationId }) => casesOf(organisationId))),
    Promise.all(actor.memberships.map(({ organisationId }) => casesOf(organisationId))),
  ]);
  const mine = new Set<string>(own.flat());
  return new Set(barred.flat().filter((caseId) => !mine.has(caseId)));
}

/** What a reviewer has on the desk and what an aid group has drawn are sums over cases, and stay true. */
const sums: readonly EntityName[] = ["work", "aidGrant"];

/** The store without these cases. */
export function blindStore(store: Store, barred: ReadonlySet<string>): Store {
  const seen = <N extends EntityName>(name: N, value: ValueOf<N>): ValueOf<N>[] => {
    if (sums.includes(name)) return [value];
    const item = value as { caseId?: string; stream?: string; orders?: unknown; caseIds?: unknown; cases?: unknown };
    if (barred.has(item.caseId ?? "") || barred.has(item.stream ?? "")) return [];
    // A batch or a run with a hidden case in it is somebody else's: without that line its sums would tell.
    if (name === "batch" || name === "run" || name === "ranking") return mentions(value, barred) ? [] : [value];
    if (name === "frozenRanking" || name === "releaseRun" || name === "mailing") return [without(value, barred)];
    return [value];
  };
  return {
    ...store,
    whole: wholeOf(store),
    async get<N extends EntityName>(name: N, key: KeyOf<N>): Promise<ValueOf<N> | undefined> {
      const value = await store.get(name, key);
      return value === undefined ? undefined : seen(name, value)[0];
    },
    async list<N extends EntityName>(name: N, within: WithinOf<N>): Promise<ValueOf<N>[]> {
      return (await store.list(name, within)).flatMap((value) => seen(name, value));
    },
    wholeCase: async (caseId) =>
      barred.has(caseId)
        ? (Object.fromEntries(caseEntities.map((name) => [name, []])) as unknown as CaseItems)
        : store.wholeCase(caseId),
    tasksHeldBy: async (holder) => (await store.tasksHeldBy(holder)).filter(({ caseId }) => !barred.has(caseId)),
  };
}

function mentions(value: object, barred: ReadonlySet<string>): boolean {
  return Object.values(value).some(
    (part) =>
      Array.isArray(part) &&
      part.some((one) => barred.has(typeof one === "string" ? one : ((one as { caseId?: string }).caseId ?? ""))),
  );
}

/** Its lists without the entries about hidden cases. */
function without<V extends object>(value: V, barred: ReadonlySet<string>): V {
  const parts = Object.entries(value).map(([name, part]) => [
    name,
    Array.isArray(part) ? part.filter((one) => !barred.has((one as { caseId?: string }).caseId ?? "")) : part,
  ]);
  return Object.fromEntries(parts) as V;
}
