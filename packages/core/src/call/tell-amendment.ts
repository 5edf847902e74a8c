/** Telling one applicant of an amendment, with what its new closing moves in the case; and noting how far the telling has come. */

import * as z from "zod";
import { type Case, terminalStatuses } from "../application/case.ts";
import { caseLetterData } from "../application/letter-data.ts";
import { requireSystem } from "../kernel/actor.ts";
import { callIdSchema, caseIdSchema } from "../kernel/id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { ownLetter } from "../letter/keep-letter.ts";
import { callAmended } from "../letter/kind/call-amended.ts";
import { type Recipient, recipientsOf } from "../letter/recipient.ts";
import { sayIn } from "../letter/say.ts";
import { joinLetters } from "../letter/write-letter.ts";
import { parkOf } from "../network/network-file.ts";
import { textIn } from "../network/text.ts";
import type { Change, Reader } from "../port/store.ts";
import { waitsFrom } from "../review/ranking/pass-gate.ts";
import { clockOfHolder, deadlinesOf } from "../task/due.ts";
import { taskRules } from "../task/kind.ts";
import { type Task, taskKeyOf } from "../task/task.ts";
import type { Amendment } from "./amendment.ts";
import { amendedLines } from "./amendment-words.ts";
import type { Call } from "./call.ts";

interface Facts {
  readonly one: Case | undefined;
  readonly call: Call | undefined;
  readonly amendment: Amendment | undefined;
  readonly tasks: readonly Task[];
  readonly recipients: readonly Recipient[];
}

const ofCase = z.object({ callId: callIdSchema, number: z.number().int().min(1), caseId: caseIdSchema });

/** Drafts and cases that are not over; a draft begun after it was published knew the call as it is. */
export const tellApplicant = verb({
  name: "amendment.tell",
  input: ofCase,
  async read(reader: Reader, { callId, number, caseId }): Promise<Facts> {
    const [one, call, amendment, tasks] = await Promise.all([
      reader.get("case", { caseId }),
      reader.get("call", { callId }),
      reader.get("amendment", { callId, number }),
      reader.list("task", { caseId }),
    ]);
    const recipients =
      one === undefined
        ? []
        : await recipientsOf(reader, { kind: "organisation", organisationId: one.applicantId }, one);
    return { one, call, amendment, tasks, recipients };
  },
  decide(facts: Facts, actor, _input, moment): Decision<{ outcome: "told" | "nothing" }> {
    requireSystem(actor);
    const { one, call, amendment, tasks } = facts;
    if (one === undefined || call === undefined || amendment?.endedAt === undefined || !concerns(one, amendment))
      return { changes: [], result: { outcome: "nothing" } };
    const moved = amendment.changes.some(({ field }) => field === "closes");
    const letters = joinLetters(
      facts.recipients.map((to) => {
        const say = sayIn(to.language);
        const { zone } = parkOf(moment.network, call.leadPark);
        return ownLetter(
          callAmended,
          {
            kind: "call-amended",
            key: `call-amended:${amendment.number}:${to.personId}`,
            stream: one.caseId,
            caseId: one.caseId,
            to,
            data: {
              ...caseLetterData(one, moment.network),
              call: textIn(call.title, to.language),
              lines: amendedLines(amendment.changes, call, zone, say),
              reason: textIn(amendment.reason, to.language),
              draft: one.status === "draft",
            },
            atOnce: moved,
          },
          moment,
        );
      }),
    );
    const { caseId } = one;
    return {
      changes: [
        { op: "check", name: "case", key: { caseId }, when: { status: one.status } },
        ...(moved ? tasks.flatMap((task) => laterWait(task, one, call, moment)) : []),
        ...letters.changes,
      ],
      events: [{ stream: caseId, caseId, type: "call.amended", facts: { number: amendment.number } }],
      effects: letters.effects,
      result: { outcome: "told" },
    };
  },
});

function concerns(one: Case, { callId, status, endedAt }: Amendment): boolean {
  if (status !== "published" || one.callId !== callId || terminalStatuses.includes(one.status)) return false;
  return one.createdAt <= (endedAt ?? one.createdAt);
}

/** Who waits for the frozen ranking has days that count from the closing; no other task does. */
function laterWait(task: Task, one: Case, call: Call, moment: Moment): Change[] {
  if (task.kind !== "await-ranking" || task.status !== "open") return [];
  const clock = clockOfHolder(moment.network, one, task.holder);
  const set = deadlinesOf(moment.network, waitsFrom(call, moment.now), taskRules["await-ranking"], clock);
  return [{ op: "patch", name: "task", key: taskKeyOf(task), set, when: { status: "open" } }];
}

/** `toldUpTo` is the last one told of this turn; `done` ends the telling, otherwise the next turn is asked for. */
export const noteTold = verb({
  name: "amendment.note-told",
  input: z.object({ ...ofCase.shape, caseId: caseIdSchema.optional(), done: z.boolean() }),
  read: async (reader: Reader, { callId, number }) => ({
    amendment: await reader.get("amendment", { callId, number }),
  }),
  decide({ amendment }: { amendment: Amendment | undefined }, actor, input, moment): Decision<{ done: boolean }> {
    requireSystem(actor);
    const { callId, number, caseId, done } = input;
    if (amendment === undefined || amendment.toldAt !== undefined) return { changes: [], result: { done: true } };
    const value: Amendment = {
      ...amendment,
      ...(caseId === undefined ? {} : { toldUpTo: caseId }),
      ...(done ? { toldAt: moment.now } : {}),
    };
    return {
      changes: [{ op: "replace", name: "amendment", value }],
      effects: done ? [] : [{ body: { kind: "tell-amendment", callId, number } }],
      result: { done },
    };
  },
});
