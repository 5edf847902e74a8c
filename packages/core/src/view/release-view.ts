/** The preview of a release for staff: every letter, the amounts and the aid effect, before anything is told. */
import * as z from "zod";
import { conditionSchema } from "../aid/condition.ts";
import { headroomViewSchema, viewHeadroom } from "../application/check-application.ts";
import { whyAnewSchema } from "../decision/proposal.ts";
import { requirementResultSchema } from "../eligibility/list.ts";
import type { PersonActor } from "../kernel/actor.ts";
import type { CaseId } from "../kernel/id.ts";
import { moneySchema } from "../kernel/money.ts";
import { momentOf } from "../kernel/perform.ts";
import { languageSchema } from "../person/person.ts";
import type { Deps } from "../port/deps.ts";
import { readInside } from "./inside.ts";

export const releasePreviewSchema = z.object({
  kind: z.enum(["award", "reject"]),
  award: moneySchema.optional(),
  shares: z.array(
    z.object({ parkId: z.string(), amount: moneySchema, rate: z.string().optional(), rateDate: z.string().optional() }),
  ),
  headrooms: z.array(headroomViewSchema),
  /** Whether the day's aid headroom still carries the award. */
  fits: z.boolean(),
  /** Requirements that do not hold today. */
  failing: z.array(requirementResultSchema),
  /** Released today, it goes back to the proposal. */
  back: z.boolean(),
  why: whyAnewSchema.optional(),
  /** The law wants the company's statement before the grant. */
  conditional: z.boolean(),
  signed: conditionSchema.shape.signed,
  letters: z.array(
    z.object({
      kind: z.string(),
      to: z.string(),
      language: languageSchema,
      subject: z.string(),
      text: z.string(),
      html: z.string(),
    }),
  ),
});
export type ReleasePreviewView = z.infer<typeof releasePreviewSchema>;

/** `conflict proposal.none` where nothing waits to be released. */
export async function readReleasePreview(deps: Deps, actor: PersonActor, caseId: CaseId): Promise<ReleasePreviewView> {
  await readInside(deps, actor, caseId);
  // Loaded where a case has come so far: its letters are of no other view.
  const { previewRelease, readRelease } = await import("../decision/release-plan.ts");
  const facts = await readRelease(deps.store, caseId);
  const preview = previewRelease(facts, momentOf(deps, deps.ids.ulid(), await deps.network.current()));
  return {
    ...preview,
    failing: [...preview.failing],
    headrooms: preview.headrooms.map(viewHeadroom),
    letters: preview.letters.map(({ kind, to, language, subject, text, html }) => ({
      kind,
      to,
      language,
      subject,
      text,
      html,
    })),
  };
}
