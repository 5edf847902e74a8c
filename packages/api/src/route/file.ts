/** Files of a case: announced, sent, handed in, fetched by a link of one's own, taken away. */
import { announceFile } from "@multihelix/core/file/announce-file.ts";
import { fileBytesMost } from "@multihelix/core/file/file.ts";
import {
  fetchFile,
  fileLinkSchema,
  linkToFile,
  receiveFile,
  sendAddress,
  sendAddressSchema,
} from "@multihelix/core/file/file-link.ts";
import { handInFile, handInResult } from "@multihelix/core/file/hand-in-file.ts";
import { removeFile } from "@multihelix/core/file/remove-file.ts";
import { caseIdSchema, fileIdSchema } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const tag = "file";
const fileParams = z.object({ caseId: caseIdSchema, fileId: fileIdSchema });
const tokenParams = z.object({ token: z.string().max(1000) });

export const fileRoutes = [
  signedRoute({
    method: "post",
    path: "/api/cases/{caseId}/files",
    summary: "Announce a file; the answer says where its bytes may be PUT",
    tag,
    params: z.object({ caseId: caseIdSchema }),
    body: z.object({
      use: z.enum(["document", "evidence"]),
      slot: z.string().max(40),
      name: z.string().max(400),
      bytes: z.number().int().min(1),
    }),
    result: z.object({ fileId: fileIdSchema, send: sendAddressSchema }),
    refuses: ["file.name-unsafe", "file.kind-unknown", "file.too-large", "file.too-many"],
    handle: async ({ deps, params: { caseId }, body, key }, { actor }) => {
      const { fileId } = await perform(deps, actor, key, announceFile, { ...body, caseId });
      return { status: 201, body: { fileId, send: await sendAddress(deps, actor, { caseId, fileId }) } };
    },
  }),
  signedRoute({
    method: "put",
    path: "/api/files/{token}",
    summary: "Send the bytes of an announced file",
    tag,
    keyless: true,
    params: tokenParams,
    bytesMost: fileBytesMost,
    result: z.object({ sent: z.number().int() }),
    refuses: ["file.link-dead", "file.size-differs"],
    handle: async ({ deps, params, bytes }, { actor }) => {
      await receiveFile(deps, actor, params.token, bytes);
      return { body: { sent: bytes.length } };
    },
  }),
  act({
    path: "/api/cases/{caseId}/files/{fileId}/arrival",
    summary: "Say that the bytes were sent: they are looked at now",
    tag,
    verb: handInFile,
    ids: ["caseId", "fileId"],
    result: handInResult,
  }),
  act({
    path: "/api/cases/{caseId}/files/{fileId}/removal",
    summary: "Take a file away again",
    tag,
    verb: removeFile,
    ids: ["caseId", "fileId"],
    result: z.object({ removed: z.boolean() }),
    refuses: ["file.frozen"],
  }),
  signedRoute({
    method: "post",
    path: "/api/cases/{caseId}/files/{fileId}/link",
    summary: "A link to the file, good for the reader alone and for five minutes",
    tag,
    keyless: true,
    params: fileParams,
    result: fileLinkSchema,
    handle: async ({ deps, params }, { actor }) => ({ body: await linkToFile(deps, actor, params) }),
  }),
  signedRoute({
    method: "get",
    path: "/api/files/{token}",
    summary: "The bytes behind a link, as an attachment",
    tag,
    params: tokenParams,
    result: z.string(),
    file: "application/octet-stream",
    refuses: ["file.link-dead"],
    handle: async ({ deps, params }, { actor }) => {
      const download = await fetchFile(deps, actor, params.token);
      return { body: "", download };
    },
  }),
] as const;
