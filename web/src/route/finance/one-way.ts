/** Which of the waiting orders make one batch: a batch holds one channel and one currency. */
import type { WaitingOrder } from "./finance-query.ts";

export interface OneWay {
  readonly channel: string;
  readonly currency: string;
  readonly endToEndIds: readonly string[];
  /** How many wait for a batch of another channel or currency, or reach no account. */
  readonly leftOut: number;
}

/** So many orders one batch holds. */
const batchMost = 35;

type Way = Pick<WaitingOrder, "endToEndId" | "channel" | "amount">;

/** The way of the first order that a channel reaches, with all that go by it; undefined where none does. */
export function oneWay(waiting: readonly Way[]): OneWay | undefined {
  const first = waiting.find(({ channel }) => channel !== undefined);
  if (first?.channel === undefined) return undefined;
  const { channel } = first;
  const { currency } = first.amount;
  const alike = waiting.filter((order) => order.channel === channel && order.amount.currency === currency);
  const ticked = alike.slice(0, batchMost);
  return {
    channel,
    currency,
    endToEndIds: ticked.map(({ endToEndId }) => endToEndId),
    leftOut: waiting.length - ticked.length,
  };
}
