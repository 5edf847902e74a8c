/** What looks into bytes on a machine with Node: hash, inflate, and a scanner where one is configured. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import type { Inspector } from "@multihelix/core/port/file-store.ts";

const scanMilliseconds = 120_000;

/**
 * @param scanner a program that reads the bytes from its standard input and ends with 0 (clean) or 1 (harmful), as
 * `clamdscan --no-summary -` does; any other end is a fault, and the file is looked at again later
 */
export function createInspector(scanner?: readonly [program: string, ...words: string[]]): Inspector {
  return {
    digest: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    inflate(bytes, most) {
      try {
        return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) });
      } catch {
        // Broken or endless: to whoever asks, both mean that it cannot be unpacked within the limit.
        return undefined;
      }
    },
    scan: async (bytes) => (scanner === undefined ? "not-scanned" : scan(scanner, bytes)),
  };
}

function scan([program, ...words]: readonly [string, ...string[]], bytes: Uint8Array): Promise<"clean" | "infected"> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: ["pipe", "ignore", "ignore"], timeout: scanMilliseconds });
    child.once("error", () => reject(new Error("the scanner did not start")));
    child.once("close", (code) => {
      if (code === 0) resolve("clean");
      else if (code === 1) resolve("infected");
      else reject(new Error("the scanner did not answer"));
    });
    // A scanner that has seen enough closes its input early; how it ends is its answer.
    child.stdin.once("error", () => undefined);
    child.stdin.end(bytes);
  });
}
