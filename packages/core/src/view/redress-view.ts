/** Redress as a party reads it: against what it may be asked now, until when, and what became of it. */
import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { instantSchema } from "../kernel/instant.ts";
import { parkOf } from "../network/network-file.ts";
import type { Deps } from "../port/deps.ts";
import { requestsOf } from "../redress/against.ts";
import { openAsksOf } from "../redress/open-window.ts";
import { isPending, redressSchema } from "../redress/redress.ts";
import type { CaseView } from "./case-view.ts";

const { outcome, admission, against, claim, recovery } = redressSchema.shape;
const shownRedress = redressSchema.omit({ by: true, restarts: true }).extend({
  admission: admission.unwrap().omit({ by: true }).optional(),
  outcome: outcome.unwrap().omit({ by: true }).optional(),
});

export const redressViewSchema = z.object({
  /** The reader's organisation may ask now. */
  may: z.boolean(),
  /** Last instant to ask against the latest decision; absent while no delivery is proven, or where nothing can be asked. */
  until: instantSchema.optional(),
  /** Every decision that can be asked about now, the latest first. */
  asks: z.array(z.object({ against, claim, recovery, until: instantSchema.optional() })),
  /** The latest request. */
  redress: shownRedress.optional(),
  /** Requests before it, the oldest first. */
  earlier: z.array(shownRedress),
});
export type RedressView = z.infer<typeof redressViewSchema>;

const nothing: RedressView = { may: false, asks: [], earlier: [] };

/** Each party sees what it asked and may ask; the parks and auditors see all; for a reviewer there is nothing to see. */
export async function viewRedress(deps: Deps, _actor: PersonActor, view: CaseView): Promise<RedressView> {
  const { audience, caseId } = view;
  if (audience === "reviewer") return nothing;
  const [one, letters, claims, recoveries, voucher, network] = await Promise.all([
    deps.store.get("case", { caseId }),
    deps.store.list("letter", { stream: caseId }),
    deps.store.list("claim", { caseId }),
    deps.store.list("recovery", { caseId }),
    deps.store.get("voucher", { caseId }),
    deps.network.current(),
  ]);
  if (one === undefined) return nothing;
  const call = await deps.store.get("call", { callId: one.callId });
  const party = audience === "applicant" || audience === "provider" ? audience : undefined;
  const mine = (of: "applicant" | "provider" | undefined) => party === undefined || (of ?? "applicant") === party;
  const requests = requestsOf(one)
    .filter((redress) => mine(redress.party))
    .map(shown);
  const { zone } = parkOf(network, one.leadPark);
  const now = deps.clock.now();
  const open = isPending(one.redress)
    ? []
    : openAsksOf({ one, call, voucher, claims, recoveries, letters }, zone, now).filter(
        ({ party: of, waits }) => waits === undefined && mine(of),
      );
  const asks = open.map(({ against: what, claim: nth, recovery: back, until }) => ({
    against: what,
    ...(nth === undefined ? {} : { claim: nth }),
    ...(back === undefined ? {} : { recovery: back }),
    ...(until === undefined ? {} : { until }),
  }));
  const until = asks[0]?.until;
  const redress = requests.at(-1);
  return {
    may: party !== undefined && asks.length > 0,
    ...(until === undefined ? {} : { until }),
    asks,
    ...(redress === undefined ? {} : { redress }),
    earlier: requests.slice(0, -1),
  };
}

function shown({
  by: _by,
  restarts: _restarts,
  admission: first,
  outcome: last,
  ...redress
}: z.infer<typeof redressSchema>) {
  return {
    ...redress,
    ...(first === undefined ? {} : { admission: { reasons: first.reasons, at: first.at } }),
    ...(last === undefined
      ? {}
      : {
          outcome: {
            reasons: last.reasons,
            at: last.at,
            ...(last.amount === undefined ? {} : { amount: last.amount }),
          },
        }),
  };
}
