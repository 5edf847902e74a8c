/** The only place that keeps state machines and definitions; a definition is kept under its hash and never changed. */
import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { type Machine, readMachine } from "../definition/machine.ts";
import { transaction } from "./database.ts";
import { type MachineRecord, readMachineRecord, text } from "./row.ts";

export type MachineStore = ReturnType<typeof machineStore>;

export function machineStore(database: DatabaseSync) {
  const byArn = database.prepare("SELECT * FROM machine WHERE arn = ?");
  const page = database.prepare("SELECT * FROM machine ORDER BY sequence LIMIT ? OFFSET ?");
  const keepText = database.prepare("INSERT OR IGNORE INTO definition (hash, text) VALUES (?, ?)");
  const textOf = database.prepare("SELECT text FROM definition WHERE hash = ?");
  const insert = database.prepare(
    "INSERT INTO machine (arn, name, definition, role, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const update = database.prepare("UPDATE machine SET definition = ?, role = ?, updated_at = ? WHERE arn = ?");
  const read = new Map<string, Machine>();

  const definitionText = (hash: string): string => {
    const row = textOf.get(hash);
    if (!row) throw new Error(`there is no definition ${hash}`);
    return text(row, "text");
  };

  return {
    find(arn: string): MachineRecord | undefined {
      const row = byArn.get(arn);
      return row && readMachineRecord(row);
    },

    list(limit: number, offset: number): MachineRecord[] {
      return page.all(limit, offset).map(readMachineRecord);
    },

    create(machine: MachineRecord, definition: string): void {
      transaction(database, () => {
        keepText.run(machine.definition, definition);
        insert.run(machine.arn, machine.name, machine.definition, machine.role, machine.createdAt, machine.updatedAt);
      });
    },

    update(machine: MachineRecord, definition: string): void {
      transaction(database, () => {
        keepText.run(machine.definition, definition);
        update.run(machine.definition, machine.role, machine.updatedAt, machine.arn);
      });
    },

    definitionText,

    /** Whether a definition of this hash was found fit and is kept. */
    knows: (hash: string): boolean => textOf.get(hash) !== undefined,

    /** The definition of this hash, ready to walk; read once per process. */
    machine(hash: string): Machine {
      const known = read.get(hash) ?? readMachine(definitionText(hash));
      read.set(hash, known);
      return known;
    },
  };
}

export function hashOf(definition: string): string {
  return createHash("sha256").update(definition).digest("hex");
}
