/** Organisations as others may know them: to be found as provider. */
import { findProviders, providerSchema } from "@multihelix/core/view/provider-view.ts";
import * as z from "zod";
import { signedRoute } from "../route.ts";

export const organisationRoutes = [
  signedRoute({
    method: "get",
    path: "/api/providers",
    summary: "Knowledge providers by name",
    tag: "organisation",
    query: z.object({ search: z.string().max(120).default("") }),
    result: z.object({ providers: z.array(providerSchema) }),
    handle: async ({ deps, query }) => ({ body: { providers: await findProviders(deps.store, query.search) } }),
  }),
] as const;
