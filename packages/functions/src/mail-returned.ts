/** Lambda: SES says that a mail came back, was complained about, or was held back. */
import { perform } from "@multihelix/core/kernel/perform.ts";
import { noteReturn } from "@multihelix/core/letter/note-return.ts";
import type { SNSEvent } from "aws-lambda";
import { compose } from "./compose.ts";
import { readEnvironment } from "./env.ts";
import { returnedLetter } from "./ses-event.ts";

const deps = compose("mail-returned", readEnvironment("AWS_REGION", "TABLE", "VERSION"));

export async function handler({ Records }: SNSEvent): Promise<void> {
  for (const { Sns } of Records) {
    const returned = returnedLetter(Sns.Message);
    if (returned === undefined) continue;
    const key = `return:${returned.letterId}:${returned.reason}`;
    const { noted } = await perform(deps, { kind: "system", name: "outbox" }, key, noteReturn, returned);
    deps.log.warn("mail.returned", { letterId: returned.letterId, reason: returned.reason, noted });
  }
}
