/** An award lapsed before it was granted, because the declaration of other aid was not signed again. */
import { lapsedAward } from "./lapsed-award.ts";

export const declarationLapsed = lapsedAward({
  en: {
    refusal:
      "You refused the award when you were asked to sign your declaration of other aid again, so it has lapsed. Nothing was granted.",
    silence:
      "Your declaration of other aid was not signed again in time, so the award has lapsed. Nothing was granted.",
  },
  nl: {
    refusal:
      "U hebt de toekenning geweigerd toen u gevraagd werd uw verklaring over andere steun opnieuw te ondertekenen. Ze is daarom vervallen; er is niets toegekend.",
    silence:
      "Uw verklaring over andere steun is niet op tijd opnieuw ondertekend. De toekenning is daarom vervallen; er is niets toegekend.",
  },
  fr: {
    refusal:
      "Vous avez renoncé à l’octroi quand il vous a été demandé de signer à nouveau votre déclaration des autres aides. Il est donc caduc ; rien n’a été accordé.",
    silence:
      "Votre déclaration des autres aides n’a pas été signée à nouveau à temps. L’octroi est donc caduc ; rien n’a été accordé.",
  },
  sv: {
    refusal:
      "Du avstod från beslutet när du ombads att skriva under förklaringen om annat stöd igen. Det har därför förfallit; inget har beviljats.",
    silence:
      "Förklaringen om annat stöd skrevs inte under igen i tid. Beslutet har därför förfallit; inget har beviljats.",
  },
  cy: {
    refusal:
      "Gwrthodoch y dyfarniad pan ofynnwyd i chi lofnodi eich datganiad am gymorth arall eto, felly mae wedi dod i ben. Ni roddwyd dim.",
    silence:
      "Ni lofnodwyd eich datganiad am gymorth arall eto mewn pryd, felly mae’r dyfarniad wedi dod i ben. Ni roddwyd dim.",
  },
});
