/** Enters namesakes of a sanctions list from the operator's file: all of its lines, or none. */
import { requireOperator, type SystemActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { perform } from "../kernel/perform.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { organisationOf } from "../organisation/family.ts";
import type { Organisation } from "../organisation/organisation.ts";
import { organisationIdOf } from "../organisation/organisation-id.ts";
import { csvRows } from "../payment/csv-cells.ts";
import type { Deps } from "../port/deps.ts";
import type { Reader } from "../port/store.ts";
import { namesakeEntrySchema } from "./namesake.ts";
import { comparableName } from "./sanction.ts";

interface Facts {
  readonly organisation: Organisation | undefined;
}

const clearNamesake = verb({
  name: "sanction.clear-namesake",
  input: namesakeEntrySchema,
  read: async (reader: Reader, { organisationId }): Promise<Facts> => ({
    organisation: await reader.get("organisation", { organisationId }),
  }),
  decide({ organisation }: Facts, actor, entry, { now }): Decision<{ cleared: true }> {
    requireOperator(actor);
    if (organisation === undefined) throw new DomainError("not_found", "organisation.not-found");
    const { organisationId, reference } = entry;
    return {
      changes: [{ op: "put", name: "namesake", value: { ...entry, at: now, version: 0 } }],
      events: [
        {
          stream: `organisation:${organisationId}`,
          type: "sanction.namesake-cleared",
          facts: { reference },
        },
      ],
      result: { cleared: true },
    };
  },
});

const columns = ["register_scheme", "register_id", "name", "reference", "reason", "decided_by"] as const;
type Column = (typeof columns)[number];

export interface NamesakeProblem {
  readonly line: number;
  readonly problem: "unknown-organisation" | "incomplete";
}

/**
 * The operator's CSV of namesakes, with the columns `register_scheme`, `register_id` (of the company or provider), `name`,
 * `reference` (as on the list), `reason` and `decided_by`. Nothing is done while a line is wrong; the same file again
 * says the same. @throws invalid `sanction.namesake-columns` with those that are wanted.
 */
export async function importNamesakes(
  deps: Deps,
  actor: SystemActor,
  csv: string,
): Promise<{ cleared: number; problems: NamesakeProblem[] }> {
  const [header, ...rows] = csvRows(csv);
  const places = new Map(columns.map((column) => [column, header?.cells.indexOf(column) ?? -1]));
  if (rows.length === 0 || [...places.values()].some((place) => place < 0))
    throw new DomainError("invalid", "sanction.namesake-columns", { columns });
  const network = await deps.network.current();
  const read = await Promise.all(
    rows.map(async ({ cells, line }) => {
      const of = (column: Column) => (cells[places.get(column) ?? -1] ?? "").trim();
      const number = { registerScheme: of("register_scheme"), registerId: of("register_id") };
      const known = network.registerSchemes.some(({ id }) => id === number.registerScheme);
      const organisation = known
        ? await organisationOf(deps.store, organisationIdOf(network, number, deps.digest))
        : undefined;
      if (organisation === undefined) return { line, problem: "unknown-organisation" as const };
      const entry = namesakeEntrySchema.safeParse({
        organisationId: organisation.organisationId,
        name: comparableName(of("name")),
        reference: of("reference"),
        reason: of("reason"),
        decidedBy: of("decided_by"),
      });
      return entry.success ? entry.data : { line, problem: "incomplete" as const };
    }),
  );
  const problems = read.flatMap((one) => ("problem" in one ? [one] : []));
  const entries = read.flatMap((one) => ("problem" in one ? [] : [one]));
  if (problems.length > 0) return { cleared: 0, problems };
  for (const entry of entries)
    await perform(deps, actor, `namesake:${deps.digest(JSON.stringify(entry))}`, clearNamesake, entry);
  return { cleared: entries.length, problems };
}
