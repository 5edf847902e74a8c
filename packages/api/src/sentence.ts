/** One plain English sentence per refusal: what happened, what was kept, what to do now. The web shows its own language where it has one. */
type Facts = Record<string, unknown>;

const said: Record<string, (facts: Facts) => string> = {
  "request.malformed": () => "The request could not be read. Nothing was changed.",
  "request.key-missing": () => "The request needs an Idempotency-Key header. Nothing was changed.",
  "request.origin": () => "This request came from another site. Nothing was changed.",
  "request.content-type": () => "Send JSON. Nothing was changed.",
  "route.not-found": () => "There is nothing at this address.",
  "session.missing": () => "Sign in to go on. What you typed is still on your page.",
  "fault.unknown": () => "Something broke on our side. Nothing of this step was kept; try again in a moment.",
  "input.invalid": () => "Some answers need a change. Nothing was saved by this step.",
  "case.not-found": () => "This case does not exist, or you have no part in it.",
  "actor.role-needed": ({ role, parkId }) =>
    `This needs the role ${String(role)}${parkId === undefined ? "" : ` at ${String(parkId)}`}.`,
  "case.wrong-status": ({ status }) =>
    `The case is ${String(status)} now, so this step is not open. Reload the page to see what is.`,
  "task.already-answered": ({ by, at, outcome }) =>
    `This was answered${by === undefined ? "" : ` by ${String(by)}`}${at === undefined ? "" : ` at ${String(at)}`}: ${String(outcome)}. Your answer changed nothing.`,
  "task.not-open": () => "Nobody is asked for this answer now. Nothing was changed.",
  "idempotency.other-input": () => "This key was used for another request. Nothing was changed.",
  "perform.contention": () => "Too many people changed this at the same moment. Nothing of yours was kept; try again.",
  "store.unavailable": () => "The database is not reachable just now. Try again in a moment; nothing is saved twice.",
  "network.not-applied": () =>
    "No network file has been applied yet. The operator runs: multihelix network apply FILE.",
  "sign-in.too-many": () => "Too many codes were asked for. Wait an hour, or use the code you have.",
  "sign-in.wrong-code": ({ triesLeft }) => `That code is not right. ${String(triesLeft)} tries are left.`,
  "sign-in.code-dead": () => "That code cannot be used any more. Ask for a new one.",
  "second-factor.wrong": ({ triesLeft }) => `That code is not right. ${String(triesLeft)} tries are left.`,
  "second-factor.locked": ({ until }) => `Too many wrong codes. Try again after ${String(until)}.`,
  "second-factor.not-enrolled": () => "Set up your authenticator app first.",
  "second-factor.enrolled": () => "You have set up an authenticator app before. Use its code.",
};

/** The sentence of a code; a code without one is said as it is. */
export function sentences(code: string, facts: Facts): string {
  return (
    said[code]?.(facts) ?? `This was refused: ${code.replace(".", ", ").replaceAll("-", " ")}. Nothing was changed.`
  );
}

/** Codes that have a sentence of their own. */
export const codesWithSentence: readonly string[] = Object.keys(said);
