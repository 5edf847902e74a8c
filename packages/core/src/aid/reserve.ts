/** The only place where aid is reserved, granted, corrected and freed: dated grants of a group, guarded by what the group has drawn. */
import { DomainError } from "../kernel/error.ts";
import type { CaseId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Change } from "../port/store.ts";
import type { AidGrant, AidGroup } from "./group.ts";
import type { Headroom } from "./headroom.ts";

export interface AidAct {
  readonly group: AidGroup | undefined;
  /** Every grant of the group, as the headroom was counted from. */
  readonly grants: readonly AidGrant[];
  readonly caseId: CaseId;
  readonly headrooms: readonly Headroom[];
  /** Day of the proposal or of the grant, in the payer's zone. */
  readonly day: string;
  readonly at: Instant;
}

/** Hold room for a proposal. Two proposals of one undertaking cannot both take the last room: the second is decided again. Many that all find room do not wait for each other. */
export function reserveAid(act: AidAct): Change[] {
  return write(act, "reserved");
}

/** The legal right arises: the grant counts from this day on, in this day's amounts. */
export function grantAid(act: AidAct): Change[] {
  return write(act, "granted");
}

function write(act: AidAct, status: "reserved" | "granted"): Change[] {
  const { group, caseId, day, at } = act;
  const short = act.headrooms.find((headroom) => !headroom.fits);
  if (short !== undefined) throw new DomainError("conflict", "aid.no-room", shortOf(short));
  const assessed = act.headrooms.filter((headroom) => headroom.state === "assessed");
  if (assessed.length === 0) return [];
  if (group === undefined) throw new DomainError("conflict", "aid.no-group", { caseId });
  const changes = assessed.flatMap(({ asks, basis, jurisdiction, currency = "" }) =>
    asks.map(({ parkId, amount }): Change => {
      const before = act.grants.find((grant) => grant.caseId === caseId && grant.parkId === parkId);
      const value: AidGrant = {
        // Reserved before two groups became one, it stays where it is.
        aidGroupId: before?.aidGroupId ?? group.aidGroupId,
        caseId,
        parkId,
        jurisdiction,
        basis,
        amount,
        currency,
        status,
        date: day,
        at,
        version: before?.version ?? 0,
      };
      return before === undefined
        ? { op: "create", name: "aidGrant", value }
        : { op: "replace", name: "aidGrant", value };
    }),
  );
  return [draw(group, assessed), ...changes];
}

/** What a refusal for want of room tells: figures of the ceiling, never who else was aided. */
export function shortOf({
  basis,
  jurisdiction,
  state,
  currency,
  ceiling,
  counted,
  room,
  asked,
  row,
}: Headroom): Record<string, unknown> {
  return {
    basis,
    jurisdiction,
    state,
    currency,
    ceiling,
    counted,
    room,
    asked,
    source: row === undefined ? undefined : `${row.source.act}, ${row.source.article}`,
  };
}

/**
 * The group was read before its grants, so all that the count may have missed has been drawn since: allowed is as much as
 * leaves every ceiling its room. Sums over ceilings and currencies only make it stricter.
 */
function draw(group: AidGroup, headrooms: readonly Headroom[]): Change {
  const asked = headrooms.reduce((sum, headroom) => sum + (headroom.asked ?? 0), 0);
  const slack = Math.min(...headrooms.map(({ room = 0, asked: own = 0 }) => room - own));
  return {
    op: "add",
    name: "aidGroup",
    key: { aidGroupId: group.aidGroupId },
    by: { drawn: -asked },
    floor: group.drawn - slack - asked,
    when: { membership: group.membership },
  };
}

/**
 * Aid that was granted elsewhere is history, whatever room there is. Whoever counted the room before this, or looked whether
 * the same award stands already, does so again.
 */
export function drawHistory({ aidGroupId, version }: AidGroup, amount: number): Change {
  const by = { drawn: -amount };
  return { op: "add", name: "aidGroup", key: { aidGroupId }, by, floor: Number.MIN_SAFE_INTEGER, when: { version } };
}

/** Nothing of it counts any more (withdrawn, declined, silent, lapsed): room only grows, so the group needs no guard. */
export function freeAid(grants: readonly AidGrant[], caseId: CaseId): Change[] {
  return grants
    .filter((grant) => grant.caseId === caseId && grant.status !== "freed")
    .map((grant) => changed(grant, { status: "freed" }));
}

/** Less was paid than granted: the rest no longer counts. @param amount in the grant's currency, not above what was granted. */
export function correctAid(grant: AidGrant, amount: number): Change {
  if (amount > grant.amount)
    throw new DomainError("invalid", "aid.correction-above-grant", { granted: grant.amount, amount });
  return changed(grant, { amount });
}

function changed(grant: AidGrant, set: Pick<AidGrant, "status"> | Pick<AidGrant, "amount">): Change {
  const { aidGroupId, caseId, parkId, status, amount } = grant;
  return { op: "patch", name: "aidGrant", key: { aidGroupId, caseId, parkId }, set, when: { status, amount } };
}
