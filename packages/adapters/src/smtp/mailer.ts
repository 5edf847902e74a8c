/** The mailer port on an SMTP server, for one machine. */
import type { Mail, Mailer, MailOutcome } from "@multihelix/core/port/mailer.ts";
import { createTransport } from "nodemailer";

export interface SmtpOptions {
  /** `smtp://user:password@host:587`. */
  url: string;
  from: string;
}

export function createSmtpMailer(options: SmtpOptions): Mailer {
  // Each well below the minute for which an effect is leased: a slow server must not be met by two drivers at once.
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
  const transport = createTransport({ url: options.url, ...timeouts });
  return {
    async send(mail: Mail): Promise<MailOutcome> {
      const { to, subject, text, html } = mail;
      try {
        const { messageId } = await transport.sendMail({
          from: options.from,
          to,
          subject,
          text,
          html,
          messageId: `<${mail.id}@multihelix>`,
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return { kind: "accepted", messageId };
      } catch (error) {
        const { responseCode } = error as { responseCode?: number };
        if (responseCode !== undefined && responseCode >= 550 && responseCode < 560)
          return { kind: "refused", reason: `SMTP ${responseCode}` };
        throw error;
      }
    },
  };
}

/** Demonstration only: mail stays in its durable record, which `/dev/inbox` shows. */
export const recordOnlyMailer: Mailer = {
  send: async (mail) => ({ kind: "accepted", messageId: mail.id }),
};
