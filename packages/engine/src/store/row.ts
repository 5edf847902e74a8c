/** The only place that reads columns: from what SQLite gives to what the engine means. */
import type { SQLOutputValue } from "node:sqlite";
import { type Json, type JsonObject, parseJson } from "../json.ts";
import type { Execution, ExecutionStatus, Frame, HistoryEvent, TokenRecord } from "../run/execution.ts";

export type Row = Record<string, SQLOutputValue>;

export interface MachineRecord {
  readonly arn: string;
  readonly name: string;
  readonly definition: string;
  readonly role: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export function readMachineRecord(row: Row): MachineRecord {
  return {
    arn: text(row, "arn"),
    name: text(row, "name"),
    definition: text(row, "definition"),
    role: text(row, "role"),
    createdAt: integer(row, "created_at"),
    updatedAt: integer(row, "updated_at"),
  };
}

export function readExecution(row: Row): Execution {
  return {
    arn: text(row, "arn"),
    machineArn: text(row, "machine"),
    name: text(row, "name"),
    definition: text(row, "definition"),
    input: json(row, "input"),
    startedAt: integer(row, "started_at"),
    status: text(row, "status") as ExecutionStatus,
    output: row.output === null ? null : json(row, "output"),
    error: maybeText(row, "error"),
    cause: maybeText(row, "cause"),
    stoppedAt: row.stopped_at === null ? null : integer(row, "stopped_at"),
    visits: integer(row, "visits"),
    frames: integer(row, "frames"),
    events: integer(row, "events"),
    transitions: integer(row, "transitions"),
    largestPayloadBytes: integer(row, "largest_payload"),
  };
}

export function readFrame(row: Row): Frame {
  return JSON.parse(text(row, "body")) as Frame;
}

export function readToken(row: Row): TokenRecord {
  return {
    token: text(row, "token"),
    execution: text(row, "execution"),
    frame: integer(row, "frame"),
    visit: integer(row, "visit"),
    attempt: integer(row, "attempt"),
    open: integer(row, "open") === 1,
  };
}

export function readEvent(row: Row): HistoryEvent {
  return {
    id: integer(row, "id"),
    previous: integer(row, "previous"),
    at: integer(row, "at"),
    type: text(row, "type"),
    details: json(row, "details") as JsonObject,
  };
}

export function integer(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw new Error(`the column ${column} holds no number`);
  return value;
}

export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new Error(`the column ${column} holds no text`);
  return value;
}

function maybeText(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

function json(row: Row, column: string): Json {
  const value = parseJson(text(row, column));
  if (value === undefined) throw new Error(`the column ${column} holds no JSON`);
  return value;
}
