/** Joins the people of two merged records one by one, each in a commit of its own: cut short, it goes on where it was. */
import { perform } from "../../kernel/perform.ts";
import { familyOf } from "../../organisation/family.ts";
import { endMerge } from "../../organisation/merge/end-merge.ts";
import { joinMember } from "../../organisation/merge/join-member.ts";
import type { Deps } from "../../port/deps.ts";
import type { Body } from "./list.ts";

const actor = { kind: "system", name: "outbox" } as const;

export async function advanceMerge(deps: Deps, { mergeId }: Body<"advance-merge">): Promise<void> {
  const merge = await deps.store.get("merge", { mergeId });
  if (merge?.state !== "running") return;
  const ids = await familyOf(deps.store, merge.keptId);
  const lists = await Promise.all(ids.map((organisationId) => deps.store.list("member", { organisationId })));
  for (const personId of new Set(lists.flat().map((member) => member.personId)))
    await perform(deps, actor, `${mergeId}:join:${personId}`, joinMember, { mergeId, personId });
  await perform(deps, actor, `${mergeId}:end`, endMerge, { mergeId });
}
