import { DynamoDBDocumentClient, TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { createDynamoClient } from "@multihelix/adapters/dynamo/client.ts";
import { createDynamoStore } from "@multihelix/adapters/dynamo/store.ts";
import type { Change } from "@multihelix/core/port/store.ts";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, test } from "vitest";

const client = mockClient(DynamoDBDocumentClient);
const store = createDynamoStore(createDynamoClient({ region: "eu-west-1" }), "table");
beforeEach(() => client.reset());

const patch: Change = {
  op: "patch",
  name: "effect",
  key: { effectId: "eff_1" },
  set: { attempts: 1 },
  when: { version: 3 },
};
const add: Change = { op: "add", name: "limit", key: { scope: "address", window: "1" }, by: { count: 1 } };

function refused(name: string, attempts = 1): Error {
  return Object.assign(new Error(name), { name, $metadata: { httpStatusCode: 400, attempts } });
}

describe("a commit of one item", () => {
  test("is sent as itself, with its condition: a transaction would cost twice", async () => {
    client.on(UpdateCommand).resolves({});
    expect(await store.commit([patch])).toEqual({ ok: true });
    const [input] = client.commandCalls(UpdateCommand).map(({ args }) => args[0].input);
    expect(input?.ConditionExpression).toContain("attribute_exists");
    expect(client.commandCalls(TransactWriteCommand)).toHaveLength(0);
  });

  test("is refused by its condition, or by a transaction in flight", async () => {
    client
      .on(UpdateCommand)
      .rejectsOnce(refused("ConditionalCheckFailedException"))
      .rejectsOnce(refused("TransactionConflictException"));
    expect(await store.commit([patch])).toEqual({
      ok: false,
      refusals: [{ name: "effect", op: "patch", reason: "condition" }],
    });
    expect(await store.commit([patch])).toMatchObject({ ok: false, refusals: [{ reason: "conflict" }] });
  });

  test("whose first try may have been applied, its reply lost, is not told to be refused: the outcome is unknown", async () => {
    client.on(UpdateCommand).rejectsOnce(refused("ConditionalCheckFailedException", 2));
    await expect(store.commit([patch])).rejects.toMatchObject({ kind: "unavailable", code: "store.unavailable" });
  });

  test("that counts is a transaction all the same: its token keeps the client's own retry from counting twice", async () => {
    client.on(TransactWriteCommand).resolves({});
    expect(await store.commit([add])).toEqual({ ok: true });
    expect(client.commandCalls(UpdateCommand)).toHaveLength(0);
  });
});

test("a commit of several items is one transaction", async () => {
  client.on(TransactWriteCommand).resolves({});
  await store.commit([patch, add]);
  expect(client.commandCalls(TransactWriteCommand)[0]?.args[0].input.TransactItems).toHaveLength(2);
});
