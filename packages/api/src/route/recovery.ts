/** Money asked back: asking, what comes in, cancelling, writing off, and what whoever owes it reads. */
import { caseIdSchema } from "@multihelix/core/kernel/id.ts";
import { askRecovery, askRecoveryResult } from "@multihelix/core/recovery/ask-recovery.ts";
import { cancelRecovery, cancelRecoveryResult } from "@multihelix/core/recovery/cancel-recovery.ts";
import { leaveRecovery, leaveRecoveryResult } from "@multihelix/core/recovery/leave-recovery.ts";
import { receiveRecovery, receiveRecoveryResult } from "@multihelix/core/recovery/receive-recovery.ts";
import { writeOffRecovery, writeOffRecoveryResult } from "@multihelix/core/recovery/write-off-recovery.ts";
import { debtSchema, viewDebts } from "@multihelix/core/view/debt-view.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";
import { visibleCase } from "./case.ts";

const tag = "recovery";

export const recoveryRoutes = [
  signedRoute({
    method: "get",
    path: "/api/cases/{caseId}/debts",
    summary: "What the reader's organisation is asked to pay back, where, and what has come in",
    tag,
    params: z.object({ caseId: caseIdSchema }),
    result: z.object({ debts: z.array(debtSchema) }),
    handle: async ({ deps, params }, { actor }) => {
      const { view, items } = await visibleCase(deps, actor, params.caseId);
      return { body: { debts: viewDebts(actor, view, items.recovery, await deps.network.current()) } };
    },
  }),
  act({
    path: "/api/cases/{caseId}/recoveries",
    summary: "Ask back money that the park paid",
    tag,
    verb: askRecovery,
    ids: ["caseId"],
    result: askRecoveryResult,
    status: 201,
  }),
  act({
    path: "/api/cases/{caseId}/recoveries/none",
    summary: "Ask nothing back of what no own share was proven for, with reasons",
    tag,
    verb: leaveRecovery,
    ids: ["caseId"],
    result: leaveRecoveryResult,
  }),
  act({
    path: "/api/cases/{caseId}/recoveries/{recovery}/receipt",
    summary: "Money that was asked back came in, whole or in part",
    tag,
    verb: receiveRecovery,
    ids: ["caseId", "recovery"],
    result: receiveRecoveryResult,
  }),
  act({
    path: "/api/cases/{caseId}/recoveries/{recovery}/cancellation",
    summary: "Cancel a recovery; what is owed counts as paid again",
    tag,
    verb: cancelRecovery,
    ids: ["caseId", "recovery"],
    result: cancelRecoveryResult,
  }),
  act({
    path: "/api/cases/{caseId}/recoveries/{recovery}/write-off",
    summary: "Say that it cannot be got back; the second approver writes it off",
    tag,
    verb: writeOffRecovery,
    ids: ["caseId", "recovery"],
    result: writeOffRecoveryResult,
  }),
] as const;
