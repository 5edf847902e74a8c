/** Whether bytes are what the file's name says and do no harm as far as one can see: by their content, never by what was claimed. */
import type { Inspector } from "../port/file-store.ts";
import { type FileRefusal, fileBytesMost } from "./file.ts";
import type { FileKind } from "./file-name.ts";
import { unzip, type ZipEntry } from "./zip.ts";

/** The test file of the antivirus industry (eicar.org), in two halves so that no scanner takes this source for it. */
const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

/** Undefined where nothing speaks against the bytes. */
export function refusalOf(bytes: Uint8Array, kind: FileKind, inflate: Inspector["inflate"]): FileRefusal | undefined {
  if (bytes.length === 0) return "empty";
  if (bytes.length > fileBytesMost) return "too-large";
  if (holds(bytes, eicar)) return "harmful";
  switch (kind) {
    case "pdf":
      return startsWith(bytes, "%PDF-") ? undefined : "other-type";
    case "png":
      return startsWith(bytes, "\x89PNG\r\n\x1a\n") ? undefined : "other-type";
    case "jpg":
    case "jpeg":
      return startsWith(bytes, "\xff\xd8\xff") ? undefined : "other-type";
    case "txt":
    case "csv":
      return isText(bytes) ? undefined : "other-type";
    default:
      return refusalOfOffice(bytes, kind, inflate);
  }
}

function refusalOfOffice(
  bytes: Uint8Array,
  kind: "docx" | "xlsx" | "odt" | "ods",
  inflate: Inspector["inflate"],
): FileRefusal | undefined {
  if (!startsWith(bytes, "PK\x03\x04")) return "other-type";
  const unzipped = unzip(bytes, inflate);
  if (unzipped.kind !== "entries") return unzipped.kind;
  const { entries } = unzipped;
  if (entries.some((entry) => holds(entry.bytes, eicar))) return "harmful";
  if (!isOffice(entries, kind)) return "other-type";
  const program = /(^|\/)(vbaProject\.bin|Basic\/|Scripts\/)/i;
  return entries.some(({ name }) => program.test(name)) ? "macros" : undefined;
}

function isOffice(entries: readonly ZipEntry[], kind: "docx" | "xlsx" | "odt" | "ods"): boolean {
  const named = (name: string) => entries.find((entry) => entry.name === name);
  const has = (name: string) => named(name) !== undefined;
  if (kind === "docx") return has("[Content_Types].xml") && has("word/document.xml");
  if (kind === "xlsx") return has("[Content_Types].xml") && has("xl/workbook.xml");
  const type = `application/vnd.oasis.opendocument.${kind === "odt" ? "text" : "spreadsheet"}`;
  const mimetype = named("mimetype")?.bytes;
  return mimetype !== undefined && mimetype.length === type.length && startsWith(mimetype, type);
}

/** @param text one character per byte */
function startsWith(bytes: Uint8Array, text: string): boolean {
  return bytes.length >= text.length && [...text].every((sign, at) => bytes[at] === sign.charCodeAt(0));
}

function holds(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (startsWith(bytes.subarray(at, at + text.length), text)) return true;
  return false;
}

/** UTF-8 without control characters but tab and line breaks. */
function isText(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      if ((byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 0x7f) return false;
      at += 1;
      continue;
    }
    const more =
      byte >= 0xf0 && byte <= 0xf4 ? 3 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xc2 && byte < 0xe0 ? 1 : 0;
    if (more === 0) return false;
    for (let next = 1; next <= more; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return false;
    at += 1 + more;
  }
  return true;
}
