/** What is public of the system itself: health and the parks. */
import { DomainError } from "@multihelix/core/kernel/error.ts";
import { networkViewSchema, viewNetwork } from "@multihelix/core/view/network-view.ts";
import * as z from "zod";
import { publicRoute } from "../route.ts";

const tag = "system";

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
