/** What every letter about a case says of it. */
import type { CaseLetterData } from "../letter/template.ts";
import { type NetworkFile, parkOf } from "../network/network-file.ts";
import type { Case } from "./case.ts";

export function caseLetterData(one: Case, network: NetworkFile): CaseLetterData {
  return {
    reference: one.reference,
    title: one.title,
    park: parkOf(network, one.leadPark).name,
    path: `/cases/${one.caseId}`,
  };
}
