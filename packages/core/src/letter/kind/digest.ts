/** One letter a day for who asked for it: the notices that were held since the last, each with the way to it. */
import type { Language } from "../../person/person.ts";
import type { Forms, Say } from "../say.ts";
import type { Content, Template } from "../template.ts";

export interface DigestData {
  /** Oldest first. */
  readonly notices: readonly { readonly subject: string; readonly path: string }[];
}

interface Words {
  readonly subject: Forms;
  readonly held: string;
  readonly never: string;
  readonly choose: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    subject: { one: "# notice in your daily digest", other: "# notices in your daily digest" },
    held: "These notices were held for you since the last digest:",
    never:
      "Decisions, due dates, receipts and whatever concerns your sign-in are never held: each comes to you at once.",
    choose: "Choose how mail reaches you",
  },
  nl: {
    subject: { one: "# melding in uw dagoverzicht", other: "# meldingen in uw dagoverzicht" },
    held: "Deze meldingen zijn sinds het vorige overzicht voor u bewaard:",
    never:
      "Beslissingen, termijnen, ontvangstbewijzen en alles over uw aanmelding wachten nooit: die krijgt u elk meteen.",
    choose: "Kies hoe mail u bereikt",
  },
  fr: {
    subject: { one: "# avis dans votre résumé quotidien", other: "# avis dans votre résumé quotidien" },
    held: "Ces avis ont été gardés pour vous depuis le dernier résumé :",
    never:
      "Les décisions, les échéances, les accusés de réception et ce qui touche à votre connexion n’attendent jamais : chacun vous parvient aussitôt.",
    choose: "Choisir comment le courrier vous parvient",
  },
  sv: {
    subject: { one: "# avisering i din dagliga sammanfattning", other: "# aviseringar i din dagliga sammanfattning" },
    held: "De här aviseringarna har sparats åt dig sedan den senaste sammanfattningen:",
    never:
      "Beslut, tidsfrister, kvitton och det som rör din inloggning väntar aldrig: de kommer till dig direkt, var för sig.",
    choose: "Välj hur e-post når dig",
  },
  cy: {
    subject: { other: "# hysbysiad yn eich crynodeb dyddiol" },
    held: "Cadwyd yr hysbysiadau hyn i chi ers y crynodeb diwethaf:",
    never:
      "Nid yw penderfyniadau, dyddiadau cau, derbynebau na dim am eich mewngofnodi byth yn aros: daw pob un atoch ar unwaith.",
    choose: "Dewis sut mae post yn eich cyrraedd",
  },
};

export const digest: Template<DigestData> = {
  en: (data, say) => contentIn("en", data, say),
  nl: (data, say) => contentIn("nl", data, say),
  fr: (data, say) => contentIn("fr", data, say),
  sv: (data, say) => contentIn("sv", data, say),
  cy: (data, say) => contentIn("cy", data, say),
};

function contentIn(language: Language, { notices }: DigestData, say: Say): Content {
  const { subject, held, never, choose } = words[language];
  return {
    subject: say.count(notices.length, subject),
    body: [
      held,
      ...notices.map((one) => ({ link: one.subject, path: one.path })),
      never,
      { link: choose, path: "/account" },
    ],
  };
}
