/** Writing into a thread: kept with the case, and told to the other side by a letter that says nothing of its content. */
import * as z from "zod";
import { caseLetterData } from "../application/letter-data.ts";
import { caseIdSchema, type MessageId, messageIdSchema } from "../kernel/id.ts";
import { addMilliseconds, type Instant, instantSchema } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { askedNow, type Candidate, recipientsOf } from "../letter/recipient.ts";
import { joinLetters, letterChanges } from "../letter/write-letter.ts";
import { parkOf } from "../network/network-file.ts";
import type { Reader } from "../port/store.ts";
import type { Holder } from "../task/task.ts";
import { type Message, type ReadMark, type ThreadName, threadKey, threadNameSchema, unreadOf } from "./message.ts";
import { requireWriter, type ThreadFacts } from "./thread-access.ts";

/** Who was told of an unread message is told again only after this. */
const toldMilliseconds = 24 * 3_600_000;

const input = threadNameSchema.extend({ caseId: caseIdSchema, text: z.string().trim().min(1).max(4000) });
export const writeMessageResult = z.object({ messageId: messageIdSchema, at: instantSchema });

interface Facts extends ThreadFacts {
  readonly messages: readonly Message[];
  readonly marks: readonly ReadMark[];
  /** Of the park, and of the other side. */
  readonly park: readonly Candidate[];
  readonly others: readonly Candidate[];
}

/** @throws not_found `thread.not-found` to everybody outside the pair. */
export const writeMessage = verb({
  name: "thread.write",
  input,
  async read(reader: Reader, { caseId, text: _, ...name }): Promise<Facts> {
    const [one, offer, slots, messages, marks] = await Promise.all([
      reader.get("case", { caseId }),
      reader.get("offer", { caseId }),
      reader.list("slot", { caseId }),
      reader.list("message", { caseId, thread: threadKey(name) }),
      reader.list("readMark", { caseId, thread: threadKey(name) }),
    ]);
    const found = { one, offer, slots, messages, marks };
    if (one === undefined) return { ...found, park: [], others: [] };
    const other = holderOf(name, { one, offer });
    const [park, others] = await Promise.all([
      recipientsOf(reader, { kind: "role", role: "manager", parkId: name.parkId }, one),
      other === undefined ? [] : recipientsOf(reader, other, one),
    ]);
    return { ...found, park, others };
  },
  decide(facts: Facts, actor, { caseId, text, ...name }, moment): Decision<{ messageId: MessageId; at: Instant }> {
    const { one, person, from } = requireWriter(facts, actor, name, moment.now);
    const message: Message = {
      caseId,
      thread: threadKey(name),
      messageId: moment.newId("msg"),
      ...name,
      from,
      text,
      by: person.personId,
      at: moment.now,
      version: 0,
    };
    const { messageId } = message;
    const others = from === "park" ? (name.side === "notes" ? [] : facts.others) : facts.park;
    const recipients = askedNow(others, moment.now).filter(
      ({ personId }) => personId !== person.personId && !toldLately(facts, personId, moment.now),
    );
    const letters = joinLetters(
      recipients.map((to) =>
        letterChanges(
          {
            kind: "message",
            key: `message:${messageId}:${to.personId}`,
            stream: caseId,
            caseId,
            to,
            data: {
              ...caseLetterData(one, moment.network),
              park: parkOf(moment.network, name.parkId).name,
              path: `/cases/${caseId}/messages`,
              from,
            },
          },
          moment,
        ),
      ),
    );
    return {
      changes: [{ op: "create", name: "message", value: message }, ...letters.changes],
      // Notes are the park's own: staff of other paying parks read the record too.
      ...(name.side === "notes"
        ? {}
        : {
            events: [
              {
                stream: caseId,
                caseId,
                type: "message.written",
                facts: { messageId, parkId: name.parkId, side: name.side },
              },
            ],
          }),
      effects: letters.effects,
      result: { messageId, at: moment.now },
    };
  },
});

/** Whether an unread message of the last day told this person already that there is something to read. */
function toldLately({ messages, marks }: Facts, personId: Candidate["personId"], now: Instant): boolean {
  const mark = marks.find((one) => one.personId === personId);
  return unreadOf(messages, mark, personId).some(({ at }) => addMilliseconds(at, toldMilliseconds) > now);
}

function holderOf(
  { side, reviewerId }: ThreadName,
  { one, offer }: Pick<ThreadFacts, "offer"> & { readonly one: NonNullable<ThreadFacts["one"]> },
): Holder | undefined {
  if (side === "applicant") return { kind: "organisation", organisationId: one.applicantId };
  if (side === "provider" && offer !== undefined) return { kind: "organisation", organisationId: offer.providerId };
  if (side === "reviewer" && reviewerId !== undefined) return { kind: "person", personId: reviewerId };
  return undefined;
}
