/** The only place that makes a chosen file into what the API reads: a workbook as it is, anything else as text. */
import type { ImportFile } from "./imports-query.ts";

/** CSV in UTF-8; in what older spreadsheets write (Windows-1252) where it is none. */
export async function readImportFile(file: File): Promise<ImportFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { as: "xlsx", base64: base64Of(bytes) };
  return { as: "csv", text: textOf(bytes) };
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
