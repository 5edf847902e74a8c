/** A lost second factor: that a reset was asked for, and that it was done. */
import type { Template } from "../template.ts";

export interface FactorResetData {
  readonly step: "asked" | "done";
  readonly path: string;
}

export const factorReset: Template<FactorResetData> = {
  en: ({ step, path }) => ({
    subject: step === "asked" ? "A reset of your second factor was asked for" : "Your second factor was reset",
    body:
      step === "asked"
        ? [
            "Somebody who is signed in as you says that the second factor was lost. When two colleagues vouch for it within 48 hours, it is removed and can be set up anew.",
            "If it was not you, tell your colleagues and the network’s secretary at once.",
            { link: "Open your account", path },
          ]
        : [
            "Two colleagues vouched for you. Your second factors are removed and all your sessions have ended.",
            "Sign in and set up a new one. If you did not ask for this, tell the network’s secretary at once.",
            { link: "Open your account", path },
          ],
  }),
  nl: ({ step, path }) => ({
    subject: step === "asked" ? "Er is gevraagd uw tweede factor te wissen" : "Uw tweede factor is gewist",
    body:
      step === "asked"
        ? [
            "Iemand die onder uw naam is aangemeld, zegt dat de tweede factor verloren is. Als twee collega’s daar binnen 48 uur voor instaan, wordt hij gewist en kan hij opnieuw worden ingesteld.",
            "Was u het niet, waarschuw dan meteen uw collega’s en het secretariaat van het netwerk.",
            { link: "Uw account openen", path },
          ]
        : [
            "Twee collega’s stonden voor u in. Uw tweede factoren zijn gewist en al uw sessies zijn beëindigd.",
            "Meld u aan en stel een nieuwe in. Hebt u hier niet om gevraagd, waarschuw dan meteen het secretariaat van het netwerk.",
            { link: "Uw account openen", path },
          ],
  }),
  fr: ({ step, path }) => ({
    subject:
      step === "asked"
        ? "La réinitialisation de votre second facteur a été demandée"
        : "Votre second facteur a été réinitialisé",
    body:
      step === "asked"
        ? [
            "Une personne connectée en votre nom dit que le second facteur est perdu. Si deux collègues s’en portent garants dans les 48 heures, il est supprimé et peut être configuré à nouveau.",
            "Si ce n’était pas vous, prévenez tout de suite vos collègues et le secrétariat du réseau.",
            { link: "Ouvrir votre compte", path },
          ]
        : [
            "Deux collègues se sont portés garants pour vous. Vos seconds facteurs sont supprimés et toutes vos sessions sont terminées.",
            "Connectez-vous et configurez-en un nouveau. Si vous n’avez rien demandé, prévenez tout de suite le secrétariat du réseau.",
            { link: "Ouvrir votre compte", path },
          ],
  }),
  sv: ({ step, path }) => ({
    subject: step === "asked" ? "En återställning av din andra faktor har begärts" : "Din andra faktor har återställts",
    body:
      step === "asked"
        ? [
            "Någon som är inloggad som du säger att den andra faktorn är borta. När två kollegor intygar det inom 48 timmar tas den bort och kan läggas till på nytt.",
            "Om det inte var du, säg genast till dina kollegor och nätverkets sekretariat.",
            { link: "Öppna ditt konto", path },
          ]
        : [
            "Två kollegor intygade vem du är. Dina andra faktorer är borttagna och alla dina sessioner är avslutade.",
            "Logga in och lägg till en ny. Om du inte bad om detta, säg genast till nätverkets sekretariat.",
            { link: "Öppna ditt konto", path },
          ],
  }),
  cy: ({ step, path }) => ({
    subject: step === "asked" ? "Gofynnwyd am ailosod eich ail ffactor" : "Mae eich ail ffactor wedi’i ailosod",
    body:
      step === "asked"
        ? [
            "Mae rhywun sydd wedi mewngofnodi yn eich enw chi yn dweud bod yr ail ffactor ar goll. Pan fydd dau gydweithiwr yn tystio i hynny o fewn 48 awr, caiff ei ddileu a gellir ei osod o’r newydd.",
            "Os nad chi oedd hwn, dywedwch wrth eich cydweithwyr ac ysgrifenyddiaeth y rhwydwaith ar unwaith.",
            { link: "Agor eich cyfrif", path },
          ]
        : [
            "Tystiodd dau gydweithiwr drosoch. Mae eich ail ffactorau wedi’u dileu ac mae eich holl sesiynau wedi dod i ben.",
            "Mewngofnodwch a gosodwch un newydd. Os na ofynnoch am hyn, dywedwch wrth ysgrifenyddiaeth y rhwydwaith ar unwaith.",
            { link: "Agor eich cyfrif", path },
          ],
  }),
};
