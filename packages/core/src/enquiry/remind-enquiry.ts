/** Time passes on a question about a call: its managers are reminded, then their substitutes told, then the secretary; at last the asker's address is forgotten. */
import * as z from "zod";
import type { Call } from "../call/call.ts";
import { requireSystem } from "../kernel/actor.ts";
import { callIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { ownLetter } from "../letter/keep-letter.ts";
import { enquiryWaiting } from "../letter/kind/enquiry-waiting.ts";
import { type Above, aboveNow, askedNow, type Candidate, roleHolders } from "../letter/recipient.ts";
import { joinLetters } from "../letter/write-letter.ts";
import { parkOf } from "../network/network-file.ts";
import { writtenIn } from "../network/text.ts";
import type { Reader } from "../port/store.ts";
import { type Enquiry, enquiryIdSchema, enquiryStepAt, enquirySteps, enquiryStream } from "./enquiry.ts";

interface Facts {
  readonly call: Call | undefined;
  readonly enquiry: Enquiry | undefined;
  readonly managers: readonly Candidate[];
  readonly above: Above;
}

/** Harmless when the question is answered: nobody is written to. */
export const remindEnquiry = verb({
  name: "enquiry.remind",
  input: z.object({ callId: callIdSchema, enquiryId: enquiryIdSchema, step: z.number().int().min(0) }),
  async read(reader: Reader, { callId, enquiryId }): Promise<Facts> {
    const [call, enquiry] = await Promise.all([
      reader.get("call", { callId }),
      reader.get("enquiry", { callId, enquiryId }),
    ]);
    if (call === undefined || enquiry === undefined)
      return { call, enquiry, managers: [], above: { substitutes: [], secretaries: [] } };
    const [managers, secretaries] = await Promise.all([
      roleHolders(reader, "manager", call.leadPark),
      roleHolders(reader, "secretary", "network"),
    ]);
    return {
      call,
      enquiry,
      managers,
      above: { substitutes: managers.filter(({ substitute }) => substitute), secretaries },
    };
  },
  decide(facts: Facts, actor, { step }, moment): Decision<{ told: number }> {
    requireSystem(actor);
    const { call, enquiry, managers, above } = facts;
    const { told } = enquirySteps[step] ?? {};
    if (call === undefined || enquiry?.status !== "open" || told === undefined)
      return { changes: [], result: { told: 0 } };
    const { callId, enquiryId, due, askedAt } = enquiry;
    if (told === "nobody")
      return {
        changes: [
          {
            op: "patch",
            name: "enquiry",
            key: { callId, enquiryId },
            set: { email: undefined },
            when: { status: "open" },
          },
        ],
        events: [{ stream: enquiryStream(callId), type: "enquiry.address-forgotten", facts: { enquiryId } }],
        result: { told: 0 },
      };
    const { now, network } = moment;
    const readers =
      told === "managers" ? askedNow(managers, now) : aboveNow(above, told === "substitutes" ? 1 : 2, now);
    const park = parkOf(network, call.leadPark);
    const letters = joinLetters(
      readers.map((to) =>
        ownLetter(
          enquiryWaiting,
          {
            kind: "enquiry-waiting",
            key: `enquiry-waiting:${enquiryId}:${step}:${to.personId}`,
            stream: `enquiry:${enquiryId}`,
            to,
            data: {
              park: park.name,
              call: writtenIn(call.title, to.language) ?? call.code,
              due,
              zone: park.zone,
              late: told !== "managers",
              path: `/calls/${callId}/enquiries`,
            },
          },
          moment,
        ),
      ),
    );
    const next = enquiryStepAt(network, call.leadPark, askedAt, step + 1);
    return {
      changes: letters.changes,
      events: [{ stream: enquiryStream(callId), type: "enquiry.reminded", facts: { enquiryId, told } }],
      effects: [
        ...letters.effects,
        ...(next === undefined
          ? []
          : [{ body: { kind: "remind-enquiry" as const, callId, enquiryId, step: step + 1 }, dueAt: next }]),
      ],
      result: { told: readers.length },
    };
  },
});
