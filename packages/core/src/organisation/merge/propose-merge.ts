/** Somebody who looks after the network proposes that two records are one organisation; nothing changes until another confirms it. */
import * as z from "zod";
import { DomainError } from "../../kernel/error.ts";
import { organisationIdSchema } from "../../kernel/id.ts";
import { type Decision, verb } from "../../kernel/verb.ts";
import type { Reader } from "../../port/store.ts";
import { type Merge, mergeIdSchema, mergeSchema } from "./merge.ts";
import { type MergeFacts, readMergeFacts, requireMergeable, requireMerger } from "./merge-facts.ts";

export const proposeMergeInput = z.strictObject({
  keptId: organisationIdSchema,
  mergedId: organisationIdSchema,
  /** Why they are one organisation. */
  reason: mergeSchema.shape.reason.trim(),
  noInterest: z.literal(true),
  /** The versions that were looked at. */
  keptVersion: z.number().int().min(0),
  mergedVersion: z.number().int().min(0),
});
export const proposeMergeResult = z.object({ mergeId: mergeIdSchema });

interface Facts extends MergeFacts {
  readonly merges: readonly Merge[];
}

/** @throws what `requireMerger` and `requireMergeable` throw; conflict `organisation.changed`, `merge.another-open` */
export const proposeMerge = verb({
  name: "organisation.propose-merge",
  input: proposeMergeInput,
  async read(reader: Reader, { keptId, mergedId }): Promise<Facts> {
    const [facts, merges] = await Promise.all([readMergeFacts(reader, keptId, mergedId), reader.list("merge", {})]);
    return { ...facts, merges };
  },
  decide(facts: Facts, actor, input, moment): Decision<z.infer<typeof proposeMergeResult>> {
    const known = [facts.kept, facts.merged].flatMap((one) => one ?? []);
    const person = requireMerger(actor, known, moment.now);
    const { kept, merged } = requireMergeable(facts);
    if (kept.version !== input.keptVersion || merged.version !== input.mergedVersion)
      throw new DomainError("conflict", "organisation.changed");
    const ids: readonly string[] = [kept.organisationId, merged.organisationId];
    const open = facts.merges.some(
      ({ state, keptId, mergedId }) =>
        (state === "proposed" || state === "running") && (ids.includes(keptId) || ids.includes(mergedId)),
    );
    if (open) throw new DomainError("conflict", "merge.another-open");
    const mergeId = mergeIdSchema.parse(moment.newId("mrg"));
    const value: Merge = {
      mergeId,
      keptId: kept.organisationId,
      mergedId: merged.organisationId,
      keptName: kept.legalName,
      mergedName: merged.legalName,
      keptVersion: kept.version,
      mergedVersion: merged.version,
      state: "proposed",
      reason: input.reason,
      proposedBy: person.personId,
      proposedAt: moment.now,
      version: 0,
    };
    return {
      changes: [{ op: "create", name: "merge", value }],
      events: [value.keptId, value.mergedId].map((id) => ({
        stream: `organisation:${id}`,
        type: "merge.proposed",
        facts: { mergeId, keptId: value.keptId, mergedId: value.mergedId },
      })),
      result: { mergeId },
    };
  },
});
