/** The mailer port on Amazon SES. */
import { type SESClient, SendEmailCommand } from "@aws-sdk/client-ses";
import type { Mail, Mailer, MailOutcome } from "@multihelix/core/port/mailer.ts";

/** Errors by which SES says that this mail will never be taken; everything else is tried again. */
const final = new Set(["MessageRejected", "InvalidParameterValue"]);

export interface SesOptions {
  /** `MultiHelix <no-reply@…>`: a verified identity. */
  from: string;
  configurationSet?: string;
}

export function createSesMailer(client: SESClient, options: SesOptions): Mailer {
  return {
    async send(mail: Mail): Promise<MailOutcome> {
      const charset = "UTF-8";
      try {
        const { MessageId } = await client.send(
          new SendEmailCommand({
            Source: options.from,
            Destination: { ToAddresses: [mail.to] },
            Message: {
              Subject: { Data: mail.subject, Charset: charset },
              Body: { Text: { Data: mail.text, Charset: charset }, Html: { Data: mail.html, Charset: charset } },
            },
            // Values of tags may hold letters, digits, - and _ only.
            Tags: [
              { Name: "letter", Value: mail.id },
              { Name: "stream", Value: Buffer.from(mail.stream).toString("base64url") },
            ],
            ...(options.configurationSet === undefined ? {} : { ConfigurationSetName: options.configurationSet }),
          }),
        );
        return { kind: "accepted", messageId: MessageId ?? mail.id };
      } catch (error) {
        const name = (error as { name?: string }).name ?? "";
        if (final.has(name)) return { kind: "refused", reason: name };
        throw error;
      }
    },
  };
}
