/** Redress as the applicant reads it: whether it may be asked now, until when, and what became of it. */
import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { instantSchema } from "../kernel/instant.ts";
import { parkOf } from "../network/network-file.ts";
import type { Deps } from "../port/deps.ts";
import { against, isAboutAnother } from "../redress/ask-redress.ts";
import { redressSchema } from "../redress/redress.ts";
import { askableUntil, toldBy } from "../redress/window.ts";
import type { CaseView } from "./case-view.ts";

const shownAnswer = redressSchema.shape.outcome.unwrap().omit({ by: true }).optional();

export const redressViewSchema = z.object({
  /** The reader's company may ask now. */
  may: z.boolean(),
  /** Last instant to ask; absent while no delivery is proven, or where nothing can be asked. */
  until: instantSchema.optional(),
  redress: redressSchema.omit({ by: true }).extend({ admission: shownAnswer, outcome: shownAnswer }).optional(),
});
export type RedressView = z.infer<typeof redressViewSchema>;

/** Of the applicant, its park and auditors; for a provider or reviewer there is nothing to see. */
export async function viewRedress(deps: Deps, _actor: PersonActor, view: CaseView): Promise<RedressView> {
  if (view.audience === "provider" || view.audience === "reviewer") return { may: false };
  const [one, letters, network] = await Promise.all([
    deps.store.get("case", { caseId: view.caseId }),
    deps.store.list("letter", { stream: view.caseId }),
    deps.network.current(),
  ]);
  if (one === undefined) return { may: false };
  const { redress } = one;
  const claim = view.claims.map((each) => each.claim).at(-1) ?? 0;
  if (redress !== undefined && !isAboutAnother(one, redress, claim)) return { may: false, redress: shown(redress) };
  if (against[one.status] === undefined) return { may: false };
  const until = askableUntil(letters, toldBy(one, claim), parkOf(network, one.leadPark).zone);
  const open = until === undefined || deps.clock.now() <= until;
  return { may: open && view.audience === "applicant", ...(until === undefined ? {} : { until }) };
}

function shown({ by: _by, admission, outcome, ...redress }: z.infer<typeof redressSchema>): RedressView["redress"] {
  return {
    ...redress,
    ...(admission === undefined ? {} : { admission: { reasons: admission.reasons, at: admission.at } }),
    ...(outcome === undefined ? {} : { outcome: { reasons: outcome.reasons, at: outcome.at } }),
  };
}
