/** Asks the conflict rules again for every case that a person reviews, or reviewed and that is not decided. */
import { perform } from "../../kernel/perform.ts";
import { editionOf } from "../../person/interest.ts";
import type { Deps } from "../../port/deps.ts";
import { recheckReviewer as recheck } from "../../review/recheck-reviewer.ts";
import type { Body } from "./list.ts";

const runner = { kind: "system", name: "outbox" } as const;

export async function recheckReviewer(deps: Deps, { personId }: Body<"recheck-reviewer">): Promise<void> {
  const [person, own, work] = await Promise.all([
    deps.store.get("person", { personId }),
    deps.store.get("interests", { personId }),
    deps.store.list("work", { personId }),
  ]);
  if (person === undefined) return;
  const concerned = work.filter(({ endedAt, outcome }) => endedAt === undefined || outcome === "filed");
  for (const { caseId, attempt } of concerned) {
    const key = `recheck:${personId}:${person.version}.${editionOf(own)}:${caseId}:${attempt}`;
    await perform(deps, runner, key, recheck, { caseId, attempt, personId });
  }
}
