/** Budget years and periods of a park: ended, closed, locked; statements and journal at any date. */
import { closeYear, closeYearResult } from "@multihelix/core/ledger/close-year.ts";
import { lockPeriod, lockPeriodResult } from "@multihelix/core/ledger/lock-period.ts";
import { startYearEnd, startYearEndResult } from "@multihelix/core/ledger/start-year-end.ts";
import {
  readJournalCsv,
  readStatements,
  statementQuery,
  statementViewSchema,
} from "@multihelix/core/view/statement-view.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const tag = "ledger";
const params = z.object({ parkId: z.string().max(40) });
const csvFile = z.object({ text: z.string(), type: z.string(), fileName: z.string() });

export const yearRoutes = [
  act({
    path: "/api/parks/{parkId}/year-end",
    summary: "End a budget year: open cases are carried over into the next",
    tag,
    verb: startYearEnd,
    ids: ["parkId"],
    result: startYearEndResult,
  }),
  act({
    path: "/api/parks/{parkId}/year-closing",
    summary: "Close a budget year that was carried over: what is unspent goes back to the fund",
    tag,
    verb: closeYear,
    ids: ["parkId"],
    result: closeYearResult,
  }),
  act({
    path: "/api/parks/{parkId}/period-lock",
    summary: "Lock a period: its figures never change again",
    tag,
    verb: lockPeriod,
    ids: ["parkId"],
    result: lockPeriodResult,
  }),
  signedRoute({
    method: "get",
    path: "/api/parks/{parkId}/statement",
    summary: "Balances at the end of any day and what moved, per ledger key, fund, call or year",
    tag,
    params,
    query: statementQuery,
    result: statementViewSchema,
    handle: async ({ deps, params: { parkId }, query }, { actor }) => ({
      body: await readStatements(deps, actor, parkId, query),
    }),
  }),
  signedRoute({
    method: "get",
    path: "/api/parks/{parkId}/journal.csv",
    summary: "The journal for the park's accounts software: debit and credit of every posting",
    tag,
    params,
    query: statementQuery.pick({ from: true, to: true }),
    result: csvFile,
    file: "text/csv",
    handle: async ({ deps, params: { parkId }, query }, { actor }) => ({
      body: await readJournalCsv(deps, actor, parkId, query),
    }),
  }),
] as const;
