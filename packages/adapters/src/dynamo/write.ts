/** Turns the core's changes into the operations of one transaction: merged per item, with their conditions. */
import type { TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { type EntityName, entities, type KeyOf, type ValueOf } from "@multihelix/core/port/entity.ts";
import type { Change, Condition } from "@multihelix/core/port/store.ts";
import { indexKeysOf, indexPatchOf, keyOf } from "./key.ts";

export type Operation = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** One operation and the change it came from, so that a refusal can be named. */
export interface Planned {
  name: EntityName;
  op: Change["op"];
  operation: Operation;
}

const schemaNumber = 1;
const itemsMost = 80;
const itemBytesMost = 300_000;
const commitBytesMost = 1_000_000;

/** The transaction for these changes; throws a fault (not a refusal) on what can never be committed. */
export function planOf(table: string, changes: readonly Change[]): Planned[] {
  const merged = new Map<string, Change>();
  for (const change of changes) {
    const { pk, sk } = keyOfChange(change);
    const id = `${pk}\u0000${sk}`;
    const before = merged.get(id);
    merged.set(id, before === undefined ? change : merge(before, change));
  }
  if (merged.size > itemsMost) throw new Error(`a commit of ${merged.size} items; at most ${itemsMost} are allowed`);
  const planned = [...merged.values()].map((change) => ({
    name: change.name,
    op: change.op,
    operation: operationOf(table, change),
  }));
  let total = 0;
  for (const { name, operation } of planned) {
    const bytes = new TextEncoder().encode(JSON.stringify(operation)).length;
    total += bytes;
    if (bytes > itemBytesMost)
      throw new Error(`an item of ${name} of ${bytes} bytes; at most ${itemBytesMost} are allowed`);
  }
  if (total > commitBytesMost) throw new Error(`a commit of ${total} bytes; at most ${commitBytesMost} are allowed`);
  return planned;
}

function keyOfChange(change: Change): { pk: string; sk: string } {
  if (change.op === "create" || change.op === "replace" || change.op === "put") {
    return keyOf(change.name, change.value as unknown as KeyOf<typeof change.name>);
  }
  return keyOf(change.name, change.key as KeyOf<typeof change.name>);
}

/** One item may stand only once in a transaction: two changes to it become one, or the decision is wrong. */
function merge(a: Change, b: Change): Change {
  if (a.op === "add" && b.op === "add") {
    const by = { ...a.by };
    for (const [field, delta] of Object.entries(b.by)) by[field] = (by[field] ?? 0) + delta;
    return { ...a, by, when: { ...a.when, ...b.when } } as Change;
  }
  if ((a.op === "create" || a.op === "replace") && b.op === "add") {
    const value: Record<string, unknown> = { ...a.value };
    for (const [field, delta] of Object.entries(b.by)) {
      const sum = Number(value[field] ?? 0) + delta;
      if (sum < (b.floor ?? 0)) throw new Error(`${a.name}.${field} would start below its floor`);
      value[field] = sum;
    }
    return { ...a, value } as Change;
  }
  if (a.op === "patch" && b.op === "patch")
    return { ...a, set: { ...a.set, ...b.set }, when: { ...a.when, ...b.when } } as Change;
  if (a.op === "check" && b.op === "patch") return { ...b, when: { ...a.when, ...b.when } } as Change;
  if (a.op === "patch" && b.op === "check") return { ...a, when: { ...a.when, ...b.when } } as Change;
  if (a.op === "check" && b.op === "check") return { ...a, when: { ...a.when, ...b.when } } as Change;
  if (a.op === "check" && b.op === "add") return { ...b, when: { ...a.when, ...b.when } } as Change;
  if (a.op === "add" && b.op === "check") return { ...a, when: { ...a.when, ...b.when } } as Change;
  throw new Error(`${a.op} and ${b.op} of one ${a.name} in one commit`);
}

/** Collects names and values of an expression, so that reserved words and quotes cannot matter. */
function expression() {
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  let count = 0;
  return {
    names,
    values,
    name(field: string): string {
      const alias = `#n${count++}`;
      names[alias] = field;
      return alias;
    },
    value(content: unknown): string {
      const alias = `:v${count++}`;
      values[alias] = content;
      return alias;
    },
    parts() {
      return {
        ...(Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
        ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
      };
    },
  };
}
type Expression = ReturnType<typeof expression>;

function clauses(condition: Condition | undefined, e: Expression): string[] {
  return Object.entries(condition ?? {}).map(([field, wanted]) => {
    const name = e.name(field);
    if (wanted === null) return `attribute_not_exists(${name})`;
    if (Array.isArray(wanted)) return `${name} IN (${wanted.map((one) => e.value(one)).join(", ")})`;
    return `${name} = ${e.value(wanted)}`;
  });
}

/** The stored form of an entity: keys, kind, schema number, fields and sparse index keys. */
export function itemOf<N extends EntityName>(name: N, value: ValueOf<N>): Record<string, unknown> {
  const parsed = entities[name].schema.parse(value) as ValueOf<N>;
  return withoutUndefined({
    ...keyOf(name, parsed as unknown as KeyOf<N>),
    type: name,
    schema: schemaNumber,
    ...parsed,
    ...indexKeysOf(name, parsed),
  });
}

function withoutUndefined(item: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
}

function operationOf(table: string, change: Change): Operation {
  const e = expression();
  switch (change.op) {
    case "create":
      return {
        Put: {
          TableName: table,
          Item: itemOf(change.name, change.value),
          ConditionExpression: `attribute_not_exists(${e.name("pk")})`,
          ...e.parts(),
        },
      };
    case "put":
      return { Put: { TableName: table, Item: itemOf(change.name, change.value) } };
    case "replace": {
      const condition = `${e.name("version")} = ${e.value(change.value.version)}`;
      const item = itemOf(change.name, { ...change.value, version: change.value.version + 1 } as ValueOf<
        typeof change.name
      >);
      return { Put: { TableName: table, Item: item, ConditionExpression: condition, ...e.parts() } };
    }
    case "patch": {
      const fields = { ...change.set, ...indexPatchOf(change.name, change.set as never) } as Record<string, unknown>;
      const set = Object.entries(fields).filter(([, value]) => value !== undefined);
      const gone = Object.entries(fields).filter(([, value]) => value === undefined);
      const version = e.name("version");
      const update = [
        `SET ${[...set.map(([field, value]) => `${e.name(field)} = ${e.value(value)}`), `${version} = ${version} + ${e.value(1)}`].join(", ")}`,
        gone.length > 0 ? `REMOVE ${gone.map(([field]) => e.name(field)).join(", ")}` : "",
      ];
      const when = [`attribute_exists(${e.name("pk")})`, ...clauses(change.when, e)];
      return updateOf(table, change, update.join(" ").trim(), when, e);
    }
    case "add": {
      const version = e.name("version");
      const moves = Object.entries(change.by).filter(([, delta]) => delta !== 0);
      const sets = moves.map(([field, delta]) => {
        const name = e.name(field);
        // What counts up may never have been counted; what counts down is refused without a start by its guard.
        const counted = delta > 0 ? `if_not_exists(${name}, ${e.value(0)})` : name;
        return {
          set: `${name} = ${counted} + ${e.value(delta)}`,
          guard: delta < 0 ? `${name} >= ${e.value((change.floor ?? 0) - delta)}` : undefined,
        };
      });
      const update = `SET ${[...sets.map(({ set }) => set), `${version} = ${version} + ${e.value(1)}`].join(", ")}`;
      const guards = sets.flatMap(({ guard }) => (guard === undefined ? [] : [guard]));
      return updateOf(
        table,
        change,
        update,
        [`attribute_exists(${e.name("pk")})`, ...guards, ...clauses(change.when, e)],
        e,
      );
    }
    case "check":
      return {
        ConditionCheck: {
          TableName: table,
          Key: keyOfChange(change),
          ConditionExpression: conditionOf(clauses(change.when, e), e),
          ...e.parts(),
        },
      };
    case "remove": {
      const when = clauses(change.when, e);
      return {
        Delete: {
          TableName: table,
          Key: keyOfChange(change),
          ...(when.length > 0 ? { ConditionExpression: when.join(" AND ") } : {}),
          ...e.parts(),
        },
      };
    }
  }
}

function conditionOf(when: string[], e: Expression): string {
  return when.length > 0 ? when.join(" AND ") : `attribute_exists(${e.name("pk")})`;
}

function updateOf(table: string, change: Change, update: string, when: string[], e: Expression): Operation {
  return {
    Update: {
      TableName: table,
      Key: keyOfChange(change),
      UpdateExpression: update,
      ConditionExpression: when.join(" AND "),
      ...e.parts(),
    },
  };
}
