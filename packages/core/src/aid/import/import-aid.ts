/** An earlier award, made elsewhere, counts against its ceiling from now on: one dated grant of the undertaking, in one commit, once (domain §7, §13). */
import * as z from "zod";
import { type ImportRun, importIdSchema } from "../../import/import-run.ts";
import { requireSecondPerson } from "../../import/second-person.ts";
import { requirePerson } from "../../kernel/actor.ts";
import { DomainError } from "../../kernel/error.ts";
import { caseIdSchema } from "../../kernel/id.ts";
import { type Decision, type Moment, verb } from "../../kernel/verb.ts";
import type { NetworkFile } from "../../network/network-file.ts";
import type { Change, Reader } from "../../port/store.ts";
import type { AidGrant } from "../group.ts";
import { drawHistory } from "../reserve.ts";
import { type AidFacts, awardId, readAidFacts, rowOrganisation } from "./aid-facts.ts";
import { type AidCells, aidCellsSchema } from "./aid-file.ts";
import { type AidPlan, planAid } from "./aid-plan.ts";

/** The ids follow from public names by the network's rules, so they are worked out beforehand. */
export const importAidInput = z.object({
  awardId: caseIdSchema,
  organisationId: z.string(),
  row: aidCellsSchema,
  from: z.object({ parkId: z.string(), importId: importIdSchema, line: z.number().int() }),
});
export type ImportAidInput = z.infer<typeof importAidInput>;
export const importAidResult = z.object({ known: z.boolean(), reference: z.string() });
type Result = z.infer<typeof importAidResult>;

export function aidInput(
  row: AidCells,
  network: NetworkFile,
  digest: Moment["digest"],
): Pick<ImportAidInput, "awardId" | "organisationId" | "row"> {
  const organisationId = rowOrganisation(row, network, digest);
  return { awardId: awardId(row, organisationId, digest), organisationId, row };
}

interface Facts extends AidFacts {
  readonly run: ImportRun | undefined;
}

/**
 * The second person of a run. Over a ceiling or not, the award was made: it counts.
 * @throws what `requireSecondPerson` throws; invalid `import.row`; conflict `import.other-content`
 */
export const importAid = verb({
  name: "aid.import",
  input: importAidInput,
  async read(reader: Reader, { organisationId, row, from: { parkId, importId } }): Promise<Facts> {
    const [facts, run] = await Promise.all([
      readAidFacts(reader, organisationId, row),
      reader.get("importRun", { parkId, importId }),
    ]);
    return { ...facts, run };
  },
  decide(facts: Facts, actor, input: ImportAidInput, moment): Decision<Result> {
    const { row, from } = input;
    requireSecondPerson(facts.run, requirePerson(actor), { applicant: facts.organisation }, moment.now);
    const planned = planAid(facts, row, from.parkId, moment);
    if ("faults" in planned) {
      if (planned.faults.some(({ code }) => code === "other-content"))
        throw new DomainError("conflict", "import.other-content", { reference: row.reference });
      throw new DomainError("invalid", "import.row", { faults: planned.faults });
    }
    const { plan } = planned;
    const { before, aidGroup, counted, basis, jurisdiction, grantedOn, organisation } = plan;
    if (before?.status === "granted") return { changes: [], result: { known: true, reference: row.reference } };
    const grant = grantOf(plan, input, moment);
    const entered: Change =
      before === undefined
        ? { op: "create", name: "aidGrant", value: grant }
        : { op: "replace", name: "aidGrant", value: grant };
    return {
      changes: [drawHistory(aidGroup, counted.money.amount), entered],
      events: [
        {
          stream: `organisation:${organisation.organisationId}`,
          type: "aid.imported",
          facts: {
            parkId: from.parkId,
            basis,
            jurisdiction,
            amount: counted.money.amount,
            currency: counted.money.currency,
            grantedOn,
            grantor: row.grantor,
            reference: row.reference,
            importId: from.importId,
            line: from.line,
          },
        },
      ],
      result: { known: false, reference: row.reference },
    };
  },
});

function grantOf(plan: AidPlan, { awardId: caseId, row, from }: ImportAidInput, { now }: Moment): AidGrant {
  const { before, aidGroup, organisation, basis, jurisdiction, original, counted, grantedOn } = plan;
  return {
    // Taken back and brought anew, it stays where it is.
    aidGroupId: before?.aidGroupId ?? aidGroup.aidGroupId,
    caseId: before?.caseId ?? caseId,
    parkId: from.parkId,
    jurisdiction,
    basis,
    amount: counted.money.amount,
    currency: counted.money.currency,
    status: "granted",
    date: grantedOn,
    at: now,
    earlier: {
      organisationId: organisation.organisationId,
      grantor: row.grantor,
      reference: row.reference,
      original,
      ...(original.currency === counted.money.currency ? {} : { rate: counted.rate }),
      from: { importId: from.importId, line: from.line },
    },
    version: before?.version ?? 0,
  };
}
