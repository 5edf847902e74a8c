/** The check before submitting: what is missing, every requirement with its answer, the price and the aid arithmetic. */
import * as z from "zod";
import type { Headroom } from "../aid/headroom.ts";
import { graceMinutes } from "../call/call-window.ts";
import { checkEligibility, requirementResultSchema } from "../eligibility/list.ts";
import { importIdSchema } from "../import/import-run.ts";
import { type Actor, isMember } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { CaseId } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { moneySchema } from "../kernel/money.ts";
import type { Deps } from "../port/deps.ts";
import { audienceOf } from "../view/audience.ts";
import { gapSchema, gapsOf } from "./completeness.ts";
import { documentsMissing } from "./documents.ts";
import { questionGaps } from "./question-answer.ts";
import { asTold, eligibilityFactsOf, readApplication, requireApplication } from "./read-application.ts";

export const fundingSchema = z.object({
  price: moneySchema,
  intensity: z.number(),
  byIntensity: moneySchema,
  maximum: moneySchema,
  requested: moneySchema,
  own: moneySchema,
  capped: z.boolean(),
});

export const headroomViewSchema = z.object({
  basis: z.string(),
  jurisdiction: z.string(),
  state: z.enum(["no-aid", "not-assessed", "not-in-force", "needs-category", "assessed"]),
  currency: z.string().optional(),
  ceiling: z.number().int().optional(),
  counted: z.number().int().optional(),
  room: z.number().int().optional(),
  asked: z.number().int().optional(),
  /** First and last day that count. */
  period: z.object({ from: z.string(), until: z.string() }).optional(),
  lines: z.array(
    z.object({
      kind: z.enum(["granted", "reserved", "declared", "earlier"]),
      day: z.string(),
      amount: z.number().int(),
      parkId: z.string().optional(),
      grantor: z.string().optional(),
      /** Of an earlier award: for staff alone. */
      reference: z.string().optional(),
      from: z.object({ importId: importIdSchema, line: z.number().int() }).optional(),
      /** Declared, too; it counts once. */
      declaredToo: z.boolean().optional(),
      original: moneySchema.optional(),
      rate: z.string().optional(),
      rateDate: z.string().optional(),
    }),
  ),
  source: z.string().optional(),
  fits: z.boolean(),
});

export const eligibilityReportSchema = z.object({
  checkedAt: instantSchema,
  /** Last moment at which a submission counts is `closes` plus this many minutes, by the server's clock. */
  closes: instantSchema,
  graceMinutes: z.number().int(),
  /** Nothing is missing and every requirement holds. */
  ready: z.boolean(),
  missing: z.array(gapSchema),
  /** Documents that the call wants and that are not there, by id. */
  documents: z.array(z.string()),
  requirements: z.array(requirementResultSchema),
  funding: fundingSchema.optional(),
  headrooms: z.array(headroomViewSchema),
});
export type EligibilityReport = z.infer<typeof eligibilityReportSchema>;

/** For members of the applicant, and for whom the case is open inside the network; for anyone else it does not exist. */
export async function checkApplication(
  deps: Pick<Deps, "store" | "network" | "clock">,
  actor: Actor,
  caseId: CaseId,
): Promise<EligibilityReport> {
  const [facts, files] = await Promise.all([readApplication(deps.store, caseId), deps.store.list("file", { caseId })]);
  const { one, call, sections } = requireApplication(facts);
  const now = deps.clock.now();
  const applies = isMember(actor, one.applicantId, ["owner", "editor", "finance", "viewer"]);
  if (!applies) {
    const slots = await deps.store.list("slot", { caseId });
    const audience = audienceOf(actor, one, facts.offer, slots, now);
    if (audience?.kind !== "staff" && audience?.kind !== "auditor")
      throw new DomainError("not_found", "case.not-found");
  }
  const stage = one.status === "draft" ? "check" : "screening";
  const known = applies ? asTold(facts) : facts;
  const eligibility = eligibilityFactsOf(known, { now, network: await deps.network.current() }, stage);
  const missing = [...gapsOf(sections), ...questionGaps(call.questions, sections)];
  const documents = documentsMissing(
    call,
    files.filter(({ status }) => status === "kept"),
  );
  const requirements = checkEligibility(eligibility);
  const { funding, headrooms } = eligibility;
  return {
    checkedAt: now,
    closes: call.closes,
    graceMinutes,
    ready: missing.length === 0 && documents.length === 0 && requirements.every(({ ok }) => ok),
    missing,
    documents,
    requirements,
    ...(funding === undefined ? {} : { funding }),
    headrooms: headrooms.map(viewHeadroom).map((view) => (applies ? withoutFiles(view) : view)),
  };
}

/** Which award of a linked company a park's file told of is the park's to know. */
function withoutFiles(view: z.infer<typeof headroomViewSchema>): z.infer<typeof headroomViewSchema> {
  return { ...view, lines: view.lines.map(({ reference: _, from: __, ...line }) => line) };
}

/** A ceiling's arithmetic with the source of its row, without what each park asks. */
export function viewHeadroom({ row, lines, asks: _, ...figures }: Headroom): z.infer<typeof headroomViewSchema> {
  return {
    ...figures,
    lines: [...lines],
    ...(row === undefined ? {} : { source: `${row.source.act}, ${row.source.article}` }),
  };
}
