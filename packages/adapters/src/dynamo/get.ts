/** The only place that reads items by key: what is asked in the same breath goes out as one request. */
import { setTimeout as sleep } from "node:timers/promises";
import { BatchGetItemCommand, GetItemCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { DomainError } from "@multihelix/core/kernel/error.ts";
import { known } from "./fault.ts";
import { plainItem, textValues } from "./plain.ts";

export interface Key {
  readonly pk: string;
  readonly sk: string;
}
type Item = Record<string, unknown>;

interface Asked {
  readonly key: Key;
  readonly resolve: (item: Item | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** BatchGetItem takes no more. */
const keysMost = 100;
const triesMost = 8;

/**
 * Strong reads of single items. A verb reads its facts side by side: its reads become one BatchGetItem, which costs what
 * they would cost alone. Faults are `unavailable store.unavailable` for everyone in the request.
 */
export function createGetter(client: DynamoDBDocumentClient, table: string): (key: Key) => Promise<Item | undefined> {
  let waiting: Asked[] = [];

  function go(): void {
    const all = waiting;
    waiting = [];
    const byId = Map.groupBy(all, ({ key }) => idOf(key));
    const ids = [...byId.keys()];
    for (let at = 0; at < ids.length; at += keysMost) {
      const asked = ids.slice(at, at + keysMost).map((id) => byId.get(id) ?? []);
      const keys = asked.flatMap(([first]) => (first === undefined ? [] : [first.key]));
      read(keys).then(
        (items) => {
          for (const same of asked) for (const { key, resolve } of same) resolve(items.get(idOf(key)));
        },
        (error: unknown) => {
          for (const same of asked) for (const { reject } of same) reject(error);
        },
      );
    }
  }

  async function read(keys: readonly Key[]): Promise<Map<string, Item>> {
    const [only, ...more] = keys;
    if (only === undefined || more.length > 0) return readMany(keys);
    const get = new GetItemCommand({ TableName: table, Key: textValues({ ...only }), ConsistentRead: true });
    const { Item } = await known(() => client.send(get));
    return new Map(Item === undefined ? [] : [[idOf(only), plainItem(Item)]]);
  }

  async function readMany(keys: readonly Key[]): Promise<Map<string, Item>> {
    const found = new Map<string, Item>();
    let left = keys.map((key) => textValues({ ...key }));
    for (let tried = 1; ; tried++) {
      const request = { [table]: { Keys: left, ConsistentRead: true } };
      const reply = await known(() => client.send(new BatchGetItemCommand({ RequestItems: request })));
      for (const item of reply.Responses?.[table] ?? []) {
        const plain = plainItem(item);
        found.set(idOf(plain as unknown as Key), plain);
      }
      left = reply.UnprocessedKeys?.[table]?.Keys ?? [];
      if (left.length === 0) return found;
      if (tried >= triesMost) throw new DomainError("unavailable", "store.unavailable", { reason: "UnprocessedKeys" });
      await sleep(Math.random() * 10 * 2 ** tried);
    }
  }

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      if (waiting.length === 1) queueMicrotask(go);
    });
}

function idOf({ pk, sk }: Key): string {
  return `${pk}\u0000${sk}`;
}
