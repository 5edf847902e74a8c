/** The durable record of mail that a demonstration "sent": what `/dev/inbox` shows. */
import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Mail, Mailer } from "@multihelix/core/port/mailer.ts";

export interface Delivered extends Mail {
  at: string;
}

export interface Inbox {
  mailer: Mailer;
  /** Everything delivered so far, oldest first. */
  all(): Delivered[];
}

/** An inbox in `dataDir`; each mail is on the disk before it counts as accepted. */
export function createInbox(dataDir: string, now: () => string): Inbox {
  const path = join(dataDir, "inbox.jsonl");
  return {
    mailer: {
      async send(mail) {
        const file = openSync(path, "a", 0o600);
        try {
          appendFileSync(file, `${JSON.stringify({ at: now(), ...mail })}\n`);
          fsyncSync(file);
        } finally {
          closeSync(file);
        }
        return { kind: "accepted", messageId: mail.id };
      },
    },
    all() {
      if (!existsSync(path)) return [];
      const lines = readFileSync(path, "utf8").split("\n");
      // A crash may leave half a last line: that mail was not accepted and comes again.
      return lines.flatMap((text) => (text.endsWith("}") ? [JSON.parse(text) as Delivered] : []));
    },
  };
}
