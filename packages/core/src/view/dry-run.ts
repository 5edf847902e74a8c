/** A drafted call as its applicant, provider and reviewer would meet it, worked out for its managers and kept nowhere. */
import * as z from "zod";
import { checkApplication, eligibilityReportSchema } from "../application/check-application.ts";
import { type AskDryRun, type DryRun, dryStepSchema } from "../call/dry-run/dry-run.ts";
import { sendIt, type Walk, walkDraft } from "../call/dry-run/walk.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { CallId } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { perform } from "../kernel/perform.ts";
import { rehearse } from "../kernel/rehearse.ts";
import type { Deps } from "../port/deps.ts";
import { declareInterest } from "../review/declare.ts";
import { fileReview } from "../review/file-review.ts";
import { rubricFor } from "../review/lay-part.ts";
import { newSlot, plannedCount } from "../review/plan.ts";
import { saveReview } from "../review/save-review.ts";
import { percentOf } from "../review/score.ts";
import { openTask } from "../task/open-task.ts";
import { requireCallOf } from "./call-desk.ts";
import { type PublicCall, publicCall } from "./call-view.ts";
import { caseViewSchema, viewCase } from "./case-view.ts";
import { letterViewSchema, viewLetters } from "./letters.ts";
import { findProviders, providerSchema } from "./provider-view.ts";
import { strandsSchema } from "./strands.ts";
import { viewWorkflow } from "./workflow-view.ts";

export const dryRunViewSchema = z.object({
  /** The instant it is worked out for: now, or the opening where that is still to come. */
  at: instantSchema,
  view: caseViewSchema.extend({ names: z.record(z.string(), z.string()) }),
  check: eligibilityReportSchema,
  /** The way ahead as the parties see it; where it was asked for. */
  strands: strandsSchema.optional(),
  /** What would be written to the one in whose place the manager looks. */
  letters: z.array(letterViewSchema),
  providers: z.array(providerSchema),
  /** Steps of which the draft takes no more what was typed earlier. */
  refused: z.array(z.object({ step: dryStepSchema, code: z.string() })),
  /** Reviews that the plan of the call wants for what is asked. */
  reviews: z.number().int().min(0).max(3),
  /** The result of the marks so far, against the threshold; absent where nothing is assessed. */
  score: z.object({ percent: z.number(), threshold: z.number(), reached: z.boolean() }).optional(),
});
export type DryRunView = z.infer<typeof dryRunViewSchema>;

const slot = "r1";

/**
 * Managers of the lead park, while it is a draft. Nothing is written, drawn or sent.
 * @throws not_found `call.not-found`; forbidden `actor.role-needed`; conflict `call.wrong-state` once it is published; and
 * what the verb of the step in `doing` refuses.
 */
export async function readDryRun(
  deps: Deps,
  actor: PersonActor,
  callId: CallId,
  ask: AskDryRun,
): Promise<DryRunView & { call: PublicCall }> {
  const draft = await requireCallOf(deps, actor, callId);
  requireRole(actor, "manager", draft.leadPark, deps.clock.now());
  if (draft.state !== "draft")
    throw new DomainError("conflict", "call.wrong-state", { state: draft.state, wanted: "draft" });
  const walk = await walkDraft(deps, draft, ask);
  const applicant = walk.cast.actor("applicant", walk.cast.applicant.organisationId);
  const check = await checkApplication(walk.deps, applicant, walk.caseId);
  if (ask.run.sent) await sendIt(walk);
  if (ask.as === "reviewer") await review(walk, ask.run);
  const seen = await seenAs(walk, ask);
  const one = await walk.deps.store.get("case", { caseId: walk.caseId });
  const call = publicCall(walk.call, walk.now);
  if (one === undefined || call === undefined) throw new DomainError("not_found", "call.not-found");
  return {
    at: walk.now,
    call,
    ...seen,
    check,
    providers: (await findProviders(walk.deps.store, "")).map(({ version: _, ...provider }) => provider),
    refused: [...walk.refused],
    reviews: plannedCount(walk.call, one),
    ...scored(walk, ask.run),
  };
}

/** The case as one of the cast sees it, with the letters to them. */
async function seenAs(
  { deps, cast, caseId, now }: Walk,
  { as: part, run, drawnIn: language }: AskDryRun,
): Promise<Pick<DryRunView, "view" | "letters" | "strands">> {
  const speaksFor = { applicant: cast.applicant.organisationId, provider: run.provider, reviewer: undefined }[part];
  const actor = cast.actor(part, speaksFor);
  const items = await deps.store.wholeCase(caseId);
  const seen = viewCase(actor, items, now);
  if (seen === undefined) throw new DomainError("conflict", "dry-run.no-provider");
  const { keptUntil: _, ...view } = seen;
  const letters = await viewLetters(deps.store, actor, seen);
  const shown = { view: { ...view, names: {} }, letters };
  if (language === undefined) return shown;
  const network = await deps.network.current();
  const picture = { unreviewed: false, holders: new Map(), view: seen, items, names: {}, network, now, language };
  return { ...shown, strands: viewWorkflow(picture) };
}

/** The application as far as it is typed goes to one reviewer: a form can be judged before every answer is there. */
async function review({ deps, cast, caseId, now, step }: Walk, run: DryRun): Promise<void> {
  const actor = cast.actor("reviewer");
  const { personId } = actor;
  const one = await deps.store.get("case", { caseId });
  if (one === undefined) throw new DomainError("not_found", "case.not-found");
  const set = { status: "in-review", submittedAt: now } as const;
  const lay = run.lay ? { lay: true as const } : {};
  const seat = { ...newSlot(one, one.attempt, slot, { personId, parkId: undefined, soft: [] }, now), ...lay };
  await deps.store.commit([
    { op: "patch", name: "case", key: { caseId }, set, when: {} },
    { op: "create", name: "slot", value: seat },
  ]);
  await ask("declare", "Declare");
  const { declaration, review: written } = run;
  if (declaration === undefined) return;
  const said = { ...declaration, caseId, slot };
  // Whoever leaves sees the case no more; here the answer is judged, and the form stays for another.
  if (declaration.outcome !== "accepted") {
    await step("declare", () => rehearse(deps, actor, declareInterest, said));
    return;
  }
  if (!(await step("declare", () => perform(deps, actor, "declare", declareInterest, said)))) return;
  await ask("review", "Review");
  if (written === undefined) return;
  const filed =
    run.filed && (await step("file", () => perform(deps, actor, "file", fileReview, { caseId, slot, ...written })));
  if (!filed) await step("review", () => saveReview(deps, actor, { caseId, slot, ...written }));

  async function ask(kind: "declare" | "review", state: string): Promise<void> {
    const key = { caseId, workflow: "voucher-selection", attempt: 1, state, slot, round: 1 } as const;
    const system = { kind: "system", name: "workflow" } as const;
    const waiting = { kind, token: "dry-run", execution: "dry-run", entered: now, retry: 0 };
    await perform(deps, system, state, openTask, { ...key, ...waiting });
  }
}

function scored({ call }: Walk, { review: written, lay }: DryRun): Pick<DryRunView, "score"> {
  const percent = percentOf(rubricFor(call.rubric, { lay }), written?.marks ?? []);
  if (percent === undefined) return {};
  const { threshold } = call.rubric;
  return { score: { percent, threshold, reached: percent >= threshold } };
}
