/** The only place that keeps executions, frames, tokens and history; a turn is committed here, whole, once. */
import type { DatabaseSync } from "node:sqlite";
import type { Execution, ExecutionStatus, Frame, HistoryEvent, TokenRecord } from "../run/execution.ts";
import type { Turn } from "../run/turn.ts";
import { transaction } from "./database.ts";
import { integer, readEvent, readExecution, readFrame, readToken, text } from "./row.ts";

export type ExecutionStore = ReturnType<typeof executionStore>;

export function executionStore(database: DatabaseSync) {
  const statement = statements(database);

  const saveExecution = (it: Execution) => {
    const moving = [
      it.status,
      it.output === null ? null : JSON.stringify(it.output),
      it.error,
      it.cause,
      it.stoppedAt,
      it.visits,
      it.frames,
      it.events,
      it.transitions,
      it.largestPayloadBytes,
    ];
    const changed = statement.updateExecution.run(...moving, it.arn).changes;
    if (changed === 0) {
      const fixed = [it.arn, it.machineArn, it.name, it.definition, JSON.stringify(it.input), it.startedAt];
      statement.insertExecution.run(...fixed, ...moving);
    }
  };

  const saveFrame = (execution: string, frame: Frame) => {
    const calling = frame.call !== null && !frame.call.delivered ? 1 : 0;
    statement.saveFrame.run(execution, frame.id, frame.due, calling, JSON.stringify(frame));
  };

  return {
    find(arn: string): Execution | undefined {
      const row = statement.execution.get(arn);
      return row && readExecution(row);
    },

    frames(arn: string): Frame[] {
      return statement.frames.all(arn).map(readFrame);
    },

    token(token: string): TokenRecord | undefined {
      const row = statement.token.get(token);
      return row && readToken(row);
    },

    /** Newest first. @param before the sequence number to go on below. */
    list(machine: string, status: ExecutionStatus | undefined, limit: number, before: number) {
      return statement.list
        .all({ machine, status: status ?? null, limit, before })
        .map((row) => ({ sequence: integer(row, "sequence"), execution: readExecution(row) }));
    },

    history(arn: string, reverse: boolean, limit: number, offset: number): HistoryEvent[] {
      return (reverse ? statement.historyBack : statement.history).all(arn, limit, offset).map(readEvent);
    },

    /** Write all that a turn has brought about, in one transaction that is on disk when this returns. */
    commit(turn: Turn): void {
      const { arn } = turn.execution;
      transaction(database, () => {
        saveExecution(turn.execution);
        for (const id of turn.removed) statement.removeFrame.run(arn, id);
        for (const id of turn.changed) {
          const frame = turn.frames.get(id);
          if (frame) saveFrame(arn, frame);
        }
        for (const it of turn.openedTokens) {
          statement.openToken.run(it.token, it.execution, it.frame, it.visit, it.attempt);
        }
        for (const token of turn.closedTokens) statement.closeToken.run(token);
        for (const it of turn.events) {
          statement.addEvent.run(arn, it.id, it.previous, it.at, it.type, JSON.stringify(it.details));
        }
      });
    },

    /** Executions with something to do at `now` (milliseconds since 1970 UTC). */
    due(now: number): string[] {
      return statement.due.all(now).map((row) => text(row, "execution"));
    },

    /** The earliest instant at which something falls due. */
    nextDue(): number | undefined {
      const row = statement.nextDue.get();
      return row && row.due !== null ? integer(row, "due") : undefined;
    },

    /** Executions with a call whose answer is not known. */
    calling(): string[] {
      return statement.calling.all().map((row) => text(row, "execution"));
    },

    /** Figures over everything kept. */
    totals() {
      const counts = statement.counts.all().map((row): [string, number] => [text(row, "status"), integer(row, "n")]);
      const sums = statement.sums.get() ?? {};
      const open = statement.open.get() ?? {};
      return {
        executions: Object.fromEntries(counts) as Partial<Record<ExecutionStatus, number>>,
        transitions: integer(sums, "transitions"),
        historyEvents: integer(sums, "events"),
        largestPayloadBytes: integer(sums, "largest"),
        openFrames: integer(open, "n"),
        openTokens: integer(statement.openTokens.get() ?? {}, "n"),
      };
    },
  };
}

function statements(database: DatabaseSync) {
  const prepare = (sql: string) => database.prepare(sql);
  const ofHistory = "SELECT * FROM history WHERE execution = ? ORDER BY id";
  return {
    execution: prepare("SELECT * FROM execution WHERE arn = ?"),
    frames: prepare("SELECT body FROM frame WHERE execution = ? ORDER BY id"),
    token: prepare("SELECT * FROM token WHERE token = ?"),
    list: prepare(
      `SELECT * FROM execution WHERE machine = :machine AND (:status IS NULL OR status = :status)
         AND sequence < :before ORDER BY sequence DESC LIMIT :limit`,
    ),
    history: prepare(`${ofHistory} LIMIT ? OFFSET ?`),
    historyBack: prepare(`${ofHistory} DESC LIMIT ? OFFSET ?`),
    updateExecution: prepare(
      `UPDATE execution SET status = ?, output = ?, error = ?, cause = ?, stopped_at = ?, visits = ?, frames = ?,
         events = ?, transitions = ?, largest_payload = ? WHERE arn = ?`,
    ),
    insertExecution: prepare(
      `INSERT INTO execution (arn, machine, name, definition, input, started_at, status, output, error, cause,
         stopped_at, visits, frames, events, transitions, largest_payload)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    saveFrame: prepare("INSERT OR REPLACE INTO frame (execution, id, due, calling, body) VALUES (?, ?, ?, ?, ?)"),
    removeFrame: prepare("DELETE FROM frame WHERE execution = ? AND id = ?"),
    openToken: prepare("INSERT INTO token (token, execution, frame, visit, attempt, open) VALUES (?, ?, ?, ?, ?, 1)"),
    closeToken: prepare("UPDATE token SET open = 0 WHERE token = ?"),
    addEvent: prepare("INSERT INTO history (execution, id, previous, at, type, details) VALUES (?, ?, ?, ?, ?, ?)"),
    due: prepare("SELECT DISTINCT execution FROM frame WHERE due <= ?"),
    nextDue: prepare("SELECT min(due) AS due FROM frame WHERE due IS NOT NULL"),
    calling: prepare("SELECT DISTINCT execution FROM frame WHERE calling = 1"),
    counts: prepare("SELECT status, count(*) AS n FROM execution GROUP BY status"),
    sums: prepare(
      `SELECT coalesce(sum(transitions), 0) AS transitions, coalesce(sum(events), 0) AS events,
         coalesce(max(largest_payload), 0) AS largest FROM execution`,
    ),
    open: prepare("SELECT count(*) AS n FROM frame"),
    openTokens: prepare("SELECT count(*) AS n FROM token WHERE open = 1"),
  };
}
