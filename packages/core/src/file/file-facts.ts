/** What every act on files of a case looks at: who may send which file, and which may still be taken away. */
import type { Case } from "../application/case.ts";
import type { Call } from "../call/call.ts";
import type { Claim } from "../claim/claim.ts";
import { type Actor, isMember, type PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { CaseId, OrganisationId } from "../kernel/id.ts";
import type { Reader } from "../port/store.ts";
import { requireParty } from "../voucher/party.ts";
import { payeeOf } from "../voucher/use-facts.ts";
import type { Voucher } from "../voucher/voucher.ts";
import { type CaseFile, evidenceSchema, type FileUse } from "./file.ts";

export interface FileFacts {
  readonly one: Case | undefined;
  readonly call: Call | undefined;
  readonly voucher: Voucher | undefined;
  readonly claims: readonly Claim[];
  readonly files: readonly CaseFile[];
}

export async function readFiles(reader: Reader, caseId: CaseId): Promise<FileFacts> {
  const [one, voucher, claims, files] = await Promise.all([
    reader.get("case", { caseId }),
    reader.get("voucher", { caseId }),
    reader.list("claim", { caseId }),
    reader.list("file", { caseId }),
  ]);
  const call = one === undefined ? undefined : await reader.get("call", { callId: one.callId });
  return { one, call, voucher, claims, files };
}

export interface FilePlaceIn {
  readonly one: Case;
  readonly person: PersonActor;
  /** Whose file it becomes. */
  readonly organisationId: OrganisationId;
  readonly claim?: number;
  readonly parkOnly?: true;
}

const writers = ["owner", "editor"] as const;
const acting = ["owner", "editor", "finance"] as const;
/** While a claim is looked at, the proof that the company paid its share may still come. */
const shareProved: readonly Case["status"][] = ["in-use", "reported", "claim-check", "queried"];
const evidenceTaken: readonly Case["status"][] = ["in-use", "queried"];

/**
 * Where a file of this use belongs, if the person may send it now.
 * @throws not_found `case.not-found` to outsiders; forbidden `actor.member-needed`; invalid `file.slot-unknown`;
 * conflict `file.not-now`.
 */
export function placeFor(facts: FileFacts, actor: Actor, use: FileUse, slot: string): FilePlaceIn {
  const { one, call } = facts;
  if (one === undefined || call === undefined) throw new DomainError("not_found", "case.not-found");
  return use === "document" ? placeOfDocument(one, call, actor, slot) : placeOfEvidence(facts, one, call, actor, slot);
}

function placeOfDocument(one: Case, call: Call, actor: Actor, slot: string): FilePlaceIn {
  const person = requireParty(actor, one.applicantId, writers, one);
  const document = call.documents?.find(({ documentId }) => documentId === slot);
  if (document === undefined) throw new DomainError("invalid", "file.slot-unknown", { slot });
  demandStatus(one, ["draft", "more-information"]);
  const hidden = document.parkOnly === true ? ({ parkOnly: true } as const) : {};
  return { one, person, organisationId: one.applicantId, ...hidden };
}

function placeOfEvidence(
  { voucher, claims }: FileFacts,
  one: Case,
  call: Call,
  actor: Actor,
  slot: string,
): FilePlaceIn {
  const byApplicant = slot === "own-share" && isMember(actor, one.applicantId, acting);
  const organisationId = byApplicant || voucher === undefined ? one.applicantId : payeeOf(call, voucher);
  const person = requireParty(actor, organisationId, acting, one);
  if (!evidenceSchema.safeParse(slot).success) throw new DomainError("invalid", "file.slot-unknown", { slot });
  demandStatus(one, voucher === undefined ? [] : byApplicant ? shareProved : evidenceTaken);
  const latest = Math.max(0, ...claims.map(({ claim }) => claim));
  const inHand = one.status === "in-use" || latest === 0 ? {} : { claim: latest };
  return { one, person, organisationId, ...inHand };
}

function demandStatus({ status }: Case, taken: readonly Case["status"][]): void {
  if (!taken.includes(status)) throw new DomainError("conflict", "file.not-now");
}

/** What was frozen by a submission or filed with a claim stays; what was never taken may always go. */
export function mayGo(file: CaseFile, one: Pick<Case, "status">): boolean {
  if (file.status !== "kept") return true;
  return file.use === "document" ? one.status === "draft" : file.claim === undefined;
}

/** @throws not_found `file.not-found` to everybody but the party that sent it. */
export function requireOwn(
  facts: Pick<FileFacts, "one" | "files">,
  actor: Actor,
  fileId: string,
): { one: Case; file: CaseFile } {
  const file = facts.files.find((each) => each.fileId === fileId);
  if (facts.one === undefined || file === undefined || !isMember(actor, file.organisationId, acting))
    throw new DomainError("not_found", "file.not-found");
  return { one: facts.one, file };
}

/** Files of a use that count, by slot. @throws conflict `file.still-checked` while one of them is looked at. */
export function keptOf(files: readonly CaseFile[], use: FileUse): CaseFile[] {
  const own = files.filter((file) => file.use === use);
  const checking = own.find(({ status }) => status === "checking");
  if (checking !== undefined) throw new DomainError("conflict", "file.still-checked", { name: checking.name });
  return own.filter(({ status }) => status === "kept");
}
