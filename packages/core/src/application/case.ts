/** The case: one application with its status, parties and the facts that lists and letters need. */
import * as z from "zod";
import { conditionSchema } from "../aid/condition.ts";
import { callIdSchema, caseIdSchema, organisationIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { moneySchema } from "../kernel/money.ts";
import { languageSchema } from "../person/person.ts";
import { redressSchema } from "../redress/redress.ts";
import { scopeSchema } from "../review/scope.ts";
import { translatingSchema } from "../review/translation/translating.ts";
import { askedProviderSchema } from "./asked-provider.ts";
import { handoverSchema, partSchema } from "./handover.ts";

export const caseStatuses = [
  "draft",
  "screening",
  "more-information",
  "ineligible-proposed",
  "in-review",
  "deciding",
  "approving",
  "approved",
  "conditional",
  "issued",
  "in-use",
  "suspended",
  "reported",
  "disputed",
  "claim-check",
  "queried",
  "claim-refused",
  "paying",
  "redeemed",
  "rejected",
  "ineligible",
  "withdrawn",
  "lapsed",
  "expired",
  "cancelled",
  "closed",
] as const;
export const caseStatusSchema = z.enum(caseStatuses);
export type CaseStatus = z.infer<typeof caseStatusSchema>;

/** Statuses of what was submitted and is not proposed yet: it wants money of its call and holds none. */
export const unproposedStatuses: readonly CaseStatus[] = [
  "screening",
  "more-information",
  "ineligible-proposed",
  "in-review",
  "deciding",
];

/** Statuses of what was submitted and is not told to be decided. */
export const undecidedStatuses: readonly CaseStatus[] = [...unproposedStatuses, "approving", "approved"];

/** Until when the applicant may expect the decision: of the first attempt, which is what was promised, while it is undecided. */
export function promiseOf({ attempt, status, decisionBy }: Pick<Case, "attempt" | "status" | "decisionBy">) {
  return attempt === 1 && undecidedStatuses.includes(status) ? decisionBy : undefined;
}

/** Whether the statement that an announced award asked for was made, so that it waits for its grant alone. */
export function isStated({ status, condition }: Pick<Case, "status" | "condition">): boolean {
  return status === "conditional" && condition?.statement !== undefined;
}

/** Statuses in which no workflow runs; of tasks only the ask after redemption may be open. */
export const terminalStatuses: readonly CaseStatus[] = [
  "redeemed",
  "rejected",
  "ineligible",
  "withdrawn",
  "lapsed",
  "expired",
  "cancelled",
  "closed",
];

/** Over without a payment to the end. They keep that status as their outcome; once nothing can come any more, `closedAt` says so. */
export const endedStatuses: readonly CaseStatus[] = [
  "rejected",
  "ineligible",
  "withdrawn",
  "lapsed",
  "expired",
  "cancelled",
];

export const questionSchema = z.object({
  question: z.string().min(1).max(2000),
  by: personIdSchema,
  at: instantSchema,
  answer: z.string().max(4000).optional(),
  answeredBy: personIdSchema.optional(),
  answeredAt: instantSchema.optional(),
});
export type Question = z.infer<typeof questionSchema>;

export const caseSchema = z.object({
  caseId: caseIdSchema,
  /** For people: `LIM-V26-7K3QX`. */
  reference: z.string(),
  callId: callIdSchema,
  leadPark: z.string(),
  payingParks: z.array(z.string()),
  applicantId: organisationIdSchema,
  applicantName: z.string(),
  /** ISO country of the applicant: its calendar and zone bind the applicant's due dates. */
  applicantCountry: z.string(),
  contactId: personIdSchema,
  /** Colleagues who were asked to take over from a contact, by party. */
  handover: z.partialRecord(partSchema, handoverSchema).optional(),
  providerId: organisationIdSchema.optional(),
  providerName: z.string().optional(),
  providerPark: z.string().optional(),
  /** A provider that is not in the list was asked by mail; of a draft, until one is chosen or answers. */
  askedProvider: askedProviderSchema.optional(),
  /** Letters that the draft has sent in this way; absent: none. */
  askedProviders: z.number().int().optional(),
  /** Providers of the list that the draft has asked, one after the other; absent: none. */
  invitedProviders: z.number().int().optional(),
  title: z.string(),
  language: languageSchema,
  status: caseStatusSchema,
  statusSince: instantSchema,
  /** Of an ended case: since when nothing can come of it any more. */
  closedAt: instantSchema.optional(),
  /** Attempt of voucher-selection (and of voucher-use once issued). */
  attempt: z.number().int().min(1),
  useAttempt: z.number().int().min(1),
  /** Restarts by the reconciler within the attempt: makes the execution's name unique. */
  restarts: z.number().int().min(0),
  /** First round of its wait for the ranking and of its proposals, since it went back to its reviews or to that wait; absent: 1. */
  roundsFrom: z.number().int().min(1).optional(),
  /** Hash of the workflow definition the case runs under. */
  definition: z.string().optional(),
  submittedAt: instantSchema.optional(),
  /** By when its call promised the decision as it was submitted; a later change of the call does not change it. */
  decisionBy: instantSchema.optional(),
  /** SHA-256 over the frozen content of all sections and the offer. */
  contentHash: z.string().optional(),
  /** What the park asked the applicant while screening, and what it was answered; the last is the open one. */
  questions: z.array(questionSchema).optional(),
  /** Set by the screener; told to the applicant once a second person has confirmed it. */
  ineligibility: z.object({ reasons: z.string(), by: personIdSchema, at: instantSchema }).optional(),
  /** Set at release where the law wants a statement before the grant. */
  condition: conditionSchema.optional(),
  /** Settled where a reviewer answered *out of scope*. */
  scope: scopeSchema.optional(),
  /** How it stands with the translation service while the case waits for reviewers. */
  translating: translatingSchema.optional(),
  /** Asked once against a decision (domain §9); the latest. */
  redress: redressSchema.optional(),
  /** Requests against earlier decisions, all settled. */
  redressBefore: z.array(redressSchema).optional(),
  /** A running voucher that was taken over from another system: its reference there, and what its row said. */
  imported: z
    .object({
      oldReference: z.string(),
      hash: z.string(),
      at: instantSchema,
      /** Where two people brought it on the page of imports. */
      from: z.object({ importId: z.templateLiteral(["imp_", z.string()]), line: z.number().int() }).optional(),
    })
    .optional(),
  requested: moneySchema.optional(),
  awarded: moneySchema.optional(),
  createdAt: instantSchema,
  version: z.number().int().default(0),
});
export type Case = z.infer<typeof caseSchema>;

/** The uniqueness item of a reference. */
export const referenceSchema = z.object({
  reference: z.string(),
  caseId: caseIdSchema,
  version: z.number().int().default(0),
});
