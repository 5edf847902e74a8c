/** A manager lets a suspended voucher go on: its validity moves by the days it stood still, and the payee is asked again. */
import * as z from "zod";
import { moveCase } from "../application/move.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { daysBetween, instantSchema } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { joinLetters } from "../letter/write-letter.ts";
import { parkOf } from "../network/network-file.ts";
import type { Reader } from "../port/store.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import { requireStaff } from "./staff.ts";
import { afterStanding } from "./standing-clock.ts";
import { partyContacts, readUseWithFinance, requireCase, requireVoucher, type UseFacts } from "./use-facts.ts";
import { boundLetters, validityLetters } from "./validity-letters.ts";
import type { Voucher } from "./voucher.ts";

export const resumeVoucherInput = z.object({ caseId: caseIdSchema, noInterest: z.literal(true) });
export const resumeVoucherResult = z.object({ outcome: z.literal("resumed"), expires: instantSchema });

/** One that cannot go on is cancelled by two people: `voucher.propose-cancellation`, `voucher.cancel`. */
export const resumeVoucher = verb({
  name: "voucher.resume",
  input: resumeVoucherInput,
  read: (reader: Reader, { caseId }) => readUseWithFinance(reader, caseId),
  decide(facts: UseFacts, actor, _input, moment): Decision<z.infer<typeof resumeVoucherResult>> {
    const one = requireCase(facts);
    const person = requireStaff(actor, "manager", one, facts.slots, moment.now);
    const { voucher, call } = requireVoucher(facts);
    const task = openOrRepeated(facts.tasks, "resume", undefined, actor, "resumed");
    if (task === undefined) return { changes: [], result: { outcome: "resumed", expires: voucher.expires } };
    const resumed = { by: person.personId, at: moment.now };
    const stood = afterStanding(one, voucher, call, moment);
    const going: Voucher = {
      ...stood.voucher,
      suspensions: (voucher.suspensions ?? []).map((stop) =>
        stop.resumed === undefined ? { ...stop, resumed } : stop,
      ),
    };
    const { zone } = parkOf(moment.network, one.leadPark);
    const days = daysBetween(one.statusSince, moment.now, zone);
    const move = moveCase(one, "in-use", {}, moment, {
      type: "voucher.resumed",
      facts: { days, expires: going.expires, ...(stood.bound === undefined ? {} : { bound: stood.bound }) },
    });
    const closing = answerTask(task, { outcome: "resumed", round: task.round }, actor, moment);
    const letters = joinLetters([
      validityLetters("resumed", one, going, "", partyContacts(facts), moment, stood.bound),
      boundLetters(one, going, stood.bound, facts, "finance", moment),
    ]);
    return {
      changes: [
        ...move.changes,
        { op: "replace", name: "voucher", value: going },
        ...closing.changes,
        ...letters.changes,
      ],
      events: move.events,
      effects: [...closing.effects, ...letters.effects],
      result: { outcome: "resumed", expires: going.expires },
    };
  },
});
