/** The only place that opens the engine's database file and knows its tables. */
import { DatabaseSync } from "node:sqlite";

const SCHEMA_VERSION = 1;

// Frames carry their moving parts as JSON; columns exist only for what is searched by.
const SCHEMA = `
  CREATE TABLE definition (hash TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE machine (
    sequence INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, name TEXT NOT NULL, definition TEXT NOT NULL,
    role TEXT NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE execution (
    sequence INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, machine TEXT NOT NULL, name TEXT NOT NULL,
    definition TEXT NOT NULL, status TEXT NOT NULL, input TEXT NOT NULL, output TEXT, error TEXT, cause TEXT,
    started_at INTEGER NOT NULL, stopped_at INTEGER, visits INTEGER NOT NULL, frames INTEGER NOT NULL,
    events INTEGER NOT NULL, transitions INTEGER NOT NULL, largest_payload INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX execution_by_machine ON execution (machine, status, sequence);
  CREATE TABLE frame (
    execution TEXT NOT NULL, id INTEGER NOT NULL, due INTEGER, calling INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (execution, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX frame_by_due ON frame (due) WHERE due IS NOT NULL;
  CREATE INDEX frame_calling ON frame (execution) WHERE calling = 1;
  CREATE TABLE token (
    token TEXT PRIMARY KEY, execution TEXT NOT NULL, frame INTEGER NOT NULL, visit INTEGER NOT NULL,
    attempt INTEGER NOT NULL, open INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE history (
    execution TEXT NOT NULL, id INTEGER NOT NULL, previous INTEGER NOT NULL, at INTEGER NOT NULL, type TEXT NOT NULL,
    details TEXT NOT NULL, PRIMARY KEY (execution, id)
  ) STRICT, WITHOUT ROWID;
`;

/**
 * Open the file, making it where there is none. One process at a time: the lock is held until the database is closed.
 *
 * @throws Error with a sentence when the file is in use, not readable as a database, or of a newer engine.
 */
export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  try {
    // Exclusive before WAL: the lock then also keeps a second engine out, which would invoke everything twice.
    database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
    transaction(database, () => migrate(database));
    return database;
  } catch (cause) {
    database.close();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The workflow database ${path} cannot be used: ${reason}`, { cause });
  }
}

/** Do all of `work` or nothing of it. The work must not wait for anything. */
export function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

function migrate(database: DatabaseSync): void {
  const version = Number(database.prepare("PRAGMA user_version").get()?.user_version);
  if (version > SCHEMA_VERSION) throw new Error(`it was written by a newer engine (${version} > ${SCHEMA_VERSION})`);
  if (version === 0) database.exec(`${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION};`);
}
