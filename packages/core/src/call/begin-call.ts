/** A call drafted from nothing: its code, texts and days are given; the rest is a beginning that somebody has to confirm, step by step. */
import * as z from "zod";
import { DomainError } from "../kernel/error.ts";
import { endOfDay, startOfDay, toZonedDateString } from "../kernel/instant.ts";
import type { Money } from "../kernel/money.ts";
import { convert } from "../kernel/rate.ts";
import { verb } from "../kernel/verb.ts";
import { type NetworkFile, parkOf } from "../network/network-file.ts";
import type { Park } from "../network/park.ts";
import { rateFor } from "../network/rate-for.ts";
import type { Reader } from "../port/store.ts";
import { defaultVoucherRubric } from "../review/rubric.ts";
import { type Call, callSchema, type DraftStep } from "./call.ts";
import type { CallProblem } from "./call-problems.ts";
import { aboutShape } from "./change-schema.ts";
import { type CreateCall, createCall } from "./create-call.ts";

const firstSteps: readonly DraftStep[] = ["money", "who", "papers", "review"];

/** Managers of the lead park. @throws as `createCall`; invalid `input.invalid` for a park that has no fund. */
export const beginCall = verb({
  name: "call.begin",
  input: z.object({ code: callSchema.shape.code, leadPark: callSchema.shape.leadPark, ...aboutShape }),
  read: async (reader: Reader) => ({ calls: await reader.list("call", {}) }),
  decide(
    facts: { calls: readonly Call[] },
    actor,
    { code, leadPark, opensOn, closesOn, ...texts },
    moment,
  ): ReturnType<typeof createCall.decide> {
    const park = parkOf(moment.network, leadPark);
    const opens = startOfDay(opensOn, park.zone);
    const drafted: CreateCall = {
      ...texts,
      code,
      leadPark,
      instrument: "voucher",
      opens,
      closes: endOfDay(closesOn, park.zone),
      payers: [firstPayer(park, toZonedDateString(opens, park.zone), moment.network)],
      currency: park.currency,
      minimumAward: 0,
      maximumAward: 1_000_000,
      intensity: 50,
      validityMonths: 6,
      eligibleCountries: [park.country],
      sectors: [],
      crossParkRequired: false,
      pays: "provider",
      rubric: defaultVoucherRubric,
      oneReviewUpTo: usualOneReview(park.currency, moment.network, toZonedDateString(moment.now, park.zone)),
    };
    const decision = asTyped(() => createCall.decide(facts, actor, drafted, moment));
    return {
      ...decision,
      changes: decision.changes.map((change) =>
        change.op === "create" && change.name === "call"
          ? { ...change, value: { ...change.value, unconfirmed: [...firstSteps] } }
          : change,
      ),
    };
  },
});

/** Problems of the instants are problems of the days that were typed. */
function asTyped<Result>(decide: () => Result): Result {
  try {
    return decide();
  } catch (refusal) {
    if (!(refusal instanceof DomainError) || refusal.code !== "input.invalid") throw refusal;
    const problems = (refusal.facts["problems"] as CallProblem[]).map(({ path, message }) => ({
      path: path === "closes" ? "closesOn" : path,
      message,
    }));
    throw new DomainError("invalid", "input.invalid", { problems });
  }
}

/** The whole from the park's fund that pays on the opening day, under the first of its bases that fits a voucher. */
function firstPayer(park: Park, opensOn: string, { funds, aid }: NetworkFile): CreateCall["payers"][number] {
  const own = funds.filter(({ parkId }) => parkId === park.id);
  const fund = own.find(({ eligibleFrom, eligibleUntil }) => eligibleFrom <= opensOn && opensOn <= eligibleUntil);
  const [first = fund] = own;
  if (first === undefined)
    throw new DomainError("invalid", "input.invalid", {
      problems: [{ path: "leadPark", message: `${park.name} has no fund that pays.` }],
    });
  const byCategory = (basis: string) => aid.some((row) => row.basis === basis && row.limit.kind === "intensity");
  const aidBasis = park.aidBases.find((basis) => !byCategory(basis)) ?? "not-assessed";
  return { parkId: park.id, fundId: (fund ?? first).id, sharePercent: 100, aidBasis };
}

/** Up to so much one review is usual. */
const usual: Money = { amount: 750_000, currency: "EUR" };

/** The usual amount in another currency, its first two digits: minor units. @throws unavailable `rate.none`. */
function usualOneReview(currency: string, network: NetworkFile, day: string): number {
  const { amount } = convert(usual, rateFor(network, usual.currency, currency, day)).money;
  const step = 10 ** Math.max(0, String(amount).length - 2);
  return Math.floor(amount / step) * step;
}
