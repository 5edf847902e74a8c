/** The only place where one answer asks the store each thing once: many cases on a page share a call, people and keys. */
import { type EntityName, entities, type KeyOf, type ValueOf, type WithinOf } from "../port/entity.ts";
import { type CaseEntity, type CaseItems, caseEntities, type Store } from "../port/store.ts";
import { canonicalJson } from "./canonical-json.ts";

/**
 * For one answer that writes nothing. A case that was read whole answers what is asked of its items; a commit forgets
 * everything, so that whoever tries again reads anew.
 */
export function readingOnce(store: Store): Store {
  const answers = new Map<string, Promise<unknown>>();
  const cases = new Map<string, Promise<CaseItems>>();
  const once = <V>(question: readonly unknown[], ask: () => Promise<V>): Promise<V> => {
    const key = canonicalJson(question);
    const known = answers.get(key) ?? ask();
    answers.set(key, known);
    return known as Promise<V>;
  };
  const ofCase = <N extends EntityName>(name: N, key: WithinOf<N>): Promise<ValueOf<N>[]> | undefined => {
    const { caseId } = key as { caseId?: string };
    const known = caseEntities.some((one) => one === name) ? cases.get(caseId ?? "") : undefined;
    return known?.then((items) => (items[name as CaseEntity] as ValueOf<N>[]).filter((item) => fits(name, item, key)));
  };
  return {
    ...store,
    get: async <N extends EntityName>(name: N, key: KeyOf<N>): Promise<ValueOf<N> | undefined> => {
      const known = ofCase(name, key as WithinOf<N>);
      return known === undefined ? once(["get", name, key], () => store.get(name, key)) : (await known)[0];
    },
    list: <N extends EntityName>(name: N, within: WithinOf<N>): Promise<ValueOf<N>[]> =>
      ofCase(name, within) ?? once(["list", name, within], () => store.list(name, within)),
    wholeCase: (caseId) => {
      const known = cases.get(caseId) ?? store.wholeCase(caseId);
      cases.set(caseId, known);
      return known;
    },
    wholePerson: (personId) => once(["person", personId], () => store.wholePerson(personId)),
    commit: (changes) => {
      answers.clear();
      cases.clear();
      return store.commit(changes);
    },
  };
}

/** By the fields of the key that are told. */
function fits<N extends EntityName>(name: N, item: ValueOf<N>, within: WithinOf<N>): boolean {
  const [has, wanted] = [item, within] as readonly Readonly<Record<string, unknown>>[];
  return entities[name].key.every((field) => wanted?.[field] === undefined || has?.[field] === wanted[field]);
}
