/** The postings that make a figure, as a file: all of them, newest first, as the explorer lists them. */
import * as z from "zod";
import { money } from "../kernel/money.ts";
import { ledgerKeyText } from "../ledger/posting.ts";
import { namesOfIds, personIdsIn } from "../view/names.ts";
import { referencesOf } from "../view/payments.ts";
import { postingsQuery, readFigure } from "../view/postings-view.ts";
import { tableExport } from "./export.ts";
import { tableOf } from "./table.ts";

export const postingsExport = tableExport({
  summary: "The postings that make a figure of the ledger",
  params: z.object({ parkId: z.string().max(40) }),
  query: postingsQuery,
  async read(deps, actor, { parkId }, query) {
    const { found } = await readFigure(deps, actor, parkId, query);
    const [references, names] = await Promise.all([
      referencesOf(
        deps.store,
        found.flatMap(({ posting }) => posting.caseId ?? []),
      ),
      namesOfIds(deps.store, personIdsIn(found.map(({ posting }) => posting.actor))),
    ]);
    return tableOf(
      `postings-${parkId}`,
      [
        ["posting", ({ posting }) => posting.postingId],
        ["day", ({ day }) => day],
        ["posted_at", ({ posting }) => posting.at],
        ["to_account", ({ posting }) => posting.to],
        ["from_account", ({ posting }) => posting.from],
        ["amount", ({ posting }) => money(posting.amount, posting.ledger.currency)],
        ["counts", ({ posting, counts }) => money(counts, posting.ledger.currency)],
        ["currency", ({ posting }) => posting.ledger.currency],
        ["ledger_key", ({ posting }) => ledgerKeyText(posting.ledger)],
        ["case", ({ posting: { caseId } }) => (caseId === undefined ? "" : (references[caseId] ?? caseId))],
        ["event", ({ posting }) => posting.verb],
        ["text", ({ posting }) => posting.memo],
        ["person", ({ posting }) => names[posting.actor] ?? posting.actor],
      ],
      found.toReversed(),
    );
  },
});
