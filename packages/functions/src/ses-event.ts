/** The only place that reads what SES publishes about a mail (its documented event format). */
import { noteReturnInput } from "@multihelix/core/letter/note-return.ts";
import * as z from "zod";

const eventSchema = z.object({
  eventType: z.string(),
  mail: z.object({ tags: z.record(z.string(), z.array(z.string())).default({}) }),
  bounce: z.object({ bounceType: z.string() }).optional(),
});

const reasons: Record<string, z.infer<typeof noteReturnInput>["reason"]> = {
  Bounce: "bounce",
  Complaint: "complaint",
  Reject: "reject",
};

/** The letter that an event is about, and why it came back; undefined if it did not, may still arrive, or is not ours. */
export function returnedLetter(message: string): z.infer<typeof noteReturnInput> | undefined {
  const { eventType, mail, bounce } = eventSchema.parse(JSON.parse(message));
  const reason = reasons[eventType];
  // A full mailbox or an absent server: SES tries on by itself.
  if (reason === undefined || (bounce !== undefined && bounce.bounceType !== "Permanent")) return undefined;
  const [letterId] = mail.tags.letter ?? [];
  const [stream] = mail.tags.stream ?? [];
  if (letterId === undefined || stream === undefined) return undefined;
  return noteReturnInput.parse({ letterId, stream: Buffer.from(stream, "base64url").toString(), reason });
}
