/** The registry of tables that leave as files: an export is its own file in the core and one line here. */
import { batchesExport } from "@multihelix/core/export/batches.ts";
import { casesExport } from "@multihelix/core/export/cases.ts";
import { outlookExport } from "@multihelix/core/export/outlook.ts";
import { postingsExport } from "@multihelix/core/export/postings.ts";
import { rankingExport } from "@multihelix/core/export/ranking.ts";
import { statementExport } from "@multihelix/core/export/statement.ts";
import { tableRoute } from "../table-file.ts";

export const tableRoutes = [
  tableRoute("/api/parks/{parkId}/tables/cases", casesExport),
  tableRoute("/api/parks/{parkId}/tables/postings", postingsExport),
  tableRoute("/api/parks/{parkId}/tables/statement", statementExport),
  tableRoute("/api/parks/{parkId}/tables/outlook", outlookExport),
  tableRoute("/api/parks/{parkId}/tables/batches", batchesExport),
  tableRoute("/api/calls/{callId}/tables/ranking", rankingExport),
] as const;
