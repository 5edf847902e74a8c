/** Challenges: posed by organisations to a park, answered by its calls. */
import { answerChallenge } from "@multihelix/core/call/answer-challenge.ts";
import { poseChallenge, poseChallengeResult, withdrawChallenge } from "@multihelix/core/call/pose-challenge.ts";
import {
  myChallengesSchema,
  parkChallengesSchema,
  readMyChallenges,
  readParkChallenges,
} from "@multihelix/core/view/challenges.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const tag = "call";

export const challengeRoutes = [
  signedRoute({
    method: "get",
    path: "/api/my/challenges",
    summary: "Challenges of my organisations, and which of them may pose one",
    tag,
    result: myChallengesSchema,
    handle: async ({ deps }, { actor }) => ({ body: await readMyChallenges(deps, actor) }),
  }),
  act({
    path: "/api/my/challenges",
    summary: "Pose a challenge to a park, for its calls to answer",
    tag,
    verb: poseChallenge,
    ids: [],
    result: poseChallengeResult,
    status: 201,
    refuses: ["challenge.not-yours-to-pose", "challenge.too-many", "case.not-found", "park.unknown"],
  }),
  act({
    path: "/api/my/challenges/{parkId}/{challengeId}/withdrawal",
    summary: "Take back a challenge that no published call answers",
    tag,
    verb: withdrawChallenge,
    ids: ["parkId", "challengeId"],
    result: z.object({}),
    refuses: ["challenge.not-found", "challenge.in-call"],
  }),
  signedRoute({
    method: "get",
    path: "/api/parks/{parkId}/challenges",
    summary: "Challenges posed to a park that were not taken back",
    tag,
    params: z.object({ parkId: z.string().max(40) }),
    result: parkChallengesSchema,
    refuses: ["actor.role-needed"],
    handle: async ({ deps, params }, { actor }) => ({ body: await readParkChallenges(deps, actor, params.parkId) }),
  }),
  act({
    path: "/api/calls/{callId}/challenge",
    summary: "Name the challenge that the draft of a call answers, or none",
    tag,
    verb: answerChallenge,
    ids: ["callId"],
    result: z.object({ version: z.number().int() }),
    refuses: ["call.wrong-state", "call.changed", "challenge.withdrawn", "challenge.not-found"],
  }),
] as const;
