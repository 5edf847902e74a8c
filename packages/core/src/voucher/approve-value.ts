/** Paying parks approve another value; with the last approval money and aid follow, in one commit (domain §11). */
import * as z from "zod";
import { correctAid, grantAid } from "../aid/reserve.ts";
import { headroomsFor } from "../application/read-application.ts";
import { type Parties, readParties, refuseOwnPark } from "../approval/park-interest.ts";
import { type DecisionFacts, readDecision, requireDecision } from "../decision/decision-facts.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { add, subtract } from "../kernel/money.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import type { PostingDraft, Share } from "../ledger/posting.ts";
import type { Change, Reader } from "../port/store.ts";
import { demandValue } from "./propose-value.ts";
import { requireAnother, requireStaff } from "./staff.ts";
import type { Voucher } from "./voucher.ts";

export const approveValueInput = z.object({
  caseId: caseIdSchema,
  parkId: z.string().max(40),
  noInterest: z.literal(true),
});
export const approveValueResult = z.object({ outcome: z.enum(["approved", "changed"]) });

interface Facts extends DecisionFacts {
  readonly voucher: Voucher | undefined;
  readonly parties: Parties;
}

/** Approver of the park; conflict `voucher.no-value-change`, `aid.no-room`; forbidden `duties.same-person`. */
export const approveValue = verb({
  name: "voucher.approve-value",
  input: approveValueInput,
  async read(reader: Reader, { caseId }): Promise<Facts> {
    const [facts, voucher] = await Promise.all([readDecision(reader, caseId), reader.get("voucher", { caseId })]);
    const parties = facts.one === undefined ? [] : await readParties(reader, facts.one);
    return { ...facts, voucher, parties };
  },
  decide(facts: Facts, actor, { parkId }, moment): Decision<z.infer<typeof approveValueResult>> {
    const { one, call, slots, shares } = requireDecision(facts);
    const person = requireStaff(actor, "approver", one, slots, moment.now, parkId);
    refuseOwnPark(person, parkId, facts.parties, moment);
    const { voucher } = facts;
    const change = voucher?.valueChange;
    if (voucher === undefined || change === undefined)
      throw new DomainError("conflict", "voucher.no-value-change", { caseId: one.caseId });
    demandValue(one, voucher, call, change.value);
    requireAnother(person, change.by, "voucher.propose-value");
    const holding = shares.filter(({ committed }) => committed > 0);
    const approved = [...change.approved.filter((earlier) => earlier.parkId !== parkId)];
    approved.push({ parkId, by: person.personId, at: moment.now });
    const all = holding.every((share) => approved.some((one_) => one_.parkId === share.parkId));
    if (!all) {
      const value = { ...voucher, valueChange: { ...change, approved } };
      return {
        changes: [{ op: "replace", name: "voucher", value }],
        events: [{ stream: one.caseId, caseId: one.caseId, type: "voucher.value-approved", facts: { parkId } }],
        result: { outcome: "approved" },
      };
    }
    const left = add(voucher.left, subtract(change.value, voucher.value));
    const moved = holding.map((share) => ({ share, after: scaled(share.committed, left.amount, voucher.left.amount) }));
    const value: Voucher = { ...voucher, value: change.value, left, valueChange: undefined };
    return {
      changes: [
        { op: "replace", name: "voucher", value },
        { op: "replace", name: "case", value: { ...one, awarded: change.value } },
        ...aidOf(facts, change.value, moved, moment),
      ],
      postings: moved.flatMap((one_) => postingOf(one_)),
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: "voucher.value-changed",
          facts: { amount: change.value.amount, currency: change.value.currency, before: voucher.value.amount },
        },
      ],
      effects: [],
      result: { outcome: "changed" },
    };
  },
});

interface Moved {
  readonly share: Share;
  /** What it holds committed afterwards, minor units. */
  readonly after: number;
}

/** Every park changes by the same fraction, in its own currency and at the rate of the award. */
function scaled(committed: number, after: number, before: number): number {
  return Number((2n * BigInt(committed) * BigInt(after) + BigInt(before)) / (2n * BigInt(before)));
}

function postingOf({ share, after }: Moved): PostingDraft[] {
  const difference = after - share.committed;
  const { ledger, caseId } = share;
  if (difference === 0) return [];
  return [
    difference > 0
      ? { ledger, to: "committed", from: "available", amount: difference, caseId, memo: "award raised" }
      : { ledger, to: "available", from: "committed", amount: -difference, caseId, memo: "award lowered" },
  ];
}

/** A raise needs room under today's ceilings for the whole; what is lowered no longer counts. The day of the grant stays. */
function aidOf(facts: Facts, value: Voucher["value"], moved: readonly Moved[], moment: Moment): Change[] {
  const { one, aidGroup, aidGrants } = requireDecision(facts);
  const own = aidGrants.filter((grant) => grant.caseId === one.caseId && grant.status === "granted");
  const [first] = own;
  if (first === undefined) return [];
  const raised = moved.some(({ share, after }) => after > share.committed);
  if (!raised) {
    return own.flatMap((grant) => {
      const park = moved.find(({ share }) => share.parkId === grant.parkId);
      return park === undefined ? [] : [correctAid(grant, scaled(grant.amount, park.after, park.share.committed))];
    });
  }
  const headrooms = headroomsFor(facts, value, moment);
  return grantAid({
    group: aidGroup,
    grants: aidGrants,
    caseId: one.caseId,
    headrooms,
    day: first.date,
    at: moment.now,
  });
}
