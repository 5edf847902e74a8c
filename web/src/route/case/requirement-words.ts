/** The requirements of an application in words: what each asks, and why it is not met, with what to do. */
import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import type { Check } from "./case-query.ts";
import { amountOf, type Facts, textOf } from "./facts-text.ts";
import { type Format, useFormat } from "./use-format.ts";

type Requirement = Check["requirements"][number];

export interface RequirementWords {
  readonly title: string;
  /** Why it is not met; absent where it is. */
  readonly reason?: string;
  /** What was looked at, where it is met and worth saying. */
  readonly seen?: string;
}

export function useRequirementWords(): (requirement: Requirement) => RequirementWords {
  const { i18n } = useLingui();
  const format = useFormat();
  return (requirement) => {
    const title = titleOf(i18n, requirement.requirement);
    if (requirement.ok) {
      const seen = seenIn(i18n, format, requirement);
      return seen === "" ? { title } : { title, seen };
    }
    return { title, reason: reasonOf(i18n, format, requirement.code ?? "", requirement.facts) };
  };
}

function titleOf(i18n: I18n, id: string): string {
  const titles: Readonly<Record<string, string>> = {
    "call-open": i18n._("The call is open"),
    country: i18n._("Your company is in a country of this call"),
    sector: i18n._("Your company is in a sector of this call"),
    size: i18n._("Your company is small or medium-sized"),
    "register-id": i18n._("The company numbers are well-formed"),
    verified: i18n._("Company and provider are not refused by a park"),
    "not-in-difficulty": i18n._("Your company is not in difficulty"),
    "no-recovery-order": i18n._("No order to pay back aid is open"),
    "not-export": i18n._("The aid is not tied to exports"),
    "not-begun": i18n._("The work has not begun"),
    "no-double-funding": i18n._("The cost is not paid twice"),
    "not-sanctioned": i18n._("No name is on a sanctions list"),
    "vouchers-most": i18n._("Your company has not had too many vouchers"),
    "provider-criteria": i18n._("The provider is of a kind that the call names"),
    "price-compared": i18n._("The price was compared, where the call asks for it"),
    "own-contribution": i18n._("Your company pays its own part"),
    truthful: i18n._("You confirm that your answers are true"),
    "offer-confirmed": i18n._("The provider has confirmed its offer"),
    "provider-independent": i18n._("The provider is independent of you"),
    "payee-reachable": i18n._("The park can pay the account"),
    "cross-park": i18n._("The provider is at another park, where the call asks for it"),
    "price-within-limits": i18n._("The price is within the limits of the call"),
    "aid-declared": i18n._("Your declaration of state aid is signed"),
    "aid-headroom": i18n._("There is room under the aid ceiling"),
  };
  return titles[id] ?? id;
}

function seenIn(i18n: I18n, format: Format, { requirement, facts }: Requirement): string {
  switch (requirement) {
    case "country":
      return format.country(textOf(facts, "country"));
    case "call-open":
      return i18n._("until {day}", { day: format.moment(textOf(facts, "closes")) });
    case "size":
      return i18n._("{people, plural, one {# person} other {# people}}, {turnover} turnover, {balance} balance sheet", {
        people: Number(textOf(facts, "headcount")),
        turnover: format.money(amountOf(facts, "turnover")),
        balance: format.money(amountOf(facts, "balanceSheet")),
      });
    case "offer-confirmed":
      return i18n._("on {day}", { day: format.date(textOf(facts, "confirmedAt")) });
    case "price-within-limits":
      return i18n._("{requested} of at most {maximum}", {
        requested: format.money(amountOf(facts, "requested")),
        maximum: format.money(amountOf(facts, "maximum")),
      });
    default:
      return "";
  }
}

function reasonOf(i18n: I18n, format: Format, code: string, facts: Facts): string {
  const money = (name: string) => format.money(amountOf(facts, name));
  const date = (name: string) => format.moment(textOf(facts, name));
  const reasons: Readonly<Record<string, () => string>> = {
    "call.not-published": () => i18n._("The call is not published."),
    "call.not-yet-open": () => i18n._("The call opens on {day}.", { day: date("opens") }),
    "call.closed": () => i18n._("The call closed on {day}.", { day: date("closes") }),
    "country.not-eligible": () =>
      i18n._("Companies in {country} cannot apply to this call.", {
        country: format.country(textOf(facts, "country")),
      }),
    "sector.not-stated": () =>
      i18n._("Your company has no sector yet. An owner adds it on the page of the organisation."),
    "sector.not-eligible": () => i18n._("The sector of your company is not among those of this call."),
    "sector.excluded": () => i18n._("This call is not for the sector of your company."),
    "size.public-owner": () =>
      i18n._("Public bodies hold a quarter or more of the company, so it does not count as small or medium-sized."),
    "size.link-not-stated": () =>
      i18n._("Enter the figures of {names}: they count towards the size of your company.", {
        names: listOf(facts, "unstated"),
      }),
    "size.above-rule": () =>
      i18n._("The company counts as {found}; this call is for companies that are at most {most}.", {
        found: sizeClass(i18n, textOf(facts, "class")),
        most: sizeClass(i18n, textOf(facts, "most")),
      }),
    "sanction.listed": () =>
      i18n._("{names} is on a sanctions list. If it is somebody else of the same name, write to your park.", {
        names: textOf(facts, "names"),
      }),
    "recovery.owed-here": () =>
      i18n._("Aid of case {reference} still has to be paid back.", { reference: textOf(facts, "reference") }),
    "double-funding.same-service": () =>
      i18n._("The same service from the same provider is in application {reference} already.", {
        reference: textOf(facts, "reference"),
      }),
    "voucher.most-reached": () =>
      i18n._(
        "In the last {months} months the company has had {had, plural, one {# voucher} other {# vouchers}} ({references}); this call allows {most}.",
        {
          months: textOf(facts, "months"),
          had: Number(textOf(facts, "had")),
          references: textOf(facts, "references"),
          most: textOf(facts, "most"),
        },
      ),
    "provider.kind-not-wanted": () =>
      i18n._("The call names the kinds of provider that it pays, and this one is none of them. Choose another."),
    "price.not-compared": () =>
      i18n._("Above {above} the call wants to know what you compared the price with.", { above: money("above") }),
    "own.too-little": () =>
      i18n._("Your company would pay {own} itself; the call wants at least {least}.", {
        own: money("own"),
        least: money("least"),
      }),
    "size.not-an-enterprise": () => i18n._("Only companies can apply to this call."),
    "size.not-stated": () => i18n._("Enter people, turnover and balance sheet."),
    "size.not-an-sme": () =>
      i18n._("With {people} people, {turnover} turnover and {balance} balance sheet the company counts as large.", {
        people: textOf(facts, "headcount"),
        turnover: money("turnover"),
        balance: money("balanceSheet"),
      }),
    "register-id.wrong": () =>
      i18n._("A company number is not right. An owner corrects it on the page of the organisation."),
    "organisation.rejected": () =>
      i18n._(
        "A park could not verify the company or the provider. Its owners were told why, and what they correct on the page of the organisation is looked at anew.",
      ),
    "organisation.not-verified": () => i18n._("The park still has to check the company or the provider."),
    "difficulty.not-stated": () => i18n._("Say whether your company is in difficulty."),
    "difficulty.declared": () => i18n._("A company in difficulty cannot get this aid."),
    "recovery.not-stated": () => i18n._("Say whether an order to pay back aid is open."),
    "recovery.outstanding": () => i18n._("While an order to pay back aid is open, no new aid can be given."),
    "export.not-stated": () => i18n._("Say that the aid is not tied to exports."),
    "export.related": () => i18n._("Aid that is tied to exports is not allowed."),
    "work.not-stated": () => i18n._("Say that the work has not begun."),
    "work.begun": () =>
      textOf(facts, "before") === "award"
        ? i18n._("By this call, work that has begun before the award cannot be paid.")
        : i18n._("Work that has begun before the application cannot be paid."),
    "work.starts-too-early": () =>
      i18n._("The offer starts on {day}, before you apply. Ask the provider for a later start.", {
        day: format.day(textOf(facts, "startsOn")),
      }),
    "double-funding.not-stated": () => i18n._("Say that nobody else pays the same cost."),
    "double-funding.declared": () => i18n._("A cost that somebody else pays cannot be paid again."),
    "truth.not-stated": () => i18n._("Confirm that your answers are true and complete."),
    "truth.not-confirmed": () => i18n._("Confirm that your answers are true and complete."),
    "offer.none": () => i18n._("Choose a provider and ask it for its offer."),
    "offer.not-confirmed": () => i18n._("The provider has not confirmed yet."),
    "offer.run-out": () => i18n._("The offer has run out. Ask the provider to confirm it again."),
    "offer.declined": () => i18n._("The provider has declined. Ask another."),
    "provider.none": () => i18n._("Choose a provider first."),
    "provider.is-applicant": () => i18n._("Your own company cannot be the provider."),
    "provider.same-undertaking": () => i18n._("The provider belongs to the same group of companies as yours."),
    "provider.is-payer": () => i18n._("The park that pays cannot be the provider."),
    "provider.not-stated": () => i18n._("The provider says it with its offer, which is still to come."),
    "provider.not-independent": () => i18n._("The provider says that it has an interest in your company."),
    "payee.none": () => i18n._("Choose a provider first."),
    "payee.not-reachable": () =>
      i18n._("No payment of the park reaches the account of the provider. The provider can give another account."),
    "cross-park.provider-without-park": () =>
      i18n._("The provider belongs to no park of the network, and this call asks for one."),
    "cross-park.same-park": () => i18n._("The provider is at your own park; this call asks for another one."),
    "price.none": () => i18n._("There is no price yet: the offer is still to come."),
    "price.below-minimum": () =>
      i18n._("The voucher would be {asked}, less than the least of this call, {minimum}.", {
        asked: money("requested"),
        minimum: money("minimum"),
      }),
    "aid.not-signed": () => i18n._("Sign your declaration of state aid."),
    "aid.no-room": () =>
      i18n._(
        "Too little room: {room} is left, {asked} is asked. A lower price, or waiting for older aid to drop out, helps.",
        {
          room: format.money(plain(facts, "room")),
          asked: format.money(plain(facts, "asked")),
        },
      ),
    "aid.not-in-force": () => i18n._("The rule of aid that this call uses is not in force today."),
    "aid.needs-category": () => i18n._("The park has to set the category of aid first."),
  };
  return reasons[code]?.() ?? i18n._("The park can say why: {code}.", { code });
}

/** Ceilings come as plain minor units with their currency beside them. */
function plain(facts: Facts, name: string) {
  const { [name]: amount, currency } = facts;
  return typeof amount === "number" && typeof currency === "string" ? { amount, currency } : undefined;
}

function listOf(facts: Facts, name: string): string {
  const value = facts[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === "string").join(", ") : "";
}

/** A size class inside a sentence. */
export function sizeClass(i18n: I18n, id: string): string {
  const classes: Readonly<Record<string, string>> = {
    micro: i18n._("micro"),
    small: i18n._("small"),
    medium: i18n._("medium-sized"),
    large: i18n._("large"),
  };
  return classes[id] ?? id;
}
