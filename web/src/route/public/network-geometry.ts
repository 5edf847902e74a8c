/** Where the strands of the network picture run: same links, same picture. */
import type { NetworkLinks } from "@multihelix/core/view/network-links.ts";

/** Units of the drawing, which are pixels at its full size. */
export const box = { width: 680, left: 216, right: 464, top: 40 } as const;
const gap = 26;
/** All strands together are so thick. */
const bundle = 190;
const thinnest = 2;

export interface PictureNode {
  readonly parkId: string;
  readonly vouchers: number;
  /** Middle of the node. */
  readonly y: number;
}

export interface PictureStrand {
  readonly from: string;
  readonly to: string;
  readonly vouchers: number;
  readonly path: string;
  readonly thick: number;
}

export interface Picture {
  readonly height: number;
  readonly left: readonly PictureNode[];
  readonly right: readonly PictureNode[];
  readonly strands: readonly PictureStrand[];
}

/** @param parkIds in network order, which is the order from top to bottom on both sides */
export function pictureOf({ links, vouchers }: NetworkLinks, parkIds: readonly string[]): Picture {
  const thick = (count: number) => Math.max(thinnest, (count / Math.max(1, vouchers)) * bundle);
  const order = (a: string, b: string) => parkIds.indexOf(a) - parkIds.indexOf(b);
  const sorted = links.toSorted((a, b) => order(a.from, b.from) || order(a.to, b.to));
  const starts = new Map<object, number>();
  const ends = new Map<object, number>();
  const side = (end: "from" | "to", places: Map<object, number>): { nodes: PictureNode[]; bottom: number } => {
    let y: number = box.top;
    const nodes = parkIds.flatMap((parkId) => {
      const own = sorted.filter((link) => link[end] === parkId);
      if (own.length === 0) return [];
      const top = y;
      for (const link of own) {
        places.set(link, y + thick(link.vouchers) / 2);
        y += thick(link.vouchers);
      }
      const node = { parkId, vouchers: own.reduce((sum, link) => sum + link.vouchers, 0), y: (top + y) / 2 };
      // Two lines of words need their room, however thin the strand is.
      y = Math.max(y, top + 20) + gap;
      return [node];
    });
    return { nodes, bottom: y };
  };
  const left = side("from", starts);
  const right = side("to", ends);
  const middle = (box.left + box.right) / 2;
  return {
    height: Math.max(left.bottom, right.bottom) - gap + 14,
    left: left.nodes,
    right: right.nodes,
    strands: sorted.map((link) => {
      const [from, to] = [starts.get(link) ?? 0, ends.get(link) ?? 0];
      const path = `M${box.left} ${from}C${middle} ${from} ${middle} ${to} ${box.right} ${to}`;
      return { ...link, path, thick: thick(link.vouchers) };
    }),
  };
}
