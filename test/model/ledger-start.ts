/** How a story of the ledger begins: a call that two parks pay, three vouchers in use, and whom they pay. */

import { demoNetwork } from "@multihelix/core/network/demo.ts";
import type { Change } from "@multihelix/core/port/store.ts";
import { aCall } from "../fixture/build/call.ts";
import { aCase } from "../fixture/build/case.ts";
import { aMoment } from "../fixture/build/moment.ts";
import { anOrganisation } from "../fixture/build/organisation.ts";
import { aVoucher, eur } from "../fixture/build/voucher.ts";
import { caseIds, firstYear, mostOfVoucher, ofVoucher, percents } from "./ledger-acts.ts";

export const call = aCall({
  payers: firstYear.map((ledger) => ({
    parkId: ledger.parkId,
    ledger,
    sharePercent: percents[ledger.parkId] ?? 0,
    aidBasis: "not-assessed" as const,
  })),
  minimumAward: 1,
  maximumAward: mostOfVoucher,
});

const lab = anOrganisation();
const accounts = ["EUR", "SEK"].flatMap((currency) => lab.accounts.map((account) => ({ ...account, currency })));
const payingParks = firstYear.map(({ parkId }) => parkId);

export const beginning: readonly Change[] = [
  { op: "create", name: "call", value: call },
  { op: "create", name: "organisation", value: { ...lab, accounts } },
  ...caseIds.flatMap((caseId, at): Change[] => {
    const reference = `LIM-V26-7K3Q${at}`;
    const one = aCase({ caseId, reference, status: "in-use", payingParks, awarded: eur(ofVoucher) });
    const [value, left] = [eur(ofVoucher), eur(ofVoucher)];
    return [
      { op: "create", name: "case", value: one },
      { op: "create", name: "voucher", value: aVoucher({ caseId, value, left }) },
    ];
  }),
];

/** Every park names an authority that takes its currency. Ids of postings go on from act to act. */
export function startMoment(): ReturnType<typeof aMoment> {
  const network = demoNetwork();
  const remittance = network.parks.find(({ id }) => id === "sherbrooke")?.remittance;
  const [account] = accounts;
  if (remittance === undefined || account === undefined) throw new Error("Sherbrooke names its authority");
  const parks = network.parks.map((park) => ({
    ...park,
    remittance: { ...remittance, account: { ...account, currency: park.currency } },
  }));
  return aMoment("2027-02-01T09:00:00Z", { ...network, parks });
}
