/** How many vouchers each park has given to providers of which park: a figure that everybody may see. */
import * as z from "zod";
import type { CaseStatus } from "../application/case.ts";
import type { Reader } from "../port/store.ts";
import type { Row } from "../row/row.ts";
import { isReleased } from "./audience.ts";

export const networkLinksSchema = z.object({
  links: z.array(z.object({ from: z.string(), to: z.string(), vouchers: z.number().int().min(1) })),
  /** Of all links. */
  vouchers: z.number().int().min(0),
});
export type NetworkLinks = z.infer<typeof networkLinksSchema>;

/** Decided and told, and no voucher, or one that came to nothing. */
const nothing: readonly CaseStatus[] = ["conditional", "rejected", "lapsed", "expired", "cancelled"];

/**
 * What happens to a voucher between its parties and the park (suspended, refused, paid, closed) moves no figure that
 * everybody reads; only vouchers that are followed through to "closed" are closed.
 */
function isCounted(status: CaseStatus): boolean {
  return isReleased(status) && !nothing.includes(status);
}

/** From the lead park that pays to the park of the provider, largest first. A provider of no park is in no link. */
export function linksOf(rows: readonly Pick<Row, "parkId" | "providerPark" | "status">[]): NetworkLinks {
  const counts = new Map<string, { from: string; to: string; vouchers: number }>();
  for (const { parkId: from, providerPark: to, status } of rows) {
    if (to === undefined || !isCounted(status)) continue;
    const key = `${from} ${to}`;
    counts.set(key, { from, to, vouchers: (counts.get(key)?.vouchers ?? 0) + 1 });
  }
  const links = [...counts.values()].sort(
    (a, b) => b.vouchers - a.vouchers || `${a.from} ${a.to}`.localeCompare(`${b.from} ${b.to}`),
  );
  return { links, vouchers: links.reduce((sum, { vouchers }) => sum + vouchers, 0) };
}

/** A co-paid case has a row at each park that pays; it counts once, at the one that leads. */
export async function readNetworkLinks(reader: Reader): Promise<NetworkLinks> {
  const calls = await reader.list("call", {});
  const rows = await Promise.all(calls.map(({ callId, leadPark }) => reader.list("row", { parkId: leadPark, callId })));
  return linksOf(rows.flat());
}
