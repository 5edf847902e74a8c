/** The parks of the network as everybody may know them: names, shapes, zones; asked once. */
import type { ParkShape } from "@multihelix/core/view/strands.ts";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { request } from "./client.ts";

export interface NetworkPark {
  readonly id: string;
  readonly name: string;
  readonly shape: ParkShape;
  readonly zone: string;
  readonly currency: string;
}

export const networkQuery = queryOptions({
  queryKey: ["network"],
  queryFn: ({ signal }) => request<{ readonly parks: readonly NetworkPark[] }>("/api/network", { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Parks in network order; none until they are known. */
export function useParks(): readonly NetworkPark[] {
  return useQuery(networkQuery).data?.parks ?? [];
}
