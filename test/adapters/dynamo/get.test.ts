import { type AttributeValue, BatchGetItemCommand, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { createDynamoClient } from "@multihelix/adapters/dynamo/client.ts";
import { createGetter, type Key } from "@multihelix/adapters/dynamo/get.ts";
import { plainItem, textValues } from "@multihelix/adapters/dynamo/plain.ts";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, test } from "vitest";

const client = mockClient(DynamoDBDocumentClient);
const get = createGetter(createDynamoClient({ region: "eu-west-1" }), "table");
beforeEach(() => client.reset());

const key = (name: string): Key => ({ pk: `PERSON#${name}`, sk: "PERSON" });
const stored = (name: string, age?: number): Record<string, AttributeValue> => ({
  ...textValues({ ...key(name) }),
  ...(age === undefined ? {} : { age: { N: String(age) } }),
});
const keysOf = (call: number): unknown[] =>
  (client.commandCalls(BatchGetItemCommand)[call]?.args[0].input.RequestItems?.table?.Keys ?? []).map((one) =>
    plainItem({ ...one }),
  );

describe("reads of single items", () => {
  test("that are asked for side by side are one request, and each gets its own", async () => {
    // The service answers in any order and leaves out what is not there.
    client.on(BatchGetItemCommand).resolves({
      Responses: {
        table: [stored("b", 2), stored("a", 1)],
      },
    });
    const [a, b, c, again] = await Promise.all([get(key("a")), get(key("b")), get(key("c")), get(key("a"))]);
    expect([a?.age, b?.age, c, again?.age]).toEqual([1, 2, undefined, 1]);
    expect(client.commandCalls(BatchGetItemCommand)).toHaveLength(1);
    expect(keysOf(0)).toEqual([key("a"), key("b"), key("c")]);
    expect(client.commandCalls(BatchGetItemCommand)[0]?.args[0].input.RequestItems?.table?.ConsistentRead).toBe(true);
  });

  test("alone are a plain strong read", async () => {
    client.on(GetItemCommand).resolves({ Item: stored("a", 1) });
    expect(await get(key("a"))).toMatchObject({ age: 1 });
    expect(client.commandCalls(GetItemCommand)[0]?.args[0].input.ConsistentRead).toBe(true);
  });

  test("that the service did not come to are asked for again", async () => {
    const left = { table: { Keys: [stored("b")] } };
    client
      .on(BatchGetItemCommand)
      .resolvesOnce({ Responses: { table: [stored("a")] }, UnprocessedKeys: left })
      .resolvesOnce({ Responses: { table: [stored("b")] } });
    expect(await Promise.all([get(key("a")), get(key("b"))])).toEqual([key("a"), key("b")]);
    expect(keysOf(1)).toEqual([key("b")]);
  });

  test("that the service never comes to are unavailable, not absent", async () => {
    client.on(BatchGetItemCommand).resolves({ UnprocessedKeys: { table: { Keys: [stored("a"), stored("b")] } } });
    const asked = [get(key("a")), get(key("b"))].map((one) => one.catch((error: unknown) => error));
    for (const outcome of await Promise.all(asked)) expect(outcome).toMatchObject({ code: "store.unavailable" });
  });

  test("more than a request takes go out as several", async () => {
    client
      .on(BatchGetItemCommand)
      .callsFake(({ RequestItems }: { RequestItems: { table: { Keys: Record<string, AttributeValue>[] } } }) => ({
        Responses: { table: RequestItems.table.Keys.map((one) => ({ ...one })) },
      }));
    const all = Array.from({ length: 230 }, (_, nth) => key(String(nth)));
    expect(await Promise.all(all.map(get))).toEqual(all);
    expect([0, 1, 2].map((call) => keysOf(call).length)).toEqual([100, 100, 30]);
  });

  test("that fail are told to everyone who asked", async () => {
    client.on(BatchGetItemCommand).rejects(Object.assign(new Error("slow down"), { name: "ThrottlingException" }));
    const asked = [get(key("a")), get(key("b"))].map((one) => one.catch((error: unknown) => error));
    for (const outcome of await Promise.all(asked)) expect(outcome).toMatchObject({ kind: "unavailable" });
  });
});
