/** A second person confirms a merge, or it is withdrawn. Confirmed, aid, accounts and cases count as one from this commit on; a run joins the people. */
import * as z from "zod";
import type { AidGroup } from "../../aid/group.ts";
import type { Actor } from "../../kernel/actor.ts";
import { DomainError } from "../../kernel/error.ts";
import { type Decision, type Moment, verb } from "../../kernel/verb.ts";
import { accountAnswered } from "../../payment/account-task.ts";
import type { Change, Reader } from "../../port/store.ts";
import type { Closing } from "../../task/answer.ts";
import { idsOf } from "../family.ts";
import type { Organisation } from "../organisation.ts";
import { recheckOf } from "../party-facts.ts";
import { type Merge, mergeIdSchema, mergeSchema } from "./merge.ts";
import { type MergeFacts, readMergeFacts, requireMergeable, requireMerger } from "./merge-facts.ts";

export const answerMergeInput = z.strictObject({
  mergeId: mergeIdSchema,
  answer: z.enum(["confirm", "withdraw"]),
  noInterest: z.literal(true),
});
export const answerMergeResult = z.object({ state: mergeSchema.shape.state });

interface Facts {
  readonly merge: Merge | undefined;
  readonly facts: MergeFacts | undefined;
}

/**
 * @throws not_found `merge.not-found`; forbidden `duties.same-person` for whoever proposed it; conflict `merge.answered`,
 * `organisation.changed`, and what `requireMerger` and `requireMergeable` throw
 */
export const answerMerge = verb({
  name: "organisation.answer-merge",
  input: answerMergeInput,
  async read(reader: Reader, { mergeId }): Promise<Facts> {
    const merge = await reader.get("merge", { mergeId });
    const facts = merge === undefined ? undefined : await readMergeFacts(reader, merge.keptId, merge.mergedId);
    return { merge, facts };
  },
  decide({ merge, facts }: Facts, actor, { answer }, moment): Decision<z.infer<typeof answerMergeResult>> {
    const known = [facts?.kept, facts?.merged].flatMap((one) => one ?? []);
    const person = requireMerger(actor, known, moment.now);
    if (merge === undefined || facts === undefined) throw new DomainError("not_found", "merge.not-found");
    if (merge.state !== "proposed") {
      const mine = merge.answeredBy === person.personId && (merge.state === "withdrawn") === (answer === "withdraw");
      if (mine) return { changes: [], result: { state: merge.state } };
      throw new DomainError("conflict", "merge.answered", { state: merge.state });
    }
    const answered = { ...merge, answeredBy: person.personId, answeredAt: moment.now };
    const { mergeId, keptId, mergedId } = merge;
    const events = (type: string) =>
      [keptId, mergedId].map((id) => ({
        stream: `organisation:${id}`,
        type,
        facts: { mergeId, keptId, mergedId, proposedBy: merge.proposedBy },
      }));
    if (answer === "withdraw")
      return {
        changes: [{ op: "replace", name: "merge", value: { ...answered, state: "withdrawn" } }],
        events: events("merge.withdrawn"),
        result: { state: "withdrawn" },
      };
    if (merge.proposedBy === person.personId)
      throw new DomainError("forbidden", "duties.same-person", { step: "organisation.propose-merge" });
    const { kept, merged } = requireMergeable(facts);
    if (kept.version !== merge.keptVersion || merged.version !== merge.mergedVersion)
      throw new DomainError("conflict", "organisation.changed");
    const refused = refuseAccount(facts, actor, moment);
    return {
      changes: [
        { op: "replace", name: "merge", value: { ...answered, state: "running" } },
        ...recordChanges(facts, kept, merged),
        ...aidChanges(facts, kept, merged),
        ...listingChanges(facts, kept),
        ...refused.changes,
      ],
      events: events("merge.confirmed"),
      effects: [...refused.effects, { body: { kind: "advance-merge", mergeId } }, recheckOf(kept, `${mergeId}:names`)],
      result: { state: "running" },
    };
  },
});

/** The duplicate, and what it took up before, point straight to the kept record: nothing is followed twice. */
function recordChanges({ followers }: MergeFacts, kept: Organisation, merged: Organisation): Change[] {
  const { organisationId: mergedInto, aidGroupId } = kept;
  const moved = idsOf(merged);
  const { absorbed: _, ...pointer } = merged;
  return [
    {
      op: "replace",
      name: "organisation",
      value: { ...provenTogether(kept, merged), absorbed: [...(kept.absorbed ?? []), ...moved] },
    },
    { op: "replace", name: "organisation", value: { ...pointer, mergedInto, aidGroupId } },
    ...followers.map((follower): Change => {
      const value = moved.includes(follower.organisationId)
        ? { ...follower, mergedInto, aidGroupId }
        : { ...follower, aidGroupId };
      return { op: "replace", name: "organisation", value };
    }),
  ];
}

/** What a park found of either is found of the one that they are. */
function provenTogether({ proven, ...kept }: Organisation, merged: Organisation): Organisation {
  return proven === undefined || merged.proven === undefined
    ? kept
    : { ...kept, proven: [...proven, ...merged.proven] };
}

/**
 * One undertaking in one commit: the grants of both groups count under the kept one's, and whoever counted either group
 * before counts again, because its membership grew.
 */
function aidChanges({ keptGroup, mergedGroup }: MergeFacts, kept: Organisation, merged: Organisation): Change[] {
  if (keptGroup === undefined || mergedGroup === undefined)
    throw new DomainError("conflict", "aid.no-group", { aidGroupId: kept.aidGroupId });
  if (keptGroup.aidGroupId === mergedGroup.aidGroupId) return [];
  const members = [...new Set([...keptGroup.members, ...mergedGroup.members, merged.organisationId])];
  const unites = [...(keptGroup.unites ?? []), mergedGroup.aidGroupId, ...(mergedGroup.unites ?? [])];
  return [
    grown(keptGroup, { members, unites }),
    grown(mergedGroup, { members: [], unites: undefined, unitedInto: keptGroup.aidGroupId }),
  ];
}

/** Without a version: what the group has drawn moves beside it. */
function grown(
  { aidGroupId, membership }: AidGroup,
  set: Pick<Partial<AidGroup>, "members" | "unites" | "unitedInto">,
): Change {
  return {
    op: "patch",
    name: "aidGroup",
    key: { aidGroupId },
    set: { ...set, membership: membership + 1 },
    when: { membership },
  };
}

/** Whoever was listed as a provider stays listed, once. */
function listingChanges({ keptEntry, mergedEntry }: MergeFacts, kept: Organisation): Change[] {
  if (mergedEntry === undefined) return [];
  const { organisationId, legalName, homePark, address } = kept;
  const value = {
    organisationId,
    name: legalName,
    ...(homePark === undefined ? {} : { parkId: homePark }),
    country: address.country,
    version: 0,
  };
  return [
    { op: "remove", name: "providerEntry", key: { organisationId: mergedEntry.organisationId } },
    ...(keptEntry === undefined ? [{ op: "put", name: "providerEntry", value } as const] : []),
  ];
}

/** What somebody named for the duplicate is named anew for the kept record, by two people. */
function refuseAccount({ accountChange, accountTasks = [] }: MergeFacts, actor: Actor, moment: Moment): Closing {
  if (accountChange?.status !== "proposed" && accountChange?.status !== "confirmed")
    return { changes: [], effects: [] };
  const closing = accountAnswered(accountTasks, "refused", actor, moment);
  const change: Change = { op: "replace", name: "accountChange", value: { ...accountChange, status: "refused" } };
  return { changes: [change, ...closing.changes], effects: closing.effects };
}
