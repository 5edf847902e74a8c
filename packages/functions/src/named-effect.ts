/** The stream names effects that the index may not show yet: they are read by their key and driven at once. */
import type { Effect } from "@multihelix/core/effect/effect.ts";
import type { Store } from "@multihelix/core/port/store.ts";

const prefix = "EFFECT#";

/** Ids of the effects whose items are new in a batch of the table's stream; none for a schedule's event. */
export function effectIdsIn(event: unknown): string[] {
  const { Records = [] } = event as { Records?: { dynamodb?: { Keys?: { pk?: { S?: string } } } }[] };
  return Records.flatMap(({ dynamodb }) => {
    const pk = dynamodb?.Keys?.pk?.S ?? "";
    return pk.startsWith(prefix) ? [pk.slice(prefix.length)] : [];
  });
}

/** The store, whose first answer to "what is due" has the named effects too, whatever the index knows of them. */
export function naming(store: Store, effectIds: readonly string[]): Store {
  let named = effectIds;
  return {
    ...store,
    async dueEffects(now, limit) {
      const ids = named;
      named = [];
      const [listed, read] = await Promise.all([
        store.dueEffects(now, limit),
        Promise.all(ids.map((effectId) => store.get("effect", { effectId }))),
      ]);
      const fresh = read.filter(
        (effect) =>
          effect !== undefined && isDue(effect, now) && !listed.some((one) => one.effectId === effect.effectId),
      );
      return [...listed, ...(fresh as Effect[])];
    },
  };
}

function isDue({ dueAt, parkedAt }: Effect, now: string): boolean {
  return dueAt <= now && parkedAt === undefined;
}
