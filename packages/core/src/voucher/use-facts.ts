/** What every act on a voucher in use looks at, read together, and who of its parties is written to. */
import type { Case } from "../application/case.ts";
import type { Call } from "../call/call.ts";
import type { Claim } from "../claim/claim.ts";
import { DomainError } from "../kernel/error.ts";
import type { CaseId, OrganisationId } from "../kernel/id.ts";
import type { Share } from "../ledger/posting.ts";
import { type Candidate, type Recipient, recipientsOf } from "../letter/recipient.ts";
import type { Reader } from "../port/store.ts";
import type { Slot } from "../review/slot.ts";
import { readWorksAt, type WorksAt } from "../task/due.ts";
import type { Task } from "../task/task.ts";
import { type ParkOfWord, readWordOf } from "./second-word.ts";
import type { Voucher } from "./voucher.ts";

export interface UseFacts {
  readonly one: Case | undefined;
  readonly call: Call | undefined;
  readonly voucher: Voucher | undefined;
  readonly tasks: readonly Task[];
  readonly slots: readonly Slot[];
  readonly claims: readonly Claim[];
  readonly shares: readonly Share[];
  readonly applicants: readonly Recipient[];
  readonly providers: readonly Recipient[];
  /** Of the lead park; read where the end of a fund may have to be told. */
  readonly finance?: readonly Candidate[];
  /** Of the parks whose second word a change needs; read where one is proposed. */
  readonly words?: readonly ParkOfWord[];
  /** Whose working days the provider has; read where a day is set for it. */
  readonly providerWorksAt?: WorksAt;
}

/** Strong reads of the case's own items, its call and its contacts. */
export async function readUse(reader: Reader, caseId: CaseId): Promise<UseFacts> {
  const [one, voucher, tasks, slots, claims, shares] = await Promise.all([
    reader.get("case", { caseId }),
    reader.get("voucher", { caseId }),
    reader.list("task", { caseId }),
    reader.list("slot", { caseId }),
    reader.list("claim", { caseId }),
    reader.list("share", { caseId }),
  ]);
  const own = { one, voucher, tasks, slots, claims, shares };
  if (one === undefined) return { ...own, call: undefined, applicants: [], providers: [] };
  const contactsOf = async (organisationId: OrganisationId | undefined) =>
    organisationId === undefined ? [] : recipientsOf(reader, { kind: "organisation", organisationId }, one);
  const [call, applicants, providers] = await Promise.all([
    reader.get("call", { callId: one.callId }),
    contactsOf(one.applicantId),
    contactsOf(one.providerId),
  ]);
  return { ...own, call, applicants, providers };
}

/** As `readUse`, with the lead park's finance officers. */
export async function readUseWithFinance(reader: Reader, caseId: CaseId): Promise<UseFacts> {
  const facts = await readUse(reader, caseId);
  if (facts.one === undefined) return facts;
  const holder = { kind: "role", role: "finance", parkId: facts.one.leadPark } as const;
  return { ...facts, finance: await recipientsOf(reader, holder, facts.one) };
}

/** As `readUse`, with where the provider works. */
export async function readUseOfProvider(reader: Reader, caseId: CaseId): Promise<UseFacts> {
  const facts = await readUse(reader, caseId);
  const organisationId = facts.one?.providerId;
  if (organisationId === undefined) return facts;
  return { ...facts, providerWorksAt: await readWorksAt(reader, { kind: "organisation", organisationId }) };
}

/** As `readUse`, with the people of each park whose second word a change would need. */
export async function readUseWithWords(
  reader: Reader,
  caseId: CaseId,
  parksOf: (one: Case, facts: UseFacts) => readonly string[],
): Promise<UseFacts> {
  const facts = await readUse(reader, caseId);
  const { one } = facts;
  return one === undefined ? facts : { ...facts, words: await readWordOf(reader, one, parksOf(one, facts)) };
}

/** The case, or `not_found case.not-found`. */
export function requireCase(facts: Pick<UseFacts, "one">): Case {
  if (facts.one === undefined) throw new DomainError("not_found", "case.not-found");
  return facts.one;
}

/** Voucher and call of a case whose reader may know that it exists; `conflict voucher.not-issued` before there is one. */
export function requireVoucher(facts: Pick<UseFacts, "call" | "voucher">): { voucher: Voucher; call: Call } {
  const { voucher, call } = facts;
  if (voucher === undefined || call === undefined) throw new DomainError("conflict", "voucher.not-issued");
  return { voucher, call };
}

/** A voucher pays the provider, or reimburses the applicant: as its call says. */
export function payeeOf(
  call: Pick<Call, "pays">,
  voucher: Pick<Voucher, "applicantId" | "providerId">,
): OrganisationId {
  return call.pays === "provider" ? voucher.providerId : voucher.applicantId;
}

/** The contacts of the organisation that is paid. */
export function payeeContacts(
  facts: Pick<UseFacts, "applicants" | "providers">,
  call: Pick<Call, "pays">,
): readonly Recipient[] {
  return call.pays === "provider" ? facts.providers : facts.applicants;
}

/** All contacts of both parties, each person once. */
export function partyContacts(facts: Pick<UseFacts, "applicants" | "providers">): Recipient[] {
  return [...new Map([...facts.applicants, ...facts.providers].map((to) => [to.personId, to])).values()];
}

/** The claim now in hand: the latest. `conflict claim.none` before the first. */
export function requireClaim(claims: readonly Claim[]): Claim {
  const latest = [...claims].sort((a, b) => a.claim - b.claim).at(-1);
  if (latest === undefined) throw new DomainError("conflict", "claim.none");
  return latest;
}
