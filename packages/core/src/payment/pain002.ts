/** Reads what a bank says of a file it was sent (pain.002): it informs people and moves no money, for accepted is not yet booked. */
import { at, type ReadXml, textAt } from "./xml-read.ts";

export interface StatusLine {
  /** Line of the file, from 1. */
  readonly line: number;
  /** Empty where the report is about the whole file. */
  readonly endToEndId: string;
  /** MsgId of the file that was sent. */
  readonly messageId?: string;
  /** `ACCP`, `ACSC`, `PDNG`, `RJCT` … (ISO 20022 external code). */
  readonly status: string;
  /** The bank's reason code, of a rejection. */
  readonly reason?: string;
}

export function isPain002(root: ReadXml): boolean {
  return root.name === "Document" && at(root, "CstmrPmtStsRpt").length > 0;
}

/** One line per payment that the report names, and one for the file where the bank judged it whole. */
export function parsePain002(root: ReadXml): StatusLine[] {
  const [about] = at(root, "CstmrPmtStsRpt", "OrgnlGrpInfAndSts");
  const messageId = about && textAt(about, "OrgnlMsgId");
  const file = messageId === undefined ? {} : { messageId };
  const whole = about && textAt(about, "GrpSts");
  const parts = at(root, "CstmrPmtStsRpt", "OrgnlPmtInfAndSts");
  const judged = parts.flatMap((part) => textAt(part, "PmtInfSts") ?? []);
  // A file of one payment block is often judged by that block alone.
  const status = whole ?? (parts.length === 1 ? judged[0] : undefined);
  const lines = parts.flatMap((part) =>
    at(part, "TxInfAndSts").flatMap((one) => {
      const endToEndId = textAt(one, "OrgnlEndToEndId");
      const said = textAt(one, "TxSts");
      if (endToEndId === undefined || said === undefined) return [];
      return [{ line: one.line, endToEndId, status: said, ...file, ...reasonOf(one) }];
    }),
  );
  if (about === undefined || status === undefined || (lines.length > 0 && status !== "RJCT")) return lines;
  const [part] = whole === undefined ? parts : [about];
  return [
    { line: about.line, endToEndId: "", status, ...file, ...(part === undefined ? {} : reasonOf(part)) },
    ...lines,
  ];
}

function reasonOf(one: ReadXml): Pick<StatusLine, "reason"> {
  const reason = textAt(one, "StsRsnInf", "Rsn", "Cd") ?? textAt(one, "StsRsnInf", "Rsn", "Prtry");
  return reason === undefined ? {} : { reason };
}
