/** The check before every view that only staff and auditors of a case may have. */
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { CaseId } from "../kernel/id.ts";
import type { Deps } from "../port/deps.ts";
import type { CaseItems } from "../port/store.ts";
import { type CaseView, viewCase } from "./case-view.ts";

/** The case as somebody inside a paying park sees it; for everybody else it does not exist. */
export async function readInside(
  deps: Pick<Deps, "store" | "clock">,
  actor: PersonActor,
  caseId: CaseId,
): Promise<{ view: CaseView; items: CaseItems }> {
  const items = await deps.store.wholeCase(caseId);
  const view = viewCase(actor, items, deps.clock.now());
  if (view === undefined || (view.audience !== "staff" && view.audience !== "auditor")) {
    throw new DomainError("not_found", "case.not-found");
  }
  return { view, items };
}
