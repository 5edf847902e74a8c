/** What the page that simulates the reviewer pool asks of the API, with its address as the question. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import * as z from "zod";
import { type ApiResult, api } from "../../client.ts";

export type PoolSimulation = ApiResult<"get", "/api/calls/{callId}/pool-simulation">;

const weights = z
  .string()
  .max(400)
  .regex(/^[a-z][a-z0-9-]*:\d{1,4}(,[a-z][a-z0-9-]*:\d{1,4})*$/)
  .optional()
  .catch(undefined);

/** What does not fit counts as not said. */
export const sufficeSearchSchema = z.object({
  applications: z.coerce.number().int().min(1).max(200).optional().catch(undefined),
  seed: z.coerce.number().int().min(1).max(99_999).optional().catch(undefined),
  /** Minor units of the call's currency. */
  amount: z.coerce.number().int().min(1).max(1_000_000_000).optional().catch(undefined),
  languages: weights,
  homes: weights,
  providers: weights,
});
export type SufficeSearch = z.infer<typeof sufficeSearchSchema>;

export function sufficeQuery(callId: string, search: SufficeSearch) {
  return queryOptions({
    queryKey: ["calls", callId, "pool-simulation", search],
    queryFn: ({ signal }) =>
      api("get", "/api/calls/{callId}/pool-simulation", { params: { callId }, query: search, signal }),
    placeholderData: keepPreviousData,
  });
}
