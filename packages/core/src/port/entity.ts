/** The list of everything that is stored: schema and key fields per entity. A new entity is one line here and one in the adapter's keys. */
import type * as z from "zod";
import { aidGrantSchema, aidGroupSchema } from "../aid/group.ts";
import { caseSchema, referenceSchema } from "../application/case.ts";
import { draftSchema } from "../application/draft.ts";
import { offerSchema } from "../application/offer.ts";
import { sectionSchema } from "../application/section.ts";
import { approvalSchema } from "../approval/approval.ts";
import { amendmentSchema } from "../call/amendment.ts";
import { callSchema } from "../call/call.ts";
import { posedChallengeSchema } from "../call/challenge.ts";
import { claimSchema, invoiceUseSchema } from "../claim/claim.ts";
import { endedSoughtSchema } from "../closing/ended-sought.ts";
import { proposalSchema } from "../decision/proposal.ts";
import { releaseRunSchema } from "../decision/release-run/release-run.ts";
import { effectSchema } from "../effect/effect.ts";
import { enquirySchema, enquiryWaitingSchema } from "../enquiry/enquiry.ts";
import { eventSchema } from "../event/event.ts";
import { sealHeadSchema } from "../event/seal.ts";
import { fileSchema } from "../file/file.ts";
import { importPartSchema, importRunSchema } from "../import/import-run.ts";
import { idempotencySchema } from "../kernel/idempotency.ts";
import { bookSchema } from "../ledger/book.ts";
import { booksCheckSchema } from "../ledger/check-books.ts";
import { periodLockSchema } from "../ledger/period-lock.ts";
import { budgetSchema, postingSchema, shareSchema } from "../ledger/posting.ts";
import { digestSchema } from "../letter/digest/digest.ts";
import { letterSchema } from "../letter/letter.ts";
import { mailingSchema } from "../mailing/mailing.ts";
import { networkChangeSchema } from "../network/network-change.ts";
import { networkItemSchema } from "../network/network-item.ts";
import { formerMemberSchema } from "../organisation/former-member.ts";
import { invitationSchema } from "../organisation/invitation.ts";
import { memberSchema } from "../organisation/member.ts";
import { membershipSchema } from "../organisation/membership.ts";
import { mergeSchema } from "../organisation/merge/merge.ts";
import { organisationSchema } from "../organisation/organisation.ts";
import { providerEntrySchema } from "../organisation/provider-entry.ts";
import { accountChangeSchema } from "../payment/account-change.ts";
import { batchSchema, orderRefSchema, orderSchema, orderWaitingSchema } from "../payment/batch.ts";
import { interestsSchema } from "../person/interest.ts";
import { emailSchema, personSchema } from "../person/person.ts";
import { roleGrantSchema, roleHolderSchema } from "../person/role-grant.ts";
import { savedViewsSchema } from "../person/saved-view.ts";
import { recoverySchema } from "../recovery/recovery.ts";
import { frozenRankingSchema, tieVoteSchema } from "../review/ranking/frozen.ts";
import { rankingSchema } from "../review/ranking/ranking.ts";
import { reviewSchema } from "../review/review.ts";
import { reviewPlanSchema } from "../review/review-plan.ts";
import { runAnswerSchema, runSchema, runSeatsSchema, runSheetSchema } from "../review/run/run.ts";
import { slotSchema } from "../review/slot.ts";
import { translationSchema } from "../review/translation/translation.ts";
import { workSchema } from "../review/work.ts";
import { partyCaseSchema, rowSchema } from "../row/row.ts";
import { namesakeSchema } from "../sanction/namesake.ts";
import { sanctionListSchema, sanctionNameSchema } from "../sanction/sanction.ts";
import {
  challengeSchema,
  factorResetSchema,
  limitSchema,
  passkeyAskSchema,
  passkeyEntrySchema,
  passkeySchema,
  sessionRefSchema,
  sessionSchema,
  totpSchema,
} from "../sign-in/session.ts";
import { taskSchema } from "../task/task.ts";
import { messageSchema, readMarkSchema } from "../thread/message.ts";
import { voucherSchema } from "../voucher/voucher.ts";

/** `key` identifies an item; `within` is what a list of them needs at least (further key fields narrow it, in order). */
function entity<S extends z.ZodObject, const K extends readonly (keyof z.infer<S>)[], const W extends number>(
  schema: S,
  key: K,
  within: W,
) {
  return { schema, key, within };
}

export const entities = {
  network: entity(networkItemSchema, ["id"], 0),
  networkChange: entity(networkChangeSchema, ["id"], 0),
  person: entity(personSchema, ["personId"], 1),
  interests: entity(interestsSchema, ["personId"], 1),
  savedViews: entity(savedViewsSchema, ["personId"], 1),
  email: entity(emailSchema, ["email"], 1),
  grant: entity(roleGrantSchema, ["personId", "grantId"], 1),
  roleHolder: entity(roleHolderSchema, ["role", "scope", "personId", "grantId"], 2),
  membership: entity(membershipSchema, ["personId", "organisationId"], 1),
  formerMember: entity(formerMemberSchema, ["personId", "organisationId"], 1),
  member: entity(memberSchema, ["organisationId", "personId"], 1),
  invitation: entity(invitationSchema, ["organisationId", "invitationId"], 1),
  organisation: entity(organisationSchema, ["organisationId"], 1),
  merge: entity(mergeSchema, ["mergeId"], 0),
  providerEntry: entity(providerEntrySchema, ["organisationId"], 0),
  importRun: entity(importRunSchema, ["parkId", "importId"], 1),
  importPart: entity(importPartSchema, ["importId", "part"], 1),
  call: entity(callSchema, ["callId"], 0),
  enquiry: entity(enquirySchema, ["callId", "enquiryId"], 1),
  enquiryWaiting: entity(enquiryWaitingSchema, ["parkId", "callId", "enquiryId"], 1),
  posedChallenge: entity(posedChallengeSchema, ["parkId", "challengeId"], 1),
  amendment: entity(amendmentSchema, ["callId", "number"], 1),
  case: entity(caseSchema, ["caseId"], 1),
  draft: entity(draftSchema, ["callId", "caseId"], 1),
  reference: entity(referenceSchema, ["reference"], 1),
  endedSought: entity(endedSoughtSchema, ["callId"], 0),
  partyCase: entity(partyCaseSchema, ["organisationId", "caseId"], 1),
  section: entity(sectionSchema, ["caseId", "sectionId"], 1),
  file: entity(fileSchema, ["caseId", "fileId"], 1),
  offer: entity(offerSchema, ["caseId"], 1),
  translation: entity(translationSchema, ["caseId", "language"], 1),
  task: entity(taskSchema, ["caseId", "workflow", "attempt", "state", "slot", "round"], 1),
  slot: entity(slotSchema, ["caseId", "attempt", "slot"], 1),
  work: entity(workSchema, ["personId", "caseId", "attempt", "slot"], 1),
  reviewPlan: entity(reviewPlanSchema, ["caseId", "attempt", "planId"], 1),
  releaseRun: entity(releaseRunSchema, ["callId", "runId"], 1),
  mailing: entity(mailingSchema, ["parkId", "mailingId"], 1),
  run: entity(runSchema, ["callId", "runId"], 1),
  ranking: entity(rankingSchema, ["callId"], 1),
  frozenRanking: entity(frozenRankingSchema, ["callId", "round"], 1),
  tieVote: entity(tieVoteSchema, ["callId", "tieId"], 1),
  runSeats: entity(runSeatsSchema, ["runId", "part"], 1),
  runSheet: entity(runSheetSchema, ["runId", "caseId"], 1),
  runAnswer: entity(runAnswerSchema, ["runId", "round"], 1),
  review: entity(reviewSchema, ["caseId", "attempt", "slot", "reviewerId"], 1),
  proposal: entity(proposalSchema, ["caseId", "attempt", "round"], 1),
  approval: entity(approvalSchema, ["caseId", "attempt", "round", "parkId"], 1),
  voucher: entity(voucherSchema, ["caseId"], 1),
  share: entity(shareSchema, ["caseId", "parkId", "budgetYear"], 1),
  budget: entity(budgetSchema, ["ledger"], 1),
  book: entity(bookSchema, ["parkId", "bookKey"], 1),
  periodLock: entity(periodLockSchema, ["parkId"], 1),
  booksCheck: entity(booksCheckSchema, ["day"], 0),
  recovery: entity(recoverySchema, ["caseId", "recovery"], 1),
  posting: entity(postingSchema, ["ledger", "caseId", "postingId"], 1),
  claim: entity(claimSchema, ["caseId", "claim"], 1),
  invoiceUse: entity(invoiceUseSchema, ["providerId", "invoiceNumber"], 1),
  order: entity(orderSchema, ["caseId", "parkId", "claim", "purpose"], 1),
  orderRef: entity(orderRefSchema, ["endToEndId"], 1),
  orderWaiting: entity(orderWaitingSchema, ["parkId", "endToEndId"], 1),
  accountChange: entity(accountChangeSchema, ["organisationId"], 1),
  sanctionList: entity(sanctionListSchema, ["id"], 1),
  sanctionName: entity(sanctionNameSchema, ["name"], 1),
  namesake: entity(namesakeSchema, ["organisationId", "name", "reference"], 1),
  batch: entity(batchSchema, ["parkId", "batchId"], 1),
  aidGroup: entity(aidGroupSchema, ["aidGroupId"], 1),
  aidGrant: entity(aidGrantSchema, ["aidGroupId", "caseId", "parkId"], 1),
  event: entity(eventSchema, ["stream", "eventId"], 1),
  sealHead: entity(sealHeadSchema, ["stream"], 1),
  effect: entity(effectSchema, ["effectId"], 1),
  letter: entity(letterSchema, ["stream", "letterId"], 1),
  digest: entity(digestSchema, ["personId", "day"], 1),
  message: entity(messageSchema, ["caseId", "thread", "messageId"], 1),
  readMark: entity(readMarkSchema, ["caseId", "thread", "personId"], 1),
  row: entity(rowSchema, ["parkId", "callId", "caseId"], 2),
  challenge: entity(challengeSchema, ["askHash"], 1),
  session: entity(sessionSchema, ["tokenHash"], 1),
  sessionRef: entity(sessionRefSchema, ["personId", "sessionId"], 1),
  totp: entity(totpSchema, ["personId"], 1),
  factorReset: entity(factorResetSchema, ["personId"], 0),
  passkey: entity(passkeySchema, ["personId", "credentialId"], 1),
  passkeyEntry: entity(passkeyEntrySchema, ["askHash"], 1),
  passkeyAsk: entity(passkeyAskSchema, ["personId", "sessionId"], 1),
  limit: entity(limitSchema, ["scope", "window"], 2),
  idempotency: entity(idempotencySchema, ["actor", "key"], 2),
} as const;

export type Entities = typeof entities;
export type EntityName = keyof Entities;
export type ValueOf<N extends EntityName> = z.infer<Entities[N]["schema"]>;
type KeyField<N extends EntityName> = Entities[N]["key"][number] & keyof ValueOf<N>;
export type KeyOf<N extends EntityName> = Pick<ValueOf<N>, KeyField<N>>;
/** Leading key fields; which ones are needed at least is checked at run time by the adapter's key. */
export type WithinOf<N extends EntityName> = Partial<KeyOf<N>>;
