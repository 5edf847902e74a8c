/** An award lapsed before it was granted, because the statement that the law wants was refused or did not come. */
import { lapsedAward } from "./lapsed-award.ts";

export const mfaLapsed = lapsedAward({
  en: {
    refusal: "You refused the statement on minimal financial assistance, so the award has lapsed. Nothing was granted.",
    silence:
      "Your statement on minimal financial assistance did not come in time, so the award has lapsed. Nothing was granted.",
  },
  nl: {
    refusal:
      "U hebt de verklaring over minimale financiële bijstand geweigerd. De toekenning is daarom vervallen; er is niets toegekend.",
    silence:
      "Uw verklaring over minimale financiële bijstand kwam niet op tijd. De toekenning is daarom vervallen; er is niets toegekend.",
  },
  fr: {
    refusal:
      "Vous avez refusé la déclaration sur l’aide financière minimale. L’octroi est donc caduc ; rien n’a été accordé.",
    silence:
      "Votre déclaration sur l’aide financière minimale n’est pas arrivée à temps. L’octroi est donc caduc ; rien n’a été accordé.",
  },
  sv: {
    refusal:
      "Du avstod från förklaringen om minimalt finansiellt stöd. Beslutet har därför förfallit; inget har beviljats.",
    silence:
      "Din förklaring om minimalt finansiellt stöd kom inte i tid. Beslutet har därför förfallit; inget har beviljats.",
  },
  cy: {
    refusal: "Gwrthodoch y datganiad am gymorth ariannol lleiaf, felly mae’r dyfarniad wedi dod i ben. Ni roddwyd dim.",
    silence:
      "Ni ddaeth eich datganiad am gymorth ariannol lleiaf mewn pryd, felly mae’r dyfarniad wedi dod i ben. Ni roddwyd dim.",
  },
});
