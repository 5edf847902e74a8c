/** The code by which somebody signs in; forgotten soon after it stopped working. */
import type { Template } from "../template.ts";

export interface SignInCodeData {
  readonly code: string;
  /** How long it works. */
  readonly minutes: number;
}

export const signInCode: Template<SignInCodeData> = {
  en: ({ code, minutes }, say) => ({
    subject: "Your sign-in code",
    body: [
      `Your code is ${code}.`,
      `It works once, for ${say.count(minutes, { one: "# minute", other: "# minutes" })}, in the browser that asked for it.`,
      "If you did not ask for it, do nothing. Nobody is signed in without the code.",
    ],
  }),
  nl: ({ code, minutes }, say) => ({
    subject: "Uw aanmeldcode",
    body: [
      `Uw code is ${code}.`,
      `Ze werkt één keer, gedurende ${say.count(minutes, { one: "# minuut", other: "# minuten" })}, in de browser die ze heeft gevraagd.`,
      "Hebt u geen code gevraagd, dan hoeft u niets te doen. Zonder de code wordt niemand aangemeld.",
    ],
  }),
  fr: ({ code, minutes }, say) => ({
    subject: "Votre code de connexion",
    body: [
      `Votre code est ${code}.`,
      `Il fonctionne une fois, pendant ${say.count(minutes, { one: "# minute", other: "# minutes" })}, dans le navigateur qui l’a demandé.`,
      "Si vous ne l’avez pas demandé, ne faites rien. Personne n’est connecté sans le code.",
    ],
  }),
  sv: ({ code, minutes }, say) => ({
    subject: "Din inloggningskod",
    body: [
      `Din kod är ${code}.`,
      `Den fungerar en gång, i ${say.count(minutes, { one: "# minut", other: "# minuter" })}, i den webbläsare som bad om den.`,
      "Om du inte har bett om den behöver du inte göra något. Ingen loggas in utan koden.",
    ],
  }),
  cy: ({ code, minutes }, say) => ({
    subject: "Eich cod mewngofnodi",
    body: [
      `Eich cod yw ${code}.`,
      `Mae’n gweithio unwaith, am ${say.count(minutes, { two: "# funud", other: "# munud" })}, yn y porwr a ofynnodd amdano.`,
      "Os na ofynnoch amdano, peidiwch â gwneud dim. Nid oes neb yn cael ei fewngofnodi heb y cod.",
    ],
  }),
};
