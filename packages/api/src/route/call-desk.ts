/** Calls for the staff of their parks: the list, one call with what it lacks, and the call as a file. */

import { beginCall } from "@multihelix/core/call/begin-call.ts";
import { callFileOf, callFileSchema, importCall } from "@multihelix/core/call/call-file.ts";
import { changeDraft } from "@multihelix/core/call/change-draft.ts";
import { callIdSchema } from "@multihelix/core/kernel/id.ts";
import {
  callDeskSchema,
  parkCallsSchema,
  readCallDesk,
  readParkCalls,
  requireCallOf,
} from "@multihelix/core/view/call-desk.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const tag = "call";
const params = z.object({ callId: callIdSchema });

export const callDeskRoutes = [
  signedRoute({
    method: "get",
    path: "/api/parks/{parkId}/calls",
    summary: "Calls that the park leads or pays in, drafts too, newest opening first",
    tag,
    params: z.object({ parkId: z.string().max(40) }),
    result: parkCallsSchema,
    handle: async ({ deps, params: { parkId } }, { actor }) => ({ body: await readParkCalls(deps, actor, parkId) }),
  }),
  signedRoute({
    method: "get",
    path: "/api/calls/{callId}/desk",
    summary: "One call for its staff: how far its cases are, and of a draft what stands in the way of publishing it",
    tag,
    params,
    result: callDeskSchema,
    handle: async ({ deps, params: { callId } }, { actor }) => ({ body: await readCallDesk(deps, actor, callId) }),
  }),
  signedRoute({
    method: "get",
    path: "/api/calls/{callId}/file",
    summary: "The call as one file, from which it can be drafted anew",
    tag,
    params,
    result: callFileSchema,
    handle: async ({ deps, params: { callId } }, { actor }) => ({
      body: callFileOf(await requireCallOf(deps, actor, callId)),
    }),
  }),
  act({
    path: "/api/call-files",
    summary: "Draft a call from a file; problems point into the file",
    tag,
    verb: importCall,
    ids: [],
    result: z.object({ callId: callIdSchema }),
    status: 201,
    refuses: ["call.code-taken"],
  }),
  act({
    path: "/api/call-drafts",
    summary: "Draft a call from nothing: its texts and days; everything else is a beginning that each step confirms",
    tag,
    verb: beginCall,
    ids: [],
    result: z.object({ callId: callIdSchema }),
    status: 201,
    refuses: ["call.code-taken"],
  }),
  act({
    path: "/api/calls/{callId}/draft",
    summary: "Change one step of a draft",
    tag,
    verb: changeDraft,
    ids: ["callId"],
    result: z.object({ version: z.number().int() }),
    refuses: ["call.changed", "call.budget-set"],
  }),
] as const;
