/** The countries of paying parks that may have to withhold tax: there, each invoice line says where the work was done. */
import { useParks } from "../../network.ts";
import type { Call, CaseView } from "./case-query.ts";

/** Empty where nobody is asked: no such park pays, or the company is reimbursed. */
export function usePlacesAsked(
  { payingParks }: Pick<CaseView, "payingParks">,
  pays: Call["pays"] | undefined,
): readonly string[] {
  const parks = useParks();
  if (pays !== "provider") return [];
  const withholding = parks.filter(({ id, withholds }) => withholds && payingParks.includes(id));
  return [...new Set(withholding.map(({ country }) => country))];
}
