/** Challenges as those who posed them see them, and as the managers of a park do. */
import * as z from "zod";
import type { Call } from "../call/call.ts";
import { challengeIdSchema, mayPose, posedChallengeSchema, poserLevels } from "../call/challenge.ts";
import { isMember, type PersonActor, requireRole } from "../kernel/actor.ts";
import { callIdSchema, type OrganisationId, organisationIdSchema } from "../kernel/id.ts";
import type { Deps } from "../port/deps.ts";
import { stateAt } from "./call-view.ts";

const challengeView = posedChallengeSchema
  .omit({ posedBy: true, withdrawnAt: true, version: true, challengeId: true })
  .extend({
    challengeId: challengeIdSchema,
    /** Calls that answer it and are published. */
    calls: z.array(z.object({ callId: callIdSchema, code: z.string() })),
  });

export const myChallengesSchema = z.object({
  /** The reader's organisations that may pose one. */
  organisations: z.array(z.object({ organisationId: organisationIdSchema, name: z.string() })),
  challenges: z.array(challengeView.extend({ withdrawn: z.boolean() })),
});
export type MyChallenges = z.infer<typeof myChallengesSchema>;

export const parkChallengesSchema = z.object({ challenges: z.array(challengeView) });

/** Newest first; those taken back too. */
export async function readMyChallenges(deps: Deps, actor: PersonActor): Promise<MyChallenges> {
  const ids = actor.memberships
    .map(({ organisationId }) => organisationId)
    .filter((organisationId) => isMember(actor, organisationId, poserLevels));
  const { parks } = await deps.network.current();
  const [organisations, posed, calls] = await Promise.all([
    Promise.all(ids.map((organisationId) => deps.store.get("organisation", { organisationId }))),
    Promise.all(parks.map(({ id: parkId }) => deps.store.list("posedChallenge", { parkId }))),
    deps.store.list("call", {}),
  ]);
  const able = organisations.flatMap((one) => (one !== undefined && mayPose(one) ? [one] : []));
  return {
    organisations: able.map(({ organisationId, legalName }) => ({ organisationId, name: legalName })),
    challenges: posed
      .flat()
      .filter(({ organisationId }) => ids.includes(organisationId as OrganisationId))
      .sort((a, b) => (a.at < b.at ? 1 : -1))
      .map(({ posedBy: _by, version: _version, withdrawnAt, ...challenge }) => ({
        ...challenge,
        calls: answering(challenge.challengeId, calls, deps),
        withdrawn: withdrawnAt !== undefined,
      })),
  };
}

/** @throws forbidden `actor.role-needed` to everybody but the park's managers. */
export async function readParkChallenges(
  deps: Deps,
  actor: PersonActor,
  parkId: string,
): Promise<z.infer<typeof parkChallengesSchema>> {
  requireRole(actor, "manager", parkId, deps.clock.now());
  const [posed, calls] = await Promise.all([
    deps.store.list("posedChallenge", { parkId }),
    deps.store.list("call", {}),
  ]);
  return {
    challenges: posed
      .filter(({ withdrawnAt }) => withdrawnAt === undefined)
      .sort((a, b) => (a.at < b.at ? 1 : -1))
      .map(({ posedBy: _by, version: _version, withdrawnAt: _withdrawn, ...challenge }) => ({
        ...challenge,
        calls: answering(challenge.challengeId, calls, deps),
      })),
  };
}

function answering(challengeId: string, calls: readonly Call[], deps: Deps) {
  return calls
    .filter((call) => call.challenge?.challengeId === challengeId && stateAt(call, deps.clock.now()) !== "draft")
    .map(({ callId, code }) => ({ callId, code }));
}
