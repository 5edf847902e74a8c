/** redress: from a request against a decision to its outcome told; an upheld one starts voucher-selection anew. */
import { type Definition, end, entry, failed, reconcile, route, waiting } from "../asl.ts";

const workflow = "redress";

export const redress: Definition = {
  Comment: "Redress: whether it is admissible, then its outcome",
  QueryLanguage: "JSONata",
  StartAt: "Start",
  States: {
    Start: entry({ round: "$states.input.round" }, "From"),
    From: route({ Admissibility: "Admissibility", Outcome: "Outcome" }, "Reconcile", "$from"),
    Admissibility: waiting({
      workflow,
      kind: "admit-redress",
      state: "Admissibility",
      round: "$round",
      next: "Admitted",
    }),
    Admitted: route({ admitted: "Outcome" }, "End"),
    Outcome: waiting({ workflow, kind: "decide-redress", state: "Outcome", round: "$round", next: "End" }),
    Reconcile: reconcile,
    Failed: failed,
    End: end,
  },
};
