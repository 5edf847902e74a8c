/** The doors by which files come and go: bytes in quarantine, bytes that are kept, and what looks into them. */

/** `quarantine`: as they were sent, shown to nobody. `kept`: looked at, and never changed again. */
export type FilePlace = "quarantine" | "kept";

/** How browsers send and fetch bytes. Undefined where the installation has no other door than its own API. */
export interface FileDoor {
  /** Where exactly `bytes` bytes may be PUT into quarantine during `seconds`. */
  sendAddress(key: string, bytes: number, seconds: number): Promise<string | undefined>;
  /** Where kept bytes can be fetched during `seconds`, as an attachment of this name and never shown in place. */
  fetchAddress(key: string, disposition: string, seconds: number): Promise<string | undefined>;
}

/** Bytes by key. A key is `app_…/fil_…`, never a name that somebody chose. */
export interface FileVault {
  read(place: FilePlace, key: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Whole or not at all. */
  write(place: FilePlace, key: string, bytes: Uint8Array): Promise<void>;
  /** No matter whether it is there. */
  remove(place: FilePlace, key: string): Promise<void>;
}

export interface FileStore extends FileDoor, FileVault {}

export interface Inspector {
  /** SHA-256 in hex. */
  digest(bytes: Uint8Array): string;
  /** Raw deflate undone; undefined where it is broken or would grow beyond `most` bytes. */
  inflate(bytes: Uint8Array, most: number): Uint8Array | undefined;
  /** What the installation's scanner says; without one nothing is known. A scanner that is away throws. */
  scan(bytes: Uint8Array): Promise<"clean" | "infected" | "not-scanned">;
}
