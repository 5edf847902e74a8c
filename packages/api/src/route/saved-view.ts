/** Somebody's own views of the pipeline: saved under a name, listed, deleted; nobody else's are reached. */
import { deleteView, saveView } from "@multihelix/core/person/save-view.ts";
import { readSavedViews, savedViewsViewSchema } from "@multihelix/core/view/saved-views.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const tag = "account";

export const savedViewRoutes = [
  signedRoute({
    method: "get",
    path: "/api/my/views",
    summary: "My saved views of the pipeline",
    tag,
    result: savedViewsViewSchema,
    handle: async ({ deps }, { actor }) => ({ body: await readSavedViews(deps, actor) }),
  }),
  act({
    path: "/api/my/views",
    summary: "Save filters of the pipeline under a name of my own",
    tag,
    verb: saveView,
    ids: [],
    result: z.object({ viewId: z.string() }),
    status: 201,
    refuses: ["saved-view.name-taken", "saved-view.too-many"],
  }),
  act({
    path: "/api/my/views/{viewId}/removal",
    summary: "Delete one of my saved views",
    tag,
    verb: deleteView,
    ids: ["viewId"],
    result: z.object({ deleted: z.literal(true) }),
  }),
] as const;
