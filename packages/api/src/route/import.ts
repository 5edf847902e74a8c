/** What a park brings from another system: looked at, proposed by one person, confirmed by another, taken over line by line. */
import { answerFile, answerImportResult, importAnswerSchema } from "@multihelix/core/import/answer-import.ts";
import { importIdSchema, importKindSchema } from "@multihelix/core/import/import-run.ts";
import { problemText } from "@multihelix/core/import/problem-text.ts";
import { proposeFile, proposeImportResult } from "@multihelix/core/import/propose-import.ts";
import {
  importPreviewSchema,
  importsSchema,
  importViewSchema,
  previewImport,
  readImportRun,
  readImports,
} from "@multihelix/core/view/import-view.ts";
import * as z from "zod";
import { importFileSchema, importTemplate, rowsOfFile } from "../import-file.ts";
import { type FileReply, signedRoute } from "../route.ts";

const tag = "import";
const park = z.object({ parkId: z.string().max(40) });
const run = park.extend({ importId: importIdSchema });
const texts: Readonly<Record<string, string>> = problemText;

export const importRoutes = [
  signedRoute({
    method: "get",
    path: "/api/parks/{parkId}/imports",
    summary: "Imports of a park, the latest first: who proposed and confirmed them, and how far they are",
    tag,
    params: park,
    result: importsSchema,
    refuses: ["actor.role-needed"],
    handle: async ({ deps, params }, { actor }) => ({ body: await readImports(deps, actor, params.parkId) }),
  }),
  signedRoute({
    method: "get",
    path: "/api/parks/{parkId}/imports/{importId}",
    summary: "An import with its lines, what became of each, and what they bring into each balance",
    tag,
    params: run,
    result: importViewSchema,
    refuses: ["actor.role-needed", "import.not-found"],
    handle: async ({ deps, params: { parkId, importId } }, { actor }) => ({
      body: await readImportRun(deps, actor, parkId, importId),
    }),
  }),
  signedRoute({
    method: "get",
    path: "/api/import-template",
    summary: "The empty file of a kind of import, as CSV or as a workbook that explains each column",
    tag,
    query: z.object({ kind: importKindSchema, format: z.enum(["csv", "xlsx"]).default("csv") }),
    result: z.object({ text: z.string(), type: z.string(), fileName: z.string() }) as unknown as z.ZodType<FileReply>,
    file: ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    handle: async ({ query: { kind, format } }) => ({ body: await importTemplate(kind, format) }),
  }),
  signedRoute({
    method: "post",
    path: "/api/parks/{parkId}/imports/preview",
    summary:
      "A dry run of a file with running vouchers, earlier awards of aid, or such that are taken back: what each line would do, what is wrong by cell, totals; nothing is changed",
    tag,
    params: park,
    body: z.object({ kind: importKindSchema, file: importFileSchema }),
    result: importPreviewSchema.extend({
      problems: z.array(
        importPreviewSchema.shape.problems.element.extend({
          /** The same as a sentence. */
          text: z.string(),
        }),
      ),
    }),
    keyless: true,
    refuses: ["actor.role-needed", "duties.interest", "import.own-line", "import.unreadable"],
    handle: async ({ deps, params: { parkId }, body: { kind, file } }, { actor }) => {
      const preview = await previewImport(deps, actor, parkId, kind, rowsOfFile(file, kind, deps.inspector));
      const problems = preview.problems.map((one) => ({ ...one, text: texts[one.code] ?? one.code }));
      return { body: { ...preview, problems } };
    },
  }),
  signedRoute({
    method: "post",
    path: "/api/parks/{parkId}/imports",
    summary:
      "Propose to take over the lines of a file, as they were looked at; nothing is done before another confirms",
    tag,
    params: park,
    body: z.object({
      kind: importKindSchema,
      fileName: z.string().trim().min(1).max(200),
      file: importFileSchema,
      /** Of the dry run that was looked at. */
      hash: z.string().max(100),
    }),
    result: proposeImportResult,
    fresh: true,
    refuses: [
      "actor.role-needed",
      "duties.interest",
      "import.own-line",
      "import.unreadable",
      "import.not-right",
      "import.file-changed",
      "import.nothing-new",
      "import.already-open",
    ],
    handle: async ({ deps, params: { parkId }, body: { file, ...given }, key }, { actor }) => ({
      body: await proposeFile(deps, actor, key, {
        ...given,
        parkId,
        rows: rowsOfFile(file, given.kind, deps.inspector),
      }),
      status: 201,
    }),
  }),
  signedRoute({
    method: "post",
    path: "/api/parks/{parkId}/imports/{importId}/answer",
    summary:
      "Confirm an import that somebody else proposed, on exactly the lines that were looked at; decline it; or take back one's own",
    tag,
    params: run,
    body: importAnswerSchema,
    result: answerImportResult,
    fresh: true,
    refuses: [
      "actor.role-needed",
      "duties.interest",
      "duties.same-person",
      "import.own-line",
      "import.not-found",
      "import.not-yours",
      "import.answered",
      "import.file-changed",
      "import.no-longer-right",
    ],
    handle: async ({ deps, params, body, key }, { actor }) => ({
      body: await answerFile(deps, actor, key, { ...body, ...params }),
    }),
  }),
] as const;
