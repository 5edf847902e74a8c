/** An organisation poses a challenge to a park, and takes it back while no call has taken it up. */
import * as z from "zod";
import { requireMember } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { organisationIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { parkOf } from "../network/network-file.ts";
import { idsOf } from "../organisation/family.ts";
import type { Organisation } from "../organisation/organisation.ts";
import type { Reader } from "../port/store.ts";
import type { Call } from "./call.ts";
import { challengeIdSchema, challengeTextsSchema, mayPose, type PosedChallenge, poserLevels } from "./challenge.ts";

export const poseChallengeInput = z.object({
  organisationId: organisationIdSchema,
  parkId: z.string().max(60),
  texts: challengeTextsSchema,
});
export const poseChallengeResult = z.object({ challengeId: challengeIdSchema });

/** Open challenges of one organisation in one park. */
const openMost = 10;

interface PoseFacts {
  readonly organisation: Organisation | undefined;
  readonly posed: readonly PosedChallenge[];
}

/** @throws not_found `case.not-found` for a foreign organisation, `park.unknown`; forbidden `challenge.not-yours-to-pose`; conflict `challenge.too-many` */
export const poseChallenge = verb({
  name: "challenge.pose",
  input: poseChallengeInput,
  async read(reader: Reader, { organisationId, parkId }): Promise<PoseFacts> {
    const [organisation, posed] = await Promise.all([
      reader.get("organisation", { organisationId }),
      reader.list("posedChallenge", { parkId }),
    ]);
    return { organisation, posed };
  },
  decide({ organisation, posed }: PoseFacts, actor, { organisationId, parkId, texts }, moment) {
    const person = requireMember(actor, organisationId, poserLevels);
    parkOf(moment.network, parkId);
    if (organisation === undefined || !mayPose(organisation))
      throw new DomainError("forbidden", "challenge.not-yours-to-pose");
    const own = posed.filter(
      (one) => idsOf(organisation).includes(one.organisationId) && one.withdrawnAt === undefined,
    );
    if (own.length >= openMost) throw new DomainError("conflict", "challenge.too-many", { most: openMost });
    const value: PosedChallenge = {
      challengeId: moment.newId("chl"),
      parkId,
      organisationId,
      organisationName: organisation.legalName,
      ...texts,
      posedBy: person.personId,
      at: moment.now,
      version: 0,
    };
    return {
      changes: [{ op: "create", name: "posedChallenge", value }],
      events: [
        {
          stream: `park:${parkId}`,
          type: "challenge.posed",
          facts: { challengeId: value.challengeId, organisationId },
        },
      ],
      result: { challengeId: value.challengeId },
    } satisfies Decision<z.infer<typeof poseChallengeResult>>;
  },
});

interface WithdrawFacts {
  readonly challenge: PosedChallenge | undefined;
  readonly calls: readonly Call[];
}

/** @throws not_found `challenge.not-found`; conflict `challenge.in-call` once a call that is not a draft answers it */
export const withdrawChallenge = verb({
  name: "challenge.withdraw",
  input: z.object({ parkId: z.string().max(60), challengeId: challengeIdSchema }),
  async read(reader: Reader, key): Promise<WithdrawFacts> {
    const [challenge, calls] = await Promise.all([reader.get("posedChallenge", key), reader.list("call", {})]);
    return { challenge, calls };
  },
  decide({ challenge, calls }: WithdrawFacts, actor, { challengeId }, moment): Decision<Record<string, never>> {
    if (challenge === undefined) throw new DomainError("not_found", "challenge.not-found");
    requireMember(actor, challenge.organisationId, poserLevels);
    const answering = calls.find((call) => call.challenge?.challengeId === challengeId && call.state !== "draft");
    if (answering !== undefined) throw new DomainError("conflict", "challenge.in-call", { code: answering.code });
    if (challenge.withdrawnAt !== undefined) return { changes: [], result: {} };
    return {
      changes: [{ op: "replace", name: "posedChallenge", value: { ...challenge, withdrawnAt: moment.now } }],
      events: [{ stream: `park:${challenge.parkId}`, type: "challenge.withdrawn", facts: { challengeId } }],
      result: {},
    };
  },
});
