/** Links to bytes: sealed for one person and a few minutes, and looked at again when they are used. */
import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type CaseId, caseIdSchema, type FileId, fileIdSchema } from "../kernel/id.ts";
import { addMilliseconds, type Instant, instantSchema } from "../kernel/instant.ts";
import type { Deps } from "../port/deps.ts";
import { viewCase } from "../view/case-view.ts";
import { type CaseFile, fileKey } from "./file.ts";
import { dispositionOf } from "./file-name.ts";

type Purpose = "file-send" | "file-fetch";
interface Named {
  readonly caseId: CaseId;
  readonly fileId: FileId;
}

const sealedSchema = z.object({ caseId: caseIdSchema, fileId: fileIdSchema, until: instantSchema });
const sendSeconds = 15 * 60;
const fetchSeconds = 5 * 60;
/** Of the address of the store itself, to which a link of ours leads at once. */
const onwardSeconds = 60;

export const sendAddressSchema = z.object({ href: z.string(), until: instantSchema });
export const fileLinkSchema = z.object({ href: z.string(), until: instantSchema });

/** What a link is bound to besides its time. */
const boundTo = ({ personId }: PersonActor): string => personId;

function sealed(deps: Deps, purpose: Purpose, actor: PersonActor, { caseId, fileId }: Named, seconds: number) {
  const until = addMilliseconds(deps.clock.now(), seconds * 1000);
  const text = JSON.stringify({ caseId, fileId, until });
  return { href: `/api/files/${deps.secrets.seal(purpose, boundTo(actor), text)}`, until };
}

/** @throws not_found `file.link-dead` for anybody else, afterwards, and for what we never sealed. */
function opened(deps: Deps, purpose: Purpose, actor: PersonActor, token: string): Named {
  const text = deps.secrets.open(purpose, boundTo(actor), token);
  const found = text === undefined ? undefined : sealedSchema.parse(JSON.parse(text));
  if (found === undefined || found.until <= deps.clock.now()) throw new DomainError("not_found", "file.link-dead");
  return found;
}

/** Where the sender of an announced file may PUT its bytes. @throws not_found `file.not-found`. */
export async function sendAddress(
  deps: Deps,
  actor: PersonActor,
  named: Named,
): Promise<{ href: string; until: Instant }> {
  const file = await deps.store.get("file", named);
  if (file === undefined || file.by !== actor.personId) throw new DomainError("not_found", "file.not-found");
  const own = sealed(deps, "file-send", actor, named, sendSeconds);
  const elsewhere = await deps.files.sendAddress(fileKey(file), file.bytes, sendSeconds);
  return elsewhere === undefined ? own : { ...own, href: elsewhere };
}

/** The product's own door for bytes. @throws what `opened` does; conflict `file.sent-before`; invalid `file.size-differs`. */
export async function receiveFile(deps: Deps, actor: PersonActor, token: string, bytes: Uint8Array): Promise<void> {
  const file = await deps.store.get("file", opened(deps, "file-send", actor, token));
  if (file === undefined) throw new DomainError("not_found", "file.not-found");
  if (file.status !== "awaited") throw new DomainError("conflict", "file.sent-before");
  if (bytes.length !== file.bytes)
    throw new DomainError("invalid", "file.size-differs", { announced: file.bytes, sent: bytes.length });
  await deps.files.write("quarantine", fileKey(file), bytes);
}

/** @throws not_found `case.not-found`, `file.not-found` unless this person may see the file now, and it is kept. */
async function requireVisible(deps: Deps, actor: PersonActor, { caseId, fileId }: Named): Promise<CaseFile> {
  const items = await deps.store.wholeCase(caseId);
  const view = viewCase(actor, items, deps.clock.now());
  if (view === undefined) throw new DomainError("not_found", "case.not-found");
  const shown = view.files.some((file) => file.fileId === fileId && file.status === "kept");
  const file = items.file.find((each) => each.fileId === fileId);
  if (!shown || file === undefined) throw new DomainError("not_found", "file.not-found");
  return file;
}

export async function linkToFile(
  deps: Deps,
  actor: PersonActor,
  named: Named,
): Promise<z.infer<typeof fileLinkSchema>> {
  await requireVisible(deps, actor, named);
  return sealed(deps, "file-fetch", actor, named, fetchSeconds);
}

export type Download =
  | { readonly at: string }
  | { readonly bytes: Uint8Array<ArrayBuffer>; readonly disposition: string };

/** What is behind a link, or where it is. @throws not_found `file.link-dead`, `file.not-found`, `file.gone`. */
export async function fetchFile(deps: Deps, actor: PersonActor, token: string): Promise<Download> {
  const file = await requireVisible(deps, actor, opened(deps, "file-fetch", actor, token));
  const disposition = dispositionOf(file.name);
  const at = await deps.files.fetchAddress(fileKey(file), disposition, onwardSeconds);
  if (at !== undefined) return { at };
  const bytes = await deps.files.read("kept", fileKey(file));
  if (bytes === undefined) throw new DomainError("not_found", "file.gone");
  return { bytes, disposition };
}
