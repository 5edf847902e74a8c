/** The words for the states of a station. */

import { useLingui } from "@lingui/react";
import type { StrandState } from "@multihelix/core/view/strands.ts";

export function useStateWords(): Record<StrandState, string> {
  const { i18n } = useLingui();
  return {
    done: i18n._("done"),
    present: i18n._("here now"),
    "to-come": i18n._("to come"),
    refused: i18n._("refused or timed out"),
  };
}
