/** All told cases: what the demonstration has behind it when somebody opens it for the first time. */
import { peopleCases } from "./cases-people.ts";
import { rankedCases } from "./cases-ranked.ts";
import { redressedCases } from "./cases-redressed.ts";
import { selectionCases } from "./cases-selection.ts";
import { supersededCases } from "./cases-superseded.ts";
import { taxedCases } from "./cases-taxed.ts";
import { translatedCases } from "./cases-translated.ts";
import { useCases } from "./cases-use.ts";
import type { ToldCase } from "./told-case.ts";

export const toldCases: readonly ToldCase[] = [
  ...selectionCases,
  ...translatedCases,
  ...useCases,
  ...taxedCases,
  ...rankedCases,
  ...redressedCases,
  ...supersededCases,
  ...peopleCases,
];
