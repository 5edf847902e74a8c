/** The registry of effects: one handler per kind. */
import type { Deps } from "../../port/deps.ts";
import type { EffectBody, EffectKind } from "../effect.ts";
import { resolveTask } from "./resolve-task.ts";
import { sendLetter } from "./send-letter.ts";
import { startExecution } from "./start-execution.ts";
import { unreadable } from "./unreadable.ts";

export type Body<K extends EffectKind> = Extract<EffectBody, { kind: K }>;
type Handlers = { [K in EffectKind]: (deps: Deps, body: Body<K>) => Promise<void> };

/** What is rare, what nobody waits for, or brings a solver, a sampler or the letters along: its code is loaded when the first of them is due. */
const stopExecution = async (deps: Deps, body: Body<"stop-execution">) =>
  (await import("./stop-execution.ts")).stopExecution(deps, body);
const tidy = async (deps: Deps, body: Body<"tidy">) => (await import("./tidy.ts")).tidy(deps, body);
const reconcileCase = async (deps: Deps, body: Body<"reconcile-case">) =>
  (await import("./reconcile-case.ts")).reconcileCase(deps, body);
const applyAccountChange = async (deps: Deps, body: Body<"apply-account">) =>
  (await import("./apply-account.ts")).applyAccountChange(deps, body);
const confirmBooking = async (deps: Deps, body: Body<"confirm-booking">) =>
  (await import("./confirm-booking.ts")).confirmBooking(deps, body);
const advanceRun = async (deps: Deps, body: Body<"advance-run">) =>
  (await import("./advance-run.ts")).advanceRun(deps, body);
const askFollowUp = async (deps: Deps, body: Body<"ask-follow-up">) =>
  (await import("./ask-follow-up.ts")).askAfter(deps, body);
const askOfferAgain = async (deps: Deps, body: Body<"ask-offer-again">) =>
  (await import("./ask-offer-again.ts")).askOfferBefore(deps, body);
const chaseRecovery = async (deps: Deps, body: Body<"chase-recovery">) =>
  (await import("./chase-recovery.ts")).chaseOverdue(deps, body);
const calibrateCall = async (deps: Deps, body: Body<"calibrate-call">) =>
  (await import("./calibrate-call.ts")).calibrateCall(deps, body);
const advanceCallOf = async (deps: Deps, body: Body<"advance-call">) =>
  (await import("./advance-call.ts")).advanceCallOf(deps, body);
const remindOfEnquiry = async (deps: Deps, body: Body<"remind-enquiry">) =>
  (await import("./remind-enquiry.ts")).remindOfEnquiry(deps, body);
const openGate = async (deps: Deps, body: Body<"open-gate">) => (await import("./open-gate.ts")).openGate(deps, body);
const shutGate = async (deps: Deps, body: Body<"shut-gate">) => (await import("./shut-gate.ts")).shutGate(deps, body);
const carryYear = async (deps: Deps, body: Body<"carry-year">) =>
  (await import("./carry-year.ts")).carryYear(deps, body);
const recheckReviewer = async (deps: Deps, body: Body<"recheck-reviewer">) =>
  (await import("./recheck-reviewer.ts")).recheckReviewer(deps, body);
const recheckParties = async (deps: Deps, body: Body<"recheck-parties">) =>
  (await import("./recheck-parties.ts")).recheckParties(deps, body);
const recheckInterests = async (deps: Deps, body: Body<"recheck-interests">) =>
  (await import("./recheck-interests.ts")).recheckInterests(deps, body);
const recheckDepartments = async (deps: Deps, body: Body<"recheck-departments">) =>
  (await import("./recheck-departments.ts")).recheckDepartments(deps, body);
const advanceRelease = async (deps: Deps, body: Body<"advance-release">) =>
  (await import("./advance-release.ts")).advanceRelease(deps, body);
const advanceMerge = async (deps: Deps, body: Body<"advance-merge">) =>
  (await import("./advance-merge.ts")).advanceMerge(deps, body);
const advanceImport = async (deps: Deps, body: Body<"advance-import">) =>
  (await import("./advance-import.ts")).advanceImport(deps, body);
const tendFile = async (deps: Deps, body: Body<"tend-file">) => (await import("./tend-file.ts")).tendFile(deps, body);
const translateCase = async (deps: Deps, body: Body<"translate-case">) =>
  (await import("./translate-case.ts")).translateCase(deps, body);
const planTranslated = async (deps: Deps, body: Body<"plan-translated">) =>
  (await import("./translate-case.ts")).planTranslatedCase(deps, body);

const lookAtDraft = async (deps: Deps, body: Body<"tend-draft">) =>
  (await import("./tend-draft.ts")).lookAtDraft(deps, body);
const clearDraft = async (deps: Deps, body: Body<"clear-draft">) =>
  (await import("./tend-draft.ts")).clearDraft(deps, body);

const tellAmendment = async (deps: Deps, body: Body<"tell-amendment">) =>
  (await import("./tell-amendment.ts")).tellAmendment(deps, body);

const advanceMailing = async (deps: Deps, body: Body<"advance-mailing">) =>
  (await import("./advance-mailing.ts")).advanceMailing(deps, body);

const sendDigest = async (deps: Deps, body: Body<"send-digest">) =>
  (await import("./send-digest.ts")).sendDigest(deps, body);

const closeEnded = async (deps: Deps, body: Body<"close-case">) =>
  (await import("./close-case.ts")).closeEnded(deps, body);

/** Each reads the truth first and is harmless when repeated; a throw means "try again later". */
export const effectHandlers: Handlers = {
  "send-letter": sendLetter,
  "start-execution": startExecution,
  "stop-execution": stopExecution,
  "resolve-task": resolveTask,
  "reconcile-case": reconcileCase,
  "apply-account": applyAccountChange,
  "confirm-booking": confirmBooking,
  "ask-follow-up": askFollowUp,
  "ask-offer-again": askOfferAgain,
  "chase-recovery": chaseRecovery,
  "carry-year": carryYear,
  "advance-run": advanceRun,
  "calibrate-call": calibrateCall,
  "advance-call": advanceCallOf,
  "remind-enquiry": remindOfEnquiry,
  "open-gate": openGate,
  "shut-gate": shutGate,
  "recheck-reviewer": recheckReviewer,
  "recheck-parties": recheckParties,
  "recheck-interests": recheckInterests,
  "recheck-departments": recheckDepartments,
  "advance-release": advanceRelease,
  "advance-merge": advanceMerge,
  "advance-import": advanceImport,
  "tend-file": tendFile,
  "translate-case": translateCase,
  "plan-translated": planTranslated,
  "tend-draft": lookAtDraft,
  "clear-draft": clearDraft,
  "tell-amendment": tellAmendment,
  "advance-mailing": advanceMailing,
  "send-digest": sendDigest,
  "close-case": closeEnded,
  tidy,
  unreadable,
};
