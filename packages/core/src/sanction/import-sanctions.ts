/** Imports a sanctions list: names in small commits, then the edition that counts, so that a half-read list is never in force. */
import * as z from "zod";
import { requireOperator, type SystemActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { perform } from "../kernel/perform.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { csvRows } from "../payment/csv-cells.ts";
import type { Deps } from "../port/deps.ts";
import type { Change, Reader } from "../port/store.ts";
import { comparableName, referencesOf, type SanctionList } from "./sanction.ts";

const namesPerCommit = 60;

/** So many entries of one name are told apart. */
const entriesMost = 40;

const nameInput = z.object({
  name: z.string().min(1),
  references: z.array(z.string().max(200)).min(1).max(entriesMost),
});

const importSchema = z.object({ edition: z.string().min(1).max(80), run: z.string() });
const readList = async (reader: Reader) => ({ list: await reader.get("sanctionList", { id: "current" }) });
interface ListFacts {
  readonly list: SanctionList | undefined;
}

const beginImport = verb({
  name: "sanction.begin-import",
  input: importSchema,
  read: readList,
  decide({ list }: ListFacts, actor, coming): Decision<{ begun: true }> {
    requireOperator(actor);
    const none = { id: "current", edition: "none", names: 0, version: 0 } as const;
    const change: Change =
      list === undefined
        ? { op: "create", name: "sanctionList", value: { ...none, coming } }
        : { op: "replace", name: "sanctionList", value: { ...list, coming } };
    return { changes: [change], result: { begun: true } };
  },
});

/** A name that is on the list in force stays found while the next one is read, and if that is cut short. */
const putNames = verb({
  name: "sanction.put-names",
  input: importSchema.extend({ names: z.array(nameInput).max(namesPerCommit) }),
  async read(reader: Reader, { names }) {
    const [{ list }, ...known] = await Promise.all([
      readList(reader),
      ...names.map(({ name }) => reader.get("sanctionName", { name })),
    ]);
    return { list, known };
  },
  decide({ list, known }, actor, { run, edition, names }): Decision<{ names: number }> {
    requireOperator(actor);
    const { edition: inForce, version } = requireComing(list, run);
    const changes = names.map(({ name, references }, index): Change => {
      const kept = entriesIn(inForce, referencesOf(known[index], inForce));
      const value = { name, ...entriesOf(edition, references), ...(kept === undefined ? {} : { before: kept }) };
      return { op: "put", name: "sanctionName", value: { ...value, version: 0 } };
    });
    // An import that is begun meanwhile loses no name to this one.
    const still: Change = { op: "check", name: "sanctionList", key: { id: "current" }, when: { version } };
    return { changes: [still, ...changes], result: { names: names.length } };
  },
});

const putInForce = verb({
  name: "sanction.put-in-force",
  input: importSchema.extend({ names: z.number().int().min(0) }),
  read: readList,
  decide({ list }: ListFacts, actor, { run, edition, names }): Decision<{ names: number }> {
    requireOperator(actor);
    const { coming: _, ...kept } = requireComing(list, run);
    return {
      changes: [{ op: "replace", name: "sanctionList", value: { ...kept, edition, names } }],
      events: [{ stream: "network", type: "sanction.list-imported", facts: { edition, names } }],
      result: { names },
    };
  },
});

function entriesOf(edition: string, [reference = "", ...others]: readonly string[]) {
  return { edition, reference, ...(others.length === 0 ? {} : { others }) };
}

function entriesIn(edition: string, references: readonly string[]) {
  return references.length === 0 ? undefined : entriesOf(edition, references);
}

/** Two imports at once would each take names from the other. */
function requireComing(list: SanctionList | undefined, run: string): SanctionList {
  if (list?.coming?.run !== run) throw new DomainError("conflict", "sanction.other-import");
  return list;
}

/**
 * CSV with a column `name`, and `reference` if there is one; a name may stand on several lines (aliases). The same file
 * again changes nothing. The list before stays in force until this one is read whole; of two that are read at once the one
 * begun last counts. @throws invalid `sanction.no-names`; conflict `sanction.other-import` where another was begun meanwhile.
 */
export async function importSanctions(deps: Deps, actor: SystemActor, csv: string): Promise<{ names: number }> {
  const [header, ...rows] = csvRows(csv);
  const place = (word: string) => header?.cells.findIndex((cell) => cell.toLowerCase() === word) ?? -1;
  const [at, referenceAt] = [place("name"), place("reference")];
  const named = new Map<string, Set<string>>();
  for (const { cells } of rows) {
    const name = comparableName(cells[at] ?? "");
    const references = named.get(name) ?? new Set();
    if (name !== "") named.set(name, references.add((cells[referenceAt] ?? "").trim().slice(0, 200)));
  }
  if (at < 0 || named.size === 0) throw new DomainError("invalid", "sanction.no-names");
  const edition = deps.digest(csv).slice(0, 40);
  // Of a name with more entries than are told apart the rest counts as one that nobody can be cleared of.
  const names = [...named].map(([name, all]) => ({
    name,
    references: all.size > entriesMost ? [...[...all].slice(1, entriesMost), ""] : [...all],
  }));
  const run = deps.ids.ulid();
  await perform(deps, actor, `sanctions:${run}:begin`, beginImport, { edition, run });
  for (let from = 0; from < names.length; from += namesPerCommit) {
    const part = names.slice(from, from + namesPerCommit);
    await perform(deps, actor, `sanctions:${run}:${from}`, putNames, { edition, run, names: part });
  }
  return perform(deps, actor, `sanctions:${run}:in-force`, putInForce, { edition, run, names: names.length });
}
