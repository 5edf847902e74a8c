/** What was wrong with people and their roles. */
import { type Sentences, unchanged, word } from "./say.ts";

/** Why a task cannot be given to somebody. */
const unfit: Readonly<Record<string, string>> = {
  "task.self": "the secretary gives a task to others, never to themself",
  "actor.role-needed": "they do not hold the role that it asks for",
  "duties.interest": "a hard interest of theirs keeps them from this case",
  "duties.same-person": "they did an earlier step of this case",
  "duties.reviewer": "they read this case as its reviewer",
  "duties.own-case": "they belong to a party of this case",
  "duties.park-interest": "the park has an interest of its own in this case, so somebody of another park answers",
  "approval.delegated": "they handed this answer to a colleague",
};

export const personSentences: Sentences = {
  "person.not-found": () => `Nobody has signed in with this address yet. ${unchanged} Ask them to sign in once.`,
  "person.changed": () =>
    "Your profile was saved in another window meanwhile. Load the page again; what you typed is still on it.",
  "saved-view.name-taken": ({ name }) =>
    `You have a view called ${word(name)} with other filters. ${unchanged} Choose another name, or delete that one first.`,
  "saved-view.too-many": ({ most }) => `You keep ${word(most)} views already. ${unchanged} Delete one first.`,
  "zone.unknown": ({ zone }) => `${word(zone)} is no time zone that is known here. ${unchanged}`,
  "handover.no-contact": () => "Nobody of your organisation has answered in this case yet, so there is no contact.",
  "handover.no-member": () => `Only another owner or editor of your organisation can become the contact. ${unchanged}`,
  "handover.contact-needed": () =>
    `The contact of the case, or an owner once the contact has left, does this. ${unchanged}`,
  "handover.contact-there": () =>
    `The contact still belongs to your organisation and can hand the case over. ${unchanged} Ask them, or remove them first.`,
  "handover.not-asked": () => "You are not asked to take this case over, or not any more.",
  "interest.note-needed": () => `Say what ties you to the organisation. ${unchanged}`,
  "duties.interest": () =>
    `A hard interest of yours (declared, or an organisation that you left less than 24 months ago) keeps you from this, so a colleague without one does it. ${unchanged}`,
  "person.disabled": ({ name }) => `${word(name)} is disabled and cannot hold a role. ${unchanged}`,
  "organisation.not-found": () => "This organisation does not exist, or you have no part in verifying it.",
  "organisation.known": () =>
    `This number is in the network already. ${unchanged} Ask a colleague who belongs to the organisation to invite you, or write to your park.`,
  "organisation.yours": () =>
    `You belong to the organisation with this number already. ${unchanged} Find it on your account page.`,
  "organisation.too-many": ({ most }) =>
    `You registered ${word(most)} organisations within 24 hours, the most there can be. ${unchanged} Go on tomorrow, or write to your park.`,
  "organisation.renamed-often": ({ most }) =>
    `Its name or number was changed ${word(most)} times, the most there can be. ${unchanged} Write to your park.`,
  "organisation.too-often": () => `Too many numbers were tried. ${unchanged} Wait an hour, or write to your park.`,
  "membership.owner-needed": () => `Only an owner of the organisation does this. ${unchanged}`,
  "membership.there": ({ email }) => `${word(email)} belongs to the organisation already. ${unchanged}`,
  "membership.not-found": () => "This person does not belong to the organisation any more.",
  "membership.last-owner": () => `An organisation has at least one owner. ${unchanged} Make somebody else owner first.`,
  "invitation.too-many": ({ most }) =>
    `At most ${word(most)} invitations are open at a time. ${unchanged} Withdraw one first.`,
  "account.named": () =>
    `An account is known already. ${unchanged} Another one is named on the page of a voucher, and a park asks back before it counts.`,
  "provider.asked-often": ({ most }) =>
    `An application can ask at most ${word(most)} providers by mail. ${unchanged} Choose one of the list.`,
  "provider.invited-often": ({ most }) =>
    `One application can ask at most ${word(most)} providers one after the other. ${unchanged} Keep the one that is asked now, or start another application.`,
  "provider.asked-too-often": () =>
    `Too many providers were asked by mail today, or this one was asked often. ${unchanged} Try again tomorrow, or choose one of the list.`,
  "provider.ask-over": () =>
    `This request for an offer was taken back, another provider has answered, or its 30 days are over. ${unchanged} Ask the company to send it again.`,
  "invitation.not-found": () =>
    "This invitation does not exist, or it was sent to another address. Sign in with the address that got it.",
  "invitation.stale": ({ why }) =>
    why === "accepted"
      ? "This invitation was accepted already; it works once."
      : why === "withdrawn"
        ? "This invitation was withdrawn. Ask an owner of the organisation for another."
        : "This invitation has expired after 14 days. Ask an owner of the organisation for another.",
  "register-id.shape": ({ example }) => `A register number looks like ${word(example)}. ${unchanged}`,
  "register-id.check-digit": ({ typed }) =>
    `The check digit of ${word(typed)} is not right, so no register can hold this number. ${unchanged}`,
  "organisation.changed": () => `The organisation was changed since you looked at it. ${unchanged} Look again.`,
  "organisation.merged": () =>
    `This record was merged into another one, which stands for both. ${unchanged} Use the kept organisation.`,
  "merge.not-found": () => "This merge does not exist, or you have no part in it.",
  "merge.same": () => `Both numbers name one and the same record, so there is nothing to merge. ${unchanged}`,
  "merge.two-registrations": ({ scheme }) =>
    `Both are verified with different numbers of the register ${word(scheme)}, so they are two organisations. ${unchanged} If one number is wrong, reject that record first.`,
  "merge.keep-verified": () =>
    `The duplicate is verified and the record to keep is not. ${unchanged} Keep the verified one, or verify the other first.`,
  "merge.two-countries": () =>
    `The two records lie in different countries, whose aid ceilings are counted apart. ${unchanged} Have the wrong address corrected first.`,
  "merge.case-of-both": () =>
    `A case is open in which one of them buys from the other. ${unchanged} End that case first: nobody buys from themself.`,
  "merge.too-many": ({ most }) =>
    `More than ${word(most)} records would have to follow at once. ${unchanged} Merge their own duplicates first.`,
  "merge.another-open": () =>
    `A merge of one of these organisations is waiting or under way. ${unchanged} Have it confirmed or withdrawn first.`,
  "merge.answered": ({ state }) =>
    state === "withdrawn"
      ? "This merge was withdrawn already."
      : "This merge was confirmed already; it is carried out or done.",
  "duties.own-organisation": () => `You belong to this organisation, so somebody else verifies it. ${unchanged}`,
  "role.not-yours-to-grant": ({ role }) =>
    `The role ${word(role)} is not yours to give or take there. ${unchanged} The network's secretary may.`,
  "role.own": () => `Nobody gives or takes their own roles. ${unchanged} Ask a colleague or the network's secretary.`,
  "role.until-past": () => `The end of a role lies in the future. ${unchanged}`,
  "role.lay-reviewer-only": ({ role }) =>
    `Only a reviewer can be a patient or lay member, not somebody with the role ${word(role)}. ${unchanged}`,
  "role.not-found": () => "This role was taken away already.",
  "task.reassign-unfit": ({ why }) =>
    `This person may not do the task: ${unfit[String(why)] ?? "the rules of the case keep them from it"}. ${unchanged} Choose somebody else, or give somebody the role first.`,
  "role.last-holder": ({ role }) =>
    `Nobody else holds the role ${word(role)} there. ${unchanged} Give it to somebody first.`,
};
