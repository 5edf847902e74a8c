/** The arithmetic of the picture from fund to payment: every figure a sum of balances of one currency, every pixel from a figure. */
import type { LedgerKeyView } from "./finance-query.ts";

export interface FlowNode {
  readonly id: string;
  readonly label: string;
  /** 0 fund, 1 call, 2 award, 3 payment. */
  readonly column: number;
  /** Minor units. */
  readonly amount: number;
  readonly colour: string;
  /** The question to the postings that the amount answers; all of one park and currency. */
  readonly of: { readonly account: string; readonly fund?: string; readonly call?: string };
}
export interface FlowLink {
  readonly from: string;
  readonly to: string;
  readonly amount: number;
}
export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
}

export interface FlowWords {
  readonly call: (callId: string) => string;
  readonly available: string;
  readonly reserved: string;
  readonly awarded: string;
  readonly returned: string;
  readonly paid: string;
  readonly unpaid: string;
  readonly recoverable: string;
  readonly writtenOff: string;
}

const awardedAccounts = "committed,payable,disbursed,recoverable,writtenOff";
const thirdAccounts: Readonly<Record<string, string>> = { paid: "disbursed", unpaid: "committed,payable" };

/** Only keys of one currency: unlike ones are never added. */
export function flowOf(keys: readonly LedgerKeyView[], words: FlowWords): Flow {
  const nodes = new Map<string, FlowNode>();
  const links = new Map<string, FlowLink>();
  const give = (id: string, label: string, column: number, amount: number, colour: string, of: FlowNode["of"]) => {
    if (amount <= 0) return;
    nodes.set(id, { id, label, column, colour, of, amount: (nodes.get(id)?.amount ?? 0) + amount });
  };
  const link = (from: string, to: string, amount: number) => {
    if (amount <= 0) return;
    const id = `${from} ${to}`;
    links.set(id, { from, to, amount: (links.get(id)?.amount ?? 0) + amount });
  };
  for (const { ledger, fund, balances } of keys) {
    const of = (account: keyof typeof balances) => balances[account] ?? 0;
    const budget = -of("appropriation");
    const [fundNode, callNode] = [`fund ${ledger.fundId}`, `call ${ledger.callId}`];
    give(fundNode, fund, 0, budget, "var(--accent)", { account: "appropriation", fund: ledger.fundId });
    give(callNode, words.call(ledger.callId), 1, budget, "var(--m-payable)", {
      account: "appropriation",
      call: ledger.callId,
    });
    link(fundNode, callNode, budget);
    const unpaid = of("committed") + of("payable");
    const awarded = unpaid + of("disbursed") + of("recoverable") + of("writtenOff");
    const second: [string, string, number, string][] = [
      ["awarded", words.awarded, awarded, "var(--m-committed)"],
      ["reserved", words.reserved, of("reserved"), "var(--m-reserved)"],
      ["available", words.available, of("available"), "var(--m-available)"],
      ["returned", words.returned, of("returned"), "var(--line-ui)"],
    ];
    for (const [id, label, amount, colour] of second) {
      give(id, label, 2, amount, colour, { account: id === "awarded" ? awardedAccounts : id });
      link(callNode, id, amount);
    }
    const third: [string, string, number, string][] = [
      ["paid", words.paid, of("disbursed"), "var(--m-disbursed)"],
      ["unpaid", words.unpaid, unpaid, "var(--m-payable)"],
      ["recoverable", words.recoverable, of("recoverable"), "var(--warn)"],
      ["writtenOff", words.writtenOff, of("writtenOff"), "var(--line-ui)"],
    ];
    for (const [id, label, amount, colour] of third) {
      give(id, label, 3, amount, colour, { account: thirdAccounts[id] ?? id });
      link("awarded", id, amount);
    }
  }
  return { nodes: [...nodes.values()], links: [...links.values()] };
}

export interface Placed extends FlowNode {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}
export interface Ribbon {
  readonly id: string;
  readonly path: string;
  readonly colour: string;
}

const [width, height, bar, gap] = [1180, 300, 14, 34];
/** Names of the last column stand to the right of it. */
export const flowSize = { width: width + 220, height: height + 40 };

/** Where nodes and ribbons lie: heights in proportion to amounts, one scale for the whole picture. */
export function placeFlow({ nodes, links }: Flow): { nodes: Placed[]; ribbons: Ribbon[] } {
  const columns = [0, 1, 2, 3].map((column) => nodes.filter((node) => node.column === column));
  const sums = columns.map((column) => column.reduce((sum, { amount }) => sum + amount, 0));
  const gaps = columns.map((column) => Math.max(0, column.length - 1) * gap);
  const scale = Math.min(...columns.map((_, at) => (height - (gaps[at] ?? 0)) / Math.max(1, sums[at] ?? 1)));
  const placed = new Map<string, Placed>();
  for (const column of columns) {
    let y = 24;
    for (const node of column) {
      const tall = Math.max(2, node.amount * scale);
      placed.set(node.id, { ...node, x: node.column * (width / 3), y, height: tall });
      y += tall + gap;
    }
  }
  const out = new Map<string, number>();
  const into = new Map<string, number>();
  const ribbons = links.flatMap(({ from, to, amount }) => {
    const [left, right] = [placed.get(from), placed.get(to)];
    if (left === undefined || right === undefined) return [];
    const tall = Math.max(1, amount * scale);
    const y0 = left.y + (out.get(from) ?? 0);
    const y1 = right.y + (into.get(to) ?? 0);
    out.set(from, (out.get(from) ?? 0) + tall);
    into.set(to, (into.get(to) ?? 0) + tall);
    const [x0, x1] = [left.x + bar, right.x];
    const middle = (x0 + x1) / 2;
    const path = `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}V${y1 + tall}C${middle} ${y1 + tall} ${middle} ${y0 + tall} ${x0} ${y0 + tall}Z`;
    return [{ id: `${from} ${to}`, path, colour: right.colour }];
  });
  return { nodes: [...placed.values()], ribbons };
}
