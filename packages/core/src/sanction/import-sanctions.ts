/** Imports a sanctions list: names in small commits, then the edition that counts, so that a half-read list is never in force. */
import * as z from "zod";
import { requireOperator, type SystemActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { perform } from "../kernel/perform.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { csvRows } from "../payment/csv-cells.ts";
import type { Deps } from "../port/deps.ts";
import type { Change, Reader } from "../port/store.ts";
import { comparableName } from "./sanction.ts";

const namesPerCommit = 60;

const nameInput = z.object({ name: z.string().min(1), reference: z.string().max(200) });

const putNames = verb({
  name: "sanction.put-names",
  input: z.object({ edition: z.string().min(1).max(80), names: z.array(nameInput).max(namesPerCommit) }),
  read: async () => ({}),
  decide(_facts: object, actor, { edition, names }): Decision<{ names: number }> {
    requireOperator(actor);
    const changes = names.map(
      ({ name, reference }): Change => ({
        op: "put",
        name: "sanctionName",
        value: { name, edition, reference, version: 0 },
      }),
    );
    return { changes, result: { names: names.length } };
  },
});

const putInForce = verb({
  name: "sanction.put-in-force",
  input: z.object({ edition: z.string().min(1).max(80), names: z.number().int().min(0) }),
  read: async (reader: Reader) => ({ list: await reader.get("sanctionList", { id: "current" }) }),
  decide({ list }, actor, { edition, names }): Decision<{ names: number }> {
    requireOperator(actor);
    const value = { id: "current" as const, edition, names, version: list?.version ?? 0 };
    return {
      changes: [
        list === undefined
          ? { op: "create", name: "sanctionList", value }
          : { op: "replace", name: "sanctionList", value },
      ],
      events: [{ stream: "network", type: "sanction.list-imported", facts: { edition, names } }],
      result: { names },
    };
  },
});

/**
 * CSV with a column `name`, and `reference` if there is one; a name may stand on several lines (aliases). The same file
 * again changes nothing. @throws invalid `sanction.no-names`.
 */
export async function importSanctions(deps: Deps, actor: SystemActor, csv: string): Promise<{ names: number }> {
  const [header, ...rows] = csvRows(csv);
  const place = (word: string) => header?.cells.findIndex((cell) => cell.toLowerCase() === word) ?? -1;
  const [at, referenceAt] = [place("name"), place("reference")];
  const named = new Map(
    rows.flatMap(({ cells }) => {
      const name = comparableName(cells[at] ?? "");
      return name === "" ? [] : [[name, (cells[referenceAt] ?? "").slice(0, 200)] as const];
    }),
  );
  if (at < 0 || named.size === 0) throw new DomainError("invalid", "sanction.no-names");
  const edition = deps.digest(csv).slice(0, 40);
  const names = [...named].map(([name, reference]) => ({ name, reference }));
  for (let from = 0; from < names.length; from += namesPerCommit) {
    const part = names.slice(from, from + namesPerCommit);
    await perform(deps, actor, `sanctions:${edition}:${from}`, putNames, { edition, names: part });
  }
  return perform(deps, actor, `sanctions:${edition}:${deps.ids.ulid()}`, putInForce, { edition, names: names.length });
}
