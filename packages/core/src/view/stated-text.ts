/** The sentence "what happens next" of an award whose statement was made: what it waited for then, and who grants it. */
import type { Case } from "../application/case.ts";
import type { Language } from "../person/person.ts";

interface Words {
  readonly stated: (applicant: string) => string;
  /** Of the moment of the statement: what was put right since is not looked up for a sentence. */
  readonly waited: (what: string) => string;
  readonly check: (park: string, who: string) => string;
  readonly and: string;
  readonly account: string;
  readonly offer: (provider: string) => string;
  readonly next: (park: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    stated: (applicant) => `${applicant} has made its statement, and it is kept.`,
    waited: (what) => `When it was made, the award still waited for ${what}.`,
    check: (park, who) => `the check of ${who} by ${park}`,
    and: " and ",
    account: "an account that the park can pay",
    offer: (provider) => `the word of ${provider} that its offer stands`,
    next: (park) => `Once nothing is missing, ${park} grants the award by the rules of that day.`,
  },
  nl: {
    stated: (applicant) => `${applicant} heeft de verklaring afgelegd; ze is bewaard.`,
    waited: (what) => `Op dat moment wachtte de toekenning nog op ${what}.`,
    check: (park, who) => `de controle van ${who} door ${park}`,
    and: " en ",
    account: "een rekening waarop het park kan betalen",
    offer: (provider) => `de bevestiging van ${provider} dat de offerte blijft gelden`,
    next: (park) => `Zodra niets meer ontbreekt, kent ${park} de steun toe volgens de regels van die dag.`,
  },
  fr: {
    stated: (applicant) => `${applicant} a fait sa déclaration ; elle est conservée.`,
    waited: (what) => `À ce moment, l'octroi attendait encore : ${what}.`,
    check: (park, who) => `la vérification de ${who} par ${park}`,
    and: " et de ",
    account: "un compte que le parc peut payer",
    offer: (provider) => `la confirmation par ${provider} que son offre tient`,
    next: (park) => `Dès que rien ne manque, ${park} accorde l'octroi selon les règles de ce jour-là.`,
  },
  sv: {
    stated: (applicant) => `${applicant} har lämnat sin förklaring; den är sparad.`,
    waited: (what) => `Då väntade beviljandet ännu på ${what}.`,
    check: (park, who) => `att ${park} kontrollerar ${who}`,
    and: " och ",
    account: "ett konto som parken kan betala till",
    offer: (provider) => `att ${provider} bekräftar att offerten gäller`,
    next: (park) => `När inget saknas beviljar ${park} stödet enligt den dagens regler.`,
  },
  cy: {
    stated: (applicant) => `Mae ${applicant} wedi gwneud ei ddatganiad, ac fe'i cedwir.`,
    waited: (what) => `Bryd hynny roedd y dyfarniad yn dal i aros am y canlynol: ${what}.`,
    check: (park, who) => `gwiriad gan ${park} o ${who}`,
    and: " a ",
    account: "cyfrif y gall y parc dalu iddo",
    offer: (provider) => `cadarnhad gan ${provider} fod ei gynnig yn sefyll`,
    next: (park) => `Unwaith na fydd dim ar goll, mae ${park} yn rhoi'r dyfarniad yn ôl rheolau'r diwrnod hwnnw.`,
  },
};

export function statedSentence(one: Case, park: string, language: Language): string {
  const say = words[language];
  const { awaited = [], unverified } = one.condition ?? {};
  const missing: readonly (string | undefined)[] = unverified ?? [one.applicantId, one.providerId];
  const parties = [
    [one.applicantId, one.applicantName],
    [one.providerId, one.providerName ?? ""],
  ] as const;
  const who = parties.filter(([id]) => id !== undefined && missing.includes(id)).map(([, name]) => name);
  const said: Readonly<Record<string, string>> = {
    "organisation.not-verified": say.check(park, who.join(say.and)),
    "payee.not-reachable": say.account,
    "offer.run-out": say.offer(one.providerName ?? ""),
  };
  const waits = [...new Set(awaited)].flatMap((code) => said[code] ?? []);
  return [
    say.stated(one.applicantName),
    ...(waits.length === 0 ? [] : [say.waited(waits.join(", "))]),
    say.next(park),
  ].join(" ");
}
