/** The door by which mail leaves. */

export interface Mail {
  /** Same id, same mail: carried as Message-ID so that a doubled delivery can be seen. */
  id: string;
  /** Where the letter is kept: carried along, so that a returned mail finds it. */
  stream: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

export type MailOutcome = { kind: "accepted"; messageId: string } | { kind: "refused"; reason: string };

export interface Mailer {
  /** Hand one mail to the next server. `refused` is final (bad address); a fault throws and is tried again. */
  send(mail: Mail): Promise<MailOutcome>;
}
