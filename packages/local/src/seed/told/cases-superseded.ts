/** Told cases of Lund's call whose frozen ranking was superseded, and one of them half way between two approvers. */
import { screened } from "./paths.ts";
import { isTied } from "./people-acts.ts";
import { best, fair, first, good } from "./ranked-paths.ts";
import { freezes } from "./ranking-acts.ts";
import { approves, declares, proposes, reviews } from "./selection-acts.ts";
import type { ToldCase } from "./told-case.ts";

/** Over 120,000 kr Lund asks its approver first and its finance second. */
const ranked = {
  call: "LUN-V26C",
  provider: "provider-sherbrooke",
  price: 17_500_000,
  award: 13_000_000,
  daysAgo: 46,
} as const;

export const supersededCases: readonly ToldCase[] = [
  {
    ...ranked,
    key: "kelvin",
    sme: "lund-sme-owner",
    title: "A label that knows every degree",
    summary: "A label for vials changes its blue with the temperature. We want every degree of it measured.",
    need: "A bath that holds a hundredth of a degree.",
    effect: "A wholesaler of vaccines puts it on every box once it is measured.",
    scope: "Colour of one hundred labels at forty temperatures.",
    acts: [...first, ...best, freezes(18), freezes(31), proposes(33), approves(35)],
  },
  {
    ...ranked,
    key: "spore",
    sme: "sme-owner",
    title: "A rapid test for spores",
    summary: "A test finds spores in a kitchen within the hour. We want to know how few of them it still finds.",
    need: "A laboratory that may grow spores.",
    effect: "Two hospital kitchens try it as soon as the figure is there.",
    scope: "Detection limit in four matrices with six dilutions each.",
    // Second at first; without the review that was set aside, and with another in its place, third.
    acts: [...screened, ...good, isTied(21), declares(24), reviews(28, [[2, 3, 3, 2]])],
  },
  {
    ...ranked,
    key: "buoy",
    sme: "havsglas-owner",
    title: "A buoy that tastes the harbour",
    summary: "A buoy measures nitrate in a harbour. We want its figure beside that of the laboratory.",
    need: "A certified laboratory for sea water.",
    effect: "The harbour of Helsingborg would order four.",
    scope: "Nitrate of sixty samples by buoy and by laboratory.",
    acts: [...screened, ...fair, proposes(33)],
  },
];
