/** Reads what a bank says of a file it was sent (pain.002): it informs people and moves no money, for accepted is not yet booked. */
import { at, type ReadXml, textAt } from "./xml-read.ts";

export interface StatusLine {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly endToEndId: string;
  /** `ACCP`, `ACSC`, `PDNG`, `RJCT` … (ISO 20022 external code). */
  readonly status: string;
  /** The bank's reason code, of a rejection. */
  readonly reason?: string;
}

export function isPain002(root: ReadXml): boolean {
  return root.name === "Document" && at(root, "CstmrPmtStsRpt").length > 0;
}

/** One line per payment that the report names. */
export function parsePain002(root: ReadXml): StatusLine[] {
  return at(root, "CstmrPmtStsRpt", "OrgnlPmtInfAndSts", "TxInfAndSts").flatMap((one) => {
    const endToEndId = textAt(one, "OrgnlEndToEndId");
    const status = textAt(one, "TxSts");
    if (endToEndId === undefined || status === undefined) return [];
    const reason = textAt(one, "StsRsnInf", "Rsn", "Cd") ?? textAt(one, "StsRsnInf", "Rsn", "Prtry");
    return [{ line: one.line, endToEndId, status, ...(reason === undefined ? {} : { reason }) }];
  });
}
