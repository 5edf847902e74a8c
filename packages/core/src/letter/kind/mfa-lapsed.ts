/** An award lapsed before it was granted, because the statement that the law wants was refused or did not come. */
import { aboutCase, openCase } from "../case-words.ts";
import type { CaseLetterData, Template } from "../template.ts";

export interface MfaLapsedData extends CaseLetterData {
  readonly by: "refusal" | "silence";
}

export const mfaLapsed: Template<MfaLapsedData> = {
  en: (data) => ({
    subject: `Lapsed: award for ${data.reference}`,
    body: [
      data.by === "refusal"
        ? "You refused the statement on minimal financial assistance, so the award has lapsed. Nothing was granted."
        : "Your statement on minimal financial assistance did not come in time, so the award has lapsed. Nothing was granted.",
      { facts: aboutCase("en", data) },
      openCase("en", data),
    ],
  }),
  nl: (data) => ({
    subject: `Vervallen: toekenning voor ${data.reference}`,
    body: [
      data.by === "refusal"
        ? "U hebt de verklaring over minimale financiële bijstand geweigerd. De toekenning is daarom vervallen; er is niets toegekend."
        : "Uw verklaring over minimale financiële bijstand kwam niet op tijd. De toekenning is daarom vervallen; er is niets toegekend.",
      { facts: aboutCase("nl", data) },
      openCase("nl", data),
    ],
  }),
  fr: (data) => ({
    subject: `Caduc : octroi pour ${data.reference}`,
    body: [
      data.by === "refusal"
        ? "Vous avez refusé la déclaration sur l’aide financière minimale. L’octroi est donc caduc ; rien n’a été accordé."
        : "Votre déclaration sur l’aide financière minimale n’est pas arrivée à temps. L’octroi est donc caduc ; rien n’a été accordé.",
      { facts: aboutCase("fr", data) },
      openCase("fr", data),
    ],
  }),
  sv: (data) => ({
    subject: `Förfallet: beslut om ${data.reference}`,
    body: [
      data.by === "refusal"
        ? "Du avstod från förklaringen om minimalt finansiellt stöd. Beslutet har därför förfallit; inget har beviljats."
        : "Din förklaring om minimalt finansiellt stöd kom inte i tid. Beslutet har därför förfallit; inget har beviljats.",
      { facts: aboutCase("sv", data) },
      openCase("sv", data),
    ],
  }),
  cy: (data) => ({
    subject: `Daeth i ben: dyfarniad ar gyfer ${data.reference}`,
    body: [
      data.by === "refusal"
        ? "Gwrthodoch y datganiad am gymorth ariannol lleiaf, felly mae’r dyfarniad wedi dod i ben. Ni roddwyd dim."
        : "Ni ddaeth eich datganiad am gymorth ariannol lleiaf mewn pryd, felly mae’r dyfarniad wedi dod i ben. Ni roddwyd dim.",
      { facts: aboutCase("cy", data) },
      openCase("cy", data),
    ],
  }),
};
