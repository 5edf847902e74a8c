/** Private threads of a case: read, written in, marked as read. */
import { caseIdSchema, messageIdSchema } from "@multihelix/core/kernel/id.ts";
import { markRead } from "@multihelix/core/thread/mark-read.ts";
import { threadNameSchema } from "@multihelix/core/thread/message.ts";
import { writeMessage, writeMessageResult } from "@multihelix/core/thread/write-message.ts";
import { readThreads, threadViewSchema } from "@multihelix/core/view/thread-view.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const tag = "thread";
const caseParams = z.object({ caseId: caseIdSchema });

export const threadRoutes = [
  signedRoute({
    method: "get",
    path: "/api/cases/{caseId}/threads",
    summary: "The threads that the reader is in, and no other",
    tag,
    params: caseParams,
    result: z.object({ threads: z.array(threadViewSchema) }),
    handle: async ({ deps, params }, { actor }) => ({
      body: { threads: await readThreads(deps, actor, params.caseId) },
    }),
  }),
  act({
    path: "/api/cases/{caseId}/threads",
    summary: "Write into a thread; the other side gets a letter that only says so",
    tag,
    verb: writeMessage,
    ids: ["caseId"],
    result: writeMessageResult,
    status: 201,
    refuses: ["thread.not-found", "case.closed"],
  }),
  signedRoute({
    method: "put",
    path: "/api/cases/{caseId}/threads/reading",
    summary: "Say how far one has read a thread",
    tag,
    keyless: true,
    params: caseParams,
    body: threadNameSchema.extend({ messageId: messageIdSchema }),
    result: z.object({ read: z.literal(true) }),
    handle: async ({ deps, params, body }, { actor }) => {
      await markRead(deps, actor, { ...body, caseId: params.caseId });
      return { body: { read: true } };
    },
  }),
] as const;
