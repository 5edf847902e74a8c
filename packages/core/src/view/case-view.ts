/** The only door through which a case leaves the core: what this person may see of it, in the state it is in. */
import * as z from "zod";
import { caseSchema, caseStatusSchema, promiseOf, questionSchema } from "../application/case.ts";
import { keptUntil } from "../application/draft.ts";
import { offerSchema } from "../application/offer.ts";
import { approvalSchema } from "../approval/approval.ts";
import { proposalSchema } from "../decision/proposal.ts";
import { type Actor, holdsRole, isMember } from "../kernel/actor.ts";
import { callIdSchema, caseIdSchema, organisationIdSchema } from "../kernel/id.ts";
import { type Instant, instantSchema } from "../kernel/instant.ts";
import { moneySchema } from "../kernel/money.ts";
import { shareSchema } from "../ledger/posting.ts";
import { orderSchema } from "../payment/batch.ts";
import type { CaseItems } from "../port/store.ts";
import { toAskBack } from "../recovery/ask-back-task.ts";
import { recoverySchema } from "../recovery/recovery.ts";
import { type Review, reviewSchema } from "../review/review.ts";
import { type Slot, slotSchema } from "../review/slot.ts";
import { translationSchema } from "../review/translation/translation.ts";
import { holderSchema, type Task, taskKindSchema, taskPath, taskStatusSchema } from "../task/task.ts";
import { voucherSchema } from "../voucher/voucher.ts";
import { offerFor, sectionsFor, translationsFor } from "./application-view.ts";
import { askedShown, askedShownSchema } from "./asked-provider-view.ts";
import { type Audience, audienceOf, isReleased, visibleSince, visibleStatus } from "./audience.ts";
import { claimOfParty, claimViewSchema } from "./claim-view.ts";
import { conditionShown, conditionViewSchema } from "./condition.ts";
import { filesFor, fileViewSchema } from "./file-view.ts";
import { importedOf, voucherOfParty } from "./shown-part.ts";

export const taskViewSchema = z.object({
  path: z.string(),
  kind: taskKindSchema,
  slot: z.string(),
  round: z.number().int(),
  holder: holderSchema,
  status: taskStatusSchema,
  opened: instantSchema,
  due: instantSchema,
  overdue: z.boolean(),
  outcome: z.string().optional(),
  by: z.string().optional(),
  at: instantSchema.optional(),
  /** What is to be asked back, of the task that wants that; of staff. */
  amount: moneySchema.optional(),
  /** The reader may answer it now. */
  mine: z.boolean(),
});
export type TaskView = z.infer<typeof taskViewSchema>;

export const caseViewSchema = z.object({
  caseId: caseIdSchema,
  reference: z.string(),
  title: z.string(),
  callId: callIdSchema,
  audience: z.enum(["staff", "auditor", "applicant", "provider", "reviewer"]),
  status: caseStatusSchema,
  since: instantSchema.optional(),
  /** Of an ended case: since when nothing can come of it any more. */
  closedAt: instantSchema.optional(),
  submittedAt: instantSchema.optional(),
  /** Promised to the applicant; for them and staff while there is no decision. */
  decisionBy: instantSchema.optional(),
  /** Of a draft, for its applicant: when it is erased if nobody changes it until then. */
  keptUntil: instantSchema.optional(),
  contentHash: z.string().optional(),
  leadPark: z.string(),
  payingParks: z.array(z.string()),
  applicant: z.object({ organisationId: organisationIdSchema, name: z.string() }),
  provider: z
    .object({ organisationId: organisationIdSchema, name: z.string(), parkId: z.string().optional() })
    .optional(),
  /** Of the applicant of a draft: the provider that it asked by mail. */
  askedProvider: askedShownSchema.optional(),
  language: z.string(),
  requested: moneySchema.optional(),
  awarded: moneySchema.optional(),
  /** Of a running voucher that was taken over: its reference there, and the line that brought it. */
  imported: caseSchema.shape.imported.unwrap().pick({ oldReference: true, at: true, from: true }).optional(),
  tasks: z.array(taskViewSchema),
  /** Section data with its version for the next save. */
  sections: z.record(
    z.string(),
    z.object({
      data: z.record(z.string(), z.unknown()),
      version: z.number().int(),
      savedAt: instantSchema,
      savedBy: z.string(),
    }),
  ),
  offer: offerSchema.optional(),
  /** Of those who review and who plan reviews; parties are not told that there is one. */
  translations: z.array(
    translationSchema
      .pick({ language: true, source: true, translator: true, words: true, addedAt: true })
      .extend({ current: z.boolean() }),
  ),
  /** Documents of the application and evidence of claims. */
  files: z.array(fileViewSchema),
  /** What the park asked while screening, and what it was answered; the last may be open. */
  questions: z.array(questionSchema.omit({ by: true, answeredBy: true })),
  /** What a screener found wanting, as a second person or an auditor reads it; parties are told by letter. */
  ineligibility: caseSchema.shape.ineligibility,
  /** The statement asked for before the grant, and what was stated. Of the applicant and its park. */
  condition: conditionViewSchema.optional(),
  scope: caseSchema.shape.scope,
  /** Of those who plan reviews. */
  translating: caseSchema.shape.translating,
  slots: z.array(slotSchema),
  reviews: z.array(reviewSchema),
  proposals: z.array(proposalSchema),
  approvals: z.array(approvalSchema),
  voucher: voucherSchema.optional(),
  shares: z.array(shareSchema),
  claims: z.array(claimViewSchema),
  orders: z.array(orderSchema),
  recoveries: z.array(recoverySchema),
});
export type CaseView = z.infer<typeof caseViewSchema>;

/** What `actor` may see of the case now; undefined if, for them, it does not exist. */
export function viewCase(actor: Actor, items: CaseItems, now: Instant): CaseView | undefined {
  const one = items.case[0];
  if (one === undefined) return undefined;
  const offer = items.offer[0];
  const audience = audienceOf(actor, one, offer, items.slot, now);
  if (audience === undefined) return undefined;
  const inside = audience.kind === "staff" || audience.kind === "auditor";
  const party = audience.kind === "applicant" || audience.kind === "provider";
  const released = isReleased(one.status);
  const tasks = items.task
    .filter((task) => inside || mayAnswer(actor, task, now))
    .map((task) => taskView(actor, task, now, inside));
  const voucher = items.voucher[0];
  return {
    caseId: one.caseId,
    reference: one.reference,
    title: one.title,
    callId: one.callId,
    audience: audience.kind,
    status: visibleStatus(one.status, audience),
    since: visibleSince(one, audience),
    ...(one.closedAt === undefined ? {} : { closedAt: one.closedAt }),
    submittedAt: one.submittedAt,
    decisionBy: inside || audience.kind === "applicant" ? promiseOf(one) : undefined,
    ...(audience.kind === "applicant" && one.status === "draft" ? { keptUntil: keptUntil(items) } : {}),
    ...(audience.kind === "applicant" ? askedShown(one, now) : {}),
    contentHash: audience.kind === "reviewer" ? undefined : one.contentHash,
    leadPark: one.leadPark,
    payingParks: one.payingParks,
    applicant: { organisationId: one.applicantId, name: one.applicantName },
    ...(one.providerId === undefined
      ? {}
      : {
          provider: {
            organisationId: one.providerId,
            name: one.providerName ?? "",
            ...(one.providerPark === undefined ? {} : { parkId: one.providerPark }),
          },
        }),
    language: one.language,
    requested: audience.kind === "reviewer" && !audience.opened ? undefined : one.requested,
    awarded: inside || (party && released) ? one.awarded : undefined,
    ...(inside && one.imported !== undefined ? { imported: importedOf(one.imported) } : {}),
    tasks,
    sections: sectionsFor(audience, items),
    offer: offerFor(audience, items),
    translations: translationsFor(audience, items),
    files: filesFor(actor, audience, one, items.file),
    questions:
      inside || audience.kind === "applicant"
        ? (one.questions ?? []).map(({ by: _by, answeredBy: _answeredBy, ...shown }) => shown)
        : [],
    ineligibility: inside ? one.ineligibility : undefined,
    scope: inside ? one.scope : undefined,
    translating: inside ? one.translating : undefined,
    ...((inside || audience.kind === "applicant") && released && one.condition !== undefined
      ? { condition: conditionShown(one.condition) }
      : {}),
    slots: inside ? items.slot : audience.kind === "reviewer" ? [slotOfReviewer(audience.slot)] : [],
    reviews: reviewsFor(actor, audience, items),
    proposals: inside ? items.proposal : [],
    approvals: inside ? items.approval : [],
    ...(voucher === undefined || !(inside || party)
      ? {}
      : { voucher: inside ? voucher : voucherOfParty(voucher, audience.kind === "applicant") }),
    shares: inside ? items.share : [],
    claims: inside
      ? items.claim
      : party
        ? items.claim.map((claim) => claimOfParty(claim, audience.kind === "applicant" ? "applicant" : "provider"))
        : [],
    orders: inside ? items.order : [],
    recoveries: inside ? items.recovery : [],
  };
}

const acting = ["owner", "editor", "finance"] as const;

/** Whether this person is among those who may answer the task, as far as the holder goes; the verb checks duties too. */
export function mayAnswer(actor: Actor, task: Pick<Task, "holder">, now: Instant): boolean {
  if (actor.kind !== "person") return false;
  const { holder } = task;
  if (holder.kind === "person") return holder.personId === actor.personId;
  if (holder.kind === "organisation") return isMember(actor, holder.organisationId, acting);
  return holdsRole(actor, holder.role, holder.parkId, now);
}

function taskView(actor: Actor, task: Task, now: Instant, inside: boolean): TaskView {
  const outcome = task.answer?.["outcome"];
  const amount = inside ? toAskBack(task) : undefined;
  return {
    path: taskPath(task),
    kind: task.kind,
    slot: task.slot,
    round: task.round,
    holder: task.holder,
    status: task.status,
    opened: task.opened,
    due: task.due,
    overdue: task.status === "open" && task.due < now,
    ...(typeof outcome === "string" ? { outcome } : {}),
    ...(inside && task.by !== undefined ? { by: task.by } : {}),
    ...(task.at === undefined ? {} : { at: task.at }),
    ...(amount === undefined ? {} : { amount }),
    mine: task.status === "open" && mayAnswer(actor, task, now),
  };
}

/** Who was asked before, and why they left, is between them and the park. */
function slotOfReviewer(slot: Slot): Slot {
  return { ...slot, tried: [], version: 0 };
}

/** As its reviewer wrote it: what the park makes of the words is between the park and the applicant. */
function asWritten(review: Review): Review {
  return { ...review, marks: review.marks.map(({ redacted: _of, ...mark }) => mark) };
}

/** A reviewer sees their own; staff see what is filed; a draft is its author's alone. */
function reviewsFor(actor: Actor, audience: Audience, items: CaseItems): CaseView["reviews"] {
  if (audience.kind === "reviewer" && actor.kind === "person")
    return items.review.filter((review) => review.reviewerId === actor.personId).map(asWritten);
  if (audience.kind === "staff" || audience.kind === "auditor")
    return items.review.filter((review) => review.status !== "draft");
  return [];
}
