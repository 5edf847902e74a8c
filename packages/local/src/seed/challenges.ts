/** Challenges of the demonstration: invented needs of an invented patient organisation. */
import type { PosedChallenge } from "@multihelix/core/call/challenge.ts";

/** Who poses each, for the organisation with that register number. */
export const demoChallenges: readonly {
  readonly poser: string;
  readonly registerScheme: string;
  readonly registerId: string;
  readonly parkId: string;
  readonly texts: Pick<PosedChallenge, "title" | "text">;
}[] = [
  {
    poser: "patients",
    registerScheme: "SE-ON",
    registerId: "802999-8013",
    parkId: "limburg",
    texts: {
      title: {
        en: "A heart test that works in a kitchen",
        sv: "Ett hjärttest som fungerar i ett kök",
        nl: "Een harttest die in een keuken werkt",
      },
      text: {
        en: "Our members wait weeks for a test of their blood. We look for one that a person of eighty does alone at home, from a drop of blood, and whose result a doctor trusts. An answer shows how it compares with the hospital’s laboratory.",
        sv: "Våra medlemmar väntar i veckor på ett blodprov. Vi söker ett som en åttioåring gör ensam hemma, med en droppe blod, och vars resultat en läkare litar på. Ett svar visar hur det står sig mot sjukhusets laboratorium.",
        nl: "Onze leden wachten weken op een bloedtest. Wij zoeken er een die iemand van tachtig alleen thuis doet, met één druppel bloed, en waarvan een arts het resultaat vertrouwt. Een antwoord toont hoe hij zich verhoudt tot het laboratorium van het ziekenhuis.",
      },
    },
  },
];
