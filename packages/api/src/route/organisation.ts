/** Organisations as others may know them, and how one comes in: found as provider, registered, verified. */
import { organisationIdSchema } from "@multihelix/core/kernel/id.ts";
import { registerSchemeSchema } from "@multihelix/core/kernel/register-id.ts";
import {
  enterOrganisation,
  registerOrganisationResult,
  registrationSchema,
} from "@multihelix/core/organisation/register-organisation.ts";
import { verifyOrganisation, verifyOrganisationResult } from "@multihelix/core/organisation/verify-organisation.ts";
import { organisationViewSchema, viewOrganisation } from "@multihelix/core/view/organisation-view.ts";
import { findProviders, providerSchema } from "@multihelix/core/view/provider-view.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

export const organisationRoutes = [
  signedRoute({
    method: "get",
    path: "/api/registers",
    summary: "The registers whose numbers name organisations, each with a right number as an example",
    tag: "organisation",
    result: z.object({
      registers: z.array(registerSchemeSchema.pick({ id: true, name: true, country: true, example: true })),
    }),
    handle: async ({ deps }) => {
      const { registerSchemes } = await deps.network.current();
      const registers = registerSchemes.map(({ id, name, country, example }) => ({ id, name, country, example }));
      return { body: { registers } };
    },
  }),
  signedRoute({
    method: "post",
    path: "/api/my/organisations",
    summary: "Register my organisation and become its owner; a park verifies it before anything is issued",
    tag: "organisation",
    body: registrationSchema,
    result: registerOrganisationResult,
    refuses: ["register-id.check-digit", "organisation.known", "organisation.too-many", "organisation.too-often"],
    handle: async ({ deps, body, key }, { actor }) => ({
      body: await enterOrganisation(deps, actor, key, body),
      status: 201,
    }),
  }),
  signedRoute({
    method: "get",
    path: "/api/providers",
    summary: "Knowledge providers by name",
    tag: "organisation",
    query: z.object({ search: z.string().max(120).default("") }),
    result: z.object({ providers: z.array(providerSchema) }),
    handle: async ({ deps, query }) => ({ body: { providers: await findProviders(deps.store, query.search) } }),
  }),
  signedRoute({
    method: "get",
    path: "/api/organisations/{organisationId}",
    summary: "An organisation as a manager looks at it to verify it",
    tag: "organisation",
    params: z.object({ organisationId: organisationIdSchema }),
    result: organisationViewSchema,
    handle: async ({ deps, params }, { actor }) => ({
      body: await viewOrganisation(deps, actor, params.organisationId),
    }),
  }),
  act({
    path: "/api/organisations/{organisationId}/verification",
    summary: "Verify an organisation, or reject it; nothing is issued to one that is not verified",
    tag: "organisation",
    verb: verifyOrganisation,
    ids: ["organisationId"],
    result: verifyOrganisationResult,
    refuses: ["organisation.not-found", "organisation.changed", "duties.own-organisation"],
  }),
] as const;
