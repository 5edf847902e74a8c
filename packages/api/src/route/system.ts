/** What is public of the system itself: health and the parks. */
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
    result: z.object({ status: z.enum(["ok", "down"]), version: z.string(), checks: z.record(z.string(), z.enum(["ok", "down"])) }),
    handle: async ({ options }) => {
      const checks = await options.health();
      return { body: { status: Object.values(checks).includes("down") ? "down" : "ok", version: options.version, checks } };
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
] as const;
