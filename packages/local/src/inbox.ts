/** The durable record of mail that a demonstration "sent": what `/dev/inbox` shows. */
import { appendFileSync, closeSync, existsSync, fstatSync, fsyncSync, openSync, readFileSync, readSync } from "node:fs";
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
        const file = openSync(path, "a+", 0o600);
        try {
          appendFileSync(file, `${endsMidLine(file) ? "\n" : ""}${JSON.stringify({ at: now(), ...mail })}\n`);
          fsyncSync(file);
        } finally {
          closeSync(file);
        }
        return { kind: "accepted", messageId: mail.id };
      },
    },
    all() {
      if (!existsSync(path)) return [];
      return readFileSync(path, "utf8").split("\n").flatMap(deliveredIn);
    },
  };
}

/** A crash or a full disk may have cut the last line short. */
function endsMidLine(file: number): boolean {
  const { size } = fstatSync(file);
  const last = Buffer.alloc(1);
  return size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last.toString() !== "\n";
}

/** A line that was cut short was not accepted: that mail came again, on a line of its own. */
function deliveredIn(line: string): Delivered[] {
  if (line === "") return [];
  try {
    return [JSON.parse(line) as Delivered];
  } catch {
    return [];
  }
}
