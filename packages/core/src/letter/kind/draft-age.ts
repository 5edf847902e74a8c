/** A draft that nobody changes: its applicant is warned before it is erased, and told when it was; so is a provider whose offer went with it. */
import type { Instant } from "../../kernel/instant.ts";
import type { Language } from "../../person/person.ts";
import { aboutCase, caseWords, openCase } from "../case-words.ts";
import type { Say } from "../say.ts";
import type { CaseLetterData, Content, Template } from "../template.ts";

export interface DraftAgeData extends CaseLetterData {
  readonly step: "warned" | "erased" | "offer-erased";
  /** When it will be erased, or was. */
  readonly until: Instant;
  readonly zone: string;
}

interface Words {
  readonly subject: Readonly<Record<DraftAgeData["step"], string>>;
  readonly said: Readonly<Record<DraftAgeData["step"], (day: string) => string>>;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    subject: {
      warned: "Your draft will be erased",
      erased: "Your draft was erased",
      "offer-erased": "An offer of yours was erased with its draft",
    },
    said: {
      warned: (day) =>
        `Nobody has changed this draft for five months. It will be erased on ${day}, with its files and the provider’s offer. Any change you save keeps it for half a year more.`,
      erased: () =>
        "Nobody changed this draft for half a year, so it was erased, with its files and the provider’s offer. Nothing of it was ever seen by a park. You can start a new application while the call is open.",
      "offer-erased": () =>
        "The company never sent the application for which you made an offer. Its draft was erased after half a year without a change, and your offer with it. Nothing is expected of you.",
    },
  },
  nl: {
    subject: {
      warned: "Uw concept wordt gewist",
      erased: "Uw concept is gewist",
      "offer-erased": "Een offerte van u is met haar concept gewist",
    },
    said: {
      warned: (day) =>
        `Aan dit concept is vijf maanden niets veranderd. Het wordt gewist op ${day}, met de bestanden en de offerte van de aanbieder. Elke wijziging die u bewaart, houdt het nog een half jaar.`,
      erased: () =>
        "Aan dit concept is een half jaar niets veranderd. Het is daarom gewist, met de bestanden en de offerte van de aanbieder. Geen park heeft er iets van gezien. Zolang de oproep open is, kunt u een nieuwe aanvraag beginnen.",
      "offer-erased": () =>
        "Het bedrijf heeft de aanvraag waarvoor u een offerte deed, nooit ingediend. Het concept is na een half jaar zonder wijziging gewist, en uw offerte ook. Er wordt niets van u verwacht.",
    },
  },
  fr: {
    subject: {
      warned: "Votre brouillon sera effacé",
      erased: "Votre brouillon a été effacé",
      "offer-erased": "Une de vos offres a été effacée avec son brouillon",
    },
    said: {
      warned: (day) =>
        `Personne n’a modifié ce brouillon depuis cinq mois. Il sera effacé le ${day}, avec ses fichiers et l’offre du prestataire. Toute modification enregistrée le conserve six mois de plus.`,
      erased: () =>
        "Personne n’a modifié ce brouillon pendant six mois : il a été effacé, avec ses fichiers et l’offre du prestataire. Aucun parc n’en a rien vu. Vous pouvez commencer une nouvelle demande tant que l’appel est ouvert.",
      "offer-erased": () =>
        "L’entreprise n’a jamais envoyé la demande pour laquelle vous aviez fait une offre. Son brouillon a été effacé après six mois sans modification, et votre offre avec lui. Rien n’est attendu de vous.",
    },
  },
  sv: {
    subject: {
      warned: "Ditt utkast kommer att raderas",
      erased: "Ditt utkast har raderats",
      "offer-erased": "Ett erbjudande från dig raderades med sitt utkast",
    },
    said: {
      warned: (day) =>
        `Ingen har ändrat utkastet på fem månader. Det raderas den ${day}, med filerna och leverantörens erbjudande. Varje ändring som du sparar behåller det ett halvår till.`,
      erased: () =>
        "Ingen ändrade utkastet på ett halvår. Därför har det raderats, med filerna och leverantörens erbjudande. Ingen park har sett något av det. Så länge utlysningen är öppen kan du börja en ny ansökan.",
      "offer-erased": () =>
        "Företaget skickade aldrig in den ansökan som du gav ett erbjudande till. Utkastet raderades efter ett halvår utan ändring, och ditt erbjudande med det. Inget väntas av dig.",
    },
  },
  cy: {
    subject: {
      warned: "Bydd eich drafft yn cael ei ddileu",
      erased: "Dilëwyd eich drafft",
      "offer-erased": "Dilëwyd cynnig gennych gyda’i ddrafft",
    },
    said: {
      warned: (day) =>
        `Nid oes neb wedi newid y drafft hwn ers pum mis. Bydd yn cael ei ddileu ar ${day}, gyda’i ffeiliau a chynnig y darparwr. Bydd unrhyw newid y byddwch yn ei gadw yn ei ddiogelu am hanner blwyddyn arall.`,
      erased: () =>
        "Ni newidiodd neb y drafft hwn am hanner blwyddyn, felly fe’i dilëwyd, gyda’i ffeiliau a chynnig y darparwr. Ni welodd unrhyw barc ddim ohono. Gallwch ddechrau cais newydd tra bo’r alwad ar agor.",
      "offer-erased": () =>
        "Nid anfonodd y cwmni’r cais y gwnaethoch gynnig ar ei gyfer. Dilëwyd ei ddrafft ar ôl hanner blwyddyn heb newid, a’ch cynnig gydag ef. Nid oes disgwyl dim gennych.",
    },
  },
};

function letterIn(language: Language): (data: DraftAgeData, say: Say) => Content {
  return (data, say) => {
    const { subject, said } = words[language];
    const facts: [string, string][] =
      data.title === "" ? [[caseWords[language].reference, data.reference]] : aboutCase(language, data);
    return {
      subject: `${subject[data.step]}: ${data.reference}`,
      body: [
        said[data.step](say.moment(data.until, data.zone)),
        { facts },
        ...(data.step === "warned" ? [openCase(language, data)] : []),
      ],
    };
  };
}

export const draftAge: Template<DraftAgeData> = {
  en: letterIn("en"),
  nl: letterIn("nl"),
  fr: letterIn("fr"),
  sv: letterIn("sv"),
  cy: letterIn("cy"),
};
