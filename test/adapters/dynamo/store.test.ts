/** The store port on the embedded server, and what no server is asked: commits that can never be right. */
import { createDynamoClient } from "@multihelix/adapters/dynamo/client.ts";
import { createDynamoStore } from "@multihelix/adapters/dynamo/store.ts";
import { ensureTable } from "@multihelix/adapters/dynamo/table.ts";
import { planOf } from "@multihelix/adapters/dynamo/write.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aStoredTask } from "../../fixture/build/stored-task.ts";
import { startTestStore, type TestStore, testCredentials } from "../../fixture/store.ts";
import { storeContract } from "../../fixture/store-contract.ts";

let server: TestStore;
let store: Store;
beforeAll(async () => {
  server = await startTestStore();
  await ensureTable(server.client, "contract");
  store = createDynamoStore(server.client, "contract");
});
afterAll(() => server.stop());

describe("the store contract on the embedded server", () => {
  storeContract(() => store);

  test("a store that is away is said to be unavailable, not broken", async () => {
    // Port 1 of the loopback: nobody listens there.
    const nobody = createDynamoClient({
      region: "eu-west-1",
      endpoint: "http://127.0.0.1:1",
      credentials: testCredentials,
    });
    await expect(createDynamoStore(nobody, "contract").get("sealHead", { stream: "x" })).rejects.toMatchObject({
      kind: "unavailable",
      code: "store.unavailable",
    });
  });
});

describe("a commit", () => {
  const caseId = "app_01K8Z3V5J0QW4R7T9Y2B6C8D1F" as const;

  test("of more than 80 items is a fault", () => {
    const changes = Array.from({ length: 81 }, (_, round) => ({
      op: "create" as const,
      name: "task" as const,
      value: aStoredTask(caseId, { round: round + 1 }),
    }));
    expect(() => planOf("t", changes)).toThrow(/81 items/);
  });

  test("that creates and replaces one item is a fault", () => {
    const value = { stream: "x", sequence: 0, seal: "", version: 0 };
    const changes = [
      { op: "create" as const, name: "sealHead" as const, value },
      { op: "replace" as const, name: "sealHead" as const, value },
    ];
    expect(() => planOf("t", changes)).toThrow(/in one commit/);
  });

  test("with an item over 300 KB is a fault", () => {
    const task = aStoredTask(caseId, { facts: { text: "x".repeat(301_000) } });
    expect(() => planOf("t", [{ op: "create", name: "task", value: task }])).toThrow(/300000/);
  });

  test("never names a field in its expressions but by alias, so reserved words do not matter", () => {
    const plan = planOf("t", [
      {
        op: "patch",
        name: "task",
        key: aStoredTask(caseId),
        set: { status: "answered", by: "x" },
        when: { status: "open" },
      },
    ]);
    const update = plan[0]?.operation.Update;
    expect(update?.UpdateExpression).not.toMatch(/\b(status|by)\b/);
    expect(Object.values(update?.ExpressionAttributeNames ?? {})).toContain("status");
  });
});
