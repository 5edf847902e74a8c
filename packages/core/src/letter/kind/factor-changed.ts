/** A second factor was added to an account, or taken away from it. */
import type { Instant } from "../../kernel/instant.ts";
import type { Template } from "../template.ts";

export interface FactorChangedData {
  readonly step: "added" | "removed";
  readonly factor: "passkey" | "app";
  readonly at: Instant;
  readonly zone: string;
  readonly path: string;
}

export const factorChanged: Template<FactorChangedData> = {
  en: ({ step, factor, at, zone, path }, say) => {
    const what = factor === "passkey" ? "passkey" : "authenticator app";
    return {
      subject: step === "added" ? `A ${what} was added to your account` : `A ${what} was removed from your account`,
      body: [
        step === "added"
          ? `On ${say.moment(at, zone)} a new ${what} was set up. From now on it proves who you are.`
          : `On ${say.moment(at, zone)} a ${what} was removed. It opens your account no more.`,
        "If it was you, there is nothing to do. If it was not, end all sessions on your account page and tell the network’s secretary at once.",
        { link: "Open your account", path },
      ],
    };
  },
  nl: ({ step, factor, at, zone, path }, say) => {
    const what = factor === "passkey" ? "passkey" : "authenticator-app";
    return {
      subject:
        step === "added"
          ? `Er is een ${what} aan uw account toegevoegd`
          : `Er is een ${what} van uw account verwijderd`,
      body: [
        step === "added"
          ? `Op ${say.moment(at, zone)} is een nieuwe ${what} ingesteld. Voortaan bewijst die wie u bent.`
          : `Op ${say.moment(at, zone)} is een ${what} verwijderd. Die opent uw account niet meer.`,
        "Was u het, dan hoeft u niets te doen. Zo niet, beëindig dan alle sessies op uw accountpagina en waarschuw meteen het secretariaat van het netwerk.",
        { link: "Uw account openen", path },
      ],
    };
  },
  fr: ({ step, factor, at, zone, path }, say) => {
    const what = factor === "passkey" ? "clé d’accès" : "application d’authentification";
    return {
      subject:
        step === "added" ? `Une ${what} a été ajoutée à votre compte` : `Une ${what} a été retirée de votre compte`,
      body: [
        step === "added"
          ? `Le ${say.moment(at, zone)}, une nouvelle ${what} a été configurée. Elle prouve désormais qui vous êtes.`
          : `Le ${say.moment(at, zone)}, une ${what} a été retirée. Elle n’ouvre plus votre compte.`,
        "Si c’était vous, il n’y a rien à faire. Sinon, fermez toutes les sessions sur la page de votre compte et prévenez tout de suite le secrétariat du réseau.",
        { link: "Ouvrir votre compte", path },
      ],
    };
  },
  sv: ({ step, factor, at, zone, path }, say) => {
    const what = factor === "passkey" ? "nyckel" : "autentiseringsapp";
    return {
      subject: step === "added" ? `En ${what} lades till på ditt konto` : `En ${what} togs bort från ditt konto`,
      body: [
        step === "added"
          ? `${say.moment(at, zone)} lades en ny ${what} till. Från och med nu visar den vem du är.`
          : `${say.moment(at, zone)} togs en ${what} bort. Den öppnar inte längre ditt konto.`,
        "Om det var du behöver du inte göra något. Om inte, avsluta alla sessioner på din kontosida och säg genast till nätverkets sekretariat.",
        { link: "Öppna ditt konto", path },
      ],
    };
  },
  cy: ({ step, factor, at, zone, path }, say) => {
    const what = factor === "passkey" ? "allwedd mynediad" : "ap dilysu";
    return {
      subject: step === "added" ? `Ychwanegwyd ${what} at eich cyfrif` : `Tynnwyd ${what} oddi ar eich cyfrif`,
      body: [
        step === "added"
          ? `Ar ${say.moment(at, zone)} gosodwyd ${what} newydd. O hyn ymlaen mae’n profi pwy ydych chi.`
          : `Ar ${say.moment(at, zone)} tynnwyd ${what} oddi ar eich cyfrif. Nid yw’n agor eich cyfrif mwyach.`,
        "Os chi oedd hwn, nid oes dim i’w wneud. Os nad chi, terfynwch bob sesiwn ar dudalen eich cyfrif a dywedwch wrth ysgrifenyddiaeth y rhwydwaith ar unwaith.",
        { link: "Agor eich cyfrif", path },
      ],
    };
  },
};
