/** What a letter says of the ways against the decision that it tells. */
import type { Language } from "../person/person.ts";
import type { Park } from "./park.ts";
import { textIn } from "./text.ts";

type Spoken = Pick<Park, "languages"> & { readonly texts: Pick<Park["texts"], "legalRemedy" | "awardRemedy"> };

/** Against a refusal, a cut, a cancellation, a recovery: the park's own text, with redress in the product. */
export function remedyText({ texts, languages }: Spoken, language: Language): string {
  return textIn(texts.legalRemedy, language, languages);
}

/** Against an award, which knows no redress in the product: the court alone, in words of the park's own where it has them. */
export function awardRemedyText({ texts, languages }: Spoken, language: Language): string {
  return textIn(texts.awardRemedy ?? toCourt, language, languages);
}

/** For a park that says nothing of its own; promises nothing but what any law gives. */
const toCourt: Readonly<Record<Language, string>> = {
  en: "If something in this decision is wrong, write to the park on the page of your case. A new look in MultiHelix is for refusals and cuts; it cannot be asked against an award. You may bring the decision before the competent court, within the period that the law sets.",
  nl: "Klopt er iets niet in deze beslissing, schrijf dan naar het park op de pagina van uw dossier. Een nieuwe beoordeling in MultiHelix is er voor weigeringen en verminderingen; tegen een toekenning kan ze niet worden gevraagd. U kunt de beslissing voorleggen aan de bevoegde rechter, binnen de termijn die de wet stelt.",
  fr: "Si quelque chose n’est pas exact dans cette décision, écrivez au parc sur la page de votre dossier. Le réexamen dans MultiHelix vise les refus et les réductions ; il ne peut pas être demandé contre un octroi. Vous pouvez porter la décision devant le tribunal compétent, dans le délai que fixe la loi.",
  sv: "Är något i beslutet fel, skriv till parken på ditt ärendes sida. Omprövning i MultiHelix gäller avslag och nedsättningar; den kan inte begäras mot ett beviljande. Du kan föra beslutet till behörig domstol inom den tid som lagen anger.",
  cy: "Os oes rhywbeth o’i le yn y penderfyniad hwn, ysgrifennwch at y parc ar dudalen eich achos. Mae edrych o’r newydd yn MultiHelix ar gyfer gwrthodiadau a gostyngiadau; ni ellir gofyn amdano yn erbyn dyfarniad. Cewch ddwyn y penderfyniad gerbron y llys cymwys, o fewn y cyfnod y mae’r gyfraith yn ei bennu.",
};
