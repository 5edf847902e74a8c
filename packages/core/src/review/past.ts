/** Earlier awards of a case's organisations and the people who carried them: what "worked together" is judged on. */
import type { Case } from "../application/case.ts";
import type { OrganisationId } from "../kernel/id.ts";
import { familyOf } from "../organisation/family.ts";
import type { Reader } from "../port/store.ts";
import type { CaseParties } from "./conflict/conflict.ts";

/** The newest cases per organisation that are looked at; ids sort by time. */
const newest = 50;

export async function readPast(
  reader: Reader,
  one: Case,
  organisationIds: readonly OrganisationId[],
): Promise<CaseParties["past"]> {
  const families = await Promise.all(organisationIds.map((organisationId) => familyOf(reader, organisationId)));
  const lists = await Promise.all(
    families.flat().map((organisationId) => reader.list("partyCase", { organisationId })),
  );
  const caseIds = new Set(lists.flatMap((list) => list.slice(-newest).map(({ caseId }) => caseId)));
  caseIds.delete(one.caseId);
  const found = await Promise.all(
    [...caseIds].map(async (caseId) => {
      const voucher = await reader.get("voucher", { caseId });
      if (voucher === undefined) return [];
      const [earlier, offer] = await Promise.all([reader.get("case", { caseId }), reader.get("offer", { caseId })]);
      const persons = [earlier?.contactId, offer?.confirmedBy].flatMap((person) => person ?? []);
      return [{ issuedAt: voucher.issuedAt, persons }];
    }),
  );
  return found.flat();
}
