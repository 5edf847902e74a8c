/** An earlier award that was brought by mistake counts no more: taken back by two people with a reason, and it stays on record. */
import * as z from "zod";
import { type ImportRun, importIdSchema } from "../../import/import-run.ts";
import { requireSecondPerson } from "../../import/second-person.ts";
import { requirePerson } from "../../kernel/actor.ts";
import { DomainError } from "../../kernel/error.ts";
import { type Decision, verb } from "../../kernel/verb.ts";
import type { Reader } from "../../port/store.ts";
import type { AidGrant } from "../group.ts";
import { type AidFacts, broughtBefore, readAidFacts } from "./aid-facts.ts";
import { type BackCells, type BackFault, backCellsSchema } from "./aid-file.ts";

export const takeAidBackInput = z.object({
  organisationId: z.string(),
  row: backCellsSchema,
  from: z.object({ parkId: z.string(), importId: importIdSchema, line: z.number().int() }),
});
export const takeAidBackResult = z.object({ known: z.boolean(), reference: z.string() });

interface Facts extends AidFacts {
  readonly run: ImportRun | undefined;
}

/** What the row takes back, `freed` where that was done before; another park's award is as unknown as none. */
export function awardToTakeBack(
  { organisation, grants }: Pick<AidFacts, "organisation" | "grants">,
  row: BackCells,
  parkId: string,
): { award: AidGrant } | { faults: BackFault[] } {
  if (organisation === undefined) return { faults: [{ name: "organisation_number", code: "organisation-unknown" }] };
  const award = broughtBefore({ grants: grants.filter((one) => one.parkId === parkId) }, row, parkId);
  return award === undefined ? { faults: [{ name: "reference", code: "award-unknown" }] } : { award };
}

/** The second person of a run. Room only grows. @throws what `requireSecondPerson` throws; invalid `import.row` */
export const takeAidBack = verb({
  name: "aid.take-back",
  input: takeAidBackInput,
  async read(reader: Reader, { organisationId, row, from: { parkId, importId } }): Promise<Facts> {
    const [facts, run] = await Promise.all([
      readAidFacts(reader, organisationId, row),
      reader.get("importRun", { parkId, importId }),
    ]);
    return { ...facts, run };
  },
  decide(facts: Facts, actor, { row, from }, moment): Decision<z.infer<typeof takeAidBackResult>> {
    const { organisation, run } = facts;
    requireSecondPerson(run, requirePerson(actor), { applicant: organisation }, moment.now);
    const found = awardToTakeBack(facts, row, from.parkId);
    if ("faults" in found) throw new DomainError("invalid", "import.row", { faults: found.faults });
    const { award } = found;
    const { earlier, basis, jurisdiction, amount, currency, date } = award;
    if (earlier === undefined || award.status === "freed")
      return { changes: [], result: { known: true, reference: row.reference } };
    const at = { importId: from.importId, line: from.line };
    const takenBack = { reason: row.reason, at: moment.now, from: at };
    return {
      changes: [
        { op: "replace", name: "aidGrant", value: { ...award, status: "freed", earlier: { ...earlier, takenBack } } },
      ],
      events: [
        {
          stream: `organisation:${earlier.organisationId}`,
          type: "aid.taken-back",
          facts: {
            parkId: from.parkId,
            basis,
            jurisdiction,
            amount,
            currency,
            grantedOn: date,
            grantor: earlier.grantor,
            reference: earlier.reference,
            reason: row.reason,
            ...at,
          },
        },
      ],
      result: { known: false, reference: row.reference },
    };
  },
});
