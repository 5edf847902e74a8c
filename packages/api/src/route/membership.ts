/** Organisations of one's own: what they are, who belongs to them, and how somebody comes in. */
import { invitationIdSchema, organisationIdSchema } from "@multihelix/core/kernel/id.ts";
import {
  acceptInvitation,
  acceptInvitationResult,
  withdrawInvitation,
  withdrawInvitationResult,
} from "@multihelix/core/organisation/answer-invitation.ts";
import {
  changeMember,
  changeMemberResult,
  removeMember,
  removeMemberResult,
} from "@multihelix/core/organisation/change-member.ts";
import {
  changeOrganisationInput,
  changeOrganisationResult,
  correctOrganisation,
} from "@multihelix/core/organisation/change-organisation.ts";
import { inviteMember, inviteMemberResult } from "@multihelix/core/organisation/invite-member.ts";
import { nameAccount, nameAccountResult } from "@multihelix/core/organisation/name-account.ts";
import {
  invitationViewSchema,
  memberViewSchema,
  viewInvitation,
  viewOwnOrganisation,
} from "@multihelix/core/view/member-view.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const tag = "organisation";
const own = { organisationId: organisationIdSchema };

export const membershipRoutes = [
  signedRoute({
    method: "get",
    path: "/api/my/organisations/{organisationId}",
    summary: "An organisation as its members see it: register number, accounts, people, invitations",
    tag,
    params: z.object(own),
    result: memberViewSchema,
    handle: async ({ deps, params }, { actor }) => ({
      body: await viewOwnOrganisation(deps, actor, params.organisationId),
    }),
  }),
  signedRoute({
    method: "post",
    path: "/api/my/organisations/{organisationId}/change",
    summary: "Change name, number, address, field and size; under another name or number a park verifies it anew",
    tag,
    params: z.object(own),
    body: changeOrganisationInput.omit({ organisationId: true }),
    result: changeOrganisationResult,
    refuses: [
      "organisation.not-found",
      "membership.owner-needed",
      "organisation.changed",
      "register-id.check-digit",
      "organisation.known",
      "organisation.renamed-often",
      "organisation.too-often",
    ],
    handle: async ({ deps, params, body, key }, { actor }) => ({
      body: await correctOrganisation(deps, actor, key, { ...body, ...params }),
    }),
  }),
  act({
    path: "/api/my/organisations/{organisationId}/account",
    summary: "Name the first bank account, or correct it until a park has verified the organisation",
    tag,
    verb: nameAccount,
    ids: ["organisationId"],
    result: nameAccountResult,
    refuses: ["organisation.not-found", "membership.owner-needed", "account.named", "account.number-wrong"],
  }),
  act({
    path: "/api/my/organisations/{organisationId}/invitations",
    summary: "Invite somebody by mail, for 14 days",
    tag,
    verb: inviteMember,
    ids: ["organisationId"],
    result: inviteMemberResult,
    status: 201,
    refuses: ["organisation.not-found", "membership.owner-needed", "membership.there", "invitation.too-many"],
  }),
  act({
    path: "/api/my/organisations/{organisationId}/invitations/{invitationId}/withdrawal",
    summary: "Withdraw an invitation",
    tag,
    verb: withdrawInvitation,
    ids: ["organisationId", "invitationId"],
    result: withdrawInvitationResult,
    refuses: ["invitation.not-found", "invitation.stale"],
  }),
  act({
    path: "/api/my/organisations/{organisationId}/members/{personId}/level",
    summary: "Change what a member may do",
    tag,
    verb: changeMember,
    ids: ["organisationId", "personId"],
    result: changeMemberResult,
    refuses: ["membership.owner-needed", "membership.last-owner", "membership.not-found"],
  }),
  act({
    path: "/api/my/organisations/{organisationId}/members/{personId}/removal",
    summary: "Remove a member, or leave",
    tag,
    verb: removeMember,
    ids: ["organisationId", "personId"],
    result: removeMemberResult,
    refuses: ["membership.owner-needed", "membership.last-owner", "membership.not-found"],
  }),
  signedRoute({
    method: "get",
    path: "/api/invitations/{organisationId}/{invitationId}",
    summary: "An invitation, for whoever signed in with the address that it was sent to",
    tag,
    params: z.object({ ...own, invitationId: invitationIdSchema }),
    result: invitationViewSchema,
    refuses: ["invitation.not-found"],
    handle: async ({ deps, params }, { signedIn }) => ({
      body: await viewInvitation(deps, signedIn.person.email, params),
    }),
  }),
  act({
    path: "/api/invitations/{organisationId}/{invitationId}/acceptance",
    summary: "Accept an invitation, once",
    tag,
    verb: acceptInvitation,
    ids: ["organisationId", "invitationId"],
    result: acceptInvitationResult,
    refuses: ["invitation.not-found", "invitation.stale", "membership.there"],
  }),
] as const;
