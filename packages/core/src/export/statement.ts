/** The statement of a park's books as a file: per group its opening, each movement, its closing. */
import * as z from "zod";
import { money } from "../kernel/money.ts";
import { accounts } from "../ledger/posting.ts";
import { readStatements, statementQuery } from "../view/statement-view.ts";
import { tableExport } from "./export.ts";
import { type TableCell, tableOf } from "./table.ts";

export const statementExport = tableExport({
  summary: "Balances at the end of any day and what moved, per ledger key, fund, call or year",
  params: z.object({ parkId: z.string().max(40) }),
  query: statementQuery,
  async read(deps, actor, { parkId }, query) {
    const { statements, to } = await readStatements(deps, actor, parkId, query);
    const rows = statements.flatMap(({ group, currency, opening, movements, closing }): TableCell[][] => {
      const at = (what: string, balances: Readonly<Record<string, number>>): TableCell[][] =>
        accounts.map((account) => [group, currency, what, account, "", money(balances[account] ?? 0, currency), ""]);
      return [
        ...at("opening", opening),
        ...movements.map((moved): TableCell[] => [
          group,
          currency,
          moved.paidBefore ? "paid-before" : "movement",
          moved.to,
          moved.from,
          money(moved.amount, currency),
          moved.postings,
        ]),
        ...at("closing", closing),
      ];
    });
    const heads = ["group", "currency", "what", "account", "from_account", "amount", "postings"];
    return tableOf(
      `statement-${parkId}-${query.by}-${to}`,
      heads.map((head, index) => [head, (row: TableCell[]) => row[index]]),
      rows,
    );
  },
});
