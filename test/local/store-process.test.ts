import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { StartError } from "@multihelix/local/start-error.ts";
import { startStoreProcess } from "@multihelix/local/store-process.ts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { silentLog, startTestStore, type TestStore } from "../fixture/store.ts";

const table = {
  TableName: "house",
  AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" as const }],
  KeySchema: [{ AttributeName: "pk", KeyType: "HASH" as const }],
  BillingMode: "PAY_PER_REQUEST" as const,
};

describe("the supervised store", () => {
  let store: TestStore;
  beforeEach(async () => {
    store = await startTestStore();
  });
  afterEach(() => store.stop());

  test("keeps its data in a folder that only its owner may open", async () => {
    expect((await stat(store.dataDir)).mode & 0o777).toBe(0o700);
  });

  test("is started again at the same address after kill -9, with every acknowledged write", {
    timeout: 10_000,
  }, async () => {
    await store.client.send(new CreateTableCommand(table));
    await store.client.send(new PutCommand({ TableName: "house", Item: { pk: "a", value: 1 } }));
    const seen: string[] = [];
    const upAgain = new Promise<void>((resolve) => {
      store.process.onChange((state) => {
        seen.push(state);
        if (state === "up") resolve();
      });
    });
    const before = store.process.pid() as number;
    process.kill(before, "SIGKILL");
    await upAgain;
    expect(seen).toEqual(["down", "up"]);
    expect(store.process.pid()).not.toBe(before);
    expect(store.process.endpoint).toBe(store.endpoint);
    const { Item } = await store.client.send(new GetCommand({ TableName: "house", Key: { pk: "a" } }));
    expect(Item).toEqual({ pk: "a", value: 1 });
  });

  test("refuses a second start on the same data while it runs, and allows it afterwards", async () => {
    const second = startStoreProcess({ dataDir: store.dataDir, log: silentLog });
    await expect(second).rejects.toThrow(/already running on the data folder/);
    await store.process.stop();
    const third = await startStoreProcess({ dataDir: store.dataDir, log: silentLog });
    expect(third.state()).toBe("up");
    await third.stop();
    expect(third.state()).toBe("down");
  });

  test("says whose port is taken instead of taking another", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const dataDir = join(store.dataDir, "other");
    await expect(startStoreProcess({ dataDir, port, log: silentLog })).rejects.toThrow(
      `port ${port} is already in use`,
    );
    server.close();
  });
});

test("a damaged store file is refused with a sentence and left as it is", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "multihelix-test-"));
  const file = join(dataDir, "store.sqlite");
  await writeFile(file, "not a database, but forty and more bytes of something else\n".repeat(100));
  const before = (await stat(file)).size;
  const started = startStoreProcess({ dataDir, log: silentLog });
  await expect(started).rejects.toBeInstanceOf(StartError);
  await expect(started).rejects.toThrow(/The data in .* is damaged \(not a valid SQLite database\)/);
  expect((await stat(file)).size).toBe(before);
  await rm(dataDir, { recursive: true });
});

test("the store does not outlive a parent that was killed with -9", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "multihelix-test-"));
  const module = new URL("../../packages/local/src/store-process.ts", import.meta.url).href;
  const script = `
    const { startStoreProcess } = await import(${JSON.stringify(module)});
    const none = () => undefined;
    const log = { info: none, warn: none, error: none };
    console.log((await startStoreProcess({ dataDir: ${JSON.stringify(dataDir)}, log })).pid());`;
  const parent = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [printed] = await once(parent.stdout, "data");
  const pid = Number(String(printed));
  expect(isAlive(pid)).toBe(true);
  parent.kill("SIGKILL");
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 5_000 });
  await rm(dataDir, { recursive: true });
});

describe("with DYNAMODB_ENDPOINT set", () => {
  afterEach(() => vi.unstubAllEnvs());

  test("that store is used and none is started", async () => {
    const other = await startTestStore();
    vi.stubEnv("DYNAMODB_ENDPOINT", other.endpoint);
    const dataDir = join(other.dataDir, "beside");
    const store = await startStoreProcess({ dataDir, log: silentLog });
    expect(store).toMatchObject({ endpoint: other.endpoint, embedded: false });
    expect(store.pid()).toBeUndefined();
    await store.stop();
    await other.stop();
  });

  test("a store that does not answer is named", async () => {
    vi.stubEnv("DYNAMODB_ENDPOINT", "http://127.0.0.1:9");
    const dataDir = await mkdtemp(join(tmpdir(), "multihelix-test-"));
    await expect(startStoreProcess({ dataDir, log: silentLog })).rejects.toThrow(
      "The store that DYNAMODB_ENDPOINT names, http://127.0.0.1:9, does not answer.",
    );
    await rm(dataDir, { recursive: true });
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
