/** A camt.053 as a bank would write it of some payments: booked (debits), or come back (credits). */
import { randomUUID } from "node:crypto";

export interface Booked {
  readonly endToEndId: string;
  /** Minor units. */
  readonly amount: number;
}

export function camt053(
  currency: string,
  day: string,
  lines: readonly Booked[],
  sign: "DBIT" | "CRDT" = "DBIT",
): string {
  const entries = lines.map(
    ({ endToEndId, amount }) =>
      `<Ntry><Amt Ccy="${currency}">${(amount / 100).toFixed(2)}</Amt><CdtDbtInd>${sign}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt><NtryDtls><TxDtls><Refs><AcctSvcrRef>B-${randomUUID().slice(0, 8)}</AcctSvcrRef><EndToEndId>${endToEndId}</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>${entries.join("")}</Stmt></BkToCstmrStmt></Document>`;
}
