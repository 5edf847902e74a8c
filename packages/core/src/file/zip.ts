/** The only reader of zip files: what is in them by their own directory, unpacked within limits (APPNOTE 6.3.10). */

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Unzipped =
  | { readonly kind: "entries"; readonly entries: readonly ZipEntry[] }
  | { readonly kind: "broken" | "expands" };

const entriesMost = 2_000;
/** All entries together, unpacked. */
const unpackedMost = 100 * 1024 * 1024;
/** An honest office file seldom packs a large part to less than a hundredth. */
const ratioMost = 150;
const smallBytes = 1024 * 1024;
const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const commentMost = 0xffff;

/** @param inflate raw deflate undone, or undefined beyond the given number of bytes */
export function unzip(
  file: Uint8Array,
  inflate: (bytes: Uint8Array, most: number) => Uint8Array | undefined,
): Unzipped {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = endOf(view);
  if (end === undefined) return { kind: "broken" };
  const count = view.getUint16(end + 10, true);
  if (count > entriesMost) return { kind: "expands" };
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  let left = unpackedMost;
  for (let index = 0; index < count; index++) {
    const header = directoryEntry(view, at);
    if (header === undefined) return { kind: "broken" };
    const packed = packedBytes(file, view, header);
    // Encrypted, or packed by a method that office programs do not use: nobody could look into it.
    if (packed === undefined || header.encrypted || (header.method !== 0 && header.method !== 8))
      return { kind: "broken" };
    // The size that the directory claims is not believed: what counts is what comes out.
    const bytes = header.method === 0 ? packed : inflate(packed, left);
    if (bytes === undefined) return { kind: "expands" };
    if (bytes.length > smallBytes && bytes.length > packed.length * ratioMost) return { kind: "expands" };
    left -= bytes.length;
    if (left < 0) return { kind: "expands" };
    entries.push({ name: textOf(file.subarray(header.nameAt, header.nameAt + header.nameLength)), bytes });
    at = header.next;
  }
  return { kind: "entries", entries };
}

function endOf(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - endLength - commentMost);
  for (let at = view.byteLength - endLength; at >= first; at--)
    if (view.getUint32(at, true) === endSignature && at + endLength + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  return undefined;
}

function directoryEntry(view: DataView, at: number) {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== directorySignature) return undefined;
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > view.byteLength) return undefined;
  return {
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    packed: view.getUint32(at + 20, true),
    local: view.getUint32(at + 42, true),
    nameAt: at + 46,
    nameLength,
    next,
  };
}

function packedBytes(
  file: Uint8Array,
  view: DataView,
  { local, packed }: { readonly local: number; readonly packed: number },
): Uint8Array | undefined {
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== localSignature) return undefined;
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  return from + packed > view.byteLength ? undefined : file.subarray(from, from + packed);
}

/** Names in office files are ASCII; others only have to differ from those that are looked for. */
function textOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 512));
}
