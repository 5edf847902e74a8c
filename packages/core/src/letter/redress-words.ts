/** How a letter that tells a decision says that redress may be asked, in every language. */
import type { Language } from "../person/person.ts";

export const mayAskRedress: Readonly<Record<Language, string>> = {
  en: "If a rule was misapplied, a fact overlooked or a conflict missed, you can ask once for a new look, within 30 days. Open the case to ask.",
  nl: "Is een regel verkeerd toegepast, een feit over het hoofd gezien of een belangenconflict gemist, dan kunt u binnen 30 dagen eenmaal om herziening vragen. Open daarvoor het dossier.",
  fr: "Si une règle a été mal appliquée, un fait ignoré ou un conflit d’intérêts manqué, vous pouvez demander une fois un réexamen, dans les 30 jours. Ouvrez le dossier pour le demander.",
  sv: "Om en regel har tillämpats fel, ett faktum förbisetts eller en jävssituation missats kan ni en gång begära omprövning, inom 30 dagar. Öppna ärendet för att begära det.",
  cy: "Os camgymhwyswyd rheol, os anwybyddwyd ffaith neu os collwyd gwrthdaro buddiannau, gallwch ofyn unwaith am edrych o’r newydd, o fewn 30 diwrnod. Agorwch yr achos i ofyn.",
};
