/** How answers of the API are kept and asked for again. */
import { QueryCache, QueryClient } from "@tanstack/react-query";
import { isApiProblem } from "./problem.ts";
import { sessionQuery } from "./session.ts";

/** A refusal stays one however often it is asked for; only silence and faults are worth another try. */
export function isWorthRetrying(count: number, error: Error): boolean {
  if (!isApiProblem(error)) return false;
  return count < 2 && (error.status === 0 || error.status >= 500);
}

export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: isWorthRetrying, staleTime: 10_000 } },
    queryCache: new QueryCache({
      onError: (error, query) => {
        // The session has ended: the frame must say so.
        const isSession = query.queryKey[0] === sessionQuery.queryKey[0];
        if (isApiProblem(error) && error.status === 401 && !isSession) {
          void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
        }
      },
    }),
  });
  return client;
}
