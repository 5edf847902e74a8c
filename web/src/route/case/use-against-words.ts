/** Which decision a request for redress is about, as a sentence. */
import { useLingui } from "@lingui/react";
import type { Redress } from "./use-ground-words.ts";

export function useAgainstWords(): (redress: Pick<Redress, "against" | "claim" | "recovery">) => string {
  const { i18n } = useLingui();
  return ({ against, claim = 0, recovery = 0 }) => {
    switch (against) {
      case "rejection":
        return i18n._("About the rejection of the application.");
      case "ineligibility":
        return i18n._("About the finding that the application is not eligible.");
      case "claim-refusal":
        return i18n._("About the refusal of claim {number}.", { number: claim });
      case "claim-cut":
        return i18n._("About what was cut of claim {number}.", { number: claim });
      case "cancellation":
        return i18n._("About the cancellation of the voucher.");
      case "lowering":
        return i18n._("About the lowering of the voucher’s value.");
      case "recovery":
        return i18n._("About the money that is asked back, recovery {number}.", { number: recovery });
    }
  };
}
