/** One person of either record belongs to both from now on: a step of a merge, harmless when repeated. */
import * as z from "zod";
import { requireSystem } from "../../kernel/actor.ts";
import { personIdSchema } from "../../kernel/id.ts";
import { type Decision, verb } from "../../kernel/verb.ts";
import type { Reader } from "../../port/store.ts";
import { type Family, readFamily, sameFamily } from "../family.ts";
import type { Member } from "../member.ts";
import { joinChanges } from "../member-changes.ts";
import { type Merge, mergeIdSchema } from "./merge.ts";

interface Facts {
  readonly merge: Merge | undefined;
  readonly family: Family;
  /** Every id that stands for the organisation, the kept one first, with the person's membership under it. */
  readonly places: readonly {
    readonly organisationId: Member["organisationId"];
    readonly member: Member | undefined;
  }[];
}

export const joinMember = verb({
  name: "organisation.join-member",
  input: z.object({ mergeId: mergeIdSchema, personId: personIdSchema }),
  async read(reader: Reader, { mergeId, personId }): Promise<Facts> {
    const merge = await reader.get("merge", { mergeId });
    const family = merge === undefined ? { kept: undefined, ids: [] } : await readFamily(reader, merge.keptId);
    const places = await Promise.all(
      family.ids.map(async (organisationId) => ({
        organisationId,
        member: await reader.get("member", { organisationId, personId }),
      })),
    );
    return { merge, family, places };
  },
  decide({ merge, family, places }: Facts, actor, { personId }): Decision<{ joined: boolean }> {
    requireSystem(actor);
    // What the kept organisation says of somebody holds; a duplicate gives nobody more there than they had.
    const from = places.find(({ member }) => member !== undefined);
    const level = from?.member?.level;
    if (merge?.state !== "running" || from === undefined || level === undefined)
      return { changes: [], result: { joined: false } };
    const missing = places.filter((place) => place !== from && place.member?.level !== level);
    if (missing.length === 0) return { changes: [], result: { joined: false } };
    const { keptId, mergeId } = merge;
    return {
      changes: [
        // Whoever is removed at this moment is not brought back.
        { op: "check", name: "member", key: { organisationId: from.organisationId, personId }, when: { level } },
        // Nobody is joined under a number that is given up at this moment.
        ...sameFamily(family),
        ...joinChanges(
          missing.map(({ organisationId }) => organisationId),
          personId,
          level,
        ),
      ],
      events: [
        { stream: `organisation:${keptId}`, type: "membership.set", facts: { personId, level, mergeId } },
        { stream: `person:${personId}`, type: "membership.set", facts: { organisationId: keptId, level, mergeId } },
      ],
      result: { joined: true },
    };
  },
});
