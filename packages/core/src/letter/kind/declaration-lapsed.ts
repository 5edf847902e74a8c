/** An award lapsed before it was granted, because the declaration of other aid was not signed again. */
import { aboutCase, openCase } from "../case-words.ts";
import type { Template } from "../template.ts";
import type { MfaLapsedData } from "./mfa-lapsed.ts";

export const declarationLapsed: Template<MfaLapsedData> = {
  en: (data) => ({
    subject: `Lapsed: award for ${data.reference}`,
    body: [
      data.by === "refusal"
        ? "You refused the award when you were asked to sign your declaration of other aid again, so it has lapsed. Nothing was granted."
        : "Your declaration of other aid was not signed again in time, so the award has lapsed. Nothing was granted.",
      { facts: aboutCase("en", data) },
      openCase("en", data),
    ],
  }),
  nl: (data) => ({
    subject: `Vervallen: toekenning voor ${data.reference}`,
    body: [
      data.by === "refusal"
        ? "U hebt de toekenning geweigerd toen u gevraagd werd uw verklaring over andere steun opnieuw te ondertekenen. Ze is daarom vervallen; er is niets toegekend."
        : "Uw verklaring over andere steun is niet op tijd opnieuw ondertekend. De toekenning is daarom vervallen; er is niets toegekend.",
      { facts: aboutCase("nl", data) },
      openCase("nl", data),
    ],
  }),
  fr: (data) => ({
    subject: `Caduc : octroi pour ${data.reference}`,
    body: [
      data.by === "refusal"
        ? "Vous avez renoncé à l’octroi quand il vous a été demandé de signer à nouveau votre déclaration des autres aides. Il est donc caduc ; rien n’a été accordé."
        : "Votre déclaration des autres aides n’a pas été signée à nouveau à temps. L’octroi est donc caduc ; rien n’a été accordé.",
      { facts: aboutCase("fr", data) },
      openCase("fr", data),
    ],
  }),
  sv: (data) => ({
    subject: `Förfallet: beslut om ${data.reference}`,
    body: [
      data.by === "refusal"
        ? "Du avstod från beslutet när du ombads att skriva under förklaringen om annat stöd igen. Det har därför förfallit; inget har beviljats."
        : "Förklaringen om annat stöd skrevs inte under igen i tid. Beslutet har därför förfallit; inget har beviljats.",
      { facts: aboutCase("sv", data) },
      openCase("sv", data),
    ],
  }),
  cy: (data) => ({
    subject: `Daeth i ben: dyfarniad ar gyfer ${data.reference}`,
    body: [
      data.by === "refusal"
        ? "Gwrthodoch y dyfarniad pan ofynnwyd i chi lofnodi eich datganiad am gymorth arall eto, felly mae wedi dod i ben. Ni roddwyd dim."
        : "Ni lofnodwyd eich datganiad am gymorth arall eto mewn pryd, felly mae’r dyfarniad wedi dod i ben. Ni roddwyd dim.",
      { facts: aboutCase("cy", data) },
      openCase("cy", data),
    ],
  }),
};
