/** The only place that sends writes: several items as one transaction, a single one as itself, at half the price. */
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { DomainError } from "@multihelix/core/kernel/error.ts";
import type { CommitOutcome, Refusal } from "@multihelix/core/port/store.ts";
import { translated } from "./fault.ts";
import type { Planned } from "./write.ts";

/** Write all or nothing. A refusal is a value; throws `unavailable store.unavailable` where the outcome is not known. */
export async function commitPlanned(
  client: DynamoDBDocumentClient,
  planned: readonly Planned[],
): Promise<CommitOutcome> {
  const [only, ...more] = planned;
  try {
    if (only === undefined || more.length > 0 || !(await sentAlone(client, only)))
      await client.send(new TransactWriteCommand({ TransactItems: planned.map(({ operation }) => operation) }));
    return { ok: true };
  } catch (error) {
    const refusals = refusalsOf(error, planned) ?? refusalAlone(error, only);
    if (refusals !== undefined) return { ok: false, refusals };
    throw translated(error);
  }
}

/** False for a check, which only a transaction can do, and for a delta: the client's own retry must not add it twice. */
async function sentAlone(
  client: DynamoDBDocumentClient,
  { op, operation: { Put, Update, Delete } }: Planned,
): Promise<boolean> {
  if (op === "add") return false;
  if (Put !== undefined) await client.send(new PutCommand(Put));
  else if (Update !== undefined) await client.send(new UpdateCommand(Update));
  else if (Delete !== undefined) await client.send(new DeleteCommand(Delete));
  else return false;
  return true;
}

/**
 * Why a single write was refused; undefined if the error is another. Unlike a transaction it carries no token: where the
 * client had to send it again, the condition may have been broken by the first try, whose reply was lost.
 */
function refusalAlone(error: unknown, only: Planned | undefined): Refusal[] | undefined {
  const { name, $metadata } = error as { name?: string; $metadata?: { attempts?: number } };
  if (only === undefined) return undefined;
  if (name === "TransactionConflictException") return [{ name: only.name, op: only.op, reason: "conflict" }];
  if (name !== "ConditionalCheckFailedException") return undefined;
  if (($metadata?.attempts ?? 1) > 1)
    throw new DomainError("unavailable", "store.unavailable", { reason: "ReplyLost" });
  return [{ name: only.name, op: only.op, reason: "condition" }];
}

/** Which changes a cancelled transaction broke on; undefined if the error is another. Throttled parts count as conflicts. */
function refusalsOf(error: unknown, planned: readonly Planned[]): Refusal[] | undefined {
  const cancelled = error as { name?: string; CancellationReasons?: { Code?: string }[] };
  if (cancelled.name !== "TransactionCanceledException") return undefined;
  const refusals: Refusal[] = [];
  for (const [index, reason] of (cancelled.CancellationReasons ?? []).entries()) {
    const change = planned[index];
    if (change === undefined || reason.Code === undefined || reason.Code === "None") continue;
    if (reason.Code === "ValidationError") return undefined;
    refusals.push({
      name: change.name,
      op: change.op,
      reason: reason.Code === "ConditionalCheckFailed" ? "condition" : "conflict",
    });
  }
  return refusals;
}
