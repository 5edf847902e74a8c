import { once } from "node:events";
import { appendFile, cp, mkdir, open, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Ended, runChild, startChild } from "./child.ts";
import { openProduct } from "./product.ts";
import { scratchFolder } from "./scratch.ts";
import { canMount, smallDisk } from "./small-disk.ts";

/** One sentence on standard error, nothing else, and the code that scripts look at. */
function expectRefusal({ code, err, out }: Ended, sentence: RegExp | string): void {
  expect(err.trimEnd()).toMatch(sentence);
  expect(err.trimEnd().split("\n")).toHaveLength(1);
  expect(err).not.toContain("    at ");
  expect({ code, out }).toEqual({ code: 1, out: "" });
}

describe("a start that cannot be", () => {
  test("names the port that is in use", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    expectRefusal(await runChild({ dataDir: await scratchFolder(), port }), `Port ${port} is in use.`);
    server.close();
  });

  test("names the data folder that another one works on, which goes on undisturbed", async () => {
    const dataDir = await scratchFolder();
    const first = await startChild({ dataDir, more: ["--empty"] });
    expectRefusal(await runChild({ dataDir }), `Another MultiHelix is already running on the data folder ${dataDir}`);
    const health = await fetch(`http://127.0.0.1:${first.port}/api/health`);
    expect(await health.json()).toMatchObject({ status: "ok" });
    expect(await first.kill("SIGTERM")).toMatchObject({ code: 0 });
  });

  test("says where a file stands in the way of the folder", async () => {
    const dataDir = join(await scratchFolder(), "file");
    await writeFile(dataDir, "");
    expectRefusal(await runChild({ dataDir }), `The data folder ${dataDir} cannot be made`);
  });

  test("says where no folder can be made at all", async () => {
    expectRefusal(
      await runChild({ dataDir: "/proc/multihelix/data" }),
      "The data folder /proc/multihelix/data cannot be made",
    );
  });

  test("opens no demonstration to the public", async () => {
    const { dataDir, stop } = await openProduct();
    await stop();
    const { code, err } = await runChild({
      dataDir,
      more: ["--production", "--origin", "https://grants.example"],
      env: { MULTIHELIX_SMTP: "smtp://127.0.0.1:1" },
    });
    expect({ code, err: err.trimEnd() }).toEqual({
      code: 2,
      err: `${dataDir} holds the demonstration; --production needs a folder of its own.`,
    });
  });

  test("answers words it does not know with its help and code 2", async () => {
    const { code, err } = await runChild({ dataDir: await scratchFolder(), more: ["--prot", "1"] });
    expect(code).toBe(2);
    expect(err).toMatch(/Unknown option '--prot'[\s\S]*--port N/);
  });
});

describe("damaged data", () => {
  let healthy: string;
  beforeAll(async () => {
    const opened = await openProduct();
    await opened.stop();
    healthy = opened.dataDir;
  });

  test.each([
    ["the head of the store", "store.sqlite", 0, 64],
    ["the pages of the store", "store.sqlite", 8192, 400_000],
    ["the head of the engine's file", "engine.sqlite", 0, 64],
    ["the key", "installation.key", 0, 64],
  ])("in %s is refused with a sentence and left as it is", async (_what, name, from, length) => {
    const dataDir = await scratchFolder();
    await cp(healthy, dataDir, { recursive: true });
    const path = join(dataDir, name);
    const file = await open(path, "r+");
    await file.write(Buffer.alloc(length, "damage "), 0, length, from);
    await file.close();
    const before = await readFile(path);
    expectRefusal(await runChild({ dataDir }), /damaged/);
    expect(await readFile(path)).toEqual(before);
  });

  test("a line of the inbox that was cut short hides no other mail", async () => {
    const dataDir = await scratchFolder();
    await mkdir(dataDir, { recursive: true });
    await appendFile(join(dataDir, "inbox.jsonl"), '{"at":"2026-11-12T09:00:00Z","id":"let_cut","to":"a@b.exa');
    const { product } = await openProduct({ dataDir, seed: false });
    const mail = { id: "let_1", stream: "s", to: "a@b.example", subject: "Hello", text: "Hello", html: "" };
    await product.system.deps.mailer.send(mail);
    expect(product.inbox.all()).toMatchObject([mail]);
  });
});

describe.runIf(canMount)("on a small disk", () => {
  test("a full one is named at the start, and nothing is half made", async () => {
    const disk = await smallDisk(8);
    const dataDir = join(disk.folder, "data");
    await mkdir(dataDir);
    disk.fill();
    expectRefusal(await runChild({ dataDir }), /full/);
    disk.clear();
    disk.fill(300);
    expectRefusal(await runChild({ dataDir }), `The disk that holds ${dataDir} is full: make room and start again.`);
    disk.clear();
    // The seed goes on where it stopped.
    const child = await startChild({ dataDir });
    const personas = await fetch(`http://127.0.0.1:${child.port}/api/demo/personas`);
    expect(((await personas.json()) as { personas: unknown[] }).personas.length).toBeGreaterThan(30);
    await child.kill("SIGTERM");
  });

  test("a read-only one is named at the start", async () => {
    const disk = await smallDisk(8);
    disk.readOnly();
    expectRefusal(await runChild({ dataDir: join(disk.folder, "new") }), /The data folder .* cannot be made/);
    expectRefusal(await runChild({ dataDir: disk.folder }), /The data folder .* cannot be (made or )?written/);
  });

  test("one that fills up while it runs: 503 until there is room, no acknowledged write lost", async () => {
    const disk = await smallDisk(16);
    const opened = await openProduct({ dataDir: join(disk.folder, "data") });
    const owner = await opened.as("sme-owner");
    const [call] = (await owner.get("/api/calls")).body.calls;
    const { organisationId } = (await owner.get("/api/session")).body.me.memberships[0];
    const start = () => owner.post("/api/cases", { callId: call.callId, organisationId });
    const acknowledged = [await start()];
    disk.fill();
    const meanwhile = [];
    for (let tried = 0; tried < 200 && meanwhile.length < 3; tried++) {
      const answer = await start();
      if (answer.status === 201) acknowledged.push(answer);
      else meanwhile.push(answer);
    }
    expect(meanwhile.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(meanwhile[0]?.headers.get("retry-after")).toMatch(/^\d+$/);
    disk.clear();
    acknowledged.push(await start());
    expect(acknowledged.map(({ status }) => status)).toEqual(acknowledged.map(() => 201));
    await opened.stop();
    const again = await openProduct({ dataDir: join(disk.folder, "data") });
    const mine = (await (await again.as("sme-owner")).get("/api/my/cases")).body.cases as { caseId: string }[];
    expect(mine.map(({ caseId }) => caseId).sort()).toEqual(acknowledged.map(({ body }) => body.caseId).sort());
  });
});
