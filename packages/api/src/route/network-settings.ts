/** The network's settings: what holds, and changes of it by two people. */
import {
  answerNetworkChange,
  answerNetworkInput,
  answerNetworkResult,
} from "@multihelix/core/network/answer-network.ts";
import { proposeNetwork, proposeNetworkResult } from "@multihelix/core/network/propose-network.ts";
import { networkSettingsSchema, readNetworkSettings } from "@multihelix/core/view/network-settings.ts";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const tag = "role";

export const networkSettingsRoutes = [
  signedRoute({
    method: "get",
    path: "/api/network/settings",
    summary: "Parks, funds, limits, holidays and rates in force, what runs out, and the change that waits",
    tag,
    result: networkSettingsSchema,
    refuses: ["actor.role-needed"],
    handle: async ({ deps }, { actor }) => ({ body: await readNetworkSettings(deps, actor) }),
  }),
  act({
    path: "/api/network/change",
    summary: "Propose a change of the network's settings; nothing is changed until another person answers",
    tag,
    verb: proposeNetwork,
    ids: [],
    result: proposeNetworkResult,
    status: 201,
    fresh: true,
    refuses: [
      "network.change-open",
      "network.moved-on",
      "network.unchanged",
      "network.file",
      "network.in-use",
      "network.rate-there",
      "network.rate-future",
      "network.holidays-shorter",
      "network.limit-past",
      "network.limit-unknown",
      "network.limit-kind",
      "calendar.unknown",
      "park.unknown",
    ],
  }),
  signedRoute({
    method: "post",
    path: "/api/network/change/answer",
    summary: "Put the proposed change in force, decline it, or take back one's own",
    tag,
    body: answerNetworkInput,
    result: answerNetworkResult,
    fresh: true,
    refuses: ["network.change-gone", "network.own-change", "network.not-yours", "network.moved-on", "network.in-use"],
    handle: async ({ deps, body, key }, { actor }) => ({ body: await answerNetworkChange(deps, actor, key, body) }),
  }),
] as const;
