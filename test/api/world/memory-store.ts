/** A store that stands still: the items of a table in memory, read as the real adapter reads them, and never written. */
import { indexKeysOf, keyOf, personRange, prefixOf } from "@multihelix/adapters/dynamo/key.ts";
import { itemOf } from "@multihelix/adapters/dynamo/write.ts";
import { DomainError } from "@multihelix/core/kernel/error.ts";
import { type EntityName, entities, type KeyOf, type ValueOf, type WithinOf } from "@multihelix/core/port/entity.ts";
import { type CaseEntity, type CaseItems, caseEntities, type Store } from "@multihelix/core/port/store.ts";

/** One stored item of some kind. */
export type Stored = { [N in EntityName]: { readonly name: N; readonly value: ValueOf<N> } }[EntityName];

/** The stored item behind a row of the table; undefined for kinds that the product does not know. */
export function storedOf(row: Record<string, unknown>): Stored | undefined {
  const name = row["type"] as EntityName;
  const known = entities[name];
  return known === undefined ? undefined : ({ name, value: known.schema.parse(row) } as Stored);
}

/** Whatever would be written is refused as by a store that is away, so that a world stays as it is. */
export function memoryStore(all: readonly Stored[]): Store {
  const partitions = new Map<string, { sk: string; one: Stored }[]>();
  const holders = new Map<string, ValueOf<"task">[]>();
  for (const one of all) {
    const { pk, sk } = keyOf(one.name, one.value as unknown as KeyOf<typeof one.name>);
    partitions.set(pk, [...(partitions.get(pk) ?? []), { sk, one }]);
    const { hk } = indexKeysOf(one.name, one.value as never);
    if (hk !== undefined) holders.set(hk, [...(holders.get(hk) ?? []), one.value as ValueOf<"task">]);
  }
  for (const items of partitions.values()) items.sort((a, b) => (a.sk < b.sk ? -1 : 1));
  for (const tasks of holders.values()) tasks.sort((a, b) => (a.due < b.due ? -1 : 1));
  const within = (pk: string, fits: (sk: string) => boolean) =>
    (partitions.get(pk) ?? []).flatMap(({ sk, one }) => (fits(sk) ? [one] : []));
  const named = <N extends EntityName>(items: readonly Stored[], name: N): ValueOf<N>[] =>
    items.flatMap((one) => (one.name === name ? [one.value as ValueOf<N>] : []));
  return {
    async get<N extends EntityName>(name: N, key: KeyOf<N>) {
      const { pk, sk } = keyOf(name, key);
      return named(
        within(pk, (own) => own === sk),
        name,
      )[0];
    },
    async list<N extends EntityName>(name: N, narrowed: WithinOf<N>) {
      const { pk, prefix } = prefixOf(name, narrowed as Partial<KeyOf<N>>);
      return named(
        within(pk, (sk) => sk.startsWith(prefix)),
        name,
      );
    },
    async wholeCase(caseId) {
      const items = within(keyOf("case", { caseId }).pk, () => true);
      return Object.fromEntries(caseEntities.map((name: CaseEntity) => [name, named(items, name)])) as CaseItems;
    },
    async wholePerson(personId) {
      const { first, last } = personRange;
      const items = within(keyOf("person", { personId }).pk, (sk) => sk >= first && sk <= last);
      return {
        person: named(items, "person")[0],
        grants: named(items, "grant"),
        memberships: named(items, "membership"),
        formerMembers: named(items, "formerMember"),
        interests: named(items, "interests")[0],
      };
    },
    async commit() {
      throw new DomainError("unavailable", "store.unavailable", { reason: "a world that stands still" });
    },
    tasksHeldBy: async (holder) => holders.get(holder) ?? [],
    dueEffects: async () => [],
    dueTasks: async () => [],
    parkedEffects: async () => named(all, "effect").filter(({ parkedAt }) => parkedAt !== undefined),
  };
}

/** The item as the store would keep it: what a world was changed to must be something that can be stored. */
export function checked(one: Stored): Stored {
  itemOf(one.name, one.value as never);
  return one;
}
