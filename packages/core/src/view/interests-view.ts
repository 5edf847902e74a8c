/** One's own interests, with the registers to name organisations by. */
import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { OrganisationId } from "../kernel/id.ts";
import { organisationOf } from "../organisation/family.ts";
import {
  editionOf,
  endOf,
  formerTies,
  interestLevelSchema,
  interestSchema,
  interestsOf,
  levelOf,
} from "../person/interest.ts";
import { readOwnInterests } from "../person/save-interests.ts";
import type { Deps } from "../port/deps.ts";

export const interestsViewSchema = z.object({
  /**
   * `counts`: how much it weighs now by what the person said and the size of the organisation. What others declared of
   * their departments stays out of it: anybody may name any of them. `name` where the organisation is known by its id alone.
   */
  interests: z.array(interestSchema.extend({ counts: interestLevelSchema, name: z.string().optional() })),
  /** Organisations that one left so lately that they still count, each once; `until`: the day from which it does no more. */
  left: z.array(
    z.object({
      organisationId: z.string(),
      name: z.string().optional(),
      counts: interestLevelSchema,
      endedOn: z.iso.date(),
      until: z.iso.date(),
    }),
  ),
  version: z.number().int(),
  registers: z.array(z.object({ id: z.string(), name: z.string(), country: z.string(), example: z.string() })),
});
export type InterestsView = z.infer<typeof interestsViewSchema>;

/** @throws not_found `person.not-found` */
export async function readInterests(deps: Deps, { personId }: PersonActor): Promise<InterestsView> {
  const [{ person, own }, left, network] = await Promise.all([
    readOwnInterests(deps.store, personId),
    readLeft(deps, personId),
    deps.network.current(),
  ]);
  if (person === undefined) throw new DomainError("not_found", "person.not-found");
  const interests = await Promise.all(
    interestsOf(person, own).map(async (one) => {
      const { organisationId, register } = one;
      const organisation =
        organisationId === undefined
          ? undefined
          : await deps.store.get("organisation", { organisationId: organisationId as OrganisationId });
      // What a number found out must not tell more than the person wrote: name and size stay unsaid.
      return {
        ...one,
        counts: levelOf(one, register === undefined ? organisation?.headcount : undefined),
        ...(register === undefined && organisation !== undefined ? { name: organisation.legalName } : {}),
      };
    }),
  );
  return {
    interests,
    left,
    version: editionOf(own),
    registers: network.registerSchemes.map(({ id, name, country, example }) => ({ id, name, country, example })),
  };
}

async function readLeft(deps: Deps, personId: PersonActor["personId"]): Promise<InterestsView["left"]> {
  const now = deps.clock.now();
  const former = await deps.store.list("formerMember", { personId });
  const found = await Promise.all(
    former.map(async (one): Promise<InterestsView["left"]> => {
      const organisation = await organisationOf(deps.store, one.organisationId);
      return formerTies([one]).flatMap((tie) => {
        const end = endOf(tie);
        if (end === undefined || end <= now) return [];
        return [
          {
            organisationId: organisation?.organisationId ?? one.organisationId,
            ...(organisation === undefined ? {} : { name: organisation.legalName }),
            counts: levelOf(tie, organisation?.headcount),
            endedOn: one.endedOn,
            until: end.slice(0, 10),
          },
        ];
      });
    }),
  );
  // Written under every number that stood for one organisation: the longest counts.
  const inOrder = found.flat().sort((a, b) => a.until.localeCompare(b.until));
  return [...new Map(inOrder.map((one) => [one.organisationId, one])).values()];
}
