/** AWS list prices behind P6, US East (N. Virginia), public price pages of July 2025, in USD; no free tier counted. */

export const pricesOf = "AWS list prices, us-east-1, July 2025, no free tier";

const million = 1_000_000;
export const prices = {
  stateTransition: 25 / million,
  writeUnit: 0.625 / million,
  readUnit: 0.125 / million,
  mail: 100 / million,
  httpRequest: 1 / million,
  invocation: 0.2 / million,
  /** Lambda on arm64. */
  gigabyteSecond: 0.000_013_333_4,
} as const;

/** Memory as the stacks set it; seconds are an assumption, generous against the warm times of these functions. */
export const functions = {
  api: { gigabytes: 1, seconds: 0.1 },
  task: { gigabytes: 0.5, seconds: 0.1 },
  outbox: { gigabytes: 0.5, seconds: 0.2 },
  sweep: { gigabytes: 0.5, seconds: 0.1 },
} as const;

export interface Bill {
  readonly stateTransitions: number;
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly mails: number;
  readonly httpRequests: number;
  readonly invocations: Partial<Record<keyof typeof functions, number>>;
}

/** What it costs, in USD. */
export function costOf(bill: Bill): number {
  const lambda = Object.entries(bill.invocations).map(([name, count = 0]) => {
    const { gigabytes, seconds } = functions[name as keyof typeof functions];
    return count * (prices.invocation + gigabytes * seconds * prices.gigabyteSecond);
  });
  return (
    bill.stateTransitions * prices.stateTransition +
    bill.writeUnits * prices.writeUnit +
    bill.readUnits * prices.readUnit +
    bill.mails * prices.mail +
    bill.httpRequests * prices.httpRequest +
    lambda.reduce((sum, cost) => sum + cost, 0)
  );
}

/** A month in which nothing happens: the outbox looks each minute, the sweep every five. */
export function costOfIdleMonth(): number {
  const minutes = 30 * 24 * 60;
  const looks = minutes + minutes / 5;
  return costOf({
    stateTransitions: 0,
    writeUnits: 0,
    readUnits: looks,
    mails: 0,
    httpRequests: 0,
    invocations: { outbox: minutes, sweep: minutes / 5 },
  });
}
