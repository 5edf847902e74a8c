/** Another description of a running voucher's service: proposed, answered by the parties, agreed by the park. */
import { answerScope, answerScopeResult } from "@multihelix/core/voucher/answer-scope.ts";
import { decideScope, decideScopeResult } from "@multihelix/core/voucher/decide-scope.ts";
import { proposeScope, proposeScopeResult } from "@multihelix/core/voucher/propose-scope.ts";
import { act } from "../act.ts";

const tag = "voucher";

export const voucherScopeRoutes = [
  act({
    path: "/api/cases/{caseId}/scope-proposal",
    summary: "Propose another description of the service; both parties and the park agree to it, the value stays",
    tag,
    verb: proposeScope,
    ids: ["caseId"],
    result: proposeScopeResult,
    refuses: ["voucher.scope-closed", "voucher.scope-days", "voucher.scope-most", "voucher.change-pending"],
  }),
  act({
    path: "/api/cases/{caseId}/scope-answer",
    summary: "Agree for company or provider to the proposed description of the service, or refuse it",
    tag,
    verb: answerScope,
    ids: ["caseId"],
    result: answerScopeResult,
    refuses: ["voucher.nothing-proposed", "voucher.scope-changed", "voucher.scope-closed"],
  }),
  act({
    path: "/api/cases/{caseId}/scope-decision",
    summary: "Agree for the lead park to the description of the service that both parties want",
    tag,
    verb: decideScope,
    ids: ["caseId"],
    result: decideScopeResult,
    refuses: ["voucher.nothing-proposed", "voucher.scope-changed", "voucher.parties-first", "voucher.change-pending"],
  }),
] as const;
