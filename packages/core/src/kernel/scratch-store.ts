/** The only store that keeps nothing: items in memory for one computation, under the law of every commit, gone with its answer. */
import { type EntityName, entities, type KeyOf, type ValueOf, type WithinOf } from "../port/entity.ts";
import {
  type CaseEntity,
  type CaseItems,
  type Change,
  type CommitOutcome,
  type Condition,
  caseEntities,
  type Refusal,
  type Store,
} from "../port/store.ts";
import { holderText, type Task } from "../task/task.ts";
import { canonicalJson } from "./canonical-json.ts";

type Item = Record<string, unknown> & { version: number };
interface Kept {
  readonly name: EntityName;
  readonly item: Item;
}
type Kepts = ReadonlyMap<string, Kept>;

/** One item of some kind, as it is stored. */
export type Given = { [N in EntityName]: { readonly name: N; readonly value: ValueOf<N> } }[EntityName];

/** Begins with these items. What would follow from a commit, effects and due tasks, is kept and never carried out. */
export function scratchStore(given: readonly Given[]): Store {
  let kept: Kepts = new Map(
    given.map(({ name, value }) => [idOf(name, value), { name, item: { ...value } as Item }] as const),
  );
  const all = <N extends EntityName>(name: N, within: Readonly<Record<string, unknown>> = {}): ValueOf<N>[] =>
    [...kept.values()]
      .filter((one) => one.name === name && fits(name, one.item, within))
      .toSorted((a, b) => order(name, a.item, b.item))
      .map(({ item }) => item as unknown as ValueOf<N>);
  const open = (holds: (task: Task) => boolean) =>
    all("task")
      .filter((task) => task.status === "open" && holds(task))
      .toSorted((a, b) => (a.due < b.due ? -1 : 1));
  return {
    get: async <N extends EntityName>(name: N, key: KeyOf<N>) =>
      kept.get(idOf(name, key))?.item as unknown as ValueOf<N> | undefined,
    list: async <N extends EntityName>(name: N, within: WithinOf<N>) => all(name, within),
    wholeCase: async (caseId) =>
      Object.fromEntries(caseEntities.map((name: CaseEntity) => [name, all(name, { caseId })])) as CaseItems,
    wholePerson: async (personId) => ({
      person: all("person", { personId })[0],
      grants: all("grant", { personId }),
      memberships: all("membership", { personId }),
      formerMembers: all("formerMember", { personId }),
      interests: all("interests", { personId })[0],
    }),
    async commit(changes) {
      const { after, outcome } = applied(kept, changes);
      kept = after;
      return outcome;
    },
    tasksHeldBy: async (holder) => open((task) => holderText(task.holder) === holder),
    dueTasks: async (now, limit) => open(({ nextAt }) => nextAt !== undefined && nextAt <= now).slice(0, limit),
    dueEffects: async (now, limit) =>
      all("effect")
        .filter(({ dueAt }) => dueAt <= now)
        .slice(0, limit),
    parkedEffects: async (limit) =>
      all("effect")
        .filter(({ parkedAt }) => parkedAt !== undefined)
        .slice(0, limit),
  };
}

function applied(before: Kepts, changes: readonly Change[]): { after: Kepts; outcome: CommitOutcome } {
  const after = new Map(before);
  const floors: { change: Change; id: string; field: string; floor: number }[] = [];
  const refusals: Refusal[] = [];
  const refuse = ({ name, op }: Change) => refusals.push({ name, op, reason: "condition" });
  for (const change of changes) {
    const { name } = change;
    const id = idOf(name, "value" in change ? change.value : change.key);
    const old = before.get(id)?.item;
    const now = after.get(id)?.item;
    if (!isAllowed(change, old, now)) refuse(change);
    const write = (item: Record<string, unknown>, version: number) =>
      after.set(id, { name, item: { ...item, version } });
    if (change.op === "create" || change.op === "put") write(change.value, change.value.version);
    else if (change.op === "replace") write(change.value, change.value.version + 1);
    else if (change.op === "patch") write(without({ ...now, ...change.set }), (old?.version ?? 0) + 1);
    else if (change.op === "remove") after.delete(id);
    else if (change.op === "add") {
      const sums = Object.entries(change.by).map(([field, by]) => [field, Number(now?.[field] ?? 0) + by] as const);
      write({ ...now, ...Object.fromEntries(sums) }, old === undefined ? 0 : old.version + 1);
      floors.push(...sums.map(([field]) => ({ change, id, field, floor: change.floor ?? 0 })));
    }
  }
  for (const { change, id, field, floor } of floors) if (Number(after.get(id)?.item[field]) < floor) refuse(change);
  return refusals.length === 0 ? { after, outcome: { ok: true } } : { after: before, outcome: { ok: false, refusals } };
}

function isAllowed(change: Change, old: Item | undefined, now: Item | undefined): boolean {
  switch (change.op) {
    case "create":
      return old === undefined;
    case "put":
      return true;
    case "replace":
      return old !== undefined && old.version === change.value.version;
    case "remove":
      return change.when === undefined || (old !== undefined && holds(change.when, old));
    case "check":
      if (Object.values(change.when).every((wanted) => wanted === null)) return holds(change.when, old);
      return old !== undefined && holds(change.when, old);
    case "patch":
      return old !== undefined && holds(change.when, old);
    case "add":
      // What one commit creates and adds to is one item that starts with the sum.
      return now !== undefined && holds(change.when, now);
  }
}

function holds(when: Condition | undefined, item: Item | undefined): boolean {
  return Object.entries(when ?? {}).every(([field, wanted]) => {
    const found = item?.[field];
    if (wanted === null) return found === undefined;
    return Array.isArray(wanted) ? wanted.includes(found) : found === wanted;
  });
}

function without(item: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
}

function idOf(name: EntityName, key: object): string {
  const fields = key as Readonly<Record<string, unknown>>;
  return canonicalJson([name, ...entities[name].key.map((field) => fields[field])]);
}

/** By the fields of the key alone, as far as they are told. */
function fits(name: EntityName, item: Item, within: Readonly<Record<string, unknown>>): boolean {
  return entities[name].key.every(
    (field) => within[field] === undefined || canonicalJson(item[field]) === canonicalJson(within[field]),
  );
}

function order(name: EntityName, a: Item, b: Item): number {
  for (const field of entities[name].key) {
    const [x, y] = [a[field], b[field]];
    if (typeof x === "number" && typeof y === "number" && x !== y) return x - y;
    const [left, right] = [canonicalJson(x), canonicalJson(y)];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
