/** The sentence "what happens next" of an award whose statement was made: what it still waits for, and who puts that right. */
import type { Case } from "../application/case.ts";
import type { Language } from "../person/person.ts";

interface Words {
  readonly stated: (applicant: string) => string;
  readonly awaited: Readonly<Record<string, (park: string, one: Case) => string>>;
  readonly next: (park: string) => string;
}

const offer = (words: (provider: string) => string) => {
  const asks = (_park: string, one: Case) => words(one.providerName ?? "");
  return { "offer.run-out": asks, "offer.withdrawn": asks };
};

const words: Readonly<Record<Language, Words>> = {
  en: {
    stated: (applicant) => `${applicant} has made its statement, and it is kept.`,
    awaited: {
      "organisation.not-verified": (park, { applicantName, providerName }) =>
        `${park} still checks ${applicantName} and ${providerName}.`,
      "payee.not-reachable": () => "Whoever is paid still names an account that the park can pay.",
      ...offer((provider) => `${provider} still says again that its offer stands.`),
    },
    next: (park) => `Then ${park} grants the award by the rules of that day.`,
  },
  nl: {
    stated: (applicant) => `${applicant} heeft de verklaring afgelegd; ze is bewaard.`,
    awaited: {
      "organisation.not-verified": (park, { applicantName, providerName }) =>
        `${park} kijkt ${applicantName} en ${providerName} nog na.`,
      "payee.not-reachable": () => "Wie betaald wordt, geeft nog een rekening op waarop het park kan betalen.",
      ...offer((provider) => `${provider} bevestigt nog dat de offerte blijft gelden.`),
    },
    next: (park) => `Daarna kent ${park} de steun toe volgens de regels van die dag.`,
  },
  fr: {
    stated: (applicant) => `${applicant} a fait sa déclaration ; elle est conservée.`,
    awaited: {
      "organisation.not-verified": (park, { applicantName, providerName }) =>
        `${park} doit encore vérifier ${applicantName} et ${providerName}.`,
      "payee.not-reachable": () => "Le bénéficiaire du paiement doit encore indiquer un compte que le parc peut payer.",
      ...offer((provider) => `${provider} doit encore confirmer que son offre tient.`),
    },
    next: (park) => `Ensuite, ${park} accorde l'octroi selon les règles de ce jour-là.`,
  },
  sv: {
    stated: (applicant) => `${applicant} har lämnat sin förklaring; den är sparad.`,
    awaited: {
      "organisation.not-verified": (park, { applicantName, providerName }) =>
        `${park} ska ännu kontrollera ${applicantName} och ${providerName}.`,
      "payee.not-reachable": () => "Den som får betalt ska ännu ange ett konto som parken kan betala till.",
      ...offer((provider) => `${provider} ska ännu bekräfta att offerten gäller.`),
    },
    next: (park) => `Sedan beviljar ${park} stödet enligt den dagens regler.`,
  },
  cy: {
    stated: (applicant) => `Mae ${applicant} wedi gwneud ei ddatganiad, ac fe'i cedwir.`,
    awaited: {
      "organisation.not-verified": (park, { applicantName, providerName }) =>
        `Mae ${park} yn dal i wirio ${applicantName} a ${providerName}.`,
      "payee.not-reachable": () => "Rhaid i'r sawl a delir enwi cyfrif y gall y parc dalu iddo.",
      ...offer((provider) => `Rhaid i ${provider} gadarnhau eto bod ei gynnig yn sefyll.`),
    },
    next: (park) => `Yna mae ${park} yn rhoi'r dyfarniad yn ôl rheolau'r diwrnod hwnnw.`,
  },
};

export function statedSentence(one: Case, park: string, language: Language): string {
  const { stated, awaited, next } = words[language];
  const waits = (one.condition?.awaited ?? []).flatMap((code) => awaited[code]?.(park, one) ?? []);
  return [stated(one.applicantName), ...new Set(waits), next(park)].join(" ");
}
