/** The form for reviewing without a connection, made for one reviewer after the declaration; come back, it is compared with what is saved, and changes nothing. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import type { Call } from "../call/call.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { DomainError } from "../kernel/error.ts";
import { type CaseId, caseIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { sayIn } from "../letter/say.ts";
import type { Language } from "../person/person.ts";
import type { Deps } from "../port/deps.ts";
import { rubricFor } from "../review/lay-part.ts";
import { formPage } from "../review/offline-form/form-page.ts";
import { type Review, writtenMarkSchema } from "../review/review.ts";
import { requireOwnSlot } from "../review/reviewer-facts.ts";
import type { Rubric } from "../review/rubric.ts";
import type { Slot } from "../review/slot.ts";

const purpose = "review-form";
const usualConfidence = 2;
/** Whose form it is: nobody else can give it back. */
const boundTo = ({ personId }: PersonActor): string => personId;
/** What a form was made for: asked again of others, or by another rubric, it is another form. */
const sealedSchema = z.object({
  caseId: caseIdSchema,
  slot: z.string(),
  attempt: z.number().int(),
  round: z.number().int(),
  rubric: z.string(),
});

export const returnedFormSchema = z.object({
  form: z.string().min(1).max(2000),
  marks: z.array(writtenMarkSchema.extend({ score: writtenMarkSchema.shape.score.optional() })).max(12),
  confidence: z.number().int().min(1).max(3),
});
export type ReturnedForm = z.infer<typeof returnedFormSchema>;

export const formComparisonSchema = z.object({
  /** When what is compared with was saved; absent where nothing was. */
  savedAt: instantSchema.optional(),
  changes: z.array(
    z.object({
      criterion: z.string(),
      field: z.enum(["score", "toApplicant", "toPark", "confidence"]),
      before: z.string(),
      after: z.string(),
    }),
  ),
});
export type FormComparison = z.infer<typeof formComparisonSchema>;

interface Own {
  readonly one: Case;
  readonly call: Call;
  readonly slot: Slot;
  readonly review: Review | undefined;
}

/** @throws not_found `case.not-found`; conflict `review.not-accepted` before the declaration, `review.already-filed`. */
async function requireOpen(deps: Deps, actor: PersonActor, caseId: CaseId, name: string): Promise<Own> {
  const [one, slots] = await Promise.all([deps.store.get("case", { caseId }), deps.store.list("slot", { caseId })]);
  if (one === undefined) throw new DomainError("not_found", "case.not-found");
  const { slot } = requireOwnSlot(actor, one, slots, name, deps.clock.now());
  const { attempt } = one;
  const [call, review] = await Promise.all([
    deps.store.get("call", { callId: one.callId }),
    deps.store.get("review", { caseId, attempt, slot: slot.slot, reviewerId: actor.personId }),
  ]);
  if (call === undefined) throw new DomainError("not_found", "case.not-found");
  if (review?.status === "filed")
    throw new DomainError("conflict", "review.already-filed", { filedAt: review.filedAt });
  if (slot.status !== "accepted") throw new DomainError("conflict", "review.not-accepted", { status: slot.status });
  return { one, call, slot, review };
}

function madeFor({ one, call, slot }: Own, digest: Deps["digest"]): z.infer<typeof sealedSchema> {
  const { caseId, attempt } = one;
  return {
    caseId,
    slot: slot.slot,
    attempt,
    round: slot.round,
    rubric: digest(canonicalJson(rubricFor(call.rubric, slot))),
  };
}

export async function makeReviewForm(
  deps: Deps,
  actor: PersonActor,
  { caseId, slot, language }: { readonly caseId: CaseId; readonly slot: string; readonly language: Language },
): Promise<{ text: string; type: string; fileName: string }> {
  const own = await requireOpen(deps, actor, caseId, slot);
  const { one, call, review } = own;
  const [project, offer] = await Promise.all([
    deps.store.get("section", { caseId, sectionId: "project" }),
    deps.store.get("offer", { caseId }),
  ]);
  const said = (name: string) => String(project?.data[name] ?? "");
  const price = offer?.content?.price;
  const token = deps.secrets.seal(purpose, boundTo(actor), JSON.stringify(madeFor(own, deps.digest)));
  const text = formPage(
    {
      reference: one.reference,
      title: one.title,
      applicant: one.applicantName,
      provider: one.providerName ?? "",
      language: one.language,
      texts: {
        summary: said("summary"),
        need: said("need"),
        effect: said("effect"),
        scope: offer?.content?.scope ?? "",
      },
      price: price === undefined ? "" : sayIn(language).money(price),
      rubric: rubricFor(call.rubric, own.slot),
      marks: review?.marks ?? [],
      confidence: review?.confidence ?? usualConfidence,
      token,
    },
    language,
  );
  return { text, type: "text/html; charset=utf-8", fileName: `review-${one.reference}.html` };
}

/** What the form would change. @throws invalid `review-form.not-yours`; conflict `review-form.outdated`; what `makeReviewForm` throws. */
export async function compareReviewForm(
  deps: Deps,
  actor: PersonActor,
  { caseId, slot, form }: { readonly caseId: CaseId; readonly slot: string; readonly form: ReturnedForm },
): Promise<FormComparison> {
  const own = await requireOpen(deps, actor, caseId, slot);
  const text = deps.secrets.open(purpose, boundTo(actor), form.form);
  const made = text === undefined ? undefined : sealedSchema.parse(JSON.parse(text));
  if (made === undefined || made.caseId !== caseId || made.slot !== own.slot.slot)
    throw new DomainError("invalid", "review-form.not-yours");
  if (canonicalJson(made) !== canonicalJson(madeFor(own, deps.digest)))
    throw new DomainError("conflict", "review-form.outdated");
  const { review } = own;
  return {
    ...(review === undefined ? {} : { savedAt: review.savedAt }),
    changes: changesOf(form, review, rubricFor(own.call.rubric, own.slot)),
  };
}

/** In the order of the rubric. What the form leaves empty takes nothing away from what is saved. */
function changesOf(form: ReturnedForm, review: Review | undefined, rubric: Rubric): FormComparison["changes"] {
  const marks = rubric.criteria.flatMap(({ id }) => {
    const before = review?.marks.find(({ criterion }) => criterion === id);
    const after = form.marks.find(({ criterion }) => criterion === id);
    return (["score", "toApplicant", "toPark"] as const).flatMap((field) => {
      const [old, next] = [String(before?.[field] ?? ""), String(after?.[field] ?? "")];
      return next === "" || next === old ? [] : [{ criterion: id, field, before: old, after: next }];
    });
  });
  const [old, next] = [String(review?.confidence ?? usualConfidence), String(form.confidence)];
  return old === next ? marks : [...marks, { criterion: "", field: "confidence", before: old, after: next }];
}
