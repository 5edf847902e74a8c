import { spawn } from "node:child_process";
import { EventEmitter } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { outliveReaders } from "@multihelix/local/closed-output.ts";
import { describe, expect, test } from "vitest";

const program = fileURLToPath(new URL("../../packages/local/src/main.ts", import.meta.url));
const epipe = Object.assign(new Error("write EPIPE"), { code: "EPIPE" });

function ends(isServer: boolean, error: Error): number[] {
  const [stream, codes] = [new EventEmitter(), [] as number[]];
  outliveReaders([stream], isServer, (code) => codes.push(code));
  stream.emit("error", error);
  return codes;
}

describe("when nobody reads the output any more", () => {
  test("the server goes on, and every other command ends as SIGPIPE would end it", () => {
    expect(ends(true, epipe)).toEqual([]);
    expect(ends(false, epipe)).toEqual([141]);
  });

  test("another error of the stream is a fault", () => {
    expect(() => ends(true, new Error("no space left"))).toThrow("no space left");
  });

  test("a product whose first line was read and then no more answers as before and stops when told to", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "multihelix-unread-"));
    const child = spawn(process.execPath, [program, "start", "--port", "0", "--data", dataDir, "--no-cases"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    try {
      const ended = new Promise<number | null>((done) => child.once("exit", done));
      const port = await new Promise<string>((ready) => {
        let said = "";
        child.stdout.on("data", (chunk: Buffer) => {
          said += chunk.toString();
          const found = /localhost:(\d+)/.exec(said)?.[1];
          if (found !== undefined) ready(found);
        });
      });
      child.stdout.destroy();
      child.stderr.destroy();
      expect(await (await fetch(`http://127.0.0.1:${port}/api/health`)).json()).toMatchObject({ status: "ok" });
      child.kill("SIGTERM");
      expect(await ended).toBe(0);
    } finally {
      child.kill("SIGKILL");
      await rm(dataDir, { recursive: true, force: true });
    }
  }, 60_000);
});
