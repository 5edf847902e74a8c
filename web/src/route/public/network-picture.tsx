/** The network picture of the first page: asked for when the page stands, and its drawing loaded only where there is one. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { api } from "../../client.ts";
import { useParks } from "../../network.ts";

const linksQuery = queryOptions({
  queryKey: ["network", "links"],
  queryFn: ({ signal }) => api("get", "/api/network/links", { signal }),
  staleTime: 60_000,
});

const Drawing = lazy(async () => ({ default: (await import("./network-drawing.tsx")).NetworkDrawing }));

export function NetworkPicture() {
  const parks = useParks();
  const links = useQuery(linksQuery).data;
  if (links === undefined || links.vouchers === 0 || parks.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <Drawing links={links} parks={parks} />
    </Suspense>
  );
}
