/** The letters that tell both parties another value of their voucher, once each time it was changed. */
import type { Case } from "../application/case.ts";
import type { EffectDraft } from "../effect/effect.ts";
import type { PersonId } from "../kernel/id.ts";
import type { Moment } from "../kernel/verb.ts";
import { ownLetter } from "../letter/keep-letter.ts";
import { valueChanged } from "../letter/kind/value-changed.ts";
import type { Recipient } from "../letter/recipient.ts";
import { joinLetters } from "../letter/write-letter.ts";
import { parkOf } from "../network/network-file.ts";
import { textIn } from "../network/text.ts";
import type { Change } from "../port/store.ts";
import { aboutVoucher } from "./letters.ts";
import type { Voucher } from "./voucher.ts";

/** @param voucher as it is afterwards. @param reasons of the park; may be empty. @param asking who may ask for redress against a lowering */
export function valueLetters(
  one: Case,
  voucher: Voucher,
  reasons: string,
  recipients: readonly Recipient[],
  asking: readonly PersonId[],
  moment: Moment,
): { changes: Change[]; effects: EffectDraft[] } {
  const before = voucher.valuesBefore?.at(-1)?.value ?? voucher.value;
  const park = parkOf(moment.network, one.leadPark);
  const { expires: _, zone: __, ...about } = aboutVoucher(one, voucher, moment);
  const data = { ...about, value: voucher.value, before, reasons };
  const lowered = voucher.value.amount < before.amount;
  return joinLetters(
    recipients.map((to) =>
      ownLetter(
        valueChanged,
        {
          kind: "value-changed",
          key: `${keyOf(voucher)}${to.personId}`,
          stream: one.caseId,
          caseId: one.caseId,
          to,
          data: lowered
            ? {
                ...data,
                legalRemedy: textIn(park.texts.legalRemedy, to.language, park.languages),
                mayAsk: asking.includes(to.personId),
              }
            : data,
        },
        moment,
      ),
    ),
  );
}

/** The lowering that stands: the latest change, where it left less than before. */
export function loweringOf({ value, valuesBefore }: Pick<Voucher, "value" | "valuesBefore">) {
  const last = valuesBefore?.at(-1);
  return last !== undefined && value.amount < last.value.amount ? last : undefined;
}

/** Whether a letter with this key tells the latest change of the value. */
export function tellsValue(key: string, voucher: Pick<Voucher, "valuesBefore">): boolean {
  return key.startsWith(keyOf(voucher));
}

function keyOf({ valuesBefore }: Pick<Voucher, "valuesBefore">): string {
  return `value-changed:${valuesBefore?.length ?? 0}:`;
}
