/** A call as the public sees it: nothing before it is scheduled, no money that is left, no names. */
import type { Call } from "../call/call.ts";
import type { Instant } from "../kernel/instant.ts";

export type PublicCall = Omit<
  Call,
  | "createdBy"
  | "publishedBy"
  | "version"
  | "payers"
  | "frozen"
  | "superseded"
  | "superseding"
  | "writers"
  | "unconfirmed"
> & {
  payers: { parkId: string; sharePercent: number; aidBasis: string }[];
};

/** State as it is at this instant: a scheduled call is open from its opening on, an open one closed after its closing. */
export function stateAt(call: Call, now: Instant): Call["state"] {
  if (call.state === "scheduled" && call.opens <= now) return call.closes < now ? "closed" : "open";
  return call.state === "open" && call.closes < now ? "closed" : call.state;
}

export function publicCall(call: Call, now: Instant): PublicCall | undefined {
  if (call.state === "draft") return undefined;
  const {
    createdBy: _by,
    publishedBy: _published,
    writers: _writers,
    unconfirmed: _unconfirmed,
    version: _version,
    frozen: _frozen,
    superseded: _superseded,
    superseding: _superseding,
    payers,
    ...shown
  } = call;
  return {
    ...shown,
    state: stateAt(call, now),
    payers: payers.map(({ parkId, sharePercent, aidBasis }) => ({ parkId, sharePercent, aidBasis })),
  };
}
