/** A park's letters to many applicants: whom a filter reaches, the preview, and the sending. */
import { mailingIdSchema } from "@multihelix/core/mailing/mailing.ts";
import { mailingInput, startMailing } from "@multihelix/core/mailing/start-mailing.ts";
import {
  mailingDeskSchema,
  mailingPreviewSchema,
  previewMailing,
  readMailingDesk,
} from "@multihelix/core/view/mailing-desk.ts";
import { parkCasesQuery } from "@multihelix/core/view/park-cases.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const params = mailingInput.pick({ parkId: true });
const refuses = ["mailing.not-ready", "mailing.language-missing"];

export const mailingRoutes = [
  signedRoute({
    method: "get",
    path: "/api/parks/{parkId}/mailings",
    summary: "Applicants whom a filter of the pipeline reaches, and mailings with the delivery of each letter",
    tag: "letter",
    params,
    query: parkCasesQuery,
    result: mailingDeskSchema,
    handle: async ({ deps, params: { parkId }, query }, { actor }) => ({
      body: await readMailingDesk(deps, actor, parkId, query),
    }),
  }),
  signedRoute({
    method: "post",
    path: "/api/parks/{parkId}/mailings/preview",
    summary: "The letter as it would leave in each language, and how many; changes nothing",
    tag: "letter",
    keyless: true,
    params,
    body: mailingInput.omit({ parkId: true }),
    result: mailingPreviewSchema,
    refuses,
    handle: async ({ deps, params: { parkId }, body }, { actor }) => ({
      body: await previewMailing(deps, actor, { ...body, parkId }),
    }),
  }),
  act({
    path: "/api/parks/{parkId}/mailings",
    summary: "Write to these applicants as it was previewed, one letter each",
    tag: "letter",
    verb: startMailing,
    ids: ["parkId"],
    result: z.object({ mailingId: mailingIdSchema }),
    status: 201,
    refuses: [...refuses, "mailing.changed", "mailing.sent-already", "mailing.too-many"],
  }),
] as const;
