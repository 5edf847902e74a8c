/** Told case of which a Canadian park kept tax back: paid net and to the authority, and its slip is still to be filed. */
import { inUse } from "./paths.ts";
import type { ToldCase } from "./told-case.ts";
import { assesses, books, clears, confirms, pays, reportsByPlace } from "./use-acts.ts";

export const taxedCases: readonly ToldCase[] = [
  {
    key: "frost",
    call: "SHE-V26",
    sme: "givre-owner",
    provider: "provider-lund",
    title: "A glove that finds frostbite early",
    summary:
      "Our glove measures blood flow in cold fingers. We want it compared with a laser, in the cold and in warmth.",
    need: "A laser, and somebody who brings it into a climate room in Sherbrooke.",
    effect: "An order of two mountain rescue services.",
    scope: "Blood flow by glove and by laser in thirty hands, in Sherbrooke and in Lund.",
    price: 1_200_000,
    award: 900_000,
    daysAgo: 91,
    acts: [
      ...inUse,
      reportsByPlace(55, { CA: 800_000, elsewhere: 400_000 }),
      confirms(58),
      assesses(63),
      clears(66),
      pays(69),
      books(72),
    ],
  },
];
