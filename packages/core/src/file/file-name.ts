/** Which names of files are taken, and which kind each ending means. */
import { DomainError } from "../kernel/error.ts";

/** Endings that are taken. */
export const fileKinds = ["pdf", "docx", "xlsx", "odt", "ods", "png", "jpg", "jpeg", "txt", "csv"] as const;
export type FileKind = (typeof fileKinds)[number];

/** Separators, what Windows refuses, control and format characters (which can turn a name around), halves of pairs. */
const unsafe = /[\\/:*?"<>|]|\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}/u;
/** Names that some systems take for devices. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** The kind that the name's ending means. @throws invalid `file.name-unsafe`, `file.kind-unknown`. */
export function kindOfName(name: string): FileKind {
  const bad = unsafe.test(name) || name.includes("..") || /^[.\s]|[.\s]$/.test(name) || device.test(name);
  if (bad || name.length > 120 || name === "") throw new DomainError("invalid", "file.name-unsafe");
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const kind = fileKinds.find((one) => one === ending);
  if (kind === undefined) throw new DomainError("invalid", "file.kind-unknown", { ending, taken: fileKinds });
  return kind;
}

/** `Content-Disposition` by which a browser saves the file and never shows it (RFC 6266, RFC 8187). */
export function dispositionOf(name: string): string {
  const plain = name.normalize("NFKD").replaceAll(/[^\w.() -]/g, "_");
  const whole = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
