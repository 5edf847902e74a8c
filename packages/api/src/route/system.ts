/** What is public of the system itself: health and the parks. */
import { DomainError } from "@multihelix/core/kernel/error.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { type NetworkLinks, networkLinksSchema, readNetworkLinks } from "@multihelix/core/view/network-links.ts";
import { networkViewSchema, viewNetwork } from "@multihelix/core/view/network-view.ts";
import * as z from "zod";
import { publicRoute } from "../route.ts";

const tag = "system";

const remembered = new WeakMap<Store, { readonly minute: string; readonly links: Promise<NetworkLinks> }>();

/** Every visitor of the first page asks it, and it reads every call: once a minute is enough. */
function linksOfThisMinute({ store, clock }: Pick<Deps, "store" | "clock">): Promise<NetworkLinks> {
  const minute = clock.now().slice(0, 16);
  const known = remembered.get(store);
  if (known?.minute === minute) return known.links;
  const links = readNetworkLinks(store);
  remembered.set(store, { minute, links });
  links.catch(() => remembered.delete(store));
  return links;
}

export const systemRoutes = [
  publicRoute({
    method: "get",
    path: "/api/health",
    summary: "Whether the parts answer",
    tag,
    result: z.object({
      status: z.enum(["ok", "down"]),
      version: z.string(),
      checks: z.record(z.string(), z.enum(["ok", "down"])),
    }),
    handle: async ({ options }) => {
      const checks = await options.health();
      return {
        body: { status: Object.values(checks).includes("down") ? "down" : "ok", version: options.version, checks },
      };
    },
  }),
  publicRoute({
    method: "get",
    path: "/api/network",
    summary: "Parks, their languages, currencies and marks",
    tag,
    result: networkViewSchema,
    handle: async ({ deps }) => ({ body: viewNetwork(await deps.network.current()) }),
  }),
  publicRoute({
    method: "get",
    path: "/api/network/links",
    summary: "How many vouchers went from which park to providers of which; a minute old at most",
    tag,
    result: networkLinksSchema,
    handle: async ({ deps }) => ({ body: await linksOfThisMinute(deps) }),
  }),
  publicRoute({
    method: "get",
    path: "/api/parks/{parkId}/terms",
    summary: "Terms of a park's vouchers, per language",
    tag,
    params: z.object({ parkId: z.string().max(40) }),
    result: z.object({ terms: z.record(z.string(), z.string()) }),
    handle: async ({ deps, params }) => {
      const park = (await deps.network.current()).parks.find(({ id }) => id === params.parkId);
      if (park === undefined) throw new DomainError("not_found", "park.not-found");
      return { body: { terms: { ...park.texts.terms } } };
    },
  }),
] as const;
