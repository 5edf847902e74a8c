/** The parks of the network as everybody may know them: names, shapes, zones; asked once. */
import type { ParkShape } from "@multihelix/core/view/strands.ts";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { type ApiResult, api } from "./client.ts";

export type NetworkPark = Omit<ApiResult<"get", "/api/network">["parks"][number], "shape"> & {
  readonly shape: ParkShape;
};

const shapes: readonly ParkShape[] = ["circle", "square", "triangle", "diamond", "hexagon", "star", "cross"];

export const networkQuery = queryOptions({
  queryKey: ["network"],
  queryFn: async ({ signal }): Promise<readonly NetworkPark[]> => {
    const { parks } = await api("get", "/api/network", { signal });
    return parks.map((park) => ({ ...park, shape: shapes.find((shape) => shape === park.shape) ?? "circle" }));
  },
  staleTime: Number.POSITIVE_INFINITY,
});

const none: readonly NetworkPark[] = [];

/** Parks in network order; none until they are known. */
export function useParks(): readonly NetworkPark[] {
  return useQuery(networkQuery).data ?? none;
}
