/** A merge is done: everybody of either record belongs to the kept one. */
import * as z from "zod";
import { requireSystem } from "../../kernel/actor.ts";
import { type Decision, verb } from "../../kernel/verb.ts";
import type { Reader } from "../../port/store.ts";
import { recheckOf } from "../party-facts.ts";
import { type Merge, mergeIdSchema } from "./merge.ts";

export const endMerge = verb({
  name: "organisation.end-merge",
  input: z.object({ mergeId: mergeIdSchema }),
  read: async (reader: Reader, { mergeId }) => ({ merge: await reader.get("merge", { mergeId }) }),
  decide({ merge }: { merge: Merge | undefined }, actor, _input, moment): Decision<{ ended: boolean }> {
    requireSystem(actor);
    if (merge?.state !== "running") return { changes: [], result: { ended: false } };
    const { keptId, mergedId, mergeId } = merge;
    return {
      changes: [{ op: "replace", name: "merge", value: { ...merge, state: "done", endedAt: moment.now } }],
      events: [keptId, mergedId].map((id) => ({
        stream: `organisation:${id}`,
        type: "merge.done",
        facts: { mergeId, keptId, mergedId },
      })),
      // Whoever belonged to one of them belongs to the parties of both records' cases now.
      effects: [recheckOf({ organisationId: keptId }, `${mergeId}:people`)],
      result: { ended: true },
    };
  },
});
