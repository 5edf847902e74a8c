/** Counts what the store is asked for: capacity units as DynamoDB bills them, and writes per item. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { DynamoDBDocumentClient, TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";

export interface Usage {
  writeUnits: number;
  readUnits: number;
  /** Write requests that stand; each may hold many items. */
  commits: number;
  /** Among them those that left something to be done: each wakes the outbox once at most. */
  wakes: number;
  /** Commits that the store refused: they are billed too. */
  refused: number;
  /** Writes per item, `pk sk`; checks that write nothing are left out. */
  readonly writes: Map<string, number>;
  /** Write units per kind of item, to see what costs. */
  readonly unitsByKind: Map<string, number>;
}

type Operation = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];
interface Consumed {
  readonly CapacityUnits?: number;
  readonly WriteCapacityUnits?: number;
}

type Middleware = (
  next: (args: unknown) => Promise<unknown>,
  context: { commandName?: string },
) => (args: unknown) => Promise<unknown>;

/** Starts from nothing now; `begin` sets all counts back to it. */
export interface UsageCounter {
  readonly usage: Usage;
  begin(): void;
  /** What is asked in this work is the benchmark's own and not counted. */
  apart<T>(work: () => Promise<T>): Promise<T>;
}

const apart = new AsyncLocalStorage<true>();

/** Asks DynamoDB for the capacity that each call consumed (the embedded store computes it by DynamoDB's rules). */
export function countUsage(client: DynamoDBDocumentClient): UsageCounter {
  const counter = { usage: none() };
  const middleware: Middleware =
    (next, { commandName }) =>
    async (args) => {
      if (apart.getStore() === true) return next(args);
      const { input } = args as { input: Record<string, unknown> };
      const operations = operationsOf(commandName, input);
      const asking = { ...(args as object), input: { ...input, ReturnConsumedCapacity: "INDEXES" } };
      const { usage } = counter;
      try {
        const reply = (await next(asking)) as { output: { ConsumedCapacity?: Consumed | Consumed[] } };
        const consumed = [reply.output.ConsumedCapacity ?? []].flat();
        const units = consumed.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
        if (operations === undefined) usage.readUnits += units;
        else wrote(usage, operations, units);
        return reply;
      } catch (error) {
        if (operations !== undefined && isRefusal(error)) {
          usage.refused += 1;
          // No capacity is told with a refusal; DynamoDB bills at least the smallest write of each item.
          usage.writeUnits += operations.length === 1 ? 1 : 2 * operations.length;
        }
        throw error;
      }
    };
  client.middlewareStack.add(middleware as never, { step: "initialize", name: "count-usage", priority: "high" });
  return Object.assign(counter, {
    begin() {
      counter.usage = none();
    },
    apart: <T>(work: () => Promise<T>) => apart.run(true, work),
  });
}

function isRefusal(error: unknown): boolean {
  const { name = "" } = error as { name?: string };
  return name === "TransactionCanceledException" || name === "ConditionalCheckFailedException";
}

/** The writes of a call; undefined for one that reads. */
function operationsOf(command: string | undefined, input: Record<string, unknown>): Operation[] | undefined {
  switch (command) {
    case "TransactWriteItemsCommand":
      return input.TransactItems as Operation[];
    case "PutItemCommand":
      return [{ Put: input } as unknown as Operation];
    case "UpdateItemCommand":
      return [{ Update: input } as unknown as Operation];
    case "DeleteItemCommand":
      return [{ Delete: input } as unknown as Operation];
    default:
      return undefined;
  }
}

function none(): Usage {
  return { writeUnits: 0, readUnits: 0, commits: 0, wakes: 0, refused: 0, writes: new Map(), unitsByKind: new Map() };
}

function wrote(usage: Usage, operations: readonly Operation[], units: number): void {
  usage.commits += 1;
  usage.writeUnits += units;
  if (operations.some(({ Put }) => Put?.Item?.type === "effect")) usage.wakes += 1;
  for (const operation of operations) {
    if (operation.ConditionCheck !== undefined) continue;
    const { pk, sk } = keyOf(operation);
    add(usage.writes, `${pk} ${sk}`, 1);
    add(usage.unitsByKind, `${pk.split("#")[0]} ${sk.split("#")[0]}`, units / operations.length);
  }
}

function keyOf({ Put, Update, Delete }: Operation): { pk: string; sk: string } {
  const key = Update?.Key ?? Delete?.Key ?? Put?.Item ?? {};
  return { pk: String(key.pk), sk: String(key.sk) };
}

function add(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
