/** What was wrong with the request itself, with signing in, or with us. */
import { type Sentences, unchanged, word } from "./say.ts";

export const requestSentences: Sentences = {
  "request.malformed": () => `The request could not be read. ${unchanged}`,
  "request.too-large": () => `The request is too large. ${unchanged}`,
  "request.key-missing": () => `The request needs an Idempotency-Key header of 8 to 100 characters. ${unchanged}`,
  "request.origin": () => `This request came from another site. ${unchanged}`,
  "request.method": ({ allowed }) =>
    `This address does not take that method${Array.isArray(allowed) ? `, only ${allowed.join(", ")}` : ""}. ${unchanged}`,
  "request.content-type": () => `Send JSON. ${unchanged}`,
  "route.not-found": () => "There is nothing at this address.",
  "session.missing": () => "Sign in to go on. What you typed is still on your page.",
  "fault.unknown": () => "Something broke on our side. Nothing of this step was kept; try again in a moment.",
  "input.invalid": () => "Some answers need a change. Nothing was saved by this step.",
  "idempotency.other-input": () => `This key was used for another request. ${unchanged}`,
  "perform.contention": () =>
    "Too many people changed this at the same moment. Nothing of yours was kept; try again in a moment.",
  "store.unavailable": () => "The database is not reachable just now. Try again in a moment; nothing is saved twice.",
  "network.not-applied": () =>
    "No network file has been applied yet. The operator runs: multihelix network apply FILE.",
  "list.too-long": ({ found, most }) =>
    `There are ${word(found)} cases, more than the ${word(most)} that one list shows. Choose a call or a status.`,
  "list.stale-cursor": () => "This list was opened with other filters. Start again from its first page.",
  "sign-in.too-many": () => "Too many codes were asked for. Wait an hour, or use the code you have.",
  "enquiry.too-many": () =>
    "As many questions as one may ask in a day were asked. Your question was not sent; ask again tomorrow.",
  "sign-in.wrong-code": ({ triesLeft }) => `That code is not right. ${word(triesLeft)} tries are left.`,
  "sign-in.code-dead": () => "That code cannot be used any more. Ask for a new one.",
  "sign-in.not-sent": () => "The code could not be sent just now. Ask again in a moment.",
  "session.not-ended": () => "You could not be signed out just now. Try again.",
  "second-factor.wrong": ({ triesLeft }) => `That code is not right. ${word(triesLeft)} tries are left.`,
  "second-factor.locked": ({ until }) => `Too many wrong codes. Try again after ${word(until)}.`,
  "second-factor.not-enrolled": () => "Set up your authenticator app first.",
  "second-factor.enrolled": () => "You have set up an authenticator app before. Use its code.",
  "second-factor.stale": () =>
    `This asks for your second factor once more, not older than 15 minutes. ${unchanged} Prove it, then try again.`,
  "passkey.refused": () =>
    `That passkey did not prove who you are. ${unchanged} Try again, or use another second factor.`,
  "passkey.none": () => "You have no passkey here yet. Use your authenticator app, or set up a passkey.",
  "passkey.known": () => "This passkey is on your account already.",
  "passkey.too-many": ({ most }) => `You have ${word(most)} passkeys, the most there can be. Remove one first.`,
  "passkey.too-often": () => "Passkeys were asked for too often. Wait an hour, or use your authenticator app.",
  "second-factor.last": () => "This is your only second factor, and your role needs one. Set up another first.",
  "passkey.not-found": () => "That passkey is not on your account any more.",
  "reset.nothing-to-reset": () => "You have no second factor to reset. Set one up.",
  "reset.not-found": () => "There is no reset here for you to vouch for. It may be done or too old.",
  "reset.second-person": () => "You vouched already. Another colleague has to be the second.",
  "second-factor.changed": () => "The second factor was changed in another window. Try again.",
  "second-factor.unreadable": () => "Your authenticator app must be set up again. Ask the operator to reset it.",
  "actor.role-needed": ({ role, parkId }) =>
    `This needs the role ${word(role)}${parkId === undefined ? "" : ` at ${word(parkId)}`}. ${unchanged}`,
  "actor.member-needed": () => `Only an owner or editor of the organisation may do this. ${unchanged}`,
  "actor.person-needed": () => "Only a signed-in person may do this.",
  "actor.operator-needed": () => "Only the operator may do this, by the command line.",
  "actor.system-needed": () => "This step is done by the system itself.",
};
