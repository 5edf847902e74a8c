/** What an answer of the API is worth once something was done. */
import type { QueryClient, QueryMeta } from "@tanstack/react-query";

/** What previews an act (`meta.previews`) is refused by the API once it was done: it is stale, and asked again by whoever opens it next. */
const outlives = ({ meta }: { readonly meta?: QueryMeta | undefined }): boolean => meta?.previews !== true;

/** Asks again what pages show. @param stale keys of what has changed; everything if left out */
export async function askAgain(queries: QueryClient, stale: readonly (readonly unknown[])[] = [[]]): Promise<void> {
  await Promise.all([
    ...stale.map((queryKey) => queries.invalidateQueries({ queryKey, predicate: outlives })),
    queries.invalidateQueries({ predicate: (query) => !outlives(query), refetchType: "none" }),
  ]);
}
