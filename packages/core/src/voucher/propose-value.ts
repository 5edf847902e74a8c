/** A manager proposes another value for a voucher; nothing changes until every paying park approves (domain §11: award raised or lowered). */
import * as z from "zod";
import type { Case, CaseStatus } from "../application/case.ts";
import type { Call } from "../call/call.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Money, money } from "../kernel/money.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { askSecondWord, demandNoneWaits } from "./second-word.ts";
import { requireStaff } from "./staff.ts";
import { readUseWithWords, requireCase, requireVoucher, type UseFacts } from "./use-facts.ts";
import { turnsOfValue } from "./value-policy.ts";
import type { Voucher } from "./voucher.ts";

export const proposeValueInput = z.object({
  caseId: caseIdSchema,
  /** The whole value after it, minor units of the voucher's currency. */
  value: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  reasons: z.string().trim().min(1).max(2000),
  noInterest: z.literal(true),
});
export const proposeValueResult = z.object({ outcome: z.literal("proposed") });

const changeable: readonly CaseStatus[] = ["issued", "in-use"];

export const proposeValue = verb({
  name: "voucher.propose-value",
  input: proposeValueInput,
  read: (reader: Reader, { caseId }) =>
    readUseWithWords(reader, caseId, (_, { shares }) =>
      shares.filter(({ committed }) => committed > 0).map(({ parkId }) => parkId),
    ),
  decide(facts: UseFacts, actor, input, moment): Decision<z.infer<typeof proposeValueResult>> {
    const one = requireCase(facts);
    const person = requireStaff(actor, "manager", one, facts.slots, moment.now);
    const { voucher, call } = requireVoucher(facts);
    const value = money(input.value, voucher.value.currency);
    demandValue(one, voucher, call, value);
    demandNoneWaits(voucher, ["scope"]);
    const asked = { value, reasons: input.reasons, by: person.personId, at: moment.now };
    const contentHash = hashOfValue(one.caseId, asked, moment.digest);
    const valueChange = { ...asked, contentHash, approved: [] };
    const word = askSecondWord(
      { one, tasks: facts.tasks },
      "value",
      turnsOfValue(facts, { value, before: voucher.value, by: asked.by }, moment),
      changeable,
      actor,
      moment,
    );
    return {
      changes: [{ op: "replace", name: "voucher", value: { ...voucher, valueChange } }, ...word.changes],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: "voucher.value-proposed",
          facts: { amount: value.amount, currency: value.currency, before: voucher.value.amount },
        },
      ],
      effects: word.effects,
      result: { outcome: "proposed" },
    };
  },
});

/** What an approval of another value holds for: exactly this proposal, and none that a manager makes after it. */
export function hashOfValue(
  caseId: Case["caseId"],
  { value, reasons, by, at }: Pick<NonNullable<Voucher["valueChange"]>, "value" | "reasons" | "by" | "at">,
  digest: Moment["digest"],
): string {
  return digest(canonicalJson({ caseId, value, reasons, by, at }));
}

/** While nothing of it was claimed. @throws conflict `case.wrong-status`, `voucher.partly-used`; invalid `voucher.same-value`, `voucher.value-limits`. */
export function demandValue(one: Case, voucher: Voucher, call: Call, value: Money): void {
  if (!changeable.includes(one.status))
    throw new DomainError("conflict", "case.wrong-status", { status: one.status, wanted: "in-use" });
  if (voucher.left.amount !== voucher.value.amount)
    throw new DomainError("conflict", "voucher.partly-used", { left: voucher.left });
  if (value.amount === voucher.value.amount) throw new DomainError("invalid", "voucher.same-value");
  if (value.amount > call.maximumAward || value.amount < Math.max(1, call.minimumAward))
    throw new DomainError("invalid", "voucher.value-limits", {
      minimum: call.minimumAward,
      maximum: call.maximumAward,
      currency: call.currency,
    });
}
