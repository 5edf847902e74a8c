/** The registry of effects: one handler per kind. */
import type { Deps } from "../../port/deps.ts";
import type { EffectBody, EffectKind } from "../effect.ts";
import { advanceRun } from "./advance-run.ts";
import { applyAccountChange } from "./apply-account.ts";
import { calibrateCall } from "./calibrate-call.ts";
import { carryYear } from "./carry-year.ts";
import { confirmBooking } from "./confirm-booking.ts";
import { reconcileCase } from "./reconcile-case.ts";
import { resolveTask } from "./resolve-task.ts";
import { sendLetter } from "./send-letter.ts";
import { startExecution } from "./start-execution.ts";
import { stopExecution } from "./stop-execution.ts";
import { tidy } from "./tidy.ts";
import { unreadable } from "./unreadable.ts";

export type Body<K extends EffectKind> = Extract<EffectBody, { kind: K }>;
type Handlers = { [K in EffectKind]: (deps: Deps, body: Body<K>) => Promise<void> };

/** Each reads the truth first and is harmless when repeated; a throw means "try again later". */
export const effectHandlers: Handlers = {
  "send-letter": sendLetter,
  "start-execution": startExecution,
  "stop-execution": stopExecution,
  "resolve-task": resolveTask,
  "reconcile-case": reconcileCase,
  "apply-account": applyAccountChange,
  "confirm-booking": confirmBooking,
  "carry-year": carryYear,
  "advance-run": advanceRun,
  "calibrate-call": calibrateCall,
  tidy,
  unreadable,
};
