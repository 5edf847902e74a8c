/** The store port on one DynamoDB table: strong reads, one transaction per commit, sparse indexes for lists of work. */
import { type AttributeValue, QueryCommand, type QueryCommandInput } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

import { type EntityName, entities, type KeyOf, type ValueOf, type WithinOf } from "@multihelix/core/port/entity.ts";
import {
  type CaseEntity,
  type CaseItems,
  type Change,
  type CommitOutcome,
  caseEntities,
  type Store,
} from "@multihelix/core/port/store.ts";
import { commitPlanned } from "./commit.ts";
import { known } from "./fault.ts";
import { createGetter } from "./get.ts";
import { dueIndex, duePartition, holderIndex, keyOf, personRange, prefixOf } from "./key.ts";
import { plainItem, textValues } from "./plain.ts";
import { planOf } from "./write.ts";

/** A list that is longer is a design mistake: it must be narrowed, not paged through. */
const listMost = 20_000;

/** The store on `table`. `client` must remove undefined values when it marshals. */
export function createDynamoStore(client: DynamoDBDocumentClient, table: string): Store {
  const getItem = createGetter(client, table);

  // The plain command: what the document client does to thousands of items takes longer than the store.
  async function query(input: Omit<QueryCommandInput, "TableName">, most: number): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    let start: Record<string, AttributeValue> | undefined;
    do {
      const page = await known(() =>
        client.send(
          new QueryCommand({
            ...input,
            TableName: table,
            ...(start === undefined ? {} : { ExclusiveStartKey: start }),
            Limit: Math.min(most - items.length, 1000),
          }),
        ),
      );
      for (const item of page.Items ?? []) items.push(plainItem(item));
      start = page.LastEvaluatedKey;
    } while (start !== undefined && items.length < most);
    return items;
  }

  async function byIndex<N extends EntityName>(
    name: N,
    index: string,
    pk: string,
    pkField: string,
    upTo: { field: string; value: string } | undefined,
    most: number,
    forward = true,
  ) {
    const items = await query(
      {
        IndexName: index,
        KeyConditionExpression: upTo === undefined ? "#p = :p" : "#p = :p AND #s <= :s",
        ExpressionAttributeNames: { "#p": pkField, ...(upTo === undefined ? {} : { "#s": upTo.field }) },
        ExpressionAttributeValues: textValues(upTo === undefined ? { ":p": pk } : { ":p": pk, ":s": upTo.value }),
        ScanIndexForward: forward,
      },
      most,
    );
    return items.map((item) => entityOf(name, item));
  }

  return {
    async get<N extends EntityName>(name: N, key: KeyOf<N>): Promise<ValueOf<N> | undefined> {
      const item = await getItem(keyOf(name, key));
      return item === undefined ? undefined : entityOf(name, item);
    },
    async list<N extends EntityName>(name: N, within: WithinOf<N>): Promise<ValueOf<N>[]> {
      const { pk, prefix } = prefixOf(name, within as Partial<KeyOf<N>>);
      const items = await query(
        {
          KeyConditionExpression: "pk = :p AND begins_with(sk, :s)",
          ExpressionAttributeValues: textValues({ ":p": pk, ":s": prefix }),
          ConsistentRead: true,
        },
        listMost,
      );
      if (items.length >= listMost) throw new Error(`a list of ${name} has ${items.length} items or more`);
      return items.map((item) => entityOf(name, item));
    },
    async wholeCase(caseId) {
      const { pk } = keyOf("case", { caseId });
      const items = await query(
        {
          KeyConditionExpression: "pk = :p",
          ExpressionAttributeValues: textValues({ ":p": pk }),
          ConsistentRead: true,
        },
        listMost,
      );
      const found: Record<CaseEntity, unknown[]> = Object.fromEntries(
        caseEntities.map((name) => [name, [] as unknown[]]),
      ) as Record<CaseEntity, unknown[]>;
      for (const item of items) {
        const name = item["type"] as CaseEntity;
        found[name]?.push(entityOf(name, item));
      }
      return found as CaseItems;
    },
    async wholePerson(personId) {
      const { pk } = keyOf("person", { personId });
      const items = await query(
        {
          KeyConditionExpression: "pk = :p AND sk BETWEEN :first AND :last",
          ExpressionAttributeValues: textValues({ ":p": pk, ":first": personRange.first, ":last": personRange.last }),
          ConsistentRead: true,
        },
        listMost,
      );
      const of = <N extends "person" | "grant" | "membership" | "formerMember" | "interests">(name: N) =>
        items.filter((item) => item["type"] === name).map((item) => entityOf(name, item));
      return {
        person: of("person")[0],
        grants: of("grant"),
        memberships: of("membership"),
        formerMembers: of("formerMember"),
        interests: of("interests")[0],
      };
    },
    async commit(changes: readonly Change[]): Promise<CommitOutcome> {
      return commitPlanned(client, planOf(table, changes));
    },
    tasksHeldBy: (holder) => byIndex("task", holderIndex, holder, "hk", undefined, 500),
    dueEffects: (now, limit) =>
      byIndex("effect", dueIndex, duePartition.effect, "dk", { field: "ds", value: now }, limit),
    dueTasks: (now, limit) => byIndex("task", dueIndex, duePartition.task, "dk", { field: "ds", value: now }, limit),
    parkedEffects: (limit) => byIndex("effect", dueIndex, duePartition.parked, "dk", undefined, limit, false),
  };
}

/** The entity behind a stored item, checked at this boundary. */
function entityOf<N extends EntityName>(name: N, item: Record<string, unknown>): ValueOf<N> {
  return entities[name].schema.parse(item) as ValueOf<N>;
}
